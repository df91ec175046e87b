package steps

import (
	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/corpus"
)

// ChangedText is a text of a file that is not the same here, or of an article that
// gets another, with what a person chooses to be done about it.
type ChangedText struct {
	*intake.Comparison
	Here  *corpus.Document
	Apart bool         // it becomes an article of its own
	Keep  bool         // so it does, with those of its spans that are not placed here
	Taken map[int]bool // which doubtful spans are placed
}

// NewChangedText is a text that was compared, before anybody has chosen anything.
func NewChangedText(compared *intake.Comparison, here *corpus.Document) *ChangedText {
	return &ChangedText{Comparison: compared, Here: here, Keep: true, Taken: map[int]bool{}}
}

// in is the text with what was chosen about it, in a later state of its project.
func (c *ChangedText) in(file *annotations.Project) *ChangedText {
	next, compared := *c, *c.Comparison
	compared.Project, next.Comparison = file, &compared
	return &next
}

// Takes reports whether the i-th span goes to its place on the text that is here.
func (c *ChangedText) Takes(i int) bool { return c.Spans[i].Verdict <= intake.Moved || c.Taken[i] }

// Left is how many spans do not.
func (c *ChangedText) Left() int {
	n := 0
	for i := range c.Spans {
		if !c.Takes(i) {
			n++
		}
	}
	return n
}

// Untaken is how many doubtful spans are not taken.
func (c *ChangedText) Untaken() int { return c.Left() - c.Count(intake.Lost) }

// TakeAll takes all doubtful spans, or none where all were.
func (c *ChangedText) TakeAll() {
	all := c.Untaken() > 0
	for i, s := range c.Spans {
		if s.Verdict == intake.Doubtful {
			c.Taken[i] = all
		}
	}
}

// Choice is what a person has chosen.
func (c *ChangedText) Choice() intake.Choice {
	choice := intake.Choice{Takes: c.Takes}
	if c.Left() > 0 && c.Keep {
		choice.Keep = freeID(c.Project, c.Old.ID+"-before")
	}
	return choice
}

// Placed says what a choice does with the spans.
func (c *ChangedText) Placed(choice intake.Choice) annotations.Message {
	left := annotations.Count{N: c.Left(), Of: "span"}
	placed := annotations.Count{N: len(c.Spans) - left.N, Of: "span"}
	on, from := annotations.Say("the text of “%s” that is here", c.Here.Title), annotations.Say("the text of the file")
	if c.Here == c.Old {
		on, from = annotations.Say("the new text"), annotations.Say("the old text")
	}
	switch {
	case left.N == 0:
		return annotations.Say("%s placed on %s", placed, on)
	case choice.Keep != "":
		return annotations.Say("%s placed on %s; %s kept on %s, as an article of its own", placed, on, left, from)
	}
	return annotations.Say("%s placed on %s; %s left out", placed, on, left)
}

// freeID is an ID like the one given that no document of a project has.
func freeID(p *annotations.Project, id string) string {
	for {
		if _, taken := p.Document(id); !taken {
			return id
		}
		id += "-" + annotations.NewID()[:4]
	}
}
