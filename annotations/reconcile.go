package annotations

import (
	"fmt"

	"spanwise/corpus"
)

// Reconcile gives the edit that does on p what e meant to do on the project that
// it was made for, where other edits may have come in between: the later one
// wins, and nothing else is lost. A span that is there is changed instead of
// added, one that is gone is added instead of changed; what was to be removed and
// is gone already counts as done; a label that has come into use stays in the
// scheme. What cannot be done any more is left out, and dropped says so, one
// error each, in words for a reader.
//
// fits applies to p; it is an empty Batch where nothing is left to do. What
// applies as it is stays as it is.
func Reconcile(e Edit, p *Project) (fits Edit, dropped []error) {
	r := &reconciler{project: p}
	r.one(e)
	if len(r.fits) == 1 {
		return r.fits[0], r.dropped
	}
	return Batch{r.fits}, r.dropped
}

// reconciler goes through edits that were made elsewhere.
type reconciler struct {
	project *Project // as what fits has left it
	fits    []Edit
	dropped []error
}

// several reconciles edits in order, each with what the ones before it have left.
func (r *reconciler) several(edits []Edit) {
	for len(edits) > 0 {
		run := alike(edits)
		r.run(run)
		edits = edits[len(run):]
	}
}

// run reconciles edits that are alike. They are done together, and where that
// cannot be, half of them and then the other half: a few that do not fit among
// very many are found without doing all of them one by one.
func (r *reconciler) run(edits []Edit) {
	if len(edits) == 1 {
		r.one(edits[0])
		return
	}
	// Without a Pace nothing but a misfit stops it, which it does not tell.
	if next, _, err := r.project.together(edits, nil); err == nil && next != nil {
		r.project, r.fits = next, append(r.fits, edits...)
		return
	}
	half := len(edits) / 2
	r.run(edits[:half])
	r.run(edits[half:])
}

func (r *reconciler) one(e Edit) {
	switch e := e.(type) {
	case nil:
		r.drop("a change could not be kept: there is none")
	case AddSpan:
		r.span(e.Document, e.Annotator, e.Span)
	case ChangeSpan:
		r.span(e.Document, e.Annotator, e.Span)
	case RemoveSpan:
		if _, _, _, err := r.project.wantedSpan(e.Document, e.Annotator, e.ID); err == nil {
			r.do(e)
		}
	case ChangeSet:
		r.about(e)
	case AddDocument:
		r.addDocument(e)
	case RemoveDocument:
		if _, there := r.project.article(e.ID); there {
			r.do(e)
		}
	case DescribeDocument:
		r.describe(e)
	case ChangeScheme:
		r.scheme(e)
	case Batch:
		r.several(e.Edits)
	default:
		r.other(e)
	}
}

// other reconciles edits of what stands beside the documents.
func (r *reconciler) other(e Edit) {
	switch e := e.(type) {
	case AddEntry:
		r.entry(e.Entry)
	case ChangeEntry:
		r.entry(e.Entry)
	case RemoveEntry:
		r.removeEntry(e)
	case AddRelation:
		r.relation(e.Relation)
	case ChangeRelation:
		r.relation(e.Relation)
	case RemoveRelation:
		if _, there := r.project.Relation(e.ID); there {
			r.do(e)
		}
	case AddAnnotator:
		r.annotator(e.Annotator, e.At)
	case ChangeAnnotator:
		r.annotator(e.Annotator, -1)
	case RemoveAnnotator:
		r.removeAnnotator(e)
	case RenameProject:
		r.do(e)
	}
}

func (r *reconciler) drop(format string, args ...any) {
	r.dropped = append(r.dropped, fmt.Errorf(format, args...))
}

// do does an edit that has been made to fit.
func (r *reconciler) do(e Edit) {
	next, _, err := e.Apply(r.project)
	if err != nil {
		r.drop("a change could not be kept: %w", err)
		return
	}
	r.project, r.fits = next, append(r.fits, e)
}

// span sees to it that the annotator has the span, whether it is there or not.
func (r *reconciler) span(docID, annotator string, s Span) {
	a, there := r.project.article(docID)
	if !there {
		r.drop("a span could not be kept: its article was removed meanwhile")
		return
	}
	s = r.trimmed(a.doc, s)
	err := r.project.wantedAnnotator(annotator)
	if err == nil {
		err = s.check(a.doc.Text(), r.project)
	}
	if err != nil {
		r.drop("the span %s in %s could not be kept: %w", s.named(a.doc.Text()), quoteTitle(a.doc), err)
		return
	}
	if old, known := a.set(annotator).Span(s.ID); known {
		if !old.Equal(s.kept()) {
			r.do(ChangeSpan{docID, annotator, s})
		}
		return
	}
	r.do(AddSpan{docID, annotator, s})
}

// trimmed is s without an entry and values that do not fit any more.
func (r *reconciler) trimmed(doc *corpus.Document, s Span) Span {
	if err := s.checkEntry(r.project); err != nil {
		r.drop("the span %s in %s is kept without its entry: %w", s.named(doc.Text()), quoteTitle(doc), err)
		s.Entry = ""
	}
	if label := r.project.label(s.Label); label != nil {
		var others []Value
		if s.Values, others = label.Fitting(s.Values); len(others) > 0 {
			r.drop("the span %s in %s is kept without a value of “%s” that the scheme does not allow any more",
				s.named(doc.Text()), quoteTitle(doc), others[0].Attribute)
		}
	}
	return s
}

// named is a span in a message: by what it covers, or where that is not to be
// had by its ID.
func (s *Span) named(text string) string {
	if checkRanges(s.Ranges, text) != nil {
		return fmt.Sprintf("%q", s.ID)
	}
	return "“" + Shorten(text[s.Start():s.Ranges[0].End]) + "”"
}

// about sees to it that an annotator says something about a document as a whole,
// but for tags that do not fit any more.
func (r *reconciler) about(e ChangeSet) {
	a, there := r.project.article(e.Document)
	if !there {
		r.drop("a note or state could not be kept: its article was removed meanwhile")
		return
	}
	e.About = r.trimmedAbout(a.doc, e.About)
	r.do(e)
}

func (r *reconciler) trimmedAbout(doc *corpus.Document, about About) About {
	var tags []Tag
	for _, t := range about.Tags {
		label := r.project.tag(t.Label)
		if label == nil {
			r.drop("the tag “%s” of %s could not be kept: it is not in the scheme any more", t.Label, quoteTitle(doc))
			continue
		}
		var others []Value
		if t.Values, others = label.Fitting(t.Values); len(others) > 0 {
			r.drop("the tag “%s” of %s is kept without a value of “%s” that the scheme does not allow any more",
				label.Name, quoteTitle(doc), others[0].Attribute)
		}
		tags = append(tags, t)
	}
	about.Tags = tags
	return about
}

// addDocument adds a document with what fits of its sets; where it is there
// already, it adds the spans to those that it has.
func (r *reconciler) addDocument(e AddDocument) {
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

// fittingSet is a set without what does not fit: itself, where all does.
func (r *reconciler) fittingSet(doc *corpus.Document, set *Set) *Set {
	if r.project.checkSet(doc, set, nil) == nil {
		return set
	}
	var kept []Span
	for s := range set.All() {
		span := r.trimmed(doc, *s)
		if err := span.check(doc.Text(), r.project); err != nil {
			r.drop("the span %s in %s could not be kept: %w", s.named(doc.Text()), quoteTitle(doc), err)
			continue
		}
		kept = append(kept, span)
	}
	next, err := NewSet(set.annotator, r.trimmedAbout(doc, *set.about), kept, nil)
	if err != nil {
		r.drop("what somebody has said about %s could not be kept: %w", quoteTitle(doc), err)
		return emptySet(set.annotator)
	}
	return next
}

func (r *reconciler) describe(e DescribeDocument) {
	if _, there := r.project.article(e.ID); !there {
		r.drop("the details of the article “%s” could not be kept: it was removed meanwhile", e.Details.Title)
		return
	}
	r.do(e)
}
