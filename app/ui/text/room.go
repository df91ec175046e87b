package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// Room is the open article: drawing it, selecting in it, marking and shaping spans by the text.
type Room struct {
	desk  *desk.Desk
	slots Slots

	Canvas   canvas
	Drawing  *drawing
	Near     blocks
	printing bool
	Exact    bool
	Pressed  Press
	clicks   clicks
	settling int
	Grip     Grip
}

// Slots are what other rooms draw in the open article's sheet.
type Slots struct {
	About func() app.UI   // what is said of the article as a whole
	Own   func() app.UI   // what can be done with an article that a person brought
	Over  func() []app.UI // what lies over the text
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk, slots Slots) *Room {
	return &Room{desk: d, slots: slots}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{
		Commands: room.MovingCommands(),
		Follow:   room.follow,
		Empty:    room.empty,
		LetGo:    room.letGo,
		View:     &desk.View{ID: "text", Name: "Text", Render: room.Render},
	}
}

// Shaping is what it brings of choosing and shaping spans.
func (room *Room) Shaping() desk.Registration {
	return desk.Registration{Commands: room.SpanCommands()}
}

// Start takes in what was set about selecting.
func (room *Room) Start() { room.Exact = browser.LoadPlace(ExactKey) == "on" }

// follow draws what has changed in the open article, or opens the first where the
// open one is gone.
func (room *Room) follow() {
	if room.desk.Document() == nil {
		room.OpenFirst()
	}
	room.FollowText()
	room.desk.Selection.Within(room.desk.Set())
	room.Drawing = Draw(room.Drawing, room.scene())
	if room.Canvas.Holds(room.desk.Document()) {
		room.Paint()
	}
	room.FollowHandles()
}

// scene is what is to be drawn.
func (room *Room) scene() Scene {
	return Scene{
		Doc: room.desk.Document(), Scheme: room.desk.Scheme(), Set: room.desk.Set(), Chosen: room.desk.Selection.Span,
		Near: room.DrawnBlocks(), Others: room.desk.Selection.Several, Beside: room.desk.Comparison(),
	}
}

func (room *Room) empty() { room.Drawing = nil }

func (room *Room) letGo() {
	room.Pressed = Press{}
	room.desk.Selection.DropText()
	room.LetGoOfHandle()
}

// SpansAt gives the reader's spans over a run of a block as it is drawn.
func (room *Room) SpansAt(block, run int) []string { return room.Drawing.SpansAt(block, run) }

// Drawn reports whether a block has its spans drawn.
func (room *Room) Drawn(block int) bool { return room.Near.Has(block) }
