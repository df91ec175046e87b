package desk

import "strconv"

// Stage is how far the page has come with showing somebody new the bundled
// articles before the database is open.
type Stage string

const (
	Ready      Stage = ""        // what is shown is what the database has
	Previewing Stage = "welcome" // the articles are shown, and nothing can be done
	Late       Stage = "late"    // the database takes so long that it must be said
)

// OpeningText says how far the opening is.
func OpeningText(percent int) string {
	if percent == 0 {
		return "Opening your articles…"
	}
	return "Opening your articles… " + strconv.Itoa(percent) + " %"
}
