package annotations

import (
	"errors"
	"fmt"
	"time"

	"spanwise/corpus"
)

// UnmarshalEdit reads what MarshalEdit has written. Anything that is not
// exactly an edit, such as an unknown kind or field or a byte after the end, is
// an error that names its place. Whether the edit fits a project is for Apply.
func UnmarshalEdit(data []byte) (Edit, error) {
	r, err := NewJSONReader(data, nil)
	if err != nil {
		return nil, fmt.Errorf("read edit: %w", err)
	}
	e, err := r.Edit()
	if err == nil {
		err = r.End()
	}
	if err != nil {
		return nil, fmt.Errorf("read edit: %w", err)
	}
	return e, nil
}

// Edit reads an edit, as UnmarshalEdit does.
func (r *JSONReader) Edit() (Edit, error) { return r.edit(true) }

// edit reads an edit; a batch only where one is allowed, which bounds the depth.
func (r *JSONReader) edit(batch bool) (Edit, error) {
	kind, err := r.editKind()
	if err != nil {
		return nil, err
	}
	switch kind {
	case AddSpan{}.kind():
		e, err := r.spanEdit()
		return e, err
	case ChangeSpan{}.kind():
		e, err := r.spanEdit()
		return ChangeSpan(e), err
	case RemoveSpan{}.kind():
		return r.removeSpan()
	case ChangeSet{}.kind():
		return r.changeSet()
	case AddDocument{}.kind():
		return r.addDocument()
	case DescribeDocument{}.kind():
		return r.describeDocument()
	case ChangeScheme{}.kind():
		return r.changeScheme()
	case Batch{}.kind():
		if batch {
			return r.batch()
		}
	default:
		return r.otherEdit(kind)
	}
	return nil, r.Errorf("the kind of edit %q is unknown here", Shorten(kind))
}

// otherEdit reads an edit of what stands beside the documents, or of a document
// of which it says nothing but the ID.
func (r *JSONReader) otherEdit(kind string) (Edit, error) {
	switch kind {
	case AddEntry{}.kind():
		e, err := wrapped(r, "entry", r.Entry)
		return AddEntry{e}, err
	case ChangeEntry{}.kind():
		e, err := wrapped(r, "entry", r.Entry)
		return ChangeEntry{e}, err
	case AddRelation{}.kind():
		e, err := wrapped(r, "relation", r.Relation)
		return AddRelation{e}, err
	case ChangeRelation{}.kind():
		e, err := wrapped(r, "relation", r.Relation)
		return ChangeRelation{e}, err
	case AddAnnotator{}.kind():
		return r.addAnnotator()
	case ChangeAnnotator{}.kind():
		a, err := wrapped(r, "annotator", r.Annotator)
		return ChangeAnnotator{a}, err
	case RenameProject{}.kind():
		var e RenameProject
		err := r.Strings([]string{"kind", "name"}, &kind, &e.Name)
		return e, err
	}
	return r.removal(kind)
}

// removal reads an edit of which there is nothing but an ID.
func (r *JSONReader) removal(kind string) (Edit, error) {
	for _, removal := range []func(id string) Edit{
		func(id string) Edit { return RemoveDocument{id} },
		func(id string) Edit { return RemoveEntry{id} },
		func(id string) Edit { return RemoveRelation{id} },
		func(id string) Edit { return RemoveAnnotator{id} },
	} {
		if removal("").kind() == kind {
			var id string
			err := r.Strings([]string{"kind", "id"}, &kind, &id)
			return removal(id), err
		}
	}
	return nil, r.Errorf("the kind of edit %q is unknown here", Shorten(kind))
}

// wrapped reads an edit whose one field beside its kind is a value.
func wrapped[T any](r *JSONReader, name string, read func() (T, error)) (v T, err error) {
	err = r.Object([]string{"kind", name}, func(i int) (err error) {
		if i == 0 {
			return r.Skip()
		}
		v, err = read()
		return err
	})
	return v, err
}

var errFound = errors.New("found")

// editKind looks ahead for the kind, which says what else is to be read.
func (r *JSONReader) editKind() (kind string, err error) {
	ahead := r.Ahead()
	err = ahead.Members(func(name []byte) (err error) {
		if string(name) != "kind" {
			return ahead.Skip()
		}
		if kind, err = ahead.String(); err != nil {
			return err
		}
		return errFound
	})
	switch err {
	case errFound:
		r.space()
		return kind, nil
	case nil:
		return "", ahead.Errorf(`the field "kind" is missing`)
	}
	return "", err
}

// spanEdit reads an edit that brings a span.
func (r *JSONReader) spanEdit() (e AddSpan, err error) {
	e.Document, e.Annotator, err = r.inSet("span", func() (err error) {
		e.Span, err = r.span()
		return err
	})
	return e, err
}

func (r *JSONReader) removeSpan() (e RemoveSpan, err error) {
	e.Document, e.Annotator, err = r.inSet("id", func() (err error) {
		e.ID, err = r.String()
		return err
	})
	return e, err
}

// inSet reads an edit of one thing in a set. An annotator who is not named is the
// only one of work that is older than annotators.
func (r *JSONReader) inSet(field string, read func() error) (document, annotator string, err error) {
	annotator = DefaultAnnotator
	err = r.ObjectWith([]string{"kind", "document", field, "annotator"}, 3, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			document, err = r.Word()
		case 2:
			err = read()
		case 3:
			annotator, err = r.Word()
		}
		return err
	})
	return document, annotator, err
}

func (r *JSONReader) changeSet() (e ChangeSet, err error) {
	e.Annotator = DefaultAnnotator
	fields := []string{"kind", "document", "state", "note", "tags", "annotator"}
	err = r.ObjectWith(fields, 3, func(i int) (err error) {
		switch fields[i] {
		case "kind":
			return r.Skip()
		case "document":
			e.Document, err = r.Word()
		case "annotator":
			e.Annotator, err = r.Word()
		default:
			err = r.AboutField(fields[i], &e.About)
		}
		return err
	})
	return e, err
}

func (r *JSONReader) addAnnotator() (e AddAnnotator, err error) {
	err = r.Object([]string{"kind", "annotator", "at"}, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.Annotator, err = r.Annotator()
		case 2:
			e.At, err = r.Int()
		}
		return err
	})
	return e, err
}

var spanFields = []string{"id", "label", "ranges", "note", "origin", "created", "modified", "entry", "attributes"}

func (r *JSONReader) span() (s Span, err error) {
	err = r.ObjectWith(spanFields, 7, func(i int) (err error) {
		switch spanFields[i] {
		case "id":
			s.ID, err = r.String()
		case "label":
			s.Label, err = r.Word()
		case "ranges":
			s.Ranges, err = r.Ranges()
		case "note":
			s.Note, err = r.String()
		case "origin":
			s.Origin, err = r.Word()
		case "created":
			s.Created, err = r.time()
		case "modified":
			s.Modified, err = r.time()
		case "entry":
			s.Entry, err = r.Word()
		case "attributes":
			s.Values, err = r.Values()
		}
		return err
	})
	return s, err
}

func (r *JSONReader) time() (time.Time, error) {
	t, other, err := r.Time()
	if err != nil || other == "" {
		return t, err
	}
	if t, err = ParseTime(other); err != nil {
		return t, r.Errorf("%w", err)
	}
	return t, nil
}

var rangeFields = []string{"start", "end"}

// Ranges reads an array of ranges, in whatever unit they are written.
func (r *JSONReader) Ranges() ([]Range, error) {
	var ranges []Range
	err := r.Array(func(int) error {
		var next Range
		err := r.Object(rangeFields, func(i int) (err error) {
			if i == 0 {
				next.Start, err = r.Int()
			} else {
				next.End, err = r.Int()
			}
			return err
		})
		ranges = r.kept.add(ranges, next)
		return err
	})
	return ranges, err
}

// addDocument reads an AddDocument, of which older ones have nothing but spans of
// the only annotator.
func (r *JSONReader) addDocument() (e AddDocument, err error) {
	err = r.ObjectWith([]string{"kind", "document", "at", "spans", "sets"}, 3, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.Document, err = r.document()
		case 2:
			e.At, err = r.Int()
		case 3:
			var set *Set
			if set, err = r.setOf(DefaultAnnotator, About{State: StateOpen}); err == nil && set.Len() > 0 {
				e.Sets = append(e.Sets, set)
			}
		case 4:
			err = r.Array(func(int) error {
				set, err := r.set()
				e.Sets = append(e.Sets, set)
				return err
			})
		}
		return err
	})
	return e, err
}

// set reads a set, whose spans come last.
func (r *JSONReader) set() (set *Set, err error) {
	var annotator string
	var about About
	fields := []string{"annotator", "state", "spans", "note", "tags"}
	err = r.ObjectWith(fields, 3, func(i int) (err error) {
		switch fields[i] {
		case "annotator":
			annotator, err = r.Word()
		case "spans":
			set, err = r.setOf(annotator, about)
		default:
			err = r.AboutField(fields[i], &about)
		}
		return err
	})
	if err == nil {
		set = set.saying(about)
		set.annotator = annotator
	}
	return set, err
}

// setOf reads spans as a set.
func (r *JSONReader) setOf(annotator string, about About) (*Set, error) {
	var spans []Span
	began := r.pos
	err := r.Array(func(int) error {
		s, err := r.span()
		spans = Append(r, began, spans, s)
		return err
	})
	if err != nil {
		return nil, err
	}
	set, err := NewSet(annotator, about, spans, r.meanwhile())
	if _, twice := err.(twiceError); twice {
		err = r.Errorf("%w", err)
	}
	return set, err
}

// meanwhile is a pace for work during which nothing is read.
func (r *JSONReader) meanwhile() Pace {
	if r.pace == nil {
		return nil
	}
	return func(float64) error { return r.pace(float64(r.pos) / float64(len(r.data))) }
}

func (r *JSONReader) document() (*corpus.Document, error) {
	var id, text string
	var d corpus.Details
	if err := r.Details(&d, []string{"id", "text"}, &id, &text); err != nil {
		return nil, err
	}
	doc, err := corpus.NewDocument(id, d, text)
	if err != nil {
		return nil, r.Errorf("%w", err)
	}
	return doc, nil
}

func (r *JSONReader) describeDocument() (e DescribeDocument, err error) {
	err = r.Object([]string{"kind", "id", "details"}, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.ID, err = r.String()
		case 2:
			err = r.Details(&e.Details, nil)
		}
		return err
	})
	return e, err
}

func (r *JSONReader) changeScheme() (e ChangeScheme, err error) {
	err = r.Object([]string{"kind", "scheme"}, func(i int) (err error) {
		if i == 0 {
			return r.Skip()
		}
		e.Scheme, err = r.Scheme()
		return err
	})
	return e, err
}

func (r *JSONReader) batch() (b Batch, err error) {
	err = r.Object([]string{"kind", "edits"}, func(i int) error {
		if i == 0 {
			return r.Skip()
		}
		began := r.pos
		return r.Array(func(int) error {
			e, err := r.edit(false)
			b.Edits = Append(r, began, b.Edits, e)
			return err
		})
	})
	return b, err
}
