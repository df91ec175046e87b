package annotations

import (
	"slices"
	"time"
)

// CopySet is the step by which an annotator starts in a document from a copy of
// another's spans, and of the relations between them. The copies have IDs of
// their own, count as imported, since nobody has marked them here, and are made
// and changed now. What the other says about the document as a whole is not
// copied, nor relations that lead into another document. Both annotators and the
// document are in the project.
func CopySet(p *Project, document, from, to string, now time.Time) Batch {
	var edits []Edit
	copies := map[string]string{} // by the ID of the original
	set := p.Set(document, from)
	for s := range set.All() {
		c := *s
		c.ID, c.Origin, c.Created, c.Modified = NewID(), FromImport, now, now
		copies[s.ID] = c.ID
		edits = append(edits, AddSpan{document, to, c})
	}
	for s := range set.All() {
		for r := range p.RelationsOf(from, Place{document, s.ID}) {
			if r.From != (Place{document, s.ID}) || r.To.Document != document {
				continue
			}
			c := *r
			c.ID, c.Annotator, c.Origin, c.Created, c.Modified = NewID(), to, FromImport, now, now
			c.From.Span, c.To.Span = copies[r.From.Span], copies[r.To.Span]
			edits = append(edits, AddRelation{c})
		}
	}
	return Batch{slices.Clip(edits)}
}
