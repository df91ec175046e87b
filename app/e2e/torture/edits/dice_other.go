package edits

import (
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// How much of everything else there is at most.
const (
	mostAnnotators = 4
	mostEntries    = 30
	mostRelations  = 60
)

// other throws an edit of what stands beside the spans, of a kind that fits p,
// or one of a span where none does.
func (d *dice) other(p *annotations.Project, doc *corpus.Document, set *annotations.Set) annotations.Edit {
	var e annotations.Edit
	switch n := d.IntN(13); {
	case n < 3:
		e = d.entryEdit(p)
	case n < 7:
		e = d.relationEdit(p, doc, set)
	case n < 10:
		e = d.annotatorEdit(p)
	case n < 11:
		e = annotations.RenameProject{Name: d.phrase() + " " + d.id()}
	default:
		e = annotations.ChangeSet{Document: doc.ID, Annotator: set.Annotator(), About: d.about(p)}
	}
	if _, _, err := e.Apply(p); err != nil {
		return annotations.AddSpan{Document: doc.ID, Annotator: set.Annotator(), Span: d.span(p, doc)}
	}
	return e
}

func (d *dice) entryEdit(p *annotations.Project) annotations.Edit {
	n := p.EntryCount()
	entry := annotations.Entry{ID: d.id(), Label: d.label(p).ID, Name: d.phrase() + ".", Note: d.phrase()}
	if d.IntN(2) == 0 {
		entry.Aliases = []string{d.phrase(), d.id()}
	}
	switch roll := d.IntN(4); {
	case n == 0 || roll < 2 && n < mostEntries:
		return annotations.AddEntry{Entry: entry}
	case roll < 3:
		old := p.EntryAt(d.IntN(n))
		entry.ID, entry.Label = old.ID, old.Label
		return annotations.ChangeEntry{Entry: entry}
	}
	return annotations.RemoveEntry{ID: p.EntryAt(d.IntN(n)).ID}
}

// relationEdit throws a relation from a span of a set to any of the same
// annotator's, a change of one, or its end.
func (d *dice) relationEdit(p *annotations.Project, doc *corpus.Document, set *annotations.Set) annotations.Edit {
	var all []*annotations.Relation
	for r := range p.Relations() {
		all = append(all, r)
	}
	roll := d.IntN(4)
	if len(all) > 0 && (roll == 0 || len(all) >= mostRelations) {
		return annotations.RemoveRelation{ID: all[d.IntN(len(all))].ID}
	}
	if len(all) > 0 && roll == 1 {
		r := *all[d.IntN(len(all))]
		r.From, r.To, r.Note, r.Modified = r.To, r.From, d.phrase(), d.at
		return annotations.ChangeRelation{Relation: r}
	}
	labels := p.Scheme().Relations
	other := d.article(p)
	theirs := p.Set(other.ID, set.Annotator())
	if len(labels) == 0 || set.Len() == 0 || theirs.Len() == 0 {
		return annotations.RenameProject{Name: d.id()}
	}
	return annotations.AddRelation{Relation: annotations.Relation{
		ID: d.id(), Label: labels[d.IntN(len(labels))].ID, Annotator: set.Annotator(), Origin: annotations.FromPerson, Created: d.at, Modified: d.at,
		From: annotations.Place{Document: doc.ID, Span: d.spanOf(set).ID}, To: annotations.Place{Document: other.ID, Span: d.spanOf(theirs).ID},
	}}
}

func (d *dice) annotatorEdit(p *annotations.Project) annotations.Edit {
	n := len(p.Annotators())
	a := annotations.Annotator{ID: d.id(), Name: d.phrase() + "."}
	switch roll := d.IntN(4); {
	case n == 1 || roll < 2 && n < mostAnnotators:
		return annotations.AddAnnotator{Annotator: a, At: d.IntN(n+2) - 1}
	case roll == 2:
		a.ID = d.annotator(p).ID
		return annotations.ChangeAnnotator{Annotator: a}
	}
	return dismissal(p)
}

// dismissal takes somebody away, at best one who has said nothing. The first
// stays, whom the streams of the other tabs work as.
func dismissal(p *annotations.Project) annotations.Edit {
	var last annotations.Annotator
	for _, a := range p.Annotators() {
		e := annotations.RemoveAnnotator{ID: a.ID}
		if a.ID == annotations.DefaultAnnotator {
			continue
		}
		if _, _, err := e.Apply(p); err == nil {
			return e
		}
		last = a
	}
	var batch annotations.Batch
	for _, doc := range p.Documents() {
		set := p.Set(doc.ID, last.ID)
		for s := range set.All() {
			batch.Edits = append(batch.Edits, annotations.RemoveSpan{Document: doc.ID, Annotator: last.ID, ID: s.ID})
		}
		batch.Edits = append(batch.Edits, annotations.ChangeSet{Document: doc.ID, Annotator: last.ID, About: annotations.About{State: annotations.StateOpen}})
	}
	batch.Edits = append(batch.Edits, annotations.RemoveAnnotator{ID: last.ID})
	return batch
}

// annotator is mostly the first.
func (d *dice) annotator(p *annotations.Project) annotations.Annotator {
	if d.IntN(8) > 0 {
		first, _ := p.Annotator(annotations.DefaultAnnotator)
		return first
	}
	return p.Annotators()[d.IntN(len(p.Annotators()))]
}

func (d *dice) about(p *annotations.Project) annotations.About {
	a := annotations.About{State: []string{annotations.StateOpen, annotations.StateDone}[d.IntN(2)]}
	if d.IntN(2) == 0 {
		a.Note = d.phrase()
	}
	for _, l := range p.Scheme().Tags {
		if d.IntN(2) == 0 {
			a.Tags = append(a.Tags, annotations.Tag{Label: l.ID, Values: d.values(p, &l)})
		}
	}
	slices.SortFunc(a.Tags, func(x, y annotations.Tag) int {
		if x.Label < y.Label {
			return -1
		}
		return 1
	})
	return a
}

func (d *dice) label(p *annotations.Project) *annotations.Label {
	labels := p.Scheme().Labels
	return &labels[d.IntN(len(labels))]
}

// entryFor is sometimes an entry that a label's spans may point to.
func (d *dice) entryFor(p *annotations.Project, label *annotations.Label) string {
	if p.EntryCount() == 0 {
		return ""
	}
	if e := p.EntryAt(d.IntN(p.EntryCount())); e.Label == label.ID {
		return e.ID
	}
	return ""
}

// values throws values for some of a label's attributes.
func (d *dice) values(p *annotations.Project, label *annotations.Label) []annotations.Value {
	var values []annotations.Value
	for i := range label.Attributes {
		a := &label.Attributes[i]
		if v := d.value(p, a); d.IntN(3) == 0 && a.CheckIn(v, p) == nil {
			values = annotations.WithValue(values, v)
		}
	}
	return values
}

// value throws a value of an attribute.
func (d *dice) value(p *annotations.Project, a *annotations.Attribute) annotations.Value {
	v := annotations.Value{Attribute: a.ID}
	switch a.Type {
	case annotations.Text:
		v.Text = d.phrase()
	case annotations.Choice:
		v.Text = a.Options[d.IntN(len(a.Options))].ID
	case annotations.Choices:
		v.Choices = []string{a.Options[d.IntN(len(a.Options))].ID}
	case annotations.Flag:
		v.Text = []string{"true", "false"}[d.IntN(2)]
	case annotations.Number:
		v.Text = []string{"1", "2", "3", "2.5"}[d.IntN(4)]
	case annotations.Date:
		v.Date = &annotations.Timex{Type: "DATE", Value: []string{"2023-04-25", "2023-W17", "PAST_REF"}[d.IntN(3)]}
	case annotations.Entries:
		if p.EntryCount() > 0 {
			v.Entries = []string{p.EntryAt(d.IntN(p.EntryCount())).ID}
		}
	}
	return v
}
