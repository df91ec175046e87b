package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"spanwise/corpus"
)

// AddDocument brings a document, with what annotators say about it, into the
// project as the At-th, counted from 0; -1 puts it at the end. Its ID is new
// there, and of each annotator it has one set at most. The project shares the
// sets.
type AddDocument struct {
	Document *corpus.Document
	At       int
	Sets     []*Set
}

func (AddDocument) kind() string { return "add-document" }

// Apply implements Edit; the inverse is a RemoveDocument. It takes linear time
// in the number of spans.
func (e AddDocument) Apply(p *Project) (*Project, Edit, error) { return e.applyAt(p, nil) }

func (e AddDocument) applyAt(p *Project, pace Pace) (*Project, Edit, error) {
	if e.Document == nil {
		return nil, nil, errors.New("add document: there is none")
	}
	next, err := e.addTo(p, pace)
	if err != nil {
		return nil, nil, fmt.Errorf("add document %q, %s: %w", e.Document.ID, quoteTitle(e.Document), err)
	}
	return next, RemoveDocument{e.Document.ID}, nil
}

func (e AddDocument) addTo(p *Project, pace Pace) (*Project, error) {
	if err := checkDocument(e.Document); err != nil {
		return nil, err
	}
	if _, taken := p.article(e.Document.ID); taken {
		return nil, errors.New("a document with this ID is there already")
	}
	at := e.At
	if at == -1 {
		at = p.shelf.len()
	}
	if at < 0 || at > p.shelf.len() {
		return nil, fmt.Errorf("place %d is not among the %d documents", at, p.shelf.len())
	}
	sets, err := p.checkedSets(e, pace)
	if err != nil {
		return nil, err
	}
	return p.withArticle(e.Document, at, sets), nil
}

// checkedSets returns those of the edit's sets that say anything, by annotator.
// All pass their check.
func (p *Project) checkedSets(e AddDocument, pace Pace) ([]*Set, error) {
	var sets []*Set
	for i, set := range e.Sets {
		if err := p.checkSet(e.Document, set, pace.Nth(i, len(e.Sets))); err != nil {
			return nil, err
		}
		at, twice := (&article{sets: sets}).setAt(set.annotator)
		if twice {
			return nil, fmt.Errorf("the annotator %q has two sets", set.annotator)
		}
		if !set.Empty() {
			sets = slices.Insert(sets, at, set)
		}
	}
	return sets, nil
}

func (p *Project) checkSet(doc *corpus.Document, set *Set, pace Pace) error {
	if err := cmp.Or(p.wantedAnnotator(set.annotator), set.about.check(p)); err != nil {
		return err
	}
	i := 0
	for s := range set.All() {
		if err := cmp.Or(pace.At(i, set.Len()), s.fits(doc.Text(), p)); err != nil {
			return err
		}
		i++
	}
	return nil
}

// effect has a part for each span of the sets.
func (e AddDocument) effect() effect {
	if e.Document == nil {
		return effect{bytes: smallBytes}
	}
	spans := e.count()
	return effect{
		many: e.touch, parts: spans, adds: Tally{Articles: 1, Spans: spans},
		bytes: smallBytes*(1+spans) + len(e.Document.Text())*9/8,
	}
}

// count is how many spans the edit brings.
func (e AddDocument) count() (sum int) {
	for _, set := range e.Sets {
		sum += set.Len()
	}
	return sum
}

func (e AddDocument) touch(visit func(Target) bool) bool {
	if !visit(Target{Document: e.Document.ID}) {
		return false
	}
	for _, set := range e.Sets {
		if !set.about.nothing() && !visit(Target{Document: e.Document.ID, Annotator: set.annotator}) {
			return false
		}
	}
	for set, s := range spansIn(e.Sets) {
		if !visit(Target{Document: e.Document.ID, Annotator: set.annotator, Span: s.ID}) {
			return false
		}
	}
	return true
}

// spansIn gives the spans of sets, each with its set.
func spansIn(sets []*Set) iter.Seq2[*Set, *Span] {
	return func(yield func(*Set, *Span) bool) {
		for _, set := range sets {
			for s := range set.All() {
				if !yield(set, s) {
					return
				}
			}
		}
	}
}

// reconcile adds the document with what fits of its sets; where it is there
// already, it adds the spans to those that it has.
func (e AddDocument) reconcile(r *reconciler) {
	if e.Document == nil {
		r.drop("an article could not be added: there is none")
		return
	}
	a, there := r.project.article(e.Document.ID)
	switch {
	case !there:
		r.do(r.fitting(e))
	case a.doc.Text() != e.Document.Text():
		r.drop("the article %s could not be added: meanwhile %s has its ID %q, with another text",
			quoteTitle(e.Document), quoteTitle(a.doc), e.Document.ID)
	default:
		r.several(e.edits())
	}
}

// edits does what the sets of e do, with a document that is there.
func (e AddDocument) edits() []Edit {
	edits := make([]Edit, 0, e.count())
	for set, s := range spansIn(e.Sets) {
		edits = append(edits, AddSpan{e.Document.ID, set.annotator, *s})
	}
	for _, set := range e.Sets {
		if !set.about.nothing() {
			edits = append(edits, ChangeSet{e.Document.ID, set.annotator, *set.about})
		}
	}
	return edits
}

// fitting is e at a place that there is, without what does not fit.
func (r *reconciler) fitting(e AddDocument) AddDocument {
	if e.At < 0 || e.At > r.project.shelf.len() {
		e.At = -1
	}
	var sets []*Set
	for _, set := range e.Sets {
		if err := r.project.wantedAnnotator(set.annotator); err != nil {
			r.drop("what somebody has said about %s could not be kept: %w", quoteTitle(e.Document), err)
			continue
		}
		sets = append(sets, r.fittingSet(e.Document, set))
	}
	e.Sets = sets
	return e
}

func (e AddDocument) write(w *JSONWriter, pace Pace) error {
	if e.Document == nil {
		return errors.New("add document: there is none")
	}
	w.Name("document")
	w.Open('{')
	w.Field("id", e.Document.ID)
	w.Details(e.Document.Details)
	w.Field("text", e.Document.Text())
	w.Close('}')
	w.IntField("at", e.At)
	if only := e.onlySpans(); only != nil {
		return writeSpans(w, only, pace)
	}
	w.Name("sets")
	w.Open('[')
	for i, set := range e.Sets {
		w.Open('{')
		w.Field("annotator", set.annotator)
		w.About(*set.about, nil)
		if err := writeSpans(w, set, pace.Nth(i, len(e.Sets))); err != nil {
			return err
		}
		w.Close('}')
	}
	w.Close(']')
	return nil
}

// onlySpans is the one set of a project that knows one annotator, if it is
// nothing but spans; an empty one where there is none.
func (e AddDocument) onlySpans() *Set {
	switch {
	case len(e.Sets) == 0:
		return emptySet(DefaultAnnotator)
	case len(e.Sets) == 1 && e.Sets[0].annotator == DefaultAnnotator && e.Sets[0].about.nothing():
		return e.Sets[0]
	}
	return nil
}

// readAddDocument reads an AddDocument, of which older ones have nothing but spans
// of the only annotator.
func readAddDocument(r *JSONReader) (Edit, error) {
	var e AddDocument
	err := r.ObjectWith([]string{"kind", "document", "at", "spans", "sets"}, 3, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.Document, err = r.document()
		case 2:
			e.At, err = r.Int()
		case 3:
			var set *Set
			if set, err = r.setOf(DefaultAnnotator, About{State: StateOpen}); err == nil && set.Len() > 0 {
				e.Sets = append(e.Sets, set)
			}
		case 4:
			err = r.Array(func(int) error {
				set, err := r.set()
				e.Sets = append(e.Sets, set)
				return err
			})
		}
		return err
	})
	return e, err
}
