package session

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/session/steps"
	"spanwise/corpus"
)

// bundledIn brings the bundled articles into the work, and says what a reader has
// to know of that.
func (s *Session) bundledIn(ctx context.Context, bundled []*corpus.Document) (told []string, err error) {
	if told, err = s.renewBundled(ctx, bundled); err != nil {
		return nil, fmt.Errorf("renew the bundled articles: %w", err)
	}
	return told, s.addBundled(bundled)
}

// renewBundled puts bundled articles in the place of their earlier versions, with
// all that was said about these. What was done before can be undone only on the
// texts of before, so that this is the step that is undone first; and nothing is
// renewed while there is something to redo.
func (s *Session) renewBundled(ctx context.Context, bundled []*corpus.Document) (told []string, err error) {
	if s.state.history.CanRedo() {
		return nil, nil
	}
	defer s.steps.Forget()
	n := renewal{project: s.state.project, steps: s.steps}
	for _, d := range bundled {
		if err := n.renew(ctx, d); err != nil {
			return nil, err
		}
	}
	if n.articles == 0 {
		return nil, nil
	}
	way := nobody
	if s.state.history.CanUndo() {
		way = did
	}
	m, dropped, err := s.turned(s.state, s.record(way, "", n.edit), nil)
	if err = errors.Join(append(dropped, err)...); err != nil {
		return nil, err
	}
	s.state, s.made = m.then, append(s.made, m)
	return n.told(), nil
}

// renewal gathers what puts bundled articles in the place of earlier versions.
type renewal struct {
	steps    steps.Steps
	project  *annotations.Project // as the edit leaves it
	edit     annotations.Batch
	articles int
	spans    int
}

// renew puts an article in the place of its earlier version, if there is one and
// every span on that has the same words in the new text. Otherwise it stays.
func (n *renewal) renew(ctx context.Context, d *corpus.Document) error {
	i := versionOf(d, n.project)
	if i < 0 || n.project.Documents()[i].ID == d.ID {
		return nil
	}
	old := n.project.Documents()[i]
	c, err := n.compare(ctx, old, d)
	if err != nil || c == nil || c.Count(intake.Doubtful)+c.Count(intake.Lost) > 0 {
		return err
	}
	edit, err := c.Edit(intake.Choice{Takes: func(int) bool { return true }})
	if err != nil {
		return err
	}
	if n.project, _, err = edit.Apply(n.project); err != nil {
		return err
	}
	n.edit.Edits = append(n.edit.Edits, edit.Edits...)
	n.articles, n.spans = n.articles+1, n.spans+len(c.Spans)
	return nil
}

// compare finds where the spans on an article would be on its new text. Where none
// is on it there is nothing to find, and the rest of the program is not fetched.
// Where what compares is not there the article stays for this time: it gives nil.
func (n *renewal) compare(ctx context.Context, old, text *corpus.Document) (*intake.Comparison, error) {
	if spans(n.project.Sets(old.ID)) == 0 {
		return intake.Lay(n.project, old, text, nil)
	}
	c, err := n.steps.CompareText(ctx, n.project, old.ID, text, nil)
	if away := new(steps.AwayError); errors.As(err, &away) {
		return nil, nil
	}
	return c, err
}

func spans(sets []*annotations.Set) (n int) {
	for _, set := range sets {
		n += set.Len()
	}
	return n
}

// told is what a reader has to know: what they have marked may look different.
func (n *renewal) told() []string {
	said := []string{"1 bundled article has a new text"}
	if n.articles != 1 {
		said[0] = fmt.Sprintf("%d bundled articles have a new text", n.articles)
	}
	switch n.spans {
	case 0:
	case 1:
		said = append(said, "1 span is at the same words there as before")
	default:
		said = append(said, fmt.Sprintf("%d spans are at the same words there as before", n.spans))
	}
	return said
}

// addBundled adds the bundled articles of which the project has no version, each
// after the one that goes before it in the bundle. These are edits of the journal, since
// later records build on them, but not of the history: nobody made them.
func (s *Session) addBundled(bundled []*corpus.Document) error {
	at := 0
	for _, d := range bundled {
		if i := versionOf(d, s.state.project); i >= 0 {
			at = i + 1
			continue
		}
		r := s.record(nobody, "", annotations.AddDocument{Document: d, At: at})
		m, dropped, err := s.turned(s.state, r, nil)
		if err == nil {
			err = errors.Join(dropped...)
		}
		if err != nil {
			return fmt.Errorf("add a bundled article: %w", err)
		}
		s.state, s.made = m.then, append(s.made, m)
		at++
	}
	return nil
}

// versionOf gives the place of a bundled article in a project, or of an earlier
// version of it, -1 if there is neither.
func versionOf(d *corpus.Document, p *annotations.Project) int {
	same := func(o *corpus.Document) bool { return o.ID == d.ID }
	if i := slices.IndexFunc(p.Documents(), same); i >= 0 {
		return i
	}
	return slices.IndexFunc(p.Documents(), func(o *corpus.Document) bool { return corpus.SameFile(o.ID, d.ID) })
}
