package session

import (
	"encoding/base32"
	"strings"

	"spanwise/annotations"
	"spanwise/app/journal"
	"spanwise/corpus"
)

// firstID is the ID of the annotator with whom new work begins: the one asked
// for, else one that all tabs agree on which begin work in the same store, and
// nobody else does. Where there are records without a snapshot, their work is
// older than such IDs.
func firstID(kept journal.Kept, start Start) string {
	switch {
	case start.Annotator != "":
		return start.Annotator
	case len(kept.Records) > 0:
		return annotations.DefaultAnnotator
	case kept.Generation != "":
		return idFrom("annotator of " + kept.Generation)
	}
	return annotations.NewID()
}

// idFrom makes an ID, of the form that annotations.NewID gives, of a text that is
// itself random.
func idFrom(text string) string {
	sum := corpus.SHA256(text)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16]))
}

// Own is a file's project as one of a reader's own, and whom they work as in it:
// the first who has said anything, since it may well be their own work from
// elsewhere. Where nobody has, the reader is nobody in the file, or all who open it
// would be one person: they begin as somebody new, in the place of who has not even
// a name.
func Own(file *annotations.Project) (own *annotations.Project, me annotations.Annotator, err error) {
	for _, a := range file.Annotators() {
		if file.Speaks(a.ID) {
			return file, a, nil
		}
	}
	own = file
	me = annotations.FirstAnnotator(annotations.NewID())
	gone := []annotations.Edit{annotations.AddAnnotator{Annotator: me, At: 0}}
	for _, a := range file.Annotators() {
		if a.Nameless() {
			gone = append(gone, annotations.RemoveAnnotator{ID: a.ID})
		}
	}
	own, _, err = annotations.Batch{Edits: gone}.Apply(file)
	return own, me, err
}

// Untouched reports whether the work is what it began with, so that nothing would
// be missed of it.
func (s *Session) Untouched() bool {
	p := s.Project()
	people := p.Annotators()
	if p.Name() != "" || len(people) != 1 || !people[0].Nameless() || p.EntryCount() > 0 || p.Speaks(people[0].ID) ||
		!p.Scheme().Equal(s.scheme) || len(p.Documents()) == 0 {
		return false
	}
	for _, d := range p.Documents() {
		if brought, bundled := s.bundled[d.ID]; !bundled || brought.Details != d.Details || brought.Text() != d.Text() {
			return false
		}
	}
	return true
}
