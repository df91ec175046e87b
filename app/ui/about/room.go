package about

import (
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
)

// Room is what is said of the whole article: tags, note and state.
type Room struct {
	desk    *desk.Desk
	suggest entryfield.Suggester

	saying saying
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (r *Room) Registration() desk.Registration {
	return desk.Registration{Commands: r.commands(), Written: r.written(), Follow: r.follow, Empty: r.empty}
}

func (r *Room) empty() { r.saying = saying{version: r.saying.version + 1} }
