package session

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/app/journal"
	"spanwise/corpus"
)

// forgetful is a Store that takes everything and keeps nothing, so that what is
// measured is the session.
type forgetful struct{}

func (forgetful) Load(context.Context) (journal.Kept, error)           { return journal.Kept{}, nil }
func (forgetful) Since(context.Context, int) ([]journal.Record, error) { return nil, nil }
func (forgetful) Compact(context.Context, journal.Snapshot) error      { return nil }
func (forgetful) Append(_ context.Context, after int, records [][]byte) ([]journal.Record, error) {
	all := make([]journal.Record, len(records))
	for i, data := range records {
		all[i] = journal.Record{Position: after + i + 1, Data: data}
	}
	return all, nil
}

// sized opens a session on one article with n spans, 30 bytes a span.
func sized(b *testing.B, n int) *Session {
	b.Helper()
	doc, err := corpus.NewDocument("a", corpus.Details{Title: "Bench"}, strings.Repeat("abcd ", 6*n))
	if err != nil {
		b.Fatal(err)
	}
	s, _, err := Open(context.Background(), Start{Steps: here, Store: forgetful{}, Bundled: []*corpus.Document{doc}, Now: clock, CompactAbove: 1 << 30})
	if err != nil {
		b.Fatal(err)
	}
	var batch annotations.Batch
	for i := range n {
		batch.Edits = append(batch.Edits, spanAt(fmt.Sprint("s", i), 30*i))
	}
	must(b, s, batch)
	saved(b, s)
	return s
}

// spanAt adds a span of ten bytes.
func spanAt(id string, start int) annotations.AddSpan {
	return annotations.AddSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
		ID: id, Label: "actor", Ranges: []annotations.Range{{Start: start, End: start + 10}},
		Origin: annotations.FromPerson, Created: clock(), Modified: clock(),
	}}
}

// BenchmarkDo makes an edit, and undoes it so that the article stays as large as
// it is.
func BenchmarkDo(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		s := sized(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := s.Do(spanAt("new", i*7919%(30*n-10))); err != nil {
					b.Fatal(err)
				}
				if !s.Undo() {
					b.Fatal("there was nothing to undo")
				}
			}
			saved(b, s)
		})
	}
}

// BenchmarkOpen opens work of 10,000 edits: as one snapshot, as a session leaves
// it when there was a pause, and as one leaves it that was killed at the worst
// moment, when as many records are in the journal as there may be.
func BenchmarkOpen(b *testing.B) {
	const edits = 10_000
	for _, c := range []struct {
		name    string
		records int
	}{
		{"a snapshot", 0},
		{"after a pause", max(usualCompactAbove, edits/spansPerRecord)},
		{"at the worst moment", hurry * max(usualCompactAbove, edits/spansPerRecord)},
	} {
		store := &memory{}
		s, _ := openedAs(b, store, Start{CompactAbove: 1 << 30})
		for i := range edits {
			if i == edits-c.records {
				compactNow(b, s)
			}
			must(b, s, mark(fmt.Sprintf("span-%05d", i*7919%edits)))
		}
		if c.records == 0 {
			compactNow(b, s)
		}
		saved(b, s)
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				openedAs(b, store, Start{CompactAbove: 1 << 30})
			}
		})
	}
}
