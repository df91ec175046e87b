package annotations

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"spanwise/corpus"
)

// sizes are the numbers of spans in one article; its text has 30 bytes a span.
var sizes = []int{1_000, 10_000, 100_000}

func bench(b *testing.B, run func(b *testing.B, p *Project, n int)) {
	for _, n := range sizes {
		p := sized(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			run(b, p, n)
		})
	}
}

// sized makes a project of one article with n spans.
func sized(tb testing.TB, n int) *Project {
	tb.Helper()
	doc, err := corpus.NewDocument("doc", corpus.Details{Title: "Bench"}, strings.Repeat("abcd ", 6*n))
	if err != nil {
		tb.Fatal(err)
	}
	var spans []Span
	for _, s := range randomSpans(rand.New(rand.NewPCG(1, 2)), n, 30*n, 40) {
		spans = append(spans, *s)
	}
	return apply(tb, empty(tb), AddDocument{doc, 0, spans})
}

func someSpan(i, n int) Span {
	start := i * 7919 % (30*n - 10)
	return span(fmt.Sprint("new", i), "actor", start, start+10)
}

func BenchmarkAdd(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		for i := 0; b.Loop(); i++ {
			apply(b, p, AddSpan{"doc", someSpan(i, n)})
		}
	})
}

func BenchmarkRemove(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		for i := 0; b.Loop(); i++ {
			apply(b, p, RemoveSpan{"doc", fmt.Sprint("s", i*7919%n)})
		}
	})
}

func BenchmarkUndo(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		next, inverse, err := AddSpan{"doc", someSpan(1, n)}.Apply(p)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			var h History
			h.Push(inverse)
			h.Undo(next)
		}
	})
}

func BenchmarkFindAtPosition(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		set := p.Set("doc")
		for i := 0; b.Loop(); i++ {
			pos := i * 7919 % (30 * n)
			for range set.Overlapping(pos, pos+1) {
			}
		}
	})
}

func BenchmarkIndexOf(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		set := p.Set("doc")
		for i := 0; b.Loop(); i++ {
			set.IndexOf(fmt.Sprint("s", i*7919%n))
		}
	})
}

func BenchmarkSegmentBlock(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		set := p.Set("doc")
		for i := 0; b.Loop(); i++ {
			start := i * 7919 % (30*n - 500)
			Segments(set, start, start+500)
		}
	})
}

func BenchmarkChanged(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		next := apply(b, p, AddSpan{"doc", someSpan(1, n)})
		for b.Loop() {
			Changed(p.Set("doc"), next.Set("doc"))
		}
	})
}

// BenchmarkAddMany is an import into an article that is there: one step of n edits.
func BenchmarkAddMany(b *testing.B) {
	for _, n := range sizes {
		p := sized(b, n)
		bare := apply(b, p, Batch{[]Edit{RemoveDocument{"doc"}, AddDocument{Document: p.Documents()[0], At: -1}}})
		var batch Batch
		for s := range p.Set("doc").All() {
			batch.Edits = append(batch.Edits, AddSpan{"doc", *s})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				apply(b, bare, batch)
			}
		})
	}
}

// BenchmarkAddDocument is how a file's spans come in: all at once, in text order.
func BenchmarkAddDocument(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		add := AddDocument{Document: p.Documents()[0], At: -1}
		for _, s := range slices.Collect(p.Set("doc").All()) {
			add.Spans = append(add.Spans, *s)
		}
		bare := empty(b)
		for b.Loop() {
			apply(b, bare, add)
		}
	})
}

// BenchmarkAddDocuments makes a project of n/20 articles: 5,000 at the largest.
func BenchmarkAddDocuments(b *testing.B) {
	for _, n := range sizes {
		docs := make([]*corpus.Document, n/20)
		for i := range docs {
			docs[i] = document(b, fmt.Sprint("d", i), "text")
		}
		b.Run(fmt.Sprint(len(docs)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewProject(testScheme, docs...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
