package merge

import "spanwise/annotations/intake"

// What a merging is told with.
type (
	Choices  = intake.Choices
	Plan     = intake.Plan
	Source   = intake.Source
	Person   = intake.Person
	Conflict = intake.Conflict
	Side     = intake.Side
)

// The sides of a conflict.
const (
	Suggested = intake.Suggested
	Ours      = intake.Ours
	Theirs    = intake.Theirs
)
