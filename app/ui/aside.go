package ui

import (
	"bytes"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
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
	p := d.Room.page
	p.desk.ctx.Async(func() {
		pieces, err := p.desk.store.Aside(p.desk.ctx)
		if err == nil {
			name := "spanwise-set-aside-" + time.Now().Format(time.DateOnly) + ".txt"
			err = browser.Download(name, "text/plain", bytes.Join(pieces, []byte("\n")))
		}
		p.keeping.tellAside(err)
	})
}

// onDropAside forgets it for good.
func (d *keepingDialog) onDropAside(app.Context, app.Event) {
	p := d.Room.page
	p.desk.ctx.Async(func() {
		err := p.desk.store.DropAside(p.desk.ctx)
		p.keeping.tellAside(err)
		p.keeping.inquire()
	})
}

// tellAside says what went wrong, on the page, for which the dialog gives way.
func (room *keepingRoom) tellAside(err error) {
	if err == nil {
		return
	}
	room.page.desk.onPage(func() {
		browser.CloseModal(keepingID)
		room.page.desk.notices.add(failure, err.Error())
	})
}
