package anchor

import "spanwise/annotations/intake"

// What places are told with.
type (
	Verdict    = intake.Verdict
	Place      = intake.Place
	Comparison = intake.Comparison
	PlacedSpan = intake.PlacedSpan
	Choice     = intake.Choice
)

// The verdicts.
const (
	Exact    = intake.Exact
	Moved    = intake.Moved
	Doubtful = intake.Doubtful
	Lost     = intake.Lost
)
