package ui

import (
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// spansRoom is the list of spans, what is said of one, and several at once.
type spansRoom struct {
	desk *desk.Desk
	page *Page

	spans          *spanRows
	listedVersions kit.Versions[listed]
	details        details
	suggest        entryfield.Suggester
}
