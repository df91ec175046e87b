package ui

import "spanwise/app/ui/desk"

// writingRoom is what a person is writing in any field, and how it is kept.
type writingRoom struct {
	desk *desk.Desk

	kinds   map[string]desk.WrittenKind
	writing writing
}
