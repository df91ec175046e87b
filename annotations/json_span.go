package annotations

import "time"

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

func writeSpan(w *JSONWriter, s *Span) {
	w.Open('{')
	w.Field("id", s.ID)
	w.Field("label", s.Label)
	w.Name("ranges")
	w.Open('[')
	for _, r := range s.Ranges {
		w.Open('{')
		w.IntField("start", r.Start)
		w.IntField("end", r.End)
		w.Close('}')
	}
	w.Close(']')
	w.Field("note", s.Note)
	w.Field("origin", s.Origin)
	w.TimeField("created", s.Created)
	w.TimeField("modified", s.Modified)
	w.OptionalField("entry", s.Entry)
	w.Values(s.Values, nil)
	w.Close('}')
}
