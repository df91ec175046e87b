package ui

import "spanwise/app/ui/desk"

// annotatorsRoom is who works here, and comparing with another.
type annotatorsRoom struct {
	desk *desk.Desk

	colleagues colleagues
}
