package annotations

import (
	"fmt"
	"iter"
	"slices"
)

// misfit is something of a project that another scheme does not allow.
type misfit struct {
	label    string // the ID of the label that it has in the old scheme
	article  *article
	set      *Set
	span     *Span // or
	entry    *Entry
	relation *Relation
	tag      bool
	err      error // in words
}

// misfits gives what of p does not fit the scheme of next, which differs from p
// in nothing else. It goes through the spans only if some label lacks something
// that spans may have.
func (p *Project) misfits(next *Project) iter.Seq[misfit] {
	return func(yield func(misfit) bool) {
		narrower, tags := p.narrowed(next)
		_ = p.entryMisfits(next, yield) && p.relationMisfits(next, yield) &&
			(len(narrower) == 0 && len(tags) == 0 || p.setMisfits(next, narrower, tags, yield))
	}
}

// narrowed gives the labels and the tags that are gone in next or of which values may
// not fit any more.
func (p *Project) narrowed(next *Project) (labels, tags map[string]bool) {
	all := true
	for id := range p.known.labels {
		all = all && next.label(id) != nil
	}
	narrowed := func(old, new map[string]*Label) map[string]bool {
		ids := map[string]bool{}
		for id, l := range old {
			if m := new[id]; m == nil || !m.admits(l) || !all && l.takesEntries() {
				ids[id] = true
			}
		}
		return ids
	}
	return narrowed(p.known.labels, next.known.labels), narrowed(p.known.tags, next.known.tags)
}

// takesEntries reports whether values of the label can point to entries, which go
// with their own labels.
func (l *Label) takesEntries() bool {
	return slices.ContainsFunc(l.Attributes, func(a Attribute) bool { return a.Type == Entries })
}

// admits reports whether whatever values fit m are sure to fit l too, as long as
// every entry is there.
func (l *Label) admits(m *Label) bool {
	for i := range m.Attributes {
		a := &m.Attributes[i]
		b, there := l.Attribute(a.ID)
		if !there || b.Type != a.Type || b.Min != a.Min || b.Max != a.Max || !slices.Equal(optionIDs(a), optionIDs(b)) || !b.takesAll(a) {
			return false
		}
	}
	return true
}

// takesAll reports whether the attribute takes all entries that a does.
func (b *Attribute) takesAll(a *Attribute) bool {
	if a.Several && !b.Several || len(b.Labels) > 0 && len(a.Labels) == 0 && a.Type == Entries {
		return false
	}
	return len(b.Labels) == 0 || !slices.ContainsFunc(a.Labels, func(label string) bool { return !b.Takes(label) })
}

func optionIDs(a *Attribute) []string {
	ids := make([]string, len(a.Options))
	for i, o := range a.Options {
		ids[i] = o.ID
	}
	return ids
}

func (p *Project) entryMisfits(next *Project, yield func(misfit) bool) bool {
	for e := range p.Entries() {
		if next.label(e.Label) == nil &&
			!yield(misfit{label: e.Label, entry: e, err: fmt.Errorf("it lacks the label %q, which the register has “%s” for", e.Label, e.Name)}) {
			return false
		}
	}
	return true
}

func (p *Project) relationMisfits(next *Project, yield func(misfit) bool) bool {
	gone := map[string]bool{}
	for _, r := range p.scheme.Relations {
		if _, there := next.scheme.Relation(r.ID); !there {
			gone[r.ID] = true
		}
	}
	if len(gone) == 0 {
		return true
	}
	for r := range p.Relations() {
		if gone[r.Label] && !yield(misfit{label: r.Label, relation: r, err: fmt.Errorf("it lacks the relation %q, which is in use", r.Label)}) {
			return false
		}
	}
	return true
}

func (p *Project) setMisfits(next *Project, labels, tags map[string]bool, yield func(misfit) bool) bool {
	for a := range p.articles.all() {
		for _, set := range a.sets {
			at := misfit{article: a, set: set}
			if !tagMisfits(next, at, tags, yield) || len(labels) > 0 && !spanMisfits(next, at, labels, yield) {
				return false
			}
		}
	}
	return true
}

func tagMisfits(next *Project, at misfit, tags map[string]bool, yield func(misfit) bool) bool {
	for _, t := range at.set.about.Tags {
		if !tags[t.Label] {
			continue
		}
		at.label, at.tag = t.Label, true
		if l := next.tag(t.Label); l == nil {
			at.err = fmt.Errorf("it lacks the tag %q, which %s has", t.Label, quoteTitle(at.article.doc))
		} else if at.err = checkValues(t.Values, l, next); at.err != nil {
			at.err = fmt.Errorf("the tag %q of %s does not fit it: %w", t.Label, quoteTitle(at.article.doc), at.err)
		}
		if at.err != nil && !yield(at) {
			return false
		}
	}
	return true
}

func spanMisfits(next *Project, at misfit, labels map[string]bool, yield func(misfit) bool) bool {
	for s := range at.set.All() {
		if !labels[s.Label] {
			continue
		}
		at.label, at.span = s.Label, s
		if l := next.label(s.Label); l == nil {
			at.err = fmt.Errorf("it lacks the label %q, which span %q in %s has", s.Label, s.ID, quoteTitle(at.article.doc))
		} else if at.err = checkValues(s.Values, l, next); at.err != nil {
			at.err = fmt.Errorf("span %q in %s does not fit it: %w", s.ID, quoteTitle(at.article.doc), at.err)
		}
		if at.err != nil && !yield(at) {
			return false
		}
	}
	return true
}
