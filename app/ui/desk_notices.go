package ui

import (
	"slices"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// kind is how much a notice matters.
type kind string

const (
	done    kind = "done"
	warning kind = "warning"
	failure kind = "failure"
)

// notice is something that the page tells a person, and that stays until they
// put it away. Undo is the session's revision that the told-of edit made:
// while it is the newest, the notice offers to take it back. 0 offers nothing.
// What else it offers is done to File, to the Flawed spans, or to the Project.
type notice struct {
	Kind      kind
	Sentences []string
	Undo      int
	Offer     offer
	File      browser.File
	Flawed    []annotations.Target
	Project   string
}

// notices are what the page has to tell, the newest first.
type notices struct {
	list []notice
}

// add tells something; with nothing to tell it does nothing.
func (n *notices) add(k kind, sentences ...string) {
	n.put(notice{Kind: k, Sentences: sentences})
}

// put shows a notice above the others, in the place of one that only says
// what was done before.
func (n *notices) put(next notice) {
	if len(next.Sentences) == 0 {
		return
	}
	n.goOn()
	n.list = append([]notice{next}, n.list...)
}

// putBelow shows a notice below the others: what they tell goes on.
func (n *notices) putBelow(next notice) { n.list = append(slices.Clone(n.list), next) }

// goOn drops what only says that something was done, since a person who works
// on has seen it. What went wrong, or was changed on the way in, stays.
func (n *notices) goOn() {
	n.list = slices.DeleteFunc(slices.Clone(n.list), func(old notice) bool { return old.Kind == done })
}

func (n *notices) remove(index int) {
	if index >= 0 && index < len(n.list) {
		n.list = append(n.list[:index:index], n.list[index+1:]...)
	}
}

// offer is what a notice offers to do about what it tells, besides taking back
// what was done.
type offer string

const (
	noOffer        offer = ""
	repairImport   offer = "Import it repaired"
	mendSpans      offer = "Mend"
	restoreProject offer = "Bring it back"
	goToProject    offer = "Go to the project"
	beSomebodyElse offer = "I am somebody else"
)

// drop puts away what says one of some sentences.
func (n *notices) drop(sentences ...string) {
	n.list = slices.DeleteFunc(slices.Clone(n.list), func(old notice) bool { return slices.Contains(sentences, old.Sentences[0]) })
}
