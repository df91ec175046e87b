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
		doc, span, err := r.spanEdit()
		return AddSpan{doc, span}, err
	case ChangeSpan{}.kind():
		doc, span, err := r.spanEdit()
		return ChangeSpan{doc, span}, err
	case RemoveSpan{}.kind():
		var e RemoveSpan
		err := r.Strings([]string{"kind", "document", "id"}, &kind, &e.Document, &e.ID)
		return e, err
	case RemoveDocument{}.kind():
		var e RemoveDocument
		err := r.Strings([]string{"kind", "id"}, &kind, &e.ID)
		return e, err
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
	}
	return nil, r.Errorf("the kind of edit %q is unknown here", Shorten(kind))
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

func (r *JSONReader) spanEdit() (doc string, span Span, err error) {
	err = r.Object([]string{"kind", "document", "span"}, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			doc, err = r.Word()
		case 2:
			span, err = r.span()
		}
		return err
	})
	return doc, span, err
}

var spanFields = []string{"id", "label", "ranges", "note", "origin", "created", "modified"}

func (r *JSONReader) span() (s Span, err error) {
	err = r.Object(spanFields, func(i int) (err error) {
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

func (r *JSONReader) addDocument() (e AddDocument, err error) {
	err = r.Object([]string{"kind", "document", "at", "spans"}, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.Document, err = r.document()
		case 2:
			e.At, err = r.Int()
		case 3:
			began := r.pos
			err = r.Array(func(int) error {
				s, err := r.span()
				e.Spans = Append(r, began, e.Spans, s)
				return err
			})
		}
		return err
	})
	return e, err
}

func (r *JSONReader) document() (*corpus.Document, error) {
	var id, text string
	var d corpus.Details
	fields := append(append([]string{"id"}, detailsFields...), "text")
	err := r.Strings(fields, &id, &d.Title, &d.Outlet, &d.Language, &d.Published, &d.URL, &d.Note, &text)
	if err != nil {
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
		d := &e.Details
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.ID, err = r.String()
		case 2:
			err = r.Strings(detailsFields, &d.Title, &d.Outlet, &d.Language, &d.Published, &d.URL, &d.Note)
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
