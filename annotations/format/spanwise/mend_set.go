package spanwise

import (
	"fmt"

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

// sets makes the sets fit, of which there is then at most one a document.
func (m *mender) sets(pace annotations.Pace) error {
	var kept []set
	index := map[*article]int{} // in kept
	for i := range m.file.sets {
		s := m.file.sets[i]
		a := m.articles[s.document]
		if a == nil {
			m.say(fmt.Sprintf("sets[%d]", i), fmt.Sprintf("it is of the document %q, which the file does not have", annotations.Shorten(s.document)),
				fmt.Sprintf("it is left out, with its %s", count(len(s.spans), "span")))
			continue
		}
		s.document, s.mending = a.id, m.mending(a, &s, i)
		if first, again := index[a]; again {
			m.unite(&kept[first], s, i)
			continue
		}
		index[a] = len(kept)
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

// mending is for the i-th set of the file, which is of the article a.
func (m *mender) mending(a *article, s *set, i int) *mending {
	origins := make([]origin, len(s.spans))
	for j := range origins {
		origins[j] = origin{i, j}
	}
	return &mending{m, a, origins}
}

// unite puts the spans of the second set of a document, the i-th of the file,
// behind those of the first.
func (m *mender) unite(first *set, second set, i int) {
	m.say(fmt.Sprintf("sets[%d], in “%s”", i, annotations.Shorten(second.mending.article.title)), "it is a second set of the article",
		fmt.Sprintf("its %s are put with those of the first", count(len(second.spans), "span")))
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
