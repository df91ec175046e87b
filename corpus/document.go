// Package corpus holds the texts: immutable documents, and where every character of them is.
//
// A position in a text is a byte offset on a character boundary, an int. [Mapper] converts it to and from the units
// of the outside world: Unicode code points (the project's own files) and UTF-16 code units (the browser). The
// methods of [Document] find word and grapheme boundaries around a position (UAX #29) and the [Block] that holds it.
//
// The package changes no text, but for the title of an article's file, which becomes its first line. It does not
// normalise Unicode, repair encodings or guess: bytes that are not clean are refused here and made clean in package
// ingest, which says what it changed. It knows nothing of annotations, and draws nothing.
package corpus

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

// Details is what is said about a text: where it came from, and how it begins. Any of it may be empty; who makes a
// document gives it a title, since that is how people find it.
type Details struct {
	Title     string // as printed, or a name for the text
	Outlet    string // who published it
	Language  string // a BCP 47 tag
	Published string // the day, YYYY-MM-DD
	URL       string // address of the original
	Note      string // what else a reader must know, such as that the text is a retelling
	File      string // the name of the file it came from; a label, never a path
	Changes   string // what was done to the text on its way in, in sentences
	Head      Head   // what the first lines of the text are
}

// Document is an article: its details and its immutable text. It never changes after it was made; the With methods
// return another document that shares the text and all that was worked out about it. Safe for concurrent use.
type Document struct {
	ID string
	Details
	*content
}

// content is a text and what is worked out about it, each once and only when it is asked for.
type content struct {
	text   string
	sha256 func() string
	layout [Standfirst + 1]func() layout // by what its first lines are
	mapper func() *Mapper
}

// NewDocument returns the document of a text that is clean: valid UTF-8, lines ended by LF alone, no byte order mark
// at its start. Any other text is refused with the byte offset of the first fault; so is an empty id.
func NewDocument(id string, d Details, text string) (*Document, error) {
	if id == "" {
		return nil, errors.New("document without an ID")
	}
	if err := checkClean(text); err != nil {
		return nil, fmt.Errorf("document %q: %w", id, err)
	}
	return &Document{ID: id, Details: d, content: newContent(text)}, nil
}

func newContent(text string) *content {
	c := &content{
		text:   text,
		sha256: sync.OnceValue(func() string { return HexSHA256(text) }),
		mapper: sync.OnceValue(func() *Mapper { return NewMapper(text) }),
	}
	for head := range c.layout {
		c.layout[head] = sync.OnceValue(func() layout { return layOut(text, Head(head)) })
	}
	return c
}

// WithDetails returns the same document under other details.
func (d *Document) WithDetails(details Details) *Document {
	return &Document{ID: d.ID, Details: details, content: d.content}
}

// WithID returns the same document under another ID.
func (d *Document) WithID(id string) *Document {
	return &Document{ID: id, Details: d.Details, content: d.content}
}

// Text returns the whole text.
func (d *Document) Text() string { return d.text }

// SHA256 returns the SHA-256 of the UTF-8 text in lower-case hexadecimal digits. It identifies the text in files.
func (d *Document) SHA256() string { return d.sha256() }

// Mapper returns the converter between the units in which positions of this text are counted.
func (d *Document) Mapper() *Mapper { return d.mapper() }

const byteOrderMark = "\uFEFF"

// checkClean names the first thing that keeps a text from being a document's.
func checkClean(text string) error {
	if strings.HasPrefix(text, byteOrderMark) {
		return errors.New("byte order mark at byte 0")
	}
	if i := strings.IndexByte(text, '\r'); i >= 0 {
		return fmt.Errorf("carriage return at byte %d, in line %d: lines end in LF alone", i, lineOf(text, i))
	}
	if i := invalidAt(text); i >= 0 {
		return fmt.Errorf("invalid UTF-8 at byte %d, in line %d (0x%02X)", i, lineOf(text, i), text[i])
	}
	return nil
}

// lineOf returns the number of the line that holds a byte, the first being 1.
func lineOf(text string, pos int) int { return strings.Count(text[:pos], "\n") + 1 }

// invalidAt returns the offset of the first byte that is not valid UTF-8, or -1.
func invalidAt(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && width == 1 {
			return i
		}
		i += width
	}
	return -1
}
