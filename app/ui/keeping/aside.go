package keeping

import (
	"bytes"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// renderAside offers it to a person, who may know what to do with it.
func (d *keepingDialog) renderAside() app.UI {
	if d.Told.Aside == 0 {
		return app.Div().Hidden(true)
	}
	return app.Div().Class("part").Body(
		app.H2().Aria("level", 3).Text("Set aside"),
		app.P().Text(kit.Count(d.Told.Aside, "piece")+" of what was kept could not be used. Nothing of it is lost: take it away as a file before you forget it."),
		app.Div().Class("own").Body(
			kit.QuietButton("Take it away", d.onTakeAside),
			kit.QuietButton("Forget it", d.onDropAside),
		),
	)
}

// onTakeAside downloads what was set aside, as it is: one piece after the other.
func (d *keepingDialog) onTakeAside(app.Context, app.Event) {
	room := d.Room
	room.desk.Context.Async(func() {
		pieces, err := room.desk.Store.Aside(room.desk.Context)
		if err == nil {
			name := "spanwise-set-aside-" + time.Now().Format(time.DateOnly) + ".txt"
			err = browser.Download(name, "text/plain", bytes.Join(pieces, []byte("\n")))
		}
		room.tellAside(err)
	})
}

// onDropAside forgets it for good.
func (d *keepingDialog) onDropAside(app.Context, app.Event) {
	room := d.Room
	room.desk.Context.Async(func() {
		err := room.desk.Store.DropAside(room.desk.Context)
		room.tellAside(err)
		room.inquire()
	})
}

// tellAside says what went wrong, on the page, for which the dialog gives way.
func (room *Room) tellAside(err error) {
	if err == nil {
		return
	}
	room.desk.OnPage(func() {
		browser.CloseModal(keepingID)
		room.desk.Notices.Add(desk.Failure, err.Error())
	})
}
