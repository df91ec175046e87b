package bringing

import (
	"context"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/anchor"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/corpus"
)

// changedText is a text of a file that is not the same here, or of an article that
// gets another, with what a person chooses to be done about it.
type changedText struct {
	*anchor.Comparison
	here  *corpus.Document
	apart bool         // it becomes an article of its own
	keep  bool         // so it does, with those of its spans that are not placed here
	taken map[int]bool // which doubtful spans are placed
	open  [4]int       // how many spans of each verdict are listed
}

// changedTexts are those that are being asked about: of the file that is being
// imported, or the one that a person replaces. Whatever asks waits for the answer.
type changedTexts struct {
	list     []*changedText
	replaces bool
	answer   chan bool // nil where nothing is asked
}

// listedAtOnce is how many spans of a verdict are listed, and how many more each
// time that a person asks for more.
const listedAtOnce = 50

// comparing is what the page says while it compares texts.
const comparing = "Comparing the texts…"

// compareTexts finds the texts of a file that are other versions of texts here,
// and where their spans would be on those.
func compareTexts(into, file *annotations.Project, pace annotations.Pace) ([]*changedText, error) {
	pairs, err := anchor.Pairs(into, file, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	var list []*changedText
	for i, pair := range pairs {
		compared, err := pair.Compare(file, pace.Part(0.5, 1).Nth(i, len(pairs)))
		if err != nil {
			return nil, err
		}
		list = append(list, newChangedText(compared, pair.Here))
	}
	return list, nil
}

func newChangedText(compared *anchor.Comparison, here *corpus.Document) *changedText {
	return &changedText{
		Comparison: compared, here: here, keep: true, taken: map[int]bool{},
		open: [4]int{listedAtOnce, listedAtOnce, listedAtOnce, listedAtOnce},
	}
}

// takes reports whether the i-th span goes to its place on the text that is here.
func (c *changedText) takes(i int) bool { return c.Spans[i].Verdict <= anchor.Moved || c.taken[i] }

// left is how many spans do not.
func (c *changedText) left() int {
	n := 0
	for i := range c.Spans {
		if !c.takes(i) {
			n++
		}
	}
	return n
}

// untaken is how many doubtful spans are not ticked.
func (c *changedText) untaken() int { return c.left() - c.Count(anchor.Lost) }

// takeAll ticks all doubtful spans, or none where all were.
func (c *changedText) takeAll() {
	all := c.untaken() > 0
	for i, s := range c.Spans {
		if s.Verdict == anchor.Doubtful {
			c.taken[i] = all
		}
	}
}

// choice is what a person has chosen.
func (c *changedText) choice() anchor.Choice {
	choice := anchor.Choice{Takes: c.takes}
	if c.left() > 0 && c.keep {
		choice.Keep = freeID(c.Project, c.Old.ID+"-before")
	}
	return choice
}

// changedIn finds the texts of the k-th of the files that changed.
func (room *Room) changedIn(i *importing, k int) (changed []*changedText, err error) {
	err = room.desk.Run("Importing "+i.called(), func(ctx context.Context, tell session.Progress) error {
		pace := desk.Pacing(ctx, comparing, tell).Part(0, 0.6).Nth(k, len(i.read))
		changed, err = compareTexts(room.desk.Session.Project(), i.read[k].Project(), pace)
		return err
	})
	return changed, err
}

// place asks about the texts of a file that changed, and puts its spans where a
// person wants them. It is not for the UI goroutine.
func (room *Room) place(in *session.Incoming, texts []*changedText) (*session.Incoming, error) {
	if err := room.askTexts(changedTexts{list: texts}); err != nil {
		return nil, err
	}
	project, said, err := placed(in.Project(), texts)
	if err != nil {
		return nil, err
	}
	return in.Revised(project, said), nil
}

// askTexts shows the texts and waits for the answer. Saying no is the end of what
// asks.
func (room *Room) askTexts(texts changedTexts) error {
	room.asking.Lock() // two dialogs would be one too many
	defer room.asking.Unlock()
	answer := make(chan bool, 1)
	texts.answer = answer
	room.desk.OnPage(func() {
		room.changed = texts
		room.desk.Later(func() { browser.ShowModal(changedID) })
	})
	defer room.desk.OnPage(func() {
		room.changed = changedTexts{}
		room.desk.FocusText()
	})
	select {
	case yes := <-answer:
		if yes {
			return nil
		}
	case <-room.desk.Context.Done():
	}
	return context.Canceled
}

// openPlaced opens the first article that gets spans, unless a person is at work
// on the open one.
func (room *Room) openPlaced(texts []*changedText) {
	for _, c := range texts {
		if !c.apart {
			room.openAdded([]string{c.here.ID})
			return
		}
	}
}

// placed puts the spans of a file on the texts that are here, as it was chosen,
// and says what it did. Its texts become those that are here, so that whoever
// takes the file in finds them the same.
func placed(file *annotations.Project, texts []*changedText) (*annotations.Project, []annotations.Message, error) {
	var said []annotations.Message
	for _, c := range texts {
		if c.apart {
			continue
		}
		c.Project = file // what was placed before has changed it
		choice := c.choice()
		edit, err := c.Edit(choice)
		if err != nil {
			return nil, nil, err
		}
		if file, _, err = edit.Apply(file); err != nil {
			return nil, nil, fmt.Errorf("place the spans of “%s”: %w", c.Old.Title, err)
		}
		said = append(said, annotations.Say("%s", c.saidPlaced(choice.Keep != "")))
	}
	return file, said, nil
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
