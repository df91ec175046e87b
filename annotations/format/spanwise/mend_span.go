package spanwise

import (
	"slices"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/jsontext"
	"spanwise/corpus"
)

// mendSpans makes the spans fit. One that cannot be kept is left without a range.
func (s *set) mendSpans(pace annotations.Pace) error {
	taken := annotations.NewFreeIDs(s.spanIDs)
	seen := make(map[string]bool, len(s.spans))
	for i := range s.spans {
		if err := pace.At(i, len(s.spans)); err != nil {
			return err
		}
		s.mendText(i)
		s.mendRanges(i)
		sp := &s.spans[i]
		if len(sp.Ranges) == 0 {
			continue
		}
		s.mendID(i, taken, seen)
		say := s.sayOf(i)
		sp.Label = s.mending.labelID(sp.Label, say)
		s.mendEntry(sp, say)
		if len(sp.Values) > 0 {
			m := s.mending
			sp.Values = m.values(&m.file.scheme.Labels[m.labelAt[sp.Label]], sp.Values, say)
		}
		mendOrigin(&sp.Origin, say)
		mendYear("created", &sp.Created, say)
		mendYear("modified", &sp.Modified, say)
	}
	s.mendTimes()
	return nil
}

func (s *set) spanIDs(take func(id string)) {
	for i := range s.spans {
		take(s.spans[i].ID)
	}
}

func (s *set) mendID(i int, taken *annotations.FreeIDs, seen map[string]bool) {
	sp := &s.spans[i]
	old := sp.ID
	switch {
	case old == "":
		sp.ID = taken.Like("span")
		s.say(i, annotations.Say("it has no ID"), annotations.Say("it is given the ID %q", sp.ID))
	case seen[old]:
		sp.ID = taken.Like(old)
		s.say(i, annotations.Say("another span has its ID %q", annotations.Shorten(old)), annotations.Say("it is given the ID %q", annotations.Shorten(sp.ID)))
	}
	seen[old] = true
}

// mendEntry takes from a span an entry to which it cannot point.
func (s *set) mendEntry(sp *annotations.Span, say func(what, repair annotations.Message)) {
	if sp.Entry == "" {
		return
	}
	m := s.mending
	id, known := m.entries.named[sp.Entry]
	entry, _ := m.Entry(id)
	switch {
	case !known:
		say(annotations.Say("its entry %q is not in the register", annotations.Shorten(sp.Entry)), annotations.Say("it points to no entry now"))
	case entry.Label != sp.Label:
		say(annotations.Say("its entry %q is for another label", annotations.Shorten(sp.Entry)), annotations.Say("it points to no entry now"))
		id = ""
	}
	sp.Entry = id
}

// mendOrigin gives an origin to a span or relation that has none.
func mendOrigin(origin *string, say func(what, repair annotations.Message)) {
	if *origin == annotations.FromPerson || *origin == annotations.FromImport {
		return
	}
	say(annotations.Say("its origin %q is neither %q nor %q", annotations.Shorten(*origin), annotations.FromPerson, annotations.FromImport),
		annotations.Say("its origin is %q", annotations.FromImport))
	*origin = annotations.FromImport
}

// mendTimes leaves empty what is no time, and forgets the times of spans that
// are left out.
func (s *set) mendTimes() {
	s.times = slices.DeleteFunc(s.times, func(odd oddTime) bool {
		return len(s.spans[odd.span].Ranges) == 0 || !odd.mend(s.sayOf(odd.span))
	})
}

// mend reports whether a time is to be read; what is none is left empty.
func (odd oddTime) mend(say func(what, repair annotations.Message)) bool {
	t, err := jsontext.ParseTime(odd.text)
	if err != nil {
		say(annotations.Say("%s: %v", odd.name, err), annotations.Say("the time is left empty"))
		return false
	}
	mendYear(odd.name, &t, say)
	return !t.IsZero()
}

// mendYear leaves a time empty whose year no file can have.
func mendYear(name string, t *time.Time, say func(what, repair annotations.Message)) {
	if y := t.Year(); y < 1 || y > 9999 {
		say(annotations.Say("%s: the year %d is not in 1 to 9999", name, y), annotations.Say("the time is left empty"))
		*t = time.Time{}
	}
}

// keepPlace keeps a span whose text is not to be found, for the reason given,
// where it was: as much of it as is in the text.
func (s *set) keepPlace(sp *span, doc *corpus.Document, reason error) {
	var within []annotations.Range
	whole := true
	for _, r := range sp.Ranges {
		start, end := clamp(doc.Mapper(), r.Start, len(doc.Text())), clamp(doc.Mapper(), r.End, len(doc.Text()))
		if start < end {
			within = append(within, annotations.Range{Start: start, End: end})
		}
		if _, err := doc.Mapper().CodePointToByte(r.End); err != nil {
			whole = false
		}
	}
	sp.Ranges = within
	switch {
	case len(within) == 0:
		s.say(sp.index, annotations.Say("%s", reason), annotations.Say("it is left out"))
	case whole:
		s.say(sp.index, annotations.Say("%s", reason), annotations.Say("it stays where it was, on what stands there"))
	default:
		s.say(sp.index, annotations.Say("%s", reason), annotations.Say("it stays where it was, cut off at the end of the text"))
	}
}
