package spanwise

import (
	"fmt"
	"slices"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// mendSpans makes the spans fit. One that cannot be kept is left without a range.
func (s *set) mendSpans(pace annotations.Pace) error {
	taken := newFreeIDs(s.spanIDs)
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
		sp.Label = s.label(i)
		if sp.Origin != annotations.FromPerson && sp.Origin != annotations.FromImport {
			s.say(i, fmt.Sprintf("its origin %q is neither %q nor %q", annotations.Shorten(sp.Origin), annotations.FromPerson, annotations.FromImport),
				fmt.Sprintf("its origin is %q", annotations.FromImport))
			sp.Origin = annotations.FromImport
		}
		s.mendYear(i, "created", &sp.Created)
		s.mendYear(i, "modified", &sp.Modified)
	}
	s.mendTimes()
	return nil
}

func (s *set) spanIDs(take func(id string)) {
	for i := range s.spans {
		take(s.spans[i].ID)
	}
}

func (s *set) mendID(i int, taken *freeIDs, seen map[string]bool) {
	sp := &s.spans[i]
	old := sp.ID
	switch {
	case old == "":
		sp.ID = taken.like("span")
		s.say(i, "it has no ID", fmt.Sprintf("it is given the ID %q", sp.ID))
	case seen[old]:
		sp.ID = taken.like(old)
		s.say(i, fmt.Sprintf("another span has its ID %q", annotations.Shorten(old)), fmt.Sprintf("it is given the ID %q", annotations.Shorten(sp.ID)))
	}
	seen[old] = true
}

// label is the ID of the label that a span names; one that is missing is added.
func (s *set) label(i int) string {
	m, named := s.mending, s.spans[i].Label
	if id, known := m.labels[named]; known {
		return id
	}
	id := named
	if named == "" {
		id = m.labelIDs.like("label")
	}
	m.labels[named] = id
	m.file.scheme.Labels = append(m.file.scheme.Labels, annotations.Label{ID: id, Name: id, Color: grey})
	s.say(i, fmt.Sprintf("its label %q is not in the scheme", annotations.Shorten(named)), fmt.Sprintf("a label “%s” is added, in grey", annotations.Shorten(id)))
	return id
}

// mendTimes leaves empty what is no time, and forgets the times of spans that
// are left out.
func (s *set) mendTimes() {
	s.times = slices.DeleteFunc(s.times, func(odd oddTime) bool {
		if len(s.spans[odd.span].Ranges) == 0 {
			return true
		}
		t, err := annotations.ParseTime(odd.text)
		if err != nil {
			s.say(odd.span, fmt.Sprintf("%s: %v", odd.name, err), "the time is left empty")
			return true
		}
		s.mendYear(odd.span, odd.name, &t)
		return t.IsZero()
	})
}

// mendYear leaves a time empty whose year no file can have.
func (s *set) mendYear(i int, name string, t *time.Time) {
	if y := t.Year(); y < 1 || y > 9999 {
		s.say(i, fmt.Sprintf("%s: the year %d is not in 1 to 9999", name, y), "the time is left empty")
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
		s.say(sp.index, reason.Error(), "it is left out")
	case whole:
		s.say(sp.index, reason.Error(), "it stays where it was, on what stands there")
	default:
		s.say(sp.index, reason.Error(), "it stays where it was, cut off at the end of the text")
	}
}
