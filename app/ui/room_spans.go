package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// spansRoom is the list of spans, what is said of one, and several at once.
type spansRoom struct {
	desk  *desk.Desk
	slots spanSlots

	spans          *spanRows
	listedVersions kit.Versions[listed]
	details        details
	suggest        entryfield.Suggester
}

// spanSlots are the parts of the chosen span's details that other rooms draw.
type spanSlots struct {
	Relations func() app.UI
	Beside    func(*annotations.Span) string // what another annotator has there
}

// newSpansRoom returns the room as it is before anything has been done in it.
func newSpansRoom(d *desk.Desk, slots spanSlots) *spansRoom {
	return &spansRoom{desk: d, slots: slots, spans: newSpanRows()}
}
