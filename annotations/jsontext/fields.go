package jsontext

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"
)

// Fields are those of a small object, such as the page remembers from one day to the
// next, and where the value of each is. encoding/json would find them by itself, and
// is a thirtieth of the download before the first screen.
type Fields []Field

// Field is a field's name, and where its value is: a *string, *bool, *int, *float64,
// *time.Time, *map[string]string, *map[string][]string, or Fields.
type Field struct {
	Name string
	At   any
}

// Text writes the object on one line.
func (f Fields) Text() string {
	w := &Writer{}
	f.write(w)
	return string(w.Bytes())
}

func (f Fields) write(w *Writer) {
	w.Open('{')
	for _, field := range f {
		w.Name(field.Name)
		writeAny(w, field.At)
	}
	w.Close('}')
}

func writeAny(w *Writer, at any) {
	switch at := at.(type) {
	case *string:
		w.String(*at)
	case *bool:
		w.Literal(strconv.FormatBool(*at))
	case *int:
		w.Int(*at)
	case *float64:
		w.Literal(strconv.FormatFloat(*at, 'f', -1, 64))
	case *time.Time:
		w.Time(*at)
	case *map[string]string:
		writeMap(w, *at, w.String)
	case *map[string][]string:
		writeMap(w, *at, w.Strings)
	case Fields:
		at.write(w)
	default:
		panic(fmt.Sprintf("jsontext: no field can be a %T", at))
	}
}

func writeMap[V any](w *Writer, all map[string]V, write func(V)) {
	w.Open('{')
	for _, name := range slices.Sorted(maps.Keys(all)) {
		w.ForeignName(name)
		write(all[name])
	}
	w.Close('}')
}

// Read reads an object. What it lacks stays as it is, and fields that are none of
// these are passed over: another version may have written it.
func (f Fields) Read(text string) error {
	r, err := NewReader([]byte(text), nil)
	if err == nil {
		err = f.read(r)
	}
	if err == nil {
		err = r.End()
	}
	return err
}

func (f Fields) read(r *Reader) error {
	return r.Members(func(name []byte) error {
		i := slices.IndexFunc(f, func(field Field) bool { return field.Name == string(name) })
		if i < 0 {
			return r.Skip()
		}
		return readAny(r, f[i].At)
	})
}

func readAny(r *Reader, at any) (err error) {
	switch at := at.(type) {
	case *string:
		*at, err = r.String()
	case *bool:
		*at, err = r.Bool()
	case *int:
		*at, err = r.Int()
	case *float64:
		*at, err = r.float()
	case *time.Time:
		*at, err = r.anyTime()
	case *map[string]string:
		*at, err = readMap(r, r.String)
	case *map[string][]string:
		*at, err = readMap(r, r.StringArray)
	case Fields:
		err = at.read(r)
	default:
		panic(fmt.Sprintf("jsontext: no field can be a %T", at))
	}
	return err
}

func readMap[V any](r *Reader, read func() (V, error)) (map[string]V, error) {
	all := map[string]V{}
	err := r.Members(func(name []byte) (err error) {
		key := string(name)
		all[key], err = read()
		return err
	})
	return all, err
}

// anyTime reads a time, however precise it is written.
func (r *Reader) anyTime() (time.Time, error) {
	t, other, err := r.Time()
	if err == nil && other != "" {
		t, err = ParseTime(other)
	}
	return t, err
}

// float reads a number.
func (r *Reader) float() (float64, error) {
	word, err := r.Literal()
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return 0, r.Errorf("found %s in place of a number", Shorten(word))
	}
	return n, nil
}

// MapText writes an object of strings on one line, by name.
func MapText(all map[string]string) string {
	w := &Writer{}
	writeMap(w, all, w.String)
	return string(w.Bytes())
}

// ReadMap reads an object of strings.
func ReadMap(text string) (map[string]string, error) {
	r, err := NewReader([]byte(text), nil)
	if err != nil {
		return nil, err
	}
	all, err := readMap(r, r.String)
	if err == nil {
		err = r.End()
	}
	return all, err
}
