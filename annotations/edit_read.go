package annotations

import (
	"errors"
	"fmt"
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
	read, known := editKinds[string(kind)]
	if !known || !batch && string(kind) == (Batch{}).kind() {
		return nil, r.Errorf("the kind of edit %q is unknown here", Shorten(string(kind)))
	}
	return read(r)
}

var errFound = errors.New("found")

// editKind looks ahead for the kind, which says what else is to be read.
func (r *JSONReader) editKind() (kind []byte, err error) {
	ahead := r.Ahead()
	err = ahead.Members(func(name []byte) (err error) {
		if string(name) != "kind" {
			return ahead.Skip()
		}
		if kind, err = ahead.Bytes(); err != nil {
			return err
		}
		return errFound
	})
	switch err {
	case errFound:
		_, err = r.Peek()
		return kind, err
	case nil:
		return nil, ahead.Errorf(`the field "kind" is missing`)
	}
	return nil, err
}

// editOf reads an edit that has one field beside its kind.
func (r *JSONReader) editOf(name string, read func() error) error {
	return r.Object([]string{"kind", name}, func(i int) error {
		if i == 0 {
			return r.Skip()
		}
		return read()
	})
}

// editField reads an edit that has, beside its kind, one field with a string.
func (r *JSONReader) editField(name string) (value string, err error) {
	var kind string
	err = r.Strings([]string{"kind", name}, &kind, &value)
	return value, err
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
