package spanwise

import (
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Merge makes the one edit that brings the project of a file into another, and
// a sentence for a person about everything that it will do.
//
// Documents are the same when their texts are (by SHA-256; of several, the one
// with the same ID); others are added at the end, under a new ID if theirs is
// taken. Spans of the same document are united by ID; where two differ, the one
// modified later stays, and at the same time ours. Labels that are missing are
// added. Where a label, the scheme's name or a document's details differ, ours
// stay if the project has any span, and else the file's are taken; details that
// are empty here are taken from the file in either case. What is only in into
// stays as it is.
func Merge(into, file *annotations.Project, pace annotations.Pace) (edit annotations.Batch, report []string, err error) {
	m := &merger{into: into, fresh: !anySpan(into)}
	if err := m.scheme(file.Scheme()); err != nil {
		return edit, nil, fmt.Errorf("spanwise: merge: %w", err)
	}
	ours := match(into.Documents(), file.Documents())
	for i, d := range file.Documents() {
		same := ours[d]
		if same == nil {
			m.document(d, file.Sets(d.ID))
			continue
		}
		m.details(same, d)
		if err := m.spans(same, file.Set(d.ID, annotations.DefaultAnnotator), pace.Nth(i, len(file.Documents()))); err != nil {
			return edit, nil, fmt.Errorf("spanwise: merge: %w", err)
		}
	}
	if len(m.edits) == 0 && len(m.report) == 0 {
		m.say("everything in the file is here already")
	}
	return annotations.Batch{Edits: m.edits}, m.report, nil
}

// merger gathers the edits and what is to be said of them.
type merger struct {
	into   *annotations.Project
	fresh  bool     // nothing is marked yet, so the file's word counts for more
	ids    *freeIDs // of documents, those that will be added included
	edits  []annotations.Edit
	report []string
}

func (m *merger) do(e annotations.Edit) { m.edits = append(m.edits, e) }

func (m *merger) say(format string, args ...any) {
	m.report = append(m.report, fmt.Sprintf(format, args...))
}

func anySpan(p *annotations.Project) bool {
	return slices.ContainsFunc(p.Documents(), func(d *corpus.Document) bool { return len(p.Sets(d.ID)) > 0 })
}

// match finds for each of theirs the one of ours with the same text, if any; no
// document of ours is taken twice.
func match(ours, theirs []*corpus.Document) map[*corpus.Document]*corpus.Document {
	byText := map[string][]*corpus.Document{}
	for _, d := range ours {
		byText[d.SHA256()] = append(byText[d.SHA256()], d)
	}
	found := map[*corpus.Document]*corpus.Document{}
	take := func(d *corpus.Document, fits func(*corpus.Document) bool) {
		candidates := byText[d.SHA256()]
		if i := slices.IndexFunc(candidates, fits); found[d] == nil && i >= 0 {
			found[d] = candidates[i]
			byText[d.SHA256()] = slices.Delete(candidates, i, i+1)
		}
	}
	for _, d := range theirs {
		take(d, func(o *corpus.Document) bool { return o.ID == d.ID })
	}
	for _, d := range theirs {
		take(d, func(*corpus.Document) bool { return true })
	}
	return found
}

// document adds a document that is not here.
func (m *merger) document(d *corpus.Document, sets []*annotations.Set) {
	id := m.freeID(d.ID)
	if id != d.ID {
		m.say("article “%s” has the ID %q, which another text has here; it was given the ID %q", d.Title, d.ID, id)
	}
	m.do(annotations.AddDocument{Document: d.WithID(id), At: -1, Sets: sets})
	spans := 0
	for _, set := range sets {
		spans += set.Len()
	}
	m.say("article “%s” added, with %s", d.Title, count(spans, "span"))
}

// freeID returns id, or the first of id-2, id-3 … that no document has.
func (m *merger) freeID(id string) string {
	if m.ids == nil {
		m.ids = newFreeIDs(func(take func(id string)) {
			for _, d := range m.into.Documents() {
				take(d.ID)
			}
		})
	}
	return m.ids.like(id)
}

// spans unites the spans of a document that is here with those of the file.
func (m *merger) spans(doc *corpus.Document, set *annotations.Set, pace annotations.Pace) error {
	added, seen := 0, 0
	ours := m.into.Set(doc.ID, annotations.DefaultAnnotator)
	for theirs := range set.All() {
		if err := pace.At(seen, set.Len()); err != nil {
			return err
		}
		seen++
		here, known := ours.Span(theirs.ID)
		switch {
		case !known:
			m.do(annotations.AddSpan{Document: doc.ID, Annotator: annotations.DefaultAnnotator, Span: *theirs})
			added++
		case !here.Equal(theirs):
			m.choose(doc, here, theirs)
		}
	}
	if added > 0 {
		m.say("%s added to “%s”", count(added, "span"), doc.Title)
	}
	return nil
}

// choose decides between two values of one span.
func (m *merger) choose(doc *corpus.Document, here, theirs *annotations.Span) {
	if theirs.Modified.After(here.Modified) {
		m.do(annotations.ChangeSpan{Document: doc.ID, Annotator: annotations.DefaultAnnotator, Span: *theirs})
		m.say("span %q in “%s” differs from the one here; the file's, modified later, was taken", here.ID, doc.Title)
		return
	}
	m.say("span %q in “%s” differs from the one here; ours, not modified earlier, was kept", here.ID, doc.Title)
}
