package annotations

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"spanwise/corpus"
)

// sizes are the numbers of spans in one article; its text has 30 bytes a span.
var sizes = []int{1_000, 10_000, 100_000}

// projectSizes are the numbers of articles in a project.
var projectSizes = []int{100, 1_000, 5_000}

// places is how many different places a benchmark works at in turn. They are
// made beforehand, so that only the work itself is measured.
const places = 1024

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
	return apply(tb, empty(tb), AddDocument{Document: doc, At: 0, Sets: setOf(spans...)})
}

// spread gives a number below n for each place, all over.
func spread(n int) []int {
	list := make([]int, places)
	for i := range list {
		list[i] = i * 7919 % n
	}
	return list
}

// everywhere makes one edit a place.
func everywhere(n int, edit func(i, at int) Edit) []Edit {
	var edits []Edit
	for i, at := range spread(n) {
		edits = append(edits, edit(i, at))
	}
	return edits
}

// must applies an edit without what apply costs as a test helper.
func must(b *testing.B, p *Project, e Edit) (next *Project, inverse Edit) {
	next, inverse, err := e.Apply(p)
	if err != nil {
		b.Fatal(err)
	}
	return next, inverse
}

func someSpan(i, start int) Span {
	return span(fmt.Sprint("new", i), "actor", start, start+10)
}

func BenchmarkAdd(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		edits := everywhere(30*n-10, func(i, at int) Edit { return AddSpan{"doc", DefaultAnnotator, someSpan(i, at)} })
		for i := 0; b.Loop(); i++ {
			must(b, p, edits[i%places])
		}
	})
}

func BenchmarkRemove(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		edits := everywhere(n, func(_, at int) Edit { return RemoveSpan{"doc", DefaultAnnotator, fmt.Sprint("s", at)} })
		for i := 0; b.Loop(); i++ {
			must(b, p, edits[i%places])
		}
	})
}

func BenchmarkUndo(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		next, inverse := must(b, p, AddSpan{"doc", DefaultAnnotator, someSpan(1, 15*n)})
		for b.Loop() {
			step, _ := History{}.Did("step", inverse).NextUndo()
			must(b, next, step.Edit)
		}
	})
}

func BenchmarkRedo(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		next, inverse := must(b, p, AddSpan{"doc", DefaultAnnotator, someSpan(1, 15*n)})
		back, forth := must(b, next, inverse)
		for b.Loop() {
			step, _ := History{}.Undid("step", forth).NextRedo()
			must(b, back, step.Edit)
		}
	})
}

func BenchmarkFindAtPosition(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		set, at := p.Set("doc", DefaultAnnotator), spread(30*n)
		for i := 0; b.Loop(); i++ {
			pos := at[i%places]
			for range set.Overlapping(pos, pos+1) {
			}
		}
	})
}

func BenchmarkIndexOf(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		set := p.Set("doc", DefaultAnnotator)
		var ids []string
		for _, at := range spread(n) {
			ids = append(ids, fmt.Sprint("s", at))
		}
		for i := 0; b.Loop(); i++ {
			set.IndexOf(ids[i%places])
		}
	})
}

func BenchmarkSegmentBlock(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		set, at := p.Set("doc", DefaultAnnotator), spread(30*n-500)
		for i := 0; b.Loop(); i++ {
			start := at[i%places]
			Segments(set, start, start+500)
		}
	})
}

func BenchmarkChanged(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		next, _ := must(b, p, AddSpan{"doc", DefaultAnnotator, someSpan(1, 15*n)})
		for b.Loop() {
			Changed(p.Set("doc", DefaultAnnotator), next.Set("doc", DefaultAnnotator))
		}
	})
}

// BenchmarkAddMany is an import into an article that is there: one step of n edits.
func BenchmarkAddMany(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, _ int) {
		bare := apply(b, p, Batch{[]Edit{RemoveDocument{"doc"}, AddDocument{Document: p.Documents()[0], At: -1}}})
		batch := marks(p)
		for b.Loop() {
			must(b, bare, batch)
		}
	})
}

// BenchmarkAddDocument is how a file's spans come in: all at once, in text order.
func BenchmarkAddDocument(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, _ int) {
		var spans []Span
		for s := range p.Set("doc", DefaultAnnotator).All() {
			spans = append(spans, *s)
		}
		bare := empty(b)
		for b.Loop() {
			must(b, bare, AddDocument{p.Documents()[0], -1, setOf(spans...)})
		}
	})
}

// nowAndThen is a Pace that lets work go on.
func nowAndThen(float64) error { return nil }

// marks are the spans of a project's article as a batch that adds them.
func marks(p *Project) Batch {
	var batch Batch
	for s := range p.Set("doc", DefaultAnnotator).All() {
		batch.Edits = append(batch.Edits, AddSpan{"doc", DefaultAnnotator, *s})
	}
	return batch
}

// BenchmarkWriteEdits is the journal's record of an import: n edits at a pace.
func BenchmarkWriteEdits(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, _ int) {
		batch := marks(p)
		for b.Loop() {
			var w JSONWriter
			if err := w.Edit(batch, nowAndThen); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkReadEdits reads such a record.
func BenchmarkReadEdits(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, _ int) {
		data, err := MarshalEdit(marks(p))
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := UnmarshalEdit(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkWriteEdit is the journal's record of one mark.
func BenchmarkWriteEdit(b *testing.B) {
	e := Edit(AddSpan{"doc", DefaultAnnotator, someSpan(1, 5)})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := MarshalEdit(e); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkChange puts another label on a span.
func BenchmarkChange(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		edits := everywhere(n, func(_, at int) Edit {
			s, _ := p.Set("doc", DefaultAnnotator).Span(fmt.Sprint("s", at))
			next := *s
			next.Label = "demand"
			return ChangeSpan{"doc", DefaultAnnotator, next}
		})
		for i := 0; b.Loop(); i++ {
			must(b, p, edits[i%places])
		}
	})
}

// articles makes n articles of a few words.
func articles(tb testing.TB, n int) []*corpus.Document {
	tb.Helper()
	docs := make([]*corpus.Document, n)
	for i := range docs {
		docs[i] = document(tb, fmt.Sprint("d", i), "a text of a few words")
	}
	return docs
}

func benchProjects(b *testing.B, run func(b *testing.B, docs []*corpus.Document)) {
	for _, n := range projectSizes {
		docs := articles(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			run(b, docs)
		})
	}
}

// BenchmarkEditAmongArticles marks a span in one of many articles and takes it back.
func BenchmarkEditAmongArticles(b *testing.B) {
	benchProjects(b, func(b *testing.B, docs []*corpus.Document) {
		p, err := NewProject(testScheme, docs...)
		if err != nil {
			b.Fatal(err)
		}
		edits := everywhere(len(docs), func(i, at int) Edit { return AddSpan{fmt.Sprint("d", at), DefaultAnnotator, someSpan(i, 5)} })
		for i := 0; b.Loop(); i++ {
			next, inverse := must(b, p, edits[i%places])
			must(b, next, inverse)
		}
	})
}

// BenchmarkAddAnArticle brings one more article into a project, and takes it back.
func BenchmarkAddAnArticle(b *testing.B) {
	benchProjects(b, func(b *testing.B, docs []*corpus.Document) {
		p, err := NewProject(testScheme, docs...)
		if err != nil {
			b.Fatal(err)
		}
		add := AddDocument{Document: document(b, "new", "one more"), At: len(docs) / 2}
		for b.Loop() {
			next, inverse := must(b, p, add)
			must(b, next, inverse)
		}
	})
}

// BenchmarkNewProject makes a project of all articles at once.
func BenchmarkNewProject(b *testing.B) {
	benchProjects(b, func(b *testing.B, docs []*corpus.Document) {
		for b.Loop() {
			if _, err := NewProject(testScheme, docs...); err != nil {
				b.Fatal(err)
			}
		}
	})
}
