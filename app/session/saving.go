package session

import "fmt"

// State says how it stands with the saving of the work.
type State int

// The states of saving.
const (
	Saved   State = iota // the store has everything
	Writing              // the store is being given what it lacks
	Failed               // the store refused, or does not answer; the work is in memory and can be exported
	NotKept              // there is no store: the work is in memory only
	Locked               // a newer version of the program has taken over: the work can only be read
)

// String gives the state's name.
func (s State) String() string {
	switch s {
	case Saved:
		return "saved"
	case Writing:
		return "writing"
	case Failed:
		return "failed"
	case NotKept:
		return "not kept"
	case Locked:
		return "locked"
	}
	return fmt.Sprintf("state %d", int(s))
}

// Saving is the state of saving at one moment.
type Saving struct {
	State   State
	Err     error // why it failed, why nothing is kept, or who has taken over
	Pending int   // edits that the store does not have yet
}
