package annotations

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"spanwise/corpus"
)

// Instead says what takes the place of what another scheme lacks.
type Instead struct {
	Labels, Relations, Tags map[string]string // the new one's ID by the old one's

	// NewEntries has words become new entries of the register where they are to be
	// entries and are no entry's name.
	NewEntries bool
}

// Affected says what another scheme changes beside itself.
type Affected struct {
	Spans, Entries, Relations, Tags Moved
	Values                          int // that are left out, as a whole or in part
	Pointing                        int // values that were words, and point to entries now
	NewEntries                      int // that were made of such words
	Unnamed                         []Unnamed
}

// Unnamed is words in a value that is to point to entries, and that are no entry's
// name or that of several: they are left out.
type Unnamed struct {
	Naming
	Words     string
	Namesakes int // how many entries are called so
}

// Moved counts things that got another label, and things that went with theirs.
type Moved struct{ Relabelled, Removed int }

// Any reports whether there is anything.
func (a Affected) Any() bool {
	return a.Spans != Moved{} || a.Entries != Moved{} || a.Relations != Moved{} || a.Tags != Moved{} ||
		a.Values > 0 || a.Pointing > 0 || a.NewEntries > 0
}

// Rescheme gives the edit that brings p under another scheme, as one step, and
// says what it affects. What has a label that next lacks gets the one that
// instead names, or goes with it: spans with their relations, entries of the
// register, tags of documents. Values stay as far as next knows them; where words are
// to be entries they become the ones that are called so. Spans that change are modified
// at the time given; all else of p stays.
//
// It takes linear time in the spans if, and only if, next lacks something of the
// old scheme. An edit without edits is one that has nothing to do. The error is
// of a scheme that fails its Check, of a label in instead that is not in it, or of
// pace.
func Rescheme(p *Project, next *Scheme, instead Instead, at time.Time, pace Pace) (Batch, Affected, error) {
	if err := next.Check(); err != nil {
		return Batch{}, Affected{}, fmt.Errorf("change scheme to %q: %w", next.Name, err)
	}
	if err := instead.check(next); err != nil {
		return Batch{}, Affected{}, fmt.Errorf("change scheme to %q: %w", next.Name, err)
	}
	if p.scheme.Equal(next) {
		return Batch{}, Affected{}, nil
	}
	r := &rescheming{p: p, next: p.withScheme(next), instead: instead, at: at, unrelated: map[string]bool{}}
	r.entries()
	if err := r.sets(pace); err != nil {
		return Batch{}, Affected{}, err
	}
	r.relations()
	return Batch{r.edits()}, r.affected, nil
}

// Clone is the same choices in maps of their own.
func (i Instead) Clone() Instead {
	i.Labels, i.Tags, i.Relations = maps.Clone(i.Labels), maps.Clone(i.Tags), maps.Clone(i.Relations)
	return i
}

func (i Instead) check(next *Scheme) error {
	has := map[string]bool{}
	for _, l := range next.Labels {
		has["label "+l.ID] = true
	}
	for _, l := range next.Relations {
		has["relation "+l.ID] = true
	}
	for _, l := range next.Tags {
		has["tag "+l.ID] = true
	}
	for what, ids := range map[string]map[string]string{"label ": i.Labels, "relation ": i.Relations, "tag ": i.Tags} {
		for old, id := range ids {
			if id != "" && !has[what+id] {
				return fmt.Errorf("the %s%q, which is to take the place of %q, is not in it", what, id, old)
			}
		}
	}
	return nil
}

// rescheming is a change of scheme that is being worked out. Its edits are done
// in the order of these lists, those of first under the old scheme and the
// others under one that has the labels of both.
type rescheming struct {
	p, next   *Project // next is p under the new scheme, which it may not fit
	instead   Instead
	at        time.Time
	affected  Affected
	unrelated map[string]bool   // relations that go with a span
	moving    map[string]string // entries, to the label that they get, "" where they go
	names     *EntryNames       // of those that stay, once they are asked for

	first, made, then, register, linked []Edit
}

// edits puts the edits in an order in which each fits.
func (r *rescheming) edits() []Edit {
	last := ChangeScheme{r.next.scheme}
	under := slices.Concat(r.made, r.then, r.register, r.linked)
	if len(under) == 0 {
		return append(r.first, last)
	}
	return slices.Concat(r.first, []Edit{ChangeScheme{both(r.p.scheme, r.next.scheme)}}, under, []Edit{last})
}

// both is the new scheme with what only the old one has. Keys and groups of that
// are left out, which the new one may have given away.
func both(old, next *Scheme) *Scheme {
	s := next.Clone()
	for _, l := range old.Labels {
		if _, there := next.Label(l.ID); !there {
			l.Key, l.Parent = "", ""
			s.Labels = append(s.Labels, l)
		}
	}
	for _, l := range old.Tags {
		if _, there := next.Tag(l.ID); !there {
			s.Tags = append(s.Tags, l)
		}
	}
	for _, l := range old.Relations {
		if _, there := next.Relation(l.ID); !there {
			s.Relations = append(s.Relations, l)
		}
	}
	return s
}

// successor is the label that takes the place of one, or nil.
func successor(labels map[string]*Label, id string, instead map[string]string) *Label {
	if l := labels[id]; l != nil {
		return l
	}
	return labels[instead[id]]
}

func (r *rescheming) sets(pace Pace) error {
	labels, tags := r.p.narrowed(r.next)
	if len(labels)+len(tags) == 0 {
		return nil
	}
	done, all := 0, r.p.SpanCount()
	for a := range r.p.articles.all() {
		for _, set := range a.sets {
			r.about(a.doc, set)
			for s := range set.All() {
				if err := pace.At(done, all); err != nil {
					return err
				}
				done++
				if labels[s.Label] {
					r.span(a.doc, set.annotator, s)
				}
			}
		}
	}
	return nil
}

// span brings one span under the new scheme. Its values change in two steps,
// since neither scheme need know all that the other does; entries are let go of
// until they have their new labels too.
func (r *rescheming) span(doc *corpus.Document, annotator string, s *Span) {
	label := successor(r.next.known.labels, s.Label, r.instead.Labels)
	if label == nil {
		r.remove(Place{doc.ID, s.ID}, annotator)
		return
	}
	change := func(next Span) Edit {
		if !next.Equal(s) { // or it is as it was, once its entries have their labels
			next.Modified = r.at
		}
		return ChangeSpan{doc.ID, annotator, next}
	}
	meanwhile, last := *s, *s
	last.Label = label.ID
	last.Values = r.refit(Naming{Document: doc, Annotator: annotator, Span: s}, r.p.label(s.Label), label, s.Values)
	alone := last
	alone.Values = r.settled(last.Values)
	if label.ID == s.Label {
		meanwhile.Values = common(s.Values, alone.Values)
	} else {
		alone.Entry = ""
		r.affected.Spans.Relabelled++
	}
	if !meanwhile.Equal(s) {
		r.first = append(r.first, change(meanwhile))
	}
	if !alone.Equal(&meanwhile) {
		r.then = append(r.then, change(alone))
	}
	if !last.Equal(&alone) {
		r.linked = append(r.linked, change(last))
	}
}

func (r *rescheming) remove(at Place, annotator string) {
	r.first = append(r.first, RemoveSpan{at.Document, annotator, at.Span})
	r.affected.Spans.Removed++
	for rel := range r.p.RelationsOf(annotator, at) {
		if !r.unrelated[rel.ID] {
			r.unrelated[rel.ID] = true
			r.affected.Relations.Removed++
		}
	}
}

// common gives the values that are among both, which are sorted.
func common(values, others []Value) []Value {
	var both []Value
	for _, v := range values {
		if w, there := ValueOf(others, v.Attribute); there && w.Equal(v) {
			both = append(both, v)
		}
	}
	return both
}

// about brings what a set says about the document as a whole under the new
// scheme, in the steps of a span.
func (r *rescheming) about(doc *corpus.Document, set *Set) {
	said := set.About()
	meanwhile, last := said, said
	meanwhile.Tags, last.Tags = nil, nil
	for _, t := range said.Tags {
		first, then := r.tag(Naming{Document: doc, Annotator: set.annotator, Tag: t.Label}, t, said.Tags)
		meanwhile.Tags = append(meanwhile.Tags, first)
		if then.Label != "" {
			last.Tags = append(last.Tags, then)
		}
	}
	slices.SortStableFunc(last.Tags, func(t, u Tag) int { return strings.Compare(t.Label, u.Label) })
	last.Tags = slices.CompactFunc(last.Tags, func(t, u Tag) bool {
		if t.Label == u.Label {
			r.affected.Tags.Relabelled--
			r.affected.Tags.Removed++
		}
		return t.Label == u.Label
	})
	alone := last
	alone.Tags = slices.Clone(last.Tags)
	for i := range alone.Tags {
		alone.Tags[i].Values = r.settled(alone.Tags[i].Values)
	}
	if !meanwhile.Equal(said) {
		r.first = append(r.first, ChangeSet{doc.ID, set.annotator, meanwhile})
	}
	if !alone.Equal(meanwhile) {
		r.then = append(r.then, ChangeSet{doc.ID, set.annotator, alone})
	}
	if !last.Equal(alone) {
		r.linked = append(r.linked, ChangeSet{doc.ID, set.annotator, last})
	}
}

// tag gives a tag as it is between the schemes, and then, without a label if it
// goes. One that gives way to a tag that the document has already goes too.
func (r *rescheming) tag(at Naming, t Tag, among []Tag) (meanwhile, last Tag) {
	label := successor(r.next.known.tags, t.Label, r.instead.Tags)
	if label == nil || label.ID != t.Label && slices.ContainsFunc(among, func(u Tag) bool { return u.Label == label.ID }) {
		r.affected.Tags.Removed++
		return t, Tag{}
	}
	values := r.refit(at, r.p.tag(t.Label), label, t.Values)
	if label.ID != t.Label {
		r.affected.Tags.Relabelled++
		return t, Tag{label.ID, values}
	}
	return Tag{t.Label, common(t.Values, r.settled(values))}, Tag{t.Label, values}
}

// entries says what becomes of the register.
func (r *rescheming) entries() {
	r.moving = map[string]string{}
	for e := range r.p.Entries() {
		label := successor(r.next.known.labels, e.Label, r.instead.Labels)
		switch {
		case label == nil:
			r.moving[e.ID] = ""
			r.register = append(r.register, RemoveEntry{e.ID})
			r.affected.Entries.Removed++
		case label.ID != e.Label:
			other := *e
			other.Label = label.ID
			r.moving[e.ID] = label.ID
			r.register = append(r.register, ChangeEntry{other})
			r.affected.Entries.Relabelled++
		}
	}
}

func (r *rescheming) relations() {
	for rel := range r.p.Relations() {
		if _, there := r.next.scheme.Relation(rel.Label); there || r.unrelated[rel.ID] {
			continue
		}
		other := *rel
		other.Label, other.Modified = r.instead.Relations[rel.Label], r.at
		if other.Label == "" {
			r.then = append(r.then, RemoveRelation{rel.ID})
			r.affected.Relations.Removed++
			continue
		}
		r.then = append(r.then, ChangeRelation{other})
		r.affected.Relations.Relabelled++
	}
}
