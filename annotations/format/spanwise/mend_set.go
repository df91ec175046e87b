package spanwise

import (
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/format"
)

// mending is what the mending of a set needs besides the set.
type mending struct {
	*mender
	article *article
	origins []origin // of the spans
}

// origin is where in the file a span stands.
type origin struct{ set, span int }

// sets makes the sets fit, of which there is then at most one for each document
// and annotator.
func (m *mender) sets(pace annotations.Pace) error {
	var kept []set
	index := map[owner]int{} // in kept
	for i := range m.file.sets {
		s := m.file.sets[i]
		a := m.articles[s.document]
		if a == nil {
			m.say(format.Place{Path: fmt.Sprintf("sets[%d]", i)}, annotations.Say("it is of the document %q, which the file does not have", annotations.Shorten(s.document)),
				annotations.Say("it is left out, with its %s", annotations.Count{N: len(s.spans), Of: "span"}))
			continue
		}
		place := setPlace(i, a)
		s.document, s.annotator, s.mending = a.id, m.annotator(s.annotator, place), m.mending(a, &s, i)
		m.about(&s.about, place)
		of := owner{s.document, s.annotator}
		if first, again := index[of]; again {
			m.unite(&kept[first], s, place)
			continue
		}
		index[of] = len(kept)
		kept = append(kept, s)
	}
	m.file.sets = kept
	for i := range kept {
		kept[i].keep = kept[i].keepPlace
		if err := kept[i].mendSpans(pace.Nth(i, len(kept))); err != nil {
			return err
		}
	}
	return nil
}

// setPlace names the i-th set of the file, which is of the article a.
func setPlace(i int, a *article) format.Place {
	return within(fmt.Sprintf("sets[%d]", i), a.title)
}

// mending is for the i-th set of the file, which is of the article a.
func (m *mender) mending(a *article, s *set, i int) *mending {
	origins := make([]origin, len(s.spans))
	for j := range origins {
		origins[j] = origin{i, j}
	}
	return &mending{m, a, origins}
}

// about makes fit what a set says about its document as a whole.
func (m *mender) about(a *annotations.About, place format.Place) {
	if a.State != annotations.StateOpen && a.State != annotations.StateDone {
		m.say(place, annotations.Say("its state %q is neither %q nor %q", annotations.Shorten(a.State), annotations.StateOpen, annotations.StateDone),
			annotations.Say("its state is %q", annotations.StateOpen))
		a.State = annotations.StateOpen
	}
	var kept []annotations.Tag
	for _, t := range a.Tags {
		id, known := m.tags.named[t.Label]
		again := slices.ContainsFunc(kept, func(o annotations.Tag) bool { return o.Label == id })
		switch {
		case !known:
			m.say(place, annotations.Say("its tag %q is not in the scheme", annotations.Shorten(t.Label)), annotations.Say("the tag is left out"))
			continue
		case again:
			m.say(place, annotations.Say("its tag %q is there twice", annotations.Shorten(t.Label)), annotations.Say("the second is left out"))
			continue
		}
		t.Label = id
		label, _ := m.file.scheme.Tag(id)
		at := place
		at.Path += fmt.Sprintf(", tag %q", annotations.Shorten(id))
		t.Values = m.values(&label, t.Values, m.sayAt(at))
		kept = append(kept, t)
	}
	slices.SortFunc(kept, func(a, b annotations.Tag) int { return strings.Compare(a.Label, b.Label) })
	a.Tags = kept
}

// unite puts the spans of the second set of one document and annotator behind
// those of the first, which says what is said about the document as a whole if
// it says anything.
func (m *mender) unite(first *set, second set, place format.Place) {
	repair := "its %s are put with those of the first"
	nothing := annotations.About{State: annotations.StateOpen}
	switch {
	case first.about.Equal(nothing):
		first.about = second.about
	case !second.about.Equal(nothing) && !second.about.Equal(first.about):
		repair += ", and its state, note and tags are left out"
	}
	m.say(place, annotations.Say("it is a second set of the article"), annotations.Say(repair, annotations.Count{N: len(second.spans), Of: "span"}))
	for _, odd := range second.times {
		odd.span += len(first.spans)
		first.times = append(first.times, odd)
	}
	first.spans = append(first.spans, second.spans...)
	first.texts = append(first.texts, second.texts...)
	first.mending.origins = append(first.mending.origins, second.mending.origins...)
}

// say says something about the i-th span.
func (s *set) say(i int, what, repair annotations.Message) {
	at := s.mending.origins[i]
	place := within(fmt.Sprintf("sets[%d].spans[%d]", at.set, at.span), s.mending.article.title)
	s.mending.say(place, what, repair)
}

// sayOf is say for one span.
func (s *set) sayOf(i int) func(what, repair annotations.Message) {
	return func(what, repair annotations.Message) { s.say(i, what, repair) }
}
