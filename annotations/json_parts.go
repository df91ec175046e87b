package annotations

import "spanwise/corpus"

// detailsFields are the fields of a document's details that are always written, in the order of writing, and
// arrivalFields those that are left out where they say nothing.
var (
	detailsFields = []string{"title", "outlet", "language", "published", "url", "note"}
	arrivalFields = []string{"file", "changes"}
)

// Strings reads an object whose fields are all strings into the places given.
func (r *JSONReader) Strings(fields []string, into ...*string) error {
	return r.StringsWith(fields, len(fields), into...)
}

// StringsWith is Strings for fields of which only the first so many have to be there.
func (r *JSONReader) StringsWith(fields []string, required int, into ...*string) error {
	return r.ObjectWith(fields, required, func(i int) (err error) {
		*into[i], err = r.String()
		return err
	})
}

// StringArray reads an array of strings.
func (r *JSONReader) StringArray() (all []string, err error) {
	err = r.Array(func(int) error {
		s, err := r.String()
		all = append(all, s)
		return err
	})
	return all, err
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
	w.OptionalField(arrivalFields[0], d.File)
	w.OptionalField(arrivalFields[1], d.Changes)
}
