package bringing

import (
	"context"

	"spanwise/app/browser"
	"spanwise/app/session/steps"
)

// changedText is a text that changed, and how much of it is listed.
type changedText struct {
	*steps.ChangedText

	open [4]int // how many spans of each verdict are listed
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

// listedTexts are texts of a file, to be asked about.
func listedTexts(texts []*steps.ChangedText) (asked changedTexts) {
	for _, text := range texts {
		asked.list = append(asked.list, newChangedText(text))
	}
	return asked
}

func newChangedText(text *steps.ChangedText) *changedText {
	return &changedText{text, [4]int{listedAtOnce, listedAtOnce, listedAtOnce, listedAtOnce}}
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
func (room *Room) openPlaced(texts []*steps.ChangedText) {
	for _, c := range texts {
		if !c.Apart {
			room.openAdded([]string{c.Here.ID})
			return
		}
	}
}
