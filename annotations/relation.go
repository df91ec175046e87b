package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
)

// Place names a span of an annotator: its document and its own ID.
type Place struct{ Document, Span string }

// Relation is a directed link between two spans of one annotator, of one
// document or of two.
type Relation struct {
	ID        string
	Label     string // the ID of a relation of the scheme
	Annotator string // whose spans and whose relation it is
	From, To  Place
	Note      string
	Origin    string    // FromPerson or FromImport
	Created   time.Time // UTC, to the millisecond; zero when unknown
	Modified  time.Time // as Created
}

// Equal reports whether two relations say the same in every field.
func (r *Relation) Equal(s *Relation) bool {
	return r == s || r != nil && s != nil &&
		r.ID == s.ID && r.Label == s.Label && r.Annotator == s.Annotator && r.From == s.From && r.To == s.To &&
		r.Note == s.Note && r.Origin == s.Origin && r.Created.Equal(s.Created) && r.Modified.Equal(s.Modified)
}

// kept returns the value that a project keeps, its times in UTC to the millisecond.
func (r *Relation) kept() *Relation {
	k := *r
	k.Created, k.Modified = keptTime(r.Created), keptTime(r.Modified)
	return &k
}

// check says what is wrong with r as a relation of a project.
func (r *Relation) check(p *Project) error {
	if r.ID == "" {
		return errors.New("it has no ID")
	}
	if _, there := p.scheme.Relation(r.Label); !there {
		return fmt.Errorf("its label %q is not among the scheme's relations", r.Label)
	}
	if r.From == r.To {
		return errors.New("it goes from a span to the same span")
	}
	return cmp.Or(checkUTF8("ID", r.ID), checkUTF8("note", r.Note), checkOrigin(r.Origin),
		checkTime("created", r.Created), checkTime("modified", r.Modified),
		p.checkEnd(r.Annotator, r.From), p.checkEnd(r.Annotator, r.To))
}

func (p *Project) checkEnd(annotator string, at Place) error {
	if _, _, _, err := p.wantedSpan(at.Document, annotator, at.Span); err != nil {
		return fmt.Errorf("span %q: %w", at.Span, err)
	}
	return nil
}

// relations is the relations of a project, by ID and by each of their ends.
type relations struct {
	byID   treap[*Relation]
	atEnds treap[relationEnd]
}

// relationEnd is a relation as one of its two spans has it.
type relationEnd struct {
	at       Place
	relation *Relation
}

var (
	relationsByID = &kind[*Relation]{
		compare: func(a, b *Relation) int { return strings.Compare(a.ID, b.ID) },
		weigh:   func(r *Relation) uint64 { return weigh(r.ID) },
		reach:   func(*Relation) int { return 0 },
	}
	relationEnds = &kind[relationEnd]{
		compare: compareEnds,
		weigh:   func(e relationEnd) uint64 { return weigh(e.relation.ID + e.at.Span) },
		reach:   func(relationEnd) int { return 0 },
	}
	noRelations = relations{treap[*Relation]{kind: relationsByID}, treap[relationEnd]{kind: relationEnds}}
)

func compareEnds(a, b relationEnd) int {
	return cmp.Or(comparePlaces(a.relation.Annotator, a.at, b.relation.Annotator, b.at),
		strings.Compare(a.relation.ID, b.relation.ID))
}

func comparePlaces(annotator string, a Place, other string, b Place) int {
	return cmp.Or(strings.Compare(a.Document, b.Document), strings.Compare(annotator, other), strings.Compare(a.Span, b.Span))
}

func (r relations) find(id string) (*Relation, bool) {
	return r.byID.find(func(s *Relation) int { return strings.Compare(id, s.ID) })
}

func (r relations) with(s *Relation) relations {
	return relations{r.byID.insert(s), r.atEnds.insert(relationEnd{s.From, s}).insert(relationEnd{s.To, s})}
}

func (r relations) without(s *Relation) relations {
	return relations{r.byID.remove(s), r.atEnds.remove(relationEnd{s.From, s}).remove(relationEnd{s.To, s})}
}

// Relation returns the relation with the ID given. It is not to be modified.
func (p *Project) Relation(id string) (*Relation, bool) { return p.relations.find(id) }

// Relations gives all relations, by ID.
func (p *Project) Relations() iter.Seq[*Relation] { return p.relations.byID.all() }

// RelationCount is the number of relations.
func (p *Project) RelationCount() int { return p.relations.byID.len() }

// RelationsOf gives the relations that begin or end at an annotator's span, by
// ID, in logarithmic time.
func (p *Project) RelationsOf(annotator string, at Place) iter.Seq[*Relation] {
	return relationsWhere(p.relations.atEnds, func(e relationEnd) int {
		return comparePlaces(annotator, at, e.relation.Annotator, e.at)
	})
}

// relationsIn gives the relations that begin or end in a document, those that do
// both twice.
func (p *Project) relationsIn(document string) iter.Seq[*Relation] {
	return relationsWhere(p.relations.atEnds, func(e relationEnd) int {
		return strings.Compare(document, e.at.Document)
	})
}

func relationsWhere(ends treap[relationEnd], probe func(relationEnd) int) iter.Seq[*Relation] {
	return func(yield func(*Relation) bool) {
		for e := range ends.where(probe) {
			if !yield(e.relation) {
				return
			}
		}
	}
}
