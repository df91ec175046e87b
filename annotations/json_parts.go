package annotations

import "spanwise/corpus"

// The fields that edits and the project's file share, in the order of writing.
var (
	schemeFields  = []string{"name", "labels"}
	labelFields   = []string{"id", "name", "key", "color", "definition"}
	detailsFields = []string{"title", "outlet", "language", "published", "url", "note"}
)

// Scheme reads a scheme, and checks it.
func (r *JSONReader) Scheme() (*Scheme, error) {
	s, err := r.UncheckedScheme()
	if err != nil {
		return nil, err
	}
	if err := s.Check(); err != nil {
		return nil, r.Errorf("%w", err)
	}
	return s, nil
}

// UncheckedScheme reads a scheme as it stands, which may fail its Check.
func (r *JSONReader) UncheckedScheme() (*Scheme, error) {
	var s Scheme
	err := r.Object(schemeFields, func(i int) (err error) {
		if i == 0 {
			s.Name, err = r.String()
			return err
		}
		return r.Array(func(int) error { return r.label(&s) })
	})
	if err != nil {
		return nil, err
	}
	return &s, nil
}

func (r *JSONReader) label(s *Scheme) error {
	var l Label
	err := r.Strings(labelFields, &l.ID, &l.Name, &l.Key, &l.Color, &l.Definition)
	s.Labels = append(s.Labels, l)
	return err
}

// Strings reads an object whose fields are all strings into the places given.
func (r *JSONReader) Strings(fields []string, into ...*string) error {
	return r.Object(fields, func(i int) (err error) {
		*into[i], err = r.String()
		return err
	})
}

// Scheme writes a scheme.
func (w *JSONWriter) Scheme(s *Scheme) {
	w.Open('{')
	w.Field("name", s.Name)
	w.Name("labels")
	w.Open('[')
	for _, l := range s.Labels {
		w.Open('{')
		w.Fields(labelFields, l.ID, l.Name, l.Key, l.Color, l.Definition)
		w.Close('}')
	}
	w.Close(']')
	w.Close('}')
}

// Fields writes fields whose values are strings.
func (w *JSONWriter) Fields(names []string, values ...string) {
	for i, name := range names {
		w.Field(name, values[i])
	}
}

// Details writes the fields of a document's details, in an object that is open.
func (w *JSONWriter) Details(d corpus.Details) {
	w.Fields(detailsFields, d.Title, d.Outlet, d.Language, d.Published, d.URL, d.Note)
}
