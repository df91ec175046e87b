package spanwise

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Write returns the project as a file: UTF-8, indented, ended by a line break.
// Documents keep their order, spans stand in text order, and a document without
// spans has no set, so that equal projects give equal bytes. Offsets are in
// code points. An error names the span whose place is not in its document,
// which cannot come out of an edit.
func Write(p *annotations.Project) ([]byte, error) {
	w := &annotations.JSONWriter{Indent: true}
	w.Open('{')
	w.Field("format", formatName)
	w.IntField("version", Version)
	w.Field("offsets", offsetUnit)
	w.Name("scheme")
	w.Scheme(p.Scheme())
	w.Name("documents")
	w.Open('[')
	for _, d := range p.Documents() {
		writeDocument(w, d)
	}
	w.Close(']')
	w.Name("sets")
	w.Open('[')
	for _, d := range p.Documents() {
		if err := writeSet(w, d, p.Set(d.ID)); err != nil {
			return nil, fmt.Errorf("spanwise: write “%s”: %w", d.Title, err)
		}
	}
	w.Close(']')
	w.Close('}')
	return append(w.Bytes(), '\n'), nil
}

func writeDocument(w *annotations.JSONWriter, d *corpus.Document) {
	w.Open('{')
	w.Field("id", d.ID)
	w.Details(d.Details)
	w.Field("sha256", d.SHA256())
	w.Field("text", d.Text())
	w.Close('}')
}

func writeSet(w *annotations.JSONWriter, d *corpus.Document, set *annotations.Set) error {
	if set.Len() == 0 {
		return nil
	}
	w.Open('{')
	w.Field("document", d.ID)
	w.Field("annotator", set.Annotator())
	w.Field("state", set.State())
	w.Name("spans")
	w.Open('[')
	for s := range set.All() {
		if err := writeSpan(w, d, s); err != nil {
			return fmt.Errorf("span %q: %w", s.ID, err)
		}
	}
	w.Close(']')
	w.Close('}')
	return nil
}

func writeSpan(w *annotations.JSONWriter, d *corpus.Document, s *annotations.Span) error {
	w.Open('{')
	w.Field("id", s.ID)
	w.Field("label", s.Label)
	w.Name("ranges")
	w.OpenInline('[')
	for _, r := range s.Ranges {
		if err := writeRange(w, d.Mapper(), r); err != nil {
			return err
		}
	}
	w.Close(']')
	w.Field("text", s.Text(d))
	w.Field("note", s.Note)
	w.Field("origin", s.Origin)
	w.Field("created", annotations.FormatTime(s.Created))
	w.Field("modified", annotations.FormatTime(s.Modified))
	w.Close('}')
	return nil
}

// writeRange writes a range of bytes in code points.
func writeRange(w *annotations.JSONWriter, m *corpus.Mapper, r annotations.Range) error {
	start, err := m.ByteToCodePoint(r.Start)
	if err != nil {
		return err
	}
	end, err := m.ByteToCodePoint(r.End)
	if err != nil {
		return err
	}
	w.Open('{')
	w.IntField("start", start)
	w.IntField("end", end)
	w.Close('}')
	return nil
}
