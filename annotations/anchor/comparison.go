package anchor

import (
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Comparison is where the spans on a document of a project would be on another
// text.
type Comparison struct {
	Project *annotations.Project
	Old     *corpus.Document // of the project
	New     *corpus.Document
	Spans   []PlacedSpan // by annotator, then in the order of the old text
}

// PlacedSpan is a span of the old text with its place in the new one.
type PlacedSpan struct {
	Annotator string
	Span      *annotations.Span
	Place
}

// Compare looks for the spans on a document of the project in another text. An
// error is pace's, or that there is no such document.
func Compare(p *annotations.Project, id string, text *corpus.Document, pace annotations.Pace) (*Comparison, error) {
	old, there := p.Document(id)
	if !there {
		return nil, fmt.Errorf("compare: there is no document %q", id)
	}
	change, err := Between(old, text, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	return compare(p, old, text, change, pace.Part(0.5, 1))
}

func compare(p *annotations.Project, old, text *corpus.Document, change *Change, pace annotations.Pace) (*Comparison, error) {
	c := &Comparison{Project: p, Old: old, New: text}
	sets := p.Sets(old.ID)
	for i, set := range sets {
		if err := c.place(change, set, pace.Nth(i, len(sets))); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// placingBeat is how many spans are placed between two calls of a pace.
const placingBeat = 8

func (c *Comparison) place(change *Change, set *annotations.Set, pace annotations.Pace) error {
	i := 0
	for span := range set.All() {
		if pace != nil && i%placingBeat == 0 {
			if err := pace(float64(i) / float64(set.Len())); err != nil {
				return err
			}
		}
		c.Spans = append(c.Spans, PlacedSpan{set.Annotator(), span, change.Place(span.Ranges)})
		i++
	}
	return nil
}

// Count is how many spans have a verdict.
func (c *Comparison) Count(v Verdict) int {
	n := 0
	for _, s := range c.Spans {
		if s.Verdict == v {
			n++
		}
	}
	return n
}

// Choice says what is to become of the spans of a comparison.
type Choice struct {
	// Takes says of the i-th span whether it goes to its place on the new text.
	// Nobody can take one that is lost.
	Takes func(i int) bool
	// Keep is the ID of an article of its own, for the old text with the spans that
	// were not taken. With none they go, and their relations with them.
	Keep string
}

// Edit puts the new text in the place of the old one, with the spans that a
// choice takes, and what annotators say about the document as a whole. ID and
// details are those of the new text.
func (c *Comparison) Edit(choice Choice) (annotations.Batch, error) {
	taken, left, err := c.divide(choice)
	if err != nil {
		return annotations.Batch{}, err
	}
	at := slices.Index(c.Project.Documents(), c.Old)
	edits := []annotations.Edit{
		annotations.RemoveDocument{ID: c.Old.ID},
		annotations.AddDocument{Document: c.New, At: at, Sets: taken},
	}
	if choice.Keep != "" {
		edits = append(edits, annotations.AddDocument{Document: c.kept(choice.Keep), At: at + 1, Sets: left})
	}
	return annotations.Batch{Edits: append(edits, c.relations(choice)...)}, nil
}

// kept is the old text as an article of its own.
func (c *Comparison) kept(id string) *corpus.Document {
	details := c.Old.Details
	details.Title += " (before)"
	return c.Old.WithID(id).WithDetails(details)
}

// divide makes the sets of the spans that are taken, and of those that are left.
func (c *Comparison) divide(choice Choice) (taken, left []*annotations.Set, err error) {
	i := 0
	for _, set := range c.Project.Sets(c.Old.ID) {
		var goes, stays []annotations.Span
		for ; i < len(c.Spans) && c.Spans[i].Annotator == set.Annotator(); i++ {
			span := *c.Spans[i].Span
			if c.takes(choice, i) {
				span.Ranges = c.Spans[i].Ranges
				goes = append(goes, span)
			} else {
				stays = append(stays, span)
			}
		}
		one, err := annotations.NewSet(set.Annotator(), set.About(), goes, nil)
		if err != nil {
			return nil, nil, err
		}
		two, err := annotations.NewSet(set.Annotator(), annotations.About{State: annotations.StateOpen}, stays, nil)
		if err != nil {
			return nil, nil, err
		}
		taken, left = append(taken, one), append(left, two)
	}
	return taken, left, nil
}

func (c *Comparison) takes(choice Choice, i int) bool {
	return c.Spans[i].Verdict != Lost && choice.Takes(i)
}

// relations adds the relations of the document's spans anew, with the ends that
// they have now. Those of which an end is gone are left out.
func (c *Comparison) relations(choice Choice) []annotations.Edit {
	now := map[end]annotations.Place{}
	for i, s := range c.Spans {
		at := annotations.Place{Document: c.Old.ID, Span: s.Span.ID}
		switch {
		case c.takes(choice, i):
			now[end{s.Annotator, at}] = annotations.Place{Document: c.New.ID, Span: s.Span.ID}
		case choice.Keep != "":
			now[end{s.Annotator, at}] = annotations.Place{Document: choice.Keep, Span: s.Span.ID}
		}
	}
	var edits []annotations.Edit
	for r := range c.Project.Relations() {
		moved := *r
		if r.From.Document != c.Old.ID && r.To.Document != c.Old.ID {
			continue
		}
		if c.follow(now, r.Annotator, &moved.From) && c.follow(now, r.Annotator, &moved.To) {
			edits = append(edits, annotations.AddRelation{Relation: moved})
		}
	}
	return edits
}

// end is a span that a relation may have an end at.
type end struct {
	annotator string
	at        annotations.Place
}

// follow puts an end of a relation to where its span is now, and reports whether
// that is anywhere.
func (c *Comparison) follow(now map[end]annotations.Place, annotator string, at *annotations.Place) bool {
	if at.Document != c.Old.ID {
		return true
	}
	to, there := now[end{annotator, *at}]
	*at = to
	return there
}
