package samples

import (
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Sized makes a project of one article with n spans, 30 characters a span.
func Sized(tb testing.TB, n int) *annotations.Project {
	tb.Helper()
	d, err := corpus.NewDocument("doc", corpus.Details{Title: "Bench"}, strings.Repeat("Shoigu met é 😀 in Damascus. ", n+10))
	if err != nil {
		tb.Fatal(err)
	}
	var spans []annotations.Span
	for i := range n {
		start := i * len("Shoigu met é 😀 in Damascus. ")
		spans = append(spans, annotations.Span{
			ID: annotations.NewID(), Label: "actor", Origin: annotations.FromPerson,
			Ranges:  []annotations.Range{{Start: start, End: start + 6 + i%5*29}},
			Created: time.UnixMilli(1e12), Modified: time.UnixMilli(1e12),
		})
	}
	return Project(tb, annotations.AddDocument{Document: d, At: -1, Sets: Set(spans...)})
}
