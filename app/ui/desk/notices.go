package desk

import (
	"slices"
)

// Kind is how much a notice matters.
type Kind string

const (
	Done    Kind = "done"
	Warning Kind = "warning"
	Failure Kind = "failure"
)

// Notice is something that the page tells a person, and that stays until they
// put it away. Undo is the session's revision that the told-of edit made:
// while it is the newest, the notice offers to take it back. 0 offers nothing.
// Offer names what else it offers, "" nothing, and Take does it.
type Notice struct {
	Kind      Kind
	Sentences []string
	Undo      int
	Offer     string
	Take      func()
}

// Notices are what the page has to tell, the newest first.
type Notices struct {
	List []Notice
}

// Add tells something; with nothing to tell it does nothing.
func (n *Notices) Add(k Kind, sentences ...string) {
	n.Put(Notice{Kind: k, Sentences: sentences})
}

// Put shows a notice above the others, in the place of one that only says
// what was done before.
func (n *Notices) Put(next Notice) {
	if len(next.Sentences) == 0 {
		return
	}
	n.GoOn()
	n.List = append([]Notice{next}, n.List...)
}

// PutBelow shows a notice below the others: what they tell goes on.
func (n *Notices) PutBelow(next Notice) { n.List = append(slices.Clone(n.List), next) }

// GoOn drops what only says that something was done, since a person who works
// on has seen it. What went wrong, or was changed on the way in, stays.
func (n *Notices) GoOn() {
	n.List = slices.DeleteFunc(slices.Clone(n.List), func(old Notice) bool { return old.Kind == Done })
}

// Remove puts a notice away.
func (n *Notices) Remove(index int) {
	if index >= 0 && index < len(n.List) {
		n.List = append(n.List[:index:index], n.List[index+1:]...)
	}
}

// Drop puts away what says one of some sentences.
func (n *Notices) Drop(sentences ...string) {
	n.List = slices.DeleteFunc(slices.Clone(n.List), func(old Notice) bool { return slices.Contains(sentences, old.Sentences[0]) })
}
