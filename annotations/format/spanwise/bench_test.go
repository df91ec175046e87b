package spanwise

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// sized makes a project of one article with n spans, 30 characters a span.
func sized(tb testing.TB, n int) *annotations.Project {
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
	return newProject(tb, annotations.AddDocument{Document: d, At: -1, Sets: setOf(spans...)})
}

func bench(b *testing.B, run func(b *testing.B, p *annotations.Project, data []byte)) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		p := sized(b, n)
		data := write(b, p)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			run(b, p, data)
		})
	}
}

// BenchmarkExport writes a project.
func BenchmarkExport(b *testing.B) {
	bench(b, func(b *testing.B, p *annotations.Project, _ []byte) {
		for b.Loop() {
			write(b, p)
		}
	})
}

// BenchmarkImport is all that Import does with a file: it is read, and its spans
// come into an article that is there without any.
func BenchmarkImport(b *testing.B) {
	bench(b, func(b *testing.B, p *annotations.Project, data []byte) {
		bare := newProject(b, annotations.AddDocument{Document: p.Documents()[0], At: -1})
		for b.Loop() {
			mergeInto(b, bare, read(b, data))
		}
	})
}

// BenchmarkRead is the first half of an import.
func BenchmarkRead(b *testing.B) {
	bench(b, func(b *testing.B, _ *annotations.Project, data []byte) {
		for b.Loop() {
			read(b, data)
		}
	})
}

// BenchmarkMerge is the second half of an import.
func BenchmarkMerge(b *testing.B) {
	bench(b, func(b *testing.B, p *annotations.Project, _ []byte) {
		bare := newProject(b, annotations.AddDocument{Document: p.Documents()[0], At: -1})
		for b.Loop() {
			mergeInto(b, bare, p)
		}
	})
}

// mergeInto brings a file's project into another.
func mergeInto(b *testing.B, into, file *annotations.Project) {
	edit, _, err := Merge(into, file, nil)
	if err != nil {
		b.Fatal(err)
	}
	apply(b, into, edit)
}

// BenchmarkRepair reads a file whose offsets are all a little late, as they are
// when every line break was counted as two.
func BenchmarkRepair(b *testing.B) {
	offset := regexp.MustCompile(`("start"|"end"): (\d+)`)
	bench(b, func(b *testing.B, _ *annotations.Project, data []byte) {
		late := offset.ReplaceAllFunc(data, func(m []byte) []byte {
			name, n, _ := strings.Cut(string(m), ": ")
			at, _ := strconv.Atoi(n)
			return fmt.Appendf(nil, "%s: %d", name, at+5)
		})
		for b.Loop() {
			if _, repairs, err := Read(late, nil); err != nil || len(repairs) == 0 {
				b.Fatal(len(repairs), err)
			}
		}
	})
}
