package annotations

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Instead says what takes the place of labels, relations and tags that another
// scheme lacks: the new one's ID by the old one's.
type Instead struct{ Labels, Relations, Tags map[string]string }

// Affected counts what another scheme changes beside itself.
type Affected struct {
	Spans, Entries, Relations, Tags Moved
	Values                          int // that are left out, as a whole or in part
}

// Moved counts things that got another label, and things that went with theirs.
type Moved struct{ Relabelled, Removed int }

// Any reports whether there is anything.
func (a Affected) Any() bool { return a != Affected{} }

// Rescheme gives the edit that brings p under another scheme, as one step, and
// says what it affects. What has a label that next lacks gets the one that
// instead names, or goes with it: spans with their relations, entries of the
// register, tags of documents. Values stay as far as next knows them. Spans that
// change are modified at the time given; all else of p stays.
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
	if err := r.sets(pace); err != nil {
		return Batch{}, Affected{}, err
	}
	r.entries()
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
	unrelated map[string]bool // relations that go with a span

	first, then, linked []Edit
	register            []Edit
}

// edits puts the edits in an order in which each fits.
func (r *rescheming) edits() []Edit {
	last := ChangeScheme{r.next.scheme}
	under := slices.Concat(r.then, r.register, r.linked)
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
	labels := narrowed(r.p.known.labels, r.next.known.labels)
	tags := narrowed(r.p.known.tags, r.next.known.tags)
	if len(labels)+len(tags) == 0 {
		return nil
	}
	done, all := 0, r.p.SpanCount()
	for a := range r.p.articles.all() {
		for _, set := range a.sets {
			r.about(a.doc.ID, set)
			for s := range set.All() {
				if err := pace.At(done, all); err != nil {
					return err
				}
				done++
				if labels[s.Label] {
					r.span(Place{a.doc.ID, s.ID}, set.annotator, s)
				}
			}
		}
	}
	return nil
}

// span brings one span under the new scheme. Its values change in two steps,
// since neither scheme need know all that the other does; its entry is let go of
// until that has the new label too.
func (r *rescheming) span(at Place, annotator string, s *Span) {
	label := successor(r.next.known.labels, s.Label, r.instead.Labels)
	if label == nil {
		r.remove(at, annotator)
		return
	}
	change := func(s Span) Edit {
		s.Modified = r.at
		return ChangeSpan{at.Document, annotator, s}
	}
	meanwhile, last := *s, *s
	var lost int
	last.Values, lost = label.refit(s.Values)
	last.Label = label.ID
	r.affected.Values += lost
	if label.ID == s.Label {
		meanwhile.Values = common(s.Values, last.Values)
	} else {
		r.affected.Spans.Relabelled++
	}
	if !meanwhile.Equal(s) {
		r.first = append(r.first, change(meanwhile))
	}
	switch {
	case last.Equal(&meanwhile):
	case last.Entry != "" && last.Label != s.Label:
		alone := last
		alone.Entry = ""
		r.then, r.linked = append(r.then, change(alone)), append(r.linked, change(last))
	default:
		r.then = append(r.then, change(last))
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
// scheme, in two steps as a span.
func (r *rescheming) about(document string, set *Set) {
	said := set.About()
	meanwhile, last := said, said
	meanwhile.Tags, last.Tags = nil, nil
	for _, t := range said.Tags {
		first, then := r.tag(t, said.Tags)
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
	if !meanwhile.Equal(said) {
		r.first = append(r.first, ChangeSet{document, set.annotator, meanwhile})
	}
	if !last.Equal(meanwhile) {
		r.then = append(r.then, ChangeSet{document, set.annotator, last})
	}
}

// tag gives a tag as it is between the schemes, and then, without a label if it
// goes. One that gives way to a tag that the document has already goes too.
func (r *rescheming) tag(t Tag, among []Tag) (meanwhile, last Tag) {
	label := successor(r.next.known.tags, t.Label, r.instead.Tags)
	if label == nil || label.ID != t.Label && slices.ContainsFunc(among, func(u Tag) bool { return u.Label == label.ID }) {
		r.affected.Tags.Removed++
		return t, Tag{}
	}
	values, lost := label.refit(t.Values)
	r.affected.Values += lost
	if label.ID != t.Label {
		r.affected.Tags.Relabelled++
		return t, Tag{label.ID, values}
	}
	return Tag{t.Label, common(t.Values, values)}, Tag{t.Label, values}
}

func (r *rescheming) entries() {
	for e := range r.p.Entries() {
		label := successor(r.next.known.labels, e.Label, r.instead.Labels)
		switch {
		case label == nil:
			r.register = append(r.register, RemoveEntry{e.ID})
			r.affected.Entries.Removed++
		case label.ID != e.Label:
			other := *e
			other.Label = label.ID
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
