package annotations

import (
	"errors"
	"fmt"
	"slices"
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
		r.span(e.Document, e.Span)
	case ChangeSpan:
		r.span(e.Document, e.Span)
	case RemoveSpan:
		r.removeSpan(e)
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

// span sees to it that the document has the span, whether it is there or not.
func (r *reconciler) span(docID string, s Span) {
	a, there := r.project.article(docID)
	if !there {
		r.drop("a span could not be kept: its article was removed meanwhile")
		return
	}
	if err := s.check(a.doc.Text(), r.project.labels); err != nil {
		r.drop("the span %s in %s could not be kept: %w", s.named(a.doc.Text()), quoteTitle(a.doc), err)
		return
	}
	if _, known := a.set.Span(s.ID); known {
		r.do(ChangeSpan{docID, s})
		return
	}
	r.do(AddSpan{docID, s})
}

// named is a span in a message: by what it covers, or where that is not to be
// had by its ID.
func (s *Span) named(text string) string {
	if checkRanges(s.Ranges, text) != nil {
		return fmt.Sprintf("%q", s.ID)
	}
	return "“" + Shorten(text[s.Start():s.Ranges[0].End]) + "”"
}

func (r *reconciler) removeSpan(e RemoveSpan) {
	a, there := r.project.article(e.Document)
	if !there {
		return
	}
	if _, known := a.set.Span(e.ID); known {
		r.do(e)
	}
}

// addDocument adds a document with what fits of its spans; where it is there
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
		edits := make([]Edit, 0, e.count())
		for _, s := range e.spans() {
			edits = append(edits, AddSpan{e.Document.ID, *s})
		}
		r.several(edits)
	}
}

// fitting is e at a place that there is, without the spans that do not fit.
func (r *reconciler) fitting(e AddDocument) AddDocument {
	if e.At < 0 || e.At > r.project.shelf.len() {
		e.At = -1
	}
	all, text := e.count(), e.Document.Text()
	kept, ids := make([]Span, 0, all), make(map[string]bool, all)
	for _, s := range e.spans() {
		err := s.check(text, r.project.labels)
		if err == nil && ids[s.ID] {
			err = errors.New("another span has its ID")
		}
		if err != nil {
			r.drop("the span %s in %s could not be kept: %w", s.named(text), quoteTitle(e.Document), err)
			continue
		}
		ids[s.ID] = true
		kept = append(kept, *s)
	}
	if len(kept) < all {
		e.Spans, e.Set = kept, nil
	}
	return e
}

func (r *reconciler) describe(e DescribeDocument) {
	if _, there := r.project.article(e.ID); !there {
		r.drop("the details of the article “%s” could not be kept: it was removed meanwhile", e.Details.Title)
		return
	}
	r.do(e)
}

// scheme gives the project the scheme with, behind its own labels, those that it
// lacks and that are in use.
func (r *reconciler) scheme(e ChangeScheme) {
	if e.Scheme == nil {
		r.drop("the scheme could not be changed: there is no other")
		return
	}
	labels := slices.Clone(e.Scheme.Labels)
	for _, l := range r.project.inUse(e.Scheme) {
		r.drop("the label “%s” could not be removed: it has been used meanwhile", l.Name)
		if slices.ContainsFunc(labels, func(o Label) bool { return o.Key == l.Key }) {
			l.Key = ""
		}
		labels = append(labels, l)
	}
	r.do(ChangeScheme{&Scheme{e.Scheme.Name, labels}})
}

// inUse lists the labels of the project's scheme that spans have and that another
// scheme lacks.
func (p *Project) inUse(without *Scheme) []Label {
	used := map[string]bool{}
	for _, s := range p.lacking(without) {
		used[s.Label] = true
	}
	var labels []Label
	for _, l := range p.scheme.Labels {
		if used[l.ID] {
			labels = append(labels, l)
		}
	}
	return labels
}
