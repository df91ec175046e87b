package desk

import "strings"

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
