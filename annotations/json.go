package annotations

import "spanwise/annotations/jsontext"

// JSONReader reads the parts of a project out of JSON. Each of its methods reads one
// value, in the way of jsontext.Reader.
type JSONReader struct {
	*jsontext.Reader
	ranges []Range // room for the ranges of many spans
}

// NewJSONReader returns a reader of data that goes at a pace, or an error that
// names the first byte that is not UTF-8. The data may not change while the reader
// is in use.
func NewJSONReader(data []byte, pace Pace) (*JSONReader, error) {
	r, err := jsontext.NewReader(data, pace)
	if err != nil {
		return nil, err
	}
	return &JSONReader{Reader: r}, nil
}

// JSONWriter writes the parts of a project as JSON.
type JSONWriter struct{ jsontext.Writer }

// Shorten returns s as it is fit for a message: cut to 40 characters, the last
// of them "…", when it is longer.
func Shorten(s string) string { return jsontext.Shorten(s) }
