package edits

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Tab is a random stream of edits for one of several tabs that work on the same
// bundled articles at once: spans that it adds, and changes of those. Its steps
// fit whatever the others do, and a span's note is the number of the step that
// wrote it last: so everybody can tell from the project how much of the stream
// is in it.
type Tab struct {
	Seed     uint64
	Run      int
	Name     string // no two tabs of a run have the same; without a dash
	Articles []*corpus.Document
}

// Edit gives the edit of the k-th step, counted from 1. Every fourth changes a
// span.
func (t Tab) Edit(k int) annotations.Edit {
	doc, span := t.writes(k)
	if k%4 == 0 {
		return annotations.ChangeSpan{Document: doc, Annotator: annotations.DefaultAnnotator, Span: span}
	}
	return annotations.AddSpan{Document: doc, Annotator: annotations.DefaultAnnotator, Span: span}
}

// writes gives the span that the k-th step adds or changes, as it is then, and
// the ID of its document.
func (t Tab) writes(k int) (doc string, span annotations.Span) {
	r := rand.New(rand.NewPCG(t.Seed, uint64(t.Run)<<32|uint64(k)))
	added := k
	if k%4 == 0 {
		if added = 1 + r.IntN(k-1); added%4 == 0 {
			added--
		}
	}
	article := t.Articles[added%len(t.Articles)]
	d := dice{Rand: r}
	return article.ID, annotations.Span{
		ID: t.prefix() + strconv.Itoa(added), Label: annotations.DefaultScheme().Labels[r.IntN(4)].ID, Ranges: d.ranges(article.Text()),
		Note: strconv.Itoa(k), Origin: annotations.FromPerson, Created: moment(t.Run, added), Modified: moment(t.Run, k),
	}
}

// prefix begins the ID of every span of the tab.
func (t Tab) prefix() string { return fmt.Sprintf("%s-%d-", t.Name, t.Run) }

// In gives, for every span of the tab's that is in a project, the step that
// wrote it last, by the span's ID. A span that is not as that step wrote it is an
// error.
func (t Tab) In(p *annotations.Project) (written map[string]int, err error) {
	written = map[string]int{}
	for _, doc := range p.Documents() {
		for s := range p.Set(doc.ID, annotations.DefaultAnnotator).All() {
			if !strings.HasPrefix(s.ID, t.prefix()) {
				continue
			}
			if written[s.ID], err = t.step(doc.ID, s); err != nil {
				return nil, err
			}
		}
	}
	return written, nil
}

// step gives the number of the step that wrote a span.
func (t Tab) step(doc string, s *annotations.Span) (int, error) {
	k, err := strconv.Atoi(s.Note)
	if err != nil || k < 1 {
		return 0, fmt.Errorf("span %q has the note %q, which no step writes", s.ID, s.Note)
	}
	if wanted, span := t.writes(k); wanted != doc || !span.Equal(s) {
		return 0, fmt.Errorf("span %q of %q is %+v; step %d writes %+v in %q", s.ID, doc, *s, k, span, wanted)
	}
	return k, nil
}

// Missing gives those of the first n steps whose effect is not there, neither
// itself nor under that of a later step.
func (t Tab) Missing(written map[string]int, n int) (steps []int) {
	for k := 1; k <= n; k++ {
		if _, span := t.writes(k); written[span.ID] < k {
			steps = append(steps, k)
		}
	}
	return steps
}
