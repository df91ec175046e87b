package ui

import "strings"

// The kinds of what people write: the first word of a field's key.
const (
	noteWriting      = "note"      // document, annotator, span
	valueWriting     = "value"     // document, annotator, span, attribute
	mentionWriting   = "mention"   // document, annotator, span
	aboutWriting     = "about"     // document, annotator
	tagWriting       = "tag"       // document, annotator, tag, attribute
	relationWriting  = "relation"  // relation
	entryWriting     = "entry"     // entry, field
	splitWriting     = "split"     // entry
	pasteWriting     = "paste"     //
	detailsWriting   = "details"   // document
	textWriting      = "text"      // document
	schemeWriting    = "scheme"    //
	annotatorWriting = "annotator" // annotator, or "" for a new one
	projectWriting   = "project"   // project, or "" for a new one
	otherField       = "other"     // the field's id
)

// keyFor is the key of a field: its kind, and what it is about.
func keyFor(kind string, about ...string) string {
	return strings.Join(append([]string{kind}, about...), partSeparator)
}

// partSeparator stands between the parts of a key: an ID may have spaces.
const partSeparator = "\u001f"

// setKey is the key of something that is written about the reader's set.
func (d *deskRoom) setKey(kind string, about ...string) string {
	return keyFor(kind, append([]string{d.open, d.me()}, about...)...)
}
