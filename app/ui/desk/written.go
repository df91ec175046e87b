package desk

import (
	"errors"
	"strings"
)

// The kinds of what people write: the first word of a field's key.
const (
	NoteWriting      = "note"      // document, annotator, span
	ValueWriting     = "value"     // document, annotator, span, attribute
	MentionWriting   = "mention"   // document, annotator, span
	AboutWriting     = "about"     // document, annotator
	TagWriting       = "tag"       // document, annotator, tag, attribute
	RelationWriting  = "relation"  // relation
	EntryWriting     = "entry"     // entry, field
	SplitWriting     = "split"     // entry
	PasteWriting     = "paste"     //
	DetailsWriting   = "details"   // document
	TextWriting      = "text"      // document
	SchemeWriting    = "scheme"    //
	AnnotatorWriting = "annotator" // annotator, or "" for a new one
	ProjectWriting   = "project"   // project, or "" for a new one
	OtherField       = "other"     // the field's id
)

// KeyFor is the key of a field: its kind, and what it is about.
func KeyFor(kind string, about ...string) string {
	return strings.Join(append([]string{kind}, about...), PartSeparator)
}

// PartSeparator stands between the parts of a key: an ID may have spaces.
const PartSeparator = "\u001f"

// WritingKey is the key of something that is written about the reader's set.
func (d *Desk) WritingKey(kind string, about ...string) string {
	return KeyFor(kind, append([]string{d.ArticleID, d.Me()}, about...)...)
}

// WrittenKind is what a room says of a kind of writing in its fields. Of is what
// the field is about: the parts of its key after the kind. Only Says is always there.
type WrittenKind struct {
	Now    func(of []string) (text string, there bool) // as the work has it
	Keep   func(of []string, text string) error        // makes it an edit
	Read   func(of []string) string                    // where the fields are not all of it
	Open   func(of []string)                           // brings its fields onto the page
	Refuse func(of []string, text string)              // tells that it is no value
	Fill   func(text string)                           // where it is not fields that are filled

	// Lasts reports whether a draft is still to be kept though its fields are gone.
	Lasts func(of []string) bool

	Form bool   // several fields
	Says string // by which its draft is offered
	Gone string // the same, where it has no place any more
}

// Why something written cannot become an edit now.
var (
	ErrElsewhere = errors.New("another article is open")
	ErrNotDone   = errors.New("it cannot be changed at the moment")
)

// Here reports whether what is written is about the reader's set of the open
// article.
func (d *Desk) Here(of []string) bool { return of[0] == d.ArticleID && of[1] == d.Me() }

// OpenWritten opens the article that something was written for.
func (d *Desk) OpenWritten(document string) {
	if document != d.ArticleID {
		d.Ask.ShowArticle(document, 0)
	}
}

// Passes marks a field in which nobody writes anything of their own: it searches,
// or is kept at each letter.
const Passes = "passing"
