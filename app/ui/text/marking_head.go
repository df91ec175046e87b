package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// markingHead is the heading of the labels, with the switch beside it.
type markingHead struct {
	app.Compo

	Room  *Room
	Exact bool
}

// Render draws both.
func (h *markingHead) Render() app.UI {
	return app.Div().Class("heading").Body(
		app.H2().Text("Labels"),
		app.Label().Class("exact").Title("Off, a selection grows to whole words. Holding Alt while selecting turns it round.").Body(
			app.Input().Type("checkbox").Checked(h.Exact).OnChange(h.onExact),
			app.Text("Exact characters"),
		),
	)
}

func (h *markingHead) onExact(ctx app.Context, e app.Event) {
	h.Room.setExact(ctx.JSSrc().Get("checked").Bool())
}

func (room *Room) setExact(on bool) {
	room.exact = on
	value := "off"
	if room.exact {
		value = "on"
	}
	if err := browser.SavePlace(exactKey, value); err != nil {
		room.desk.Notices.Add(desk.Warning, "This setting holds until the page is closed: "+err.Error())
	}
}

// RenderHead draws the heading of the labels.
func (room *Room) RenderHead() app.UI { return &markingHead{Room: room, Exact: room.exact} }
