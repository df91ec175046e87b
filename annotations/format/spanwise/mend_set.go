package spanwise

import (
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
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
			m.say(fmt.Sprintf("sets[%d]", i), fmt.Sprintf("it is of the document %q, which the file does not have", annotations.Shorten(s.document)),
				fmt.Sprintf("it is left out, with its %s", count(len(s.spans), "span")))
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
		if err := kept[i].mendSpans(pace.Nth(i, len(kept))); err != nil {
			return err
		}
	}
	return nil
}

// setPlace names the i-th set of the file, which is of the article a.
func setPlace(i int, a *article) string {
	return fmt.Sprintf("sets[%d], in “%s”", i, annotations.Shorten(a.title))
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
func (m *mender) about(a *annotations.About, place string) {
	if a.State != annotations.StateOpen && a.State != annotations.StateDone {
		m.say(place, fmt.Sprintf("its state %q is neither %q nor %q", annotations.Shorten(a.State), annotations.StateOpen, annotations.StateDone),
			fmt.Sprintf("its state is %q", annotations.StateOpen))
		a.State = annotations.StateOpen
	}
	var kept []annotations.Tag
	for _, t := range a.Tags {
		id, known := m.tags.named[t.Label]
		again := slices.ContainsFunc(kept, func(o annotations.Tag) bool { return o.Label == id })
		switch {
		case !known:
			m.say(place, fmt.Sprintf("its tag %q is not in the scheme", annotations.Shorten(t.Label)), "the tag is left out")
			continue
		case again:
			m.say(place, fmt.Sprintf("its tag %q is there twice", annotations.Shorten(t.Label)), "the second is left out")
			continue
		}
		t.Label = id
		label, _ := m.file.scheme.Tag(id)
		t.Values = label.Mended(t.Values, m.sayAt(fmt.Sprintf("%s, tag %q", place, annotations.Shorten(id))))
		kept = append(kept, t)
	}
	slices.SortFunc(kept, func(a, b annotations.Tag) int { return strings.Compare(a.Label, b.Label) })
	a.Tags = kept
}

// unite puts the spans of the second set of one document and annotator behind
// those of the first, which says what is said about the document as a whole if
// it says anything.
func (m *mender) unite(first *set, second set, place string) {
	repair := fmt.Sprintf("its %s are put with those of the first", count(len(second.spans), "span"))
	nothing := annotations.About{State: annotations.StateOpen}
	switch {
	case first.about.Equal(nothing):
		first.about = second.about
	case !second.about.Equal(nothing) && !second.about.Equal(first.about):
		repair += ", and its state, note and tags are left out"
	}
	m.say(place, "it is a second set of the article", repair)
	for _, odd := range second.times {
		odd.span += len(first.spans)
		first.times = append(first.times, odd)
	}
	first.spans = append(first.spans, second.spans...)
	first.texts = append(first.texts, second.texts...)
	first.mending.origins = append(first.mending.origins, second.mending.origins...)
}

// say says something about the i-th span.
func (s *set) say(i int, what, repair string) {
	at := s.mending.origins[i]
	place := fmt.Sprintf("sets[%d].spans[%d], in “%s”", at.set, at.span, annotations.Shorten(s.mending.article.title))
	s.mending.say(place, what, repair)
}

// sayOf is say for one span.
func (s *set) sayOf(i int) func(what, repair string) {
	return func(what, repair string) { s.say(i, what, repair) }
}
