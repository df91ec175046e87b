package articles

import "spanwise/app/ui/desk"

// Room is the list of articles.
type Room struct {
	desk *desk.Desk

	articles *articleRows
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d, articles: newArticleRows()}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration { return desk.Registration{Follow: room.draw} }
