package spanwise

import (
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	registerWritten = 0.05
	textsWritten    = 0.2
	setsWritten     = 0.95
)

// Write returns the project as a file: UTF-8, indented, ended by a line break.
// Annotators and documents keep their order, sets stand in the order of the
// documents and of the annotators' IDs, spans in text order, entries by label
// and name, relations by ID, and what says nothing is left out, so that equal
// projects give equal bytes. Offsets are in code points. An error names the span
// whose place is not in its document, which cannot come out of an edit.
func Write(p *annotations.Project, pace annotations.Pace) ([]byte, error) {
	w := &writer{labels: map[string]*annotations.Label{}, scheme: p.Scheme()}
	w.Indent = true
	for i := range w.scheme.Labels {
		w.labels[w.scheme.Labels[i].ID] = &w.scheme.Labels[i]
	}
	w.Grow(room(p))
	if err := pace.At(0, 1); err != nil {
		return nil, err
	}
	w.Open('{')
	if err := w.project(p, pace); err != nil {
		return nil, err
	}
	w.Close('}')
	return append(w.Bytes(), '\n'), nil
}

// writer knows the scheme, which says how values are written.
type writer struct {
	annotations.JSONWriter
	scheme *annotations.Scheme
	labels map[string]*annotations.Label // of the scheme, by ID
}

func (w *writer) project(p *annotations.Project, pace annotations.Pace) error {
	w.Field("format", formatName)
	w.IntField("version", Version)
	w.Field("offsets", offsetUnit)
	w.OptionalField("name", p.Name())
	w.annotators(p)
	w.Name("scheme")
	w.Scheme(w.scheme)
	if err := w.register(p, pace.Part(0, registerWritten)); err != nil {
		return err
	}
	if err := w.eachDocument("documents", p, pace.Part(registerWritten, textsWritten), func(d *corpus.Document, pace annotations.Pace) error {
		return w.document(d, pace)
	}); err != nil {
		return err
	}
	if err := w.eachDocument("sets", p, pace.Part(textsWritten, setsWritten), func(d *corpus.Document, pace annotations.Pace) error {
		return w.sets(d, p.Sets(d.ID), pace)
	}); err != nil {
		return err
	}
	return w.relations(p, pace.Part(setsWritten, 1))
}

// annotators writes who works in the project, unless it is the one of a file that
// names none.
func (w *writer) annotators(p *annotations.Project) {
	if slices.Equal(p.Annotators(), usualAnnotators()) {
		return
	}
	w.Name("annotators")
	w.Open('[')
	for _, a := range p.Annotators() {
		w.Annotator(a)
	}
	w.Close(']')
}

// usualAnnotators are those of a file that names none.
func usualAnnotators() []annotations.Annotator {
	return []annotations.Annotator{annotations.FirstAnnotator(annotations.DefaultAnnotator)}
}

func (w *writer) register(p *annotations.Project, pace annotations.Pace) error {
	if p.EntryCount() == 0 {
		return nil
	}
	w.Name("register")
	w.Open('[')
	i := 0
	for e := range p.Entries() {
		if err := pace.At(i, p.EntryCount()); err != nil {
			return err
		}
		w.Entry(e)
		i++
	}
	w.Close(']')
	return nil
}

func (w *writer) relations(p *annotations.Project, pace annotations.Pace) error {
	if p.RelationCount() == 0 {
		return nil
	}
	w.Name("relations")
	w.Open('[')
	i := 0
	for r := range p.Relations() {
		if err := pace.At(i, p.RelationCount()); err != nil {
			return err
		}
		w.Relation(r)
		i++
	}
	w.Close(']')
	return nil
}

// eachDocument writes a list with something of each document, each in its part
// of the pace.
func (w *writer) eachDocument(name string, p *annotations.Project, pace annotations.Pace, write func(*corpus.Document, annotations.Pace) error) error {
	w.Name(name)
	w.Open('[')
	documents := p.Documents()
	for i, d := range documents {
		if err := write(d, pace.Nth(i, len(documents))); err != nil {
			return fmt.Errorf("spanwise: write “%s”: %w", d.Title, err)
		}
	}
	w.Close(']')
	return nil
}

// room is about how many bytes the file takes, rather more than fewer: the texts,
// and what stands around them and around each span.
func room(p *annotations.Project) int {
	const document, span, value, thing = 512, 360, 48, 320
	sum := thing * (p.EntryCount() + p.RelationCount())
	for _, d := range p.Documents() {
		sum += document + len(d.Text())*9/8
		for _, set := range p.Sets(d.ID) {
			for s := range set.All() {
				sum += span + len(s.Note) + (s.End()-s.Start())*9/8 + value*len(s.Values)
			}
		}
	}
	return sum
}

func (w *writer) document(d *corpus.Document, pace annotations.Pace) error {
	if err := d.WorkOut(pace); err != nil {
		return err
	}
	w.Open('{')
	w.Field("id", d.ID)
	w.Details(d.Details)
	w.Field("sha256", d.SHA256())
	w.Field("text", d.Text())
	w.Close('}')
	return nil
}

func (w *writer) sets(d *corpus.Document, sets []*annotations.Set, pace annotations.Pace) error {
	for i, set := range sets {
		if err := w.set(d, set, pace.Nth(i, len(sets))); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) set(d *corpus.Document, set *annotations.Set, pace annotations.Pace) error {
	w.Open('{')
	w.Field("document", d.ID)
	w.Field("annotator", set.Annotator())
	w.About(set.About(), w.scheme)
	w.Name("spans")
	w.Open('[')
	written, form := 0, annotations.CodePointsOf(d)
	for s := range set.All() {
		if err := pace.At(written, set.Len()); err != nil {
			return err
		}
		if err := w.Span(s, form, w.labels[s.Label]); err != nil {
			return fmt.Errorf("span %q: %w", s.ID, err)
		}
		written++
	}
	w.Close(']')
	w.Close('}')
	return nil
}
