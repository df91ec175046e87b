package scheme

import (
	"slices"

	"spanwise/annotations"
)

// goneLabel is a label, tag or relation that the draft lacks and that the work
// has in use.
type goneLabel struct {
	Kind     partKind
	ID, Name string
	Things   int // spans, tags or relations
	Entries  int
	Into     string // what takes its place, "" for nothing
	Decided  bool
}

// gone is what has to be decided on before the draft can be applied.
func (d *schemeDraft) gone() []goneLabel {
	var all []goneLabel
	for _, kind := range []partKind{labelPart, tagPart, relationPart} {
		left := names(d.scheme, kind)
		for _, old := range names(d.was, kind) {
			g := goneLabel{Kind: kind, ID: old.ID, Name: old.Name}
			g.Things, g.Entries = d.used(kind, old.ID)
			if g.Things+g.Entries > 0 && !slices.ContainsFunc(left, func(n named) bool { return n.ID == old.ID }) {
				g.Into, g.Decided = d.insteadOf(kind)[old.ID]
				all = append(all, g)
			}
		}
	}
	return all
}

// named is an ID with its name.
type named struct{ ID, Name string }

// names are the labels, tags or relations of a scheme.
func names(s *annotations.Scheme, kind partKind) []named {
	var all []named
	if kind == relationPart {
		for _, r := range s.Relations {
			all = append(all, named{r.ID, r.Name})
		}
		return all
	}
	for _, l := range *list(s, kind) {
		all = append(all, named{l.ID, l.Name})
	}
	return all
}

// successors are what may take the place of something that is gone.
func (d *schemeDraft) successors(kind partKind) []named {
	return slices.DeleteFunc(names(d.scheme, kind), func(n named) bool { return n.ID == "" })
}

func (d *schemeDraft) insteadOf(kind partKind) map[string]string {
	switch kind {
	case tagPart:
		return d.instead.Tags
	case relationPart:
		return d.instead.Relations
	}
	return d.instead.Labels
}

// decide says what takes the place of what is gone, "" for nothing.
func (d *schemeDraft) decide(g goneLabel, into string) { d.insteadOf(g.Kind)[g.ID] = into }

// undecide leaves it open again.
func (d *schemeDraft) undecide(g goneLabel) { delete(d.insteadOf(g.Kind), g.ID) }

// open is the first of what is gone that is still to be decided on, or that is
// to become what is gone too by now.
func (d *schemeDraft) open() (index int, any bool) {
	for i, g := range d.gone() {
		there := slices.ContainsFunc(d.successors(g.Kind), func(n named) bool { return n.ID == g.Into })
		if !g.Decided || g.Into != "" && !there {
			return i, true
		}
	}
	return 0, false
}

// bringBack puts what was deleted into the draft again, where it was, and shows it.
func (d *schemeDraft) bringBack(g goneLabel) {
	d.undecide(g)
	if g.Kind == relationPart {
		d.bringRelationBack(g.ID)
		return
	}
	old := *list(d.was.Clone(), g.Kind)
	at := slices.IndexFunc(old, func(l annotations.Label) bool { return l.ID == g.ID })
	label := old[at]
	if _, there := d.scheme.Label(label.Parent); !there {
		label.Parent = ""
	}
	lacks := func(id string) bool { _, there := d.scheme.Label(id); return !there && id != label.ID }
	for i := range label.Attributes {
		a := &label.Attributes[i]
		a.Labels = slices.DeleteFunc(a.Labels, lacks)
		if lacks(a.Offers) {
			a.Offers = ""
		}
	}
	labels := list(d.scheme, g.Kind)
	at = min(at, len(*labels))
	*labels = slices.Insert(*labels, at, label)
	d.show(partOf(g.Kind, at))
}

func (d *schemeDraft) bringRelationBack(id string) {
	old := d.was.Clone().Relations
	at := slices.IndexFunc(old, func(r annotations.RelationLabel) bool { return r.ID == id })
	relation := old[at]
	lacks := func(id string) bool { _, there := d.scheme.Label(id); return !there }
	relation.From, relation.To = slices.DeleteFunc(relation.From, lacks), slices.DeleteFunc(relation.To, lacks)
	at = min(at, len(d.scheme.Relations))
	d.scheme.Relations = slices.Insert(d.scheme.Relations, at, relation)
	d.show(partOf(relationPart, at))
}
