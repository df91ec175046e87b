package ui

import "spanwise/app/ui/desk"

// textRoom is the open article: drawing it, selecting in it, marking and shaping spans by the text.
type textRoom struct {
	desk *desk.Desk
	page *Page

	canvas   canvas
	drawing  *drawing
	near     blocks
	printing bool
	exact    bool
	pressed  press
	clicks   clicks
	settling int
	grip     grip
}
