package annotations

import (
	"fmt"

	"spanwise/corpus"
)

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
		if s.Values, others = label.Fitting(s.Values, r.project); len(others) > 0 {
			r.drop("the span %s in %s is kept without %s", s.named(doc.Text()), quoteTitle(doc), label.dropped(others[0]))
		}
	}
	return s
}

// dropped is a value that does not fit any more, in a message.
func (l *Label) dropped(v Value) string {
	if a, known := l.Attribute(v.Attribute); known && a.Type == Entries && v.Entries != nil {
		return fmt.Sprintf("an entry in “%s” that the register or the scheme has no more", v.Attribute)
	}
	return fmt.Sprintf("a value of “%s” that the scheme does not allow any more", v.Attribute)
}

// named is a span in a message: by what it covers, or where that is not to be
// had by its ID.
func (s *Span) named(text string) string {
	if checkRanges(s.Ranges, text) != nil {
		return fmt.Sprintf("%q", s.ID)
	}
	return "“" + Shorten(text[s.Start():s.Ranges[0].End]) + "”"
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

// trimmedAbout is about without tags and values that do not fit any more.
func (r *reconciler) trimmedAbout(doc *corpus.Document, about About) About {
	var tags []Tag
	for _, t := range about.Tags {
		label := r.project.tag(t.Label)
		if label == nil {
			r.drop("the tag “%s” of %s could not be kept: it is not in the scheme any more", t.Label, quoteTitle(doc))
			continue
		}
		var others []Value
		if t.Values, others = label.Fitting(t.Values, r.project); len(others) > 0 {
			r.drop("the tag “%s” of %s is kept without %s", label.Name, quoteTitle(doc), label.dropped(others[0]))
		}
		tags = append(tags, t)
	}
	about.Tags = tags
	return about
}
