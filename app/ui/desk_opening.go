package ui

import "strconv"

// welcome is how far the page has come with showing somebody new the bundled
// articles before the database is open.
type welcome string

const (
	unwelcomed welcome = ""        // what is shown is what the database has
	welcomed   welcome = "welcome" // the articles are shown, and nothing can be done
	late       welcome = "late"    // the database takes so long that it must be said
)

func openingText(percent int) string {
	if percent == 0 {
		return "Opening your articles…"
	}
	return "Opening your articles… " + strconv.Itoa(percent) + " %"
}
