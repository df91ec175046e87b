package annotations

import (
	"slices"
	"strings"
)

// Values reads the values of a span or a tag: an object with a field for each
// attribute. A string is a text or an option, an array several options, an object
// a date or, with "entries", entries of the register; a number, true or false is kept
// as it is written.
func (r *JSONReader) Values() ([]Value, error) {
	var values []Value
	err := r.Members(func(name []byte) error {
		v := Value{Attribute: r.Kept(name)}
		if n := len(values); n > 0 && values[n-1].Attribute == v.Attribute {
			return r.Errorf("the attribute is there twice")
		}
		err := r.value(&v)
		values = append(values, v)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(values, func(a, b Value) int { return strings.Compare(a.Attribute, b.Attribute) })
	for i := 1; i < len(values); i++ {
		if values[i-1].Attribute == values[i].Attribute {
			return nil, r.Errorf("the attribute %q is there twice", Shorten(values[i].Attribute))
		}
	}
	return values, nil
}

func (r *JSONReader) value(v *Value) error {
	c, err := r.Peek()
	if err != nil {
		return err
	}
	switch c {
	case '"':
		v.Text, err = r.Word()
	case '[':
		v.Choices, err = r.StringArray()
		if v.Choices == nil {
			v.Choices = []string{}
		}
	case '{':
		err = r.dateOrEntries(v)
	default:
		v.Text, err = r.Literal()
	}
	return err
}

// entriesField is the one field of a value that points to entries.
const entriesField = "entries"

// dateOrEntries reads a value that is an object: its first field says which.
func (r *JSONReader) dateOrEntries(v *Value) (err error) {
	_ = r.Ahead().Members(func(name []byte) error { // an error is met again by who reads it
		if string(name) == entriesField {
			v.Entries = []string{}
		}
		return errFound
	})
	if v.Entries == nil {
		v.Date, err = r.timex()
		return err
	}
	return r.Object([]string{entriesField}, func(int) error {
		return r.Array(func(int) error {
			id, err := r.Word()
			v.Entries = append(v.Entries, id)
			return err
		})
	})
}

var timexFields = []string{"type", "value", "mod", "quant", "freq"}

func (r *JSONReader) timex() (*Timex, error) {
	var t Timex
	into := []*string{&t.Type, &t.Value, &t.Mod, &t.Quant, &t.Freq}
	err := r.ObjectWith(timexFields, 2, func(i int) (err error) {
		*into[i], err = r.Word()
		return err
	})
	return &t, err
}

// Values writes the field "attributes" of a span or a tag, unless there are no
// values. Where the label is known, numbers and flags are written as such; nil
// writes them as text, which reads the same.
func (w *JSONWriter) Values(values []Value, label *Label) {
	if len(values) == 0 {
		return
	}
	w.Name("attributes")
	w.OpenInline('{')
	for i := range values {
		v := &values[i]
		w.ForeignName(v.Attribute)
		switch {
		case v.Date != nil:
			w.timex(v.Date)
		case v.Choices != nil:
			w.Strings(v.Choices)
		case v.Entries != nil:
			w.Open('{')
			w.Name(entriesField)
			w.Strings(v.Entries)
			w.Close('}')
		case label != nil && label.writesBare(v.Attribute):
			w.Literal(v.Text)
		default:
			w.String(v.Text)
		}
	}
	w.Close('}')
}

// writesBare reports whether an attribute's values are JSON without quotes.
func (l *Label) writesBare(attribute string) bool {
	a, known := l.Attribute(attribute)
	return known && (a.Type == Number || a.Type == Flag)
}

func (w *JSONWriter) timex(t *Timex) {
	w.Open('{')
	w.Fields(timexFields[:2], t.Type, t.Value)
	w.OptionalField("mod", t.Mod)
	w.OptionalField("quant", t.Quant)
	w.OptionalField("freq", t.Freq)
	w.Close('}')
}

// AboutField reads one field of what is said about a document as a whole:
// "state", "note" or "tags".
func (r *JSONReader) AboutField(name string, into *About) (err error) {
	switch name {
	case "state":
		into.State, err = r.Word()
	case "note":
		into.Note, err = r.String()
	case "tags":
		into.Tags, err = listOf(r, r.tagged)
	}
	return err
}

func (r *JSONReader) tagged() (t Tag, err error) {
	err = r.ObjectWith([]string{"label", "attributes"}, 1, func(i int) (err error) {
		if i == 0 {
			t.Label, err = r.Word()
			return err
		}
		t.Values, err = r.Values()
		return err
	})
	return t, err
}

// About writes the fields of what is said about a document as a whole, in an
// object that is open. The scheme, where it is known, is for the values of tags
// as for those of spans.
func (w *JSONWriter) About(a About, scheme *Scheme) {
	w.Field("state", a.State)
	w.OptionalField("note", a.Note)
	if len(a.Tags) == 0 {
		return
	}
	w.Name("tags")
	w.Open('[')
	for _, t := range a.Tags {
		w.Open('{')
		w.Field("label", t.Label)
		w.Values(t.Values, scheme.tagLabel(t.Label))
		w.Close('}')
	}
	w.Close(']')
}

func (s *Scheme) tagLabel(id string) *Label {
	if s == nil {
		return nil
	}
	l, _ := s.Tag(id)
	return &l
}

// Annotator reads an annotator.
func (r *JSONReader) Annotator() (a Annotator, err error) {
	err = r.Strings([]string{"id", "name"}, &a.ID, &a.Name)
	return a, err
}

// Annotator writes an annotator.
func (w *JSONWriter) Annotator(a Annotator) {
	w.OpenInline('{')
	w.Field("id", a.ID)
	w.Field("name", a.Name)
	w.Close('}')
}

var entryFields = []string{"id", "label", "name", "aliases", "note"}

// Entry reads an entry of the register.
func (r *JSONReader) Entry() (e Entry, err error) {
	err = r.ObjectWith(entryFields, 3, func(i int) (err error) {
		switch entryFields[i] {
		case "id":
			e.ID, err = r.String()
		case "label":
			e.Label, err = r.Word()
		case "name":
			e.Name, err = r.String()
		case "aliases":
			e.Aliases, err = r.StringArray()
		case "note":
			e.Note, err = r.String()
		}
		return err
	})
	return e, err
}

// Entry writes an entry of the register.
func (w *JSONWriter) Entry(e *Entry) {
	w.Open('{')
	w.Fields(entryFields[:3], e.ID, e.Label, e.Name)
	w.OptionalStrings("aliases", e.Aliases)
	w.OptionalField("note", e.Note)
	w.Close('}')
}

var placeFields = []string{"document", "span"}

var linkFields = []string{"id", "label", "from", "to", "origin", "created", "modified", "note", "annotator"}

// Relation reads a relation between two spans. An annotator who is not named is the
// only one of most projects.
func (r *JSONReader) Relation(odd OddTimes) (s Relation, err error) {
	s.Annotator = DefaultAnnotator
	err = r.ObjectWith(linkFields, 7, func(i int) (err error) {
		switch name := linkFields[i]; name {
		case "id":
			s.ID, err = r.String()
		case "label":
			s.Label, err = r.Word()
		case "from":
			err = r.Strings(placeFields, &s.From.Document, &s.From.Span)
		case "to":
			err = r.Strings(placeFields, &s.To.Document, &s.To.Span)
		case "origin":
			s.Origin, err = r.Word()
		case "created":
			s.Created, err = r.time(name, odd)
		case "modified":
			s.Modified, err = r.time(name, odd)
		case "note":
			s.Note, err = r.String()
		case "annotator":
			s.Annotator, err = r.Word()
		}
		return err
	})
	return s, err
}

// Relation writes a relation between two spans.
func (w *JSONWriter) Relation(s *Relation) {
	w.Open('{')
	w.Field("id", s.ID)
	w.Field("label", s.Label)
	w.place("from", s.From)
	w.place("to", s.To)
	w.Field("origin", s.Origin)
	w.TimeField("created", s.Created)
	w.TimeField("modified", s.Modified)
	w.OptionalField("note", s.Note)
	writeAnnotator(w, s.Annotator)
	w.Close('}')
}

func (w *JSONWriter) place(name string, p Place) {
	w.Name(name)
	w.OpenInline('{')
	w.Fields(placeFields, p.Document, p.Span)
	w.Close('}')
}
