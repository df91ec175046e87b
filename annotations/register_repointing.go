package annotations

import "time"

// repointing gathers the edits that have spans and values of a project point to
// another entry. What points in several ways is changed once.
type repointing struct {
	p     *Project
	to    string // the other entry, or "" for none
	at    time.Time
	edits []Edit
	known map[Target]int // from what is changed to its edit
}

func newRepointing(p *Project, to string, at time.Time) *repointing {
	return &repointing{p: p, to: to, at: at, known: map[Target]int{}}
}

// mention has a span that points to an entry point to the other.
func (r *repointing) mention(m Mention) {
	r.span(m.Document.ID, m.Annotator, m.Span, func(s *Span) { s.Entry = r.to })
}

// naming has a value that points to an entry point to the other.
func (r *repointing) naming(n Naming) {
	if n.Span == nil {
		r.tag(n)
		return
	}
	r.span(n.Document.ID, n.Annotator, n.Span, func(s *Span) {
		s.Values = replaceEntry(s.Values, n.Attribute, n.Entry, r.to)
	})
}

func (r *repointing) span(document, annotator string, s *Span, change func(*Span)) {
	edit := r.edit(ChangeSpan{document, annotator, *s})
	e := (*edit).(ChangeSpan)
	change(&e.Span)
	e.Span.Modified = r.at
	*edit = e
}

func (r *repointing) tag(n Naming) {
	set := r.p.Set(n.Document.ID, n.Annotator)
	edit := r.edit(ChangeSet{n.Document.ID, n.Annotator, set.about.kept()})
	for i := range (*edit).(ChangeSet).About.Tags {
		if t := &(*edit).(ChangeSet).About.Tags[i]; t.Label == n.Tag {
			t.Values = replaceEntry(t.Values, n.Attribute, n.Entry, r.to)
		}
	}
}

// edit is the edit that changes what e does, which is e where there is none yet.
func (r *repointing) edit(e Edit) *Edit {
	at, known := r.known[e.effect().one]
	if !known {
		at = len(r.edits)
		r.known[e.effect().one], r.edits = at, append(r.edits, e)
	}
	return &r.edits[at]
}
