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

	canvas   canvas
	Drawing  *drawing
	near     blocks
	printing bool
	exact    bool
	pressed  press
	clicks   clicks
	settling int
	grip     grip
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
		Commands: room.movingCommands(),
		Follow:   room.follow,
		Empty:    room.empty,
		LetGo:    room.letGo,
		View:     &desk.View{ID: "text", Name: "Text", Render: room.Render},
	}
}

// Shaping is what it brings of choosing and shaping spans.
func (room *Room) Shaping() desk.Registration {
	return desk.Registration{Commands: room.spanCommands()}
}

// Start takes in what was set about selecting.
func (room *Room) Start() { room.exact = browser.LoadPlace(exactKey) == "on" }

// follow draws what has changed in the open article, or opens the first where the
// open one is gone.
func (room *Room) follow() {
	if room.desk.Document() == nil {
		room.openFirst()
	}
	room.followText()
	room.desk.Selection.Within(room.desk.Set())
	room.Drawing = draw(room.Drawing, room.scene())
	if room.canvas.holds(room.desk.Document()) {
		room.Paint()
	}
	room.followHandles()
}

// scene is what is to be drawn.
func (room *Room) scene() scene {
	return scene{
		doc: room.desk.Document(), scheme: room.desk.Scheme(), set: room.desk.Set(), chosen: room.desk.Selection.Span,
		near: room.drawnBlocks(), others: room.desk.Selection.Several, beside: room.desk.Comparison(),
	}
}

func (room *Room) empty() { room.Drawing = nil }

func (room *Room) letGo() {
	room.pressed = press{}
	room.desk.Selection.DropText()
	room.letGoOfHandle()
}

// SpansAt gives the reader's spans over a run of a block as it is drawn.
func (room *Room) SpansAt(block, run int) []string { return room.Drawing.SpansAt(block, run) }

// Drawn reports whether a block has its spans drawn.
func (room *Room) Drawn(block int) bool { return room.near.has(block) }
