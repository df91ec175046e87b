package spanwise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/corpus"
)

// article is what the spans of a document have to know of it.
type article struct {
	id, title string
	removed   []int // the characters taken out of its text, as code points of the former text
}

const byteOrderMark = "\uFEFF"

// documents makes the documents fit.
func (m *mender) documents() {
	f := m.file
	m.articles = make(map[string]*article, len(f.documents))
	ids := annotations.NewFreeIDs(f.documentIDs)
	for i := range f.documents {
		d := &f.documents[i]
		place := titled(fmt.Sprintf("documents[%d]", i), cmp.Or(d.details.Title, d.id))
		named := d.id
		m.documentID(d, ids, place)
		if d.details.Title == "" {
			d.details.Title = d.id
			m.say(place, annotations.Say("it has no title"), annotations.Say("its title is “%s”, which is its ID", annotations.Shorten(d.id)))
		}
		m.checksum(d, place)
		removed := m.cleanText(d, place)
		if m.articles[named] == nil {
			m.articles[named] = &article{d.id, d.details.Title, removed}
		}
	}
}

// documentIDs takes every ID by which a document is named anywhere in the file.
func (f *file) documentIDs(take func(id string)) {
	for _, d := range f.documents {
		take(d.id)
	}
	for _, s := range f.sets {
		take(s.document)
	}
}

func (m *mender) documentID(d *document, ids *annotations.FreeIDs, place format.Place) {
	old := d.id
	switch {
	case old == "":
		d.id = ids.Like("article")
		m.say(place, annotations.Say("it has no ID"), annotations.Say("it is given the ID %q", d.id))
	case m.articles[old] != nil:
		d.id = ids.Like(old)
		m.say(place, annotations.Say("another article has its ID %q", annotations.Shorten(old)),
			annotations.Say("it is given the ID %q, and the spans that the file has for the former stay with the other", annotations.Shorten(d.id)))
	}
}

// checksum holds the text to what the file says of it.
func (m *mender) checksum(d *document, place format.Place) {
	sum := corpus.HexSHA256(d.text)
	if strings.ToLower(d.sha256) != sum {
		m.say(place, annotations.Say("its text is not the one that was written: its SHA-256 is %s, the file says %q", sum, annotations.Shorten(d.sha256)),
			annotations.Say("the text is taken as it stands"))
	}
	d.sha256 = sum
}

// cleanText takes out what a document's text does not have, and returns where
// that was.
func (m *mender) cleanText(d *document, place format.Place) (removed []int) {
	clean, removed := cleaned(d.text)
	if clean == d.text {
		return nil
	}
	m.say(place, annotations.Say("its text begins with a byte order mark or has carriage returns"),
		annotations.Say("the mark is taken off, and every line ends in U+000A alone"))
	d.text, d.sha256 = clean, corpus.HexSHA256(clean)
	return removed
}

// cleaned returns a text as a document has it, and where characters were taken
// out, in code points of the former text.
func cleaned(text string) (clean string, removed []int) {
	body := strings.TrimLeft(text, byteOrderMark)
	for at := range (len(text) - len(body)) / len(byteOrderMark) {
		removed = append(removed, at)
	}
	if !strings.Contains(body, "\r") {
		return body, removed
	}
	at := len(removed)
	for i, c := range body {
		if c == '\r' && strings.HasPrefix(body[i:], "\r\n") {
			removed = append(removed, at)
		}
		at++
	}
	return strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\r", "\n"), removed
}

// moved is where a place of the former text is in the clean one.
func (a *article) moved(codePoint int) int {
	before, _ := slices.BinarySearch(a.removed, codePoint)
	return codePoint - before
}
