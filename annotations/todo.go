package annotations

// Lack is one thing that a span still lacks by the rules of its label. Exactly
// one of the fields says what.
type Lack struct {
	Attribute *Attribute // a required one that has no value
	Entry     bool       // an entry of the register
	Overlap   *Span      // room of its own: this one of the same label overlaps it
}

// ToDo lists what a span of a set lacks: required attributes in the order of the
// scheme, a required entry, and the first other span of its label that it
// overlaps where the label's rules forbid that. Nothing of it is an error.
func ToDo(p *Project, set *Set, s *Span) []Lack {
	label := p.label(s.Label)
	if label == nil || !label.asks() {
		return nil
	}
	var lacks []Lack
	for i := range label.Attributes {
		a := &label.Attributes[i]
		if _, said := ValueOf(s.Values, a.ID); a.Required && !said {
			lacks = append(lacks, Lack{Attribute: a})
		}
	}
	if label.Entry == EntryRequired && s.Entry == "" {
		lacks = append(lacks, Lack{Entry: true})
	}
	if label.NoOverlap {
		if other := overlapped(set, s); other != nil {
			lacks = append(lacks, Lack{Overlap: other})
		}
	}
	return lacks
}

// asks reports whether a span of the label can lack anything.
func (l *Label) asks() bool {
	if l.NoOverlap || l.Entry == EntryRequired {
		return true
	}
	for i := range l.Attributes {
		if l.Attributes[i].Required {
			return true
		}
	}
	return false
}

// overlapped is the first other span of the same label that shares text with s,
// or nil.
func overlapped(set *Set, s *Span) *Span {
	for _, r := range s.Ranges {
		for other := range set.Overlapping(r.Start, r.End) {
			if other.ID != s.ID && other.Label == s.Label {
				return other
			}
		}
	}
	return nil
}

// Outstanding is how many spans of a set are to do. It is counted anew for a set
// that follows another, in a time that goes with what differs between them.
type Outstanding struct {
	scheme *Scheme
	set    *Set
	count  int
}

// Count is the number of spans that lack something.
func (o Outstanding) Count() int { return o.count }

// Of counts the spans of a set of the project that are to do. It takes no longer
// than the changes since o, which may be the zero value.
func (o Outstanding) Of(p *Project, set *Set) Outstanding {
	next := Outstanding{scheme: p.scheme, set: set}
	switch {
	case !p.scheme.asks():
	case o.set == set && o.scheme == p.scheme:
		return o
	case o.set == nil || o.scheme != p.scheme:
		next.count = lacking(p, set, set.All())
	default:
		next.count = o.count - lackingIn(p, o.set, Changed(o.set, set)) + lackingIn(p, set, Changed(o.set, set))
	}
	return next
}

// asks reports whether a span of any label can lack anything.
func (s *Scheme) asks() bool {
	for i := range s.Labels {
		if s.Labels[i].asks() {
			return true
		}
	}
	return false
}

// lackingIn counts the spans over some pieces of the text that are to do. What a
// span lacks hangs on itself and on those that it overlaps.
func lackingIn(p *Project, set *Set, pieces []Range) int {
	seen := map[*Span]bool{}
	return lacking(p, set, func(yield func(*Span) bool) {
		for _, r := range pieces {
			for s := range set.Overlapping(r.Start, r.End) {
				if !seen[s] && !yield(s) {
					return
				}
				seen[s] = true
			}
		}
	})
}

func lacking(p *Project, set *Set, spans func(func(*Span) bool)) (count int) {
	for s := range spans {
		if len(ToDo(p, set, s)) > 0 {
			count++
		}
	}
	return count
}

// NextToDo is the first span of a set, in text order, that comes after another
// and is to do; past the end it begins anew. The other may be "": then it is the
// first of all. It is false where none is to do but perhaps that one.
func NextToDo(p *Project, set *Set, after string) (next *Span, found bool) {
	at := set.IndexOf(after)
	for i := range set.Len() {
		s := set.At((at + 1 + i) % set.Len())
		if s.ID != after && len(ToDo(p, set, s)) > 0 {
			return s, true
		}
	}
	return nil, false
}
