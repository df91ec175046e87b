package spanwise

import (
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// project holds what the file says against itself and makes a project of it.
func (f *file) project(pace annotations.Pace) (*annotations.Project, []string, error) {
	if f.misfit != nil {
		return nil, nil, f.misfit
	}
	sets, err := f.setsByDocument()
	if err != nil {
		return nil, nil, err
	}
	p, err := annotations.NewProject(f.scheme)
	if err != nil {
		return nil, nil, err
	}
	var repairs []string
	for i, d := range f.documents {
		part := pace.Nth(i, len(f.documents))
		add, said, err := d.settle(sets[d.id], part.Part(0, 0.5))
		if err != nil {
			return nil, nil, fmt.Errorf("“%s”: %w", d.details.Title, err)
		}
		if p, _, err = annotations.Apply(add, p, part.Part(0.5, 1)); err != nil {
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
func (d *document) settle(s *set, pace annotations.Pace) (annotations.AddDocument, []string, error) {
	doc, err := d.document(pace.Part(0, 0.5))
	add := annotations.AddDocument{Document: doc, At: -1}
	if err != nil || s == nil {
		return add, nil, err
	}
	times, err := s.readTimes(d.details.Title)
	if err != nil {
		return add, nil, err
	}
	places, err := s.settlePlaces(doc, pace.Part(0.5, 0.9))
	if s.mending != nil {
		s.spans = slices.DeleteFunc(s.spans, func(sp annotations.Span) bool { return len(sp.Ranges) == 0 })
	}
	if err != nil {
		return add, nil, err
	}
	set, err := annotations.NewSet(annotations.DefaultAnnotator, annotations.About{State: annotations.StateOpen}, s.spans, pace.Part(0.9, 1))
	add.Sets = []*annotations.Set{set}
	return add, append(times, places...), err
}

// document makes the document, whose text has to be the one that was written.
func (d *document) document(pace annotations.Pace) (*corpus.Document, error) {
	doc, err := corpus.NewDocument(d.id, d.details, d.text)
	if err != nil {
		return nil, err
	}
	if err := doc.WorkOut(pace); err != nil {
		return nil, err
	}
	if doc.SHA256() != strings.ToLower(d.sha256) {
		return nil, fmt.Errorf("the text is not the one that was written: its SHA-256 is %s, the file says %s",
			doc.SHA256(), annotations.Shorten(d.sha256))
	}
	return doc, nil
}

// readTimes reads the spans' times that were written in another way than ours,
// and says which they are: in another zone, or finer than milliseconds.
func (s *set) readTimes(title string) (repairs []string, err error) {
	for _, odd := range s.times {
		sp := &s.spans[odd.span]
		t, err := annotations.ParseTime(odd.text)
		if err != nil {
			return nil, fmt.Errorf("span %q: %s: %w", sp.ID, odd.name, err)
		}
		if odd.name == "created" {
			sp.Created = t
		} else {
			sp.Modified = t
		}
		if kept := annotations.FormatTime(t); kept != odd.text {
			repairs = append(repairs, fmt.Sprintf("span %q in “%s”: the time %s is kept as %q", sp.ID, title, odd.text, kept))
		}
	}
	return repairs, nil
}
