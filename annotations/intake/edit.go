package intake

import (
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

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
