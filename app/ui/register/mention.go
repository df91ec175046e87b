package register

import (
	"strconv"

	"spanwise/annotations"
)

// mention is a span that points to an entry, which has no Attribute, or a value that
// does.
type mention struct{ annotations.Naming }

// mentionsOf lists what points to an entry: the spans, and then the values.
func mentionsOf(p *annotations.Project, entry string) (all []mention) {
	for m := range p.Mentions(entry) {
		all = append(all, mention{annotations.Naming{Document: m.Document, Annotator: m.Annotator, Span: m.Span, Entry: entry}})
	}
	for n := range p.Namings(entry) {
		all = append(all, mention{n})
	}
	return all
}

// key tells a mention from the others of its entry.
func (m mention) key() string {
	key := strconv.Quote(m.Document.ID) + strconv.Quote(m.Annotator)
	if m.Span != nil {
		key += strconv.Quote(m.Span.ID)
	}
	return key + strconv.Quote(m.Tag) + strconv.Quote(m.Attribute)
}

// words are what a span covers, or the tag's name.
func (m mention) words(scheme *annotations.Scheme) string {
	if m.Span != nil {
		return m.Span.Text(m.Document)
	}
	tag, _ := scheme.Tag(m.Tag)
	return tag.Name
}

// attribute is the name of the one of which a value names the entry.
func (m mention) attribute(scheme *annotations.Scheme) string {
	label, _ := scheme.Tag(m.Tag)
	if m.Span != nil {
		label, _ = scheme.Label(m.Span.Label)
	}
	if a, known := label.Attribute(m.Attribute); known {
		return a.Name
	}
	return ""
}
