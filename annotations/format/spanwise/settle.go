package spanwise

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/jsontext"
	"spanwise/corpus"
)

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	besideSettled    = 0.05
	documentsSettled = 0.95
	spansPlaced      = 0.8 // of one set
)

// project holds what the file says against itself and makes a project of it.
func (f *file) project(pace annotations.Pace) (*annotations.Project, []format.Note, error) {
	if f.misfit != nil {
		return nil, nil, f.misfit
	}
	sets, err := f.setsByDocument()
	if err != nil {
		return nil, nil, err
	}
	p, err := f.bare(pace.Part(0, besideSettled))
	if err != nil {
		return nil, nil, err
	}
	var repairs []format.Note
	for i, d := range f.documents {
		part := pace.Part(besideSettled, documentsSettled).Nth(i, len(f.documents))
		add, said, err := d.settle(sets[d.id], part.Part(0, 0.5))
		if err != nil {
			return nil, nil, fmt.Errorf("“%s”: %w", d.details.Title, err)
		}
		if p, _, err = annotations.Apply(add, p, part.Part(0.5, 1)); err != nil {
			return nil, nil, err
		}
		repairs = append(repairs, said...)
	}
	p, said, err := f.relate(p, pace.Part(documentsSettled, 1))
	return p, append(repairs, said...), err
}

// bare makes the project without its documents.
func (f *file) bare(pace annotations.Pace) (*annotations.Project, error) {
	p, err := annotations.NewProject(f.scheme)
	if err != nil {
		return nil, err
	}
	if p, _, err = (annotations.RenameProject{Name: f.name}).Apply(p); err != nil {
		return nil, err
	}
	if p, err = f.employ(p); err != nil {
		return nil, err
	}
	for i, e := range f.register {
		if err := pace.At(i, len(f.register)); err != nil {
			return nil, err
		}
		if p, _, err = (annotations.AddEntry{Entry: e}).Apply(p); err != nil {
			return nil, fmt.Errorf("register[%d]: %w", i, err)
		}
	}
	return p, nil
}

// employ gives a new project, which has the usual annotator, those of the file.
// That one is moved on by each who comes before them, and leaves if nobody is
// them.
func (f *file) employ(p *annotations.Project) (_ *annotations.Project, err error) {
	const usual = annotations.DefaultAnnotator
	stays := len(f.annotators) == 0
	for i, a := range f.annotators {
		edit := annotations.Edit(annotations.AddAnnotator{Annotator: a, At: i})
		if a.ID == usual && !stays {
			edit, stays = annotations.ChangeAnnotator{Annotator: a}, true
		}
		if p, _, err = edit.Apply(p); err != nil {
			return nil, fmt.Errorf("annotators[%d]: %w", i, err)
		}
	}
	if !stays {
		p, _, err = annotations.RemoveAnnotator{ID: usual}.Apply(p)
	}
	return p, err
}

// relate adds the relations. One that does not fit is an error, or where the file
// is being mended left out.
func (f *file) relate(p *annotations.Project, pace annotations.Pace) (_ *annotations.Project, repairs []format.Note, err error) {
	for i := range f.relations {
		if err := pace.At(i, len(f.relations)); err != nil {
			return nil, nil, err
		}
		l := &f.relations[i]
		said, err := l.readTimes()
		if err != nil {
			return nil, nil, fmt.Errorf("relations[%d]: %w", i, err)
		}
		next, _, err := annotations.AddRelation{Relation: l.Relation}.Apply(p)
		switch {
		case err == nil:
			p, repairs = next, append(repairs, said...)
		case f.leaveOut == nil:
			return nil, nil, fmt.Errorf("relations[%d]: %w", i, err)
		default:
			f.leaveOut(format.Place{Path: fmt.Sprintf("relations[%d]", i)}, annotations.Say("%s", errors.Unwrap(err)))
		}
	}
	return p, repairs, nil
}

// owner is whose set of which document it is.
type owner struct{ document, annotator string }

// setsByDocument finds the sets' documents. Two documents with one ID are
// refused, and so is a set without a document or without an annotator, or a
// second of one document and annotator.
func (f *file) setsByDocument() (map[string][]*set, error) {
	known := make(map[string]bool, len(f.documents))
	for i, d := range f.documents {
		if known[d.id] {
			return nil, fmt.Errorf("documents[%d]: a second document has the ID %q", i, d.id)
		}
		known[d.id] = true
	}
	annotators := f.annotatorIDs()
	sets := make(map[string][]*set, len(f.sets))
	seen := make(map[owner]bool, len(f.sets))
	for i := range f.sets {
		s := &f.sets[i]
		of := owner{s.document, s.annotator}
		switch {
		case !known[s.document]:
			return nil, fmt.Errorf("sets[%d] is of the document %q, which the file does not have", i, s.document)
		case !annotators[s.annotator]:
			return nil, fmt.Errorf("sets[%d] is of the annotator %q, whom the file does not have", i, s.annotator)
		case seen[of]:
			return nil, fmt.Errorf("sets[%d] is a second set of the document %q by the annotator %q", i, s.document, s.annotator)
		}
		seen[of] = true
		sets[s.document] = append(sets[s.document], s)
	}
	return sets, nil
}

// annotatorIDs are those of the annotators that the project will have.
func (f *file) annotatorIDs() map[string]bool {
	ids := map[string]bool{}
	for _, a := range f.annotators {
		ids[a.ID] = true
	}
	if len(ids) == 0 {
		ids[annotations.DefaultAnnotator] = true
	}
	return ids
}

// settle makes the edit that adds a document with its sets, whose offsets are
// then in bytes.
func (d *document) settle(sets []*set, pace annotations.Pace) (annotations.AddDocument, []format.Note, error) {
	doc, err := d.document(pace.Part(0, 0.5))
	add := annotations.AddDocument{Document: doc, At: -1}
	var repairs []format.Note
	for i, s := range sets {
		if err != nil {
			break
		}
		var said []format.Note
		var settled *annotations.Set
		settled, said, err = s.settle(doc, pace.Part(0.5, 1).Nth(i, len(sets)))
		add.Sets, repairs = append(add.Sets, settled), append(repairs, said...)
	}
	return add, repairs, err
}

// settle makes the set of a document.
func (s *set) settle(doc *corpus.Document, pace annotations.Pace) (*annotations.Set, []format.Note, error) {
	times, err := s.readTimes(doc.Title)
	if err != nil {
		return nil, nil, err
	}
	places, err := s.settlePlaces(doc, pace.Part(0, spansPlaced))
	if err != nil {
		return nil, nil, err
	}
	if s.keep != nil {
		s.spans = slices.DeleteFunc(s.spans, func(sp annotations.Span) bool { return len(sp.Ranges) == 0 })
	}
	set, err := annotations.NewSet(s.annotator, s.about, s.spans, pace.Part(spansPlaced, 1))
	return set, append(times, places...), err
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
func (s *set) readTimes(title string) (repairs []format.Note, err error) {
	for _, odd := range s.times {
		sp := &s.spans[odd.span]
		said, err := odd.read(&sp.Created, &sp.Modified)
		if err != nil {
			return nil, fmt.Errorf("span %q: %w", sp.ID, err)
		}
		if !said.Empty() {
			repairs = append(repairs, format.Note{Where: format.Place{Article: title, Span: sp.ID},
				What: annotations.Say("span %q in “%s”: %s", sp.ID, title, said)})
		}
	}
	return repairs, nil
}

// readTimes is the same for a relation.
func (l *relation) readTimes() (repairs []format.Note, err error) {
	for _, odd := range l.times {
		said, err := odd.read(&l.Created, &l.Modified)
		if err != nil {
			return nil, fmt.Errorf("relation %q: %w", l.ID, err)
		}
		if !said.Empty() {
			repairs = append(repairs, format.Note{What: annotations.Say("relation %q: %s", l.ID, said)})
		}
	}
	return repairs, nil
}

// read puts the time where it belongs, and says as what if that is another.
func (odd oddTime) read(created, modified *time.Time) (said annotations.Message, err error) {
	t, err := jsontext.ParseTime(odd.text)
	if err != nil {
		return said, fmt.Errorf("%s: %w", odd.name, err)
	}
	if odd.name == "created" {
		*created = t
	} else {
		*modified = t
	}
	if kept := jsontext.FormatTime(t); kept != odd.text {
		said = annotations.Say("the time %s is kept as %q", odd.text, kept)
	}
	return said, nil
}
