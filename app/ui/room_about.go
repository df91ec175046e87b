package ui

import "spanwise/app/ui/desk"

// aboutRoom is what is said of the whole article: tags, note and state.
type aboutRoom struct {
	desk *desk.Desk

	saying saying
}
