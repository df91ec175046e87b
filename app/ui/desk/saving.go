package desk

import (
	"time"

	"spanwise/app/session"
)

// SavingID is the id of the element that says whether the work is saved.
const SavingID = "saving-state"

// SavingText is what the status says. It says Saved only when the session
// does, which is after the database has said complete.
func SavingText(s session.Saving) string {
	switch s.State {
	case session.Saved:
		return "Saved"
	case session.Writing:
		return "Saving…"
	case session.Failed:
		return "Not saved"
	case session.Locked:
		return "Reading"
	}
	return "Not kept"
}

// SavingTime is how long a page that is about to load anew waits for its last
// edit to be saved.
const SavingTime = 5 * time.Second
