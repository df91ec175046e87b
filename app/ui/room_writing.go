package ui

import "spanwise/app/ui/desk"

// writingRoom is what a person is writing in any field, and how it is kept.
type writingRoom struct {
	desk *desk.Desk
	page *Page

	kinds   map[string]desk.WrittenKind
	writing writing
}
