package annotations

import (
	"slices"

	"spanwise/corpus"
)

// detailsFields are the fields of a document's details that are always written, in
// the order of writing, and arrivalFields and headField those that are left out
// where they say nothing.
var (
	detailsFields = []string{"title", "outlet", "language", "published", "url", "note"}
	arrivalFields = []string{"file", "changes"}
)

// headField says in an array what the first lines of a text are.
const headField = "head"

// headNames are what the first lines can be, in their order.
var headNames = []string{"headline", "standfirst"}

// Details writes the fields of a document's details, in an object that is open.
func (w *JSONWriter) Details(d corpus.Details) {
	w.Fields(detailsFields, d.Title, d.Outlet, d.Language, d.Published, d.URL, d.Note)
	w.OptionalField(arrivalFields[0], d.File)
	w.OptionalField(arrivalFields[1], d.Changes)
	if d.Head > corpus.NoHead {
		w.Name(headField)
		w.Strings(headNames[:d.Head])
	}
}

// Details reads an object with a document's details and other fields, all of them
// strings that have to be there.
func (r *JSONReader) Details(d *corpus.Details, others []string, into ...*string) error {
	required := slices.Concat(detailsFields, others)
	fields := slices.Concat(required, arrivalFields, []string{headField})
	places := append([]*string{&d.Title, &d.Outlet, &d.Language, &d.Published, &d.URL, &d.Note}, into...)
	places = append(places, &d.File, &d.Changes)
	return r.ObjectWith(fields, len(required), func(i int) (err error) {
		if i == len(places) {
			d.Head, err = r.head()
			return err
		}
		*places[i], err = r.String()
		return err
	})
}

// head reads what the first lines of a text are.
func (r *JSONReader) head() (corpus.Head, error) {
	names, err := r.StringArray()
	if err != nil {
		return corpus.NoHead, err
	}
	if len(names) == 0 || len(names) > len(headNames) || !slices.Equal(names, headNames[:len(names)]) {
		return corpus.NoHead, r.Errorf("a text begins with a headline, and after it a standfirst, and not with %q", names)
	}
	return corpus.Head(len(names)), nil
}
