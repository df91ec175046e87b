package spanwise

import (
	"fmt"
	"strings"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// project holds what the file says against itself and makes a project of it.
func (f *file) project() (*annotations.Project, []string, error) {
	sets, err := f.setsByDocument()
	if err != nil {
		return nil, nil, err
	}
	p, err := annotations.NewProject(f.scheme)
	if err != nil {
		return nil, nil, err
	}
	var repairs []string
	for _, d := range f.documents {
		add, said, err := d.settle(sets[d.id])
		if err != nil {
			return nil, nil, fmt.Errorf("“%s”: %w", d.details.Title, err)
		}
		if p, _, err = add.Apply(p); err != nil {
			return nil, nil, err
		}
		repairs = append(repairs, said...)
	}
	return p, repairs, nil
}

// setsByDocument finds the sets' documents. Two documents with one ID are
// refused, and so is a set without a document or a second of one document.
func (f *file) setsByDocument() (map[string]*set, error) {
	known := make(map[string]bool, len(f.documents))
	for i, d := range f.documents {
		if known[d.id] {
			return nil, fmt.Errorf("documents[%d]: a second document has the ID %q", i, d.id)
		}
		known[d.id] = true
	}
	sets := make(map[string]*set, len(f.sets))
	for i := range f.sets {
		s := &f.sets[i]
		if !known[s.document] {
			return nil, fmt.Errorf("sets[%d] is of the document %q, which the file does not have", i, s.document)
		}
		if sets[s.document] != nil {
			return nil, fmt.Errorf("sets[%d] is a second set of the document %q", i, s.document)
		}
		sets[s.document] = s
	}
	return sets, nil
}

// settle makes the edit that adds a document with its spans, whose offsets are
// then in bytes.
func (d *document) settle(s *set) (annotations.AddDocument, []string, error) {
	doc, err := corpus.NewDocument(d.id, d.details, d.text)
	if err != nil {
		return annotations.AddDocument{}, nil, err
	}
	if doc.SHA256() != strings.ToLower(d.sha256) {
		return annotations.AddDocument{}, nil, fmt.Errorf(
			"the text is not the one that was written: its SHA-256 is %s, the file says %s",
			doc.SHA256(), annotations.Shorten(d.sha256))
	}
	add := annotations.AddDocument{Document: doc, At: -1}
	if s == nil {
		return add, nil, nil
	}
	times, err := s.readTimes(d.details.Title)
	if err != nil {
		return add, nil, err
	}
	places, err := s.settlePlaces(doc)
	if err != nil {
		return add, nil, err
	}
	add.Spans = make([]annotations.Span, len(s.spans))
	for i := range s.spans {
		add.Spans[i] = s.spans[i].Span
	}
	return add, append(times, places...), nil
}

// readTimes reads the spans' times, and says which were written in another zone
// or finer than milliseconds.
func (s *set) readTimes(title string) (repairs []string, err error) {
	for i := range s.spans {
		sp := &s.spans[i]
		for _, t := range []struct {
			name, text string
			into       *time.Time
		}{{"created", sp.created, &sp.Created}, {"modified", sp.modified, &sp.Modified}} {
			if *t.into, err = annotations.ParseTime(t.text); err != nil {
				return nil, fmt.Errorf("span %q: %s: %w", sp.ID, t.name, err)
			}
			if kept := annotations.FormatTime(*t.into); kept != t.text {
				repairs = append(repairs, fmt.Sprintf("span %q in “%s”: the time %s is kept as %q", sp.ID, title, t.text, kept))
			}
		}
	}
	return repairs, nil
}
