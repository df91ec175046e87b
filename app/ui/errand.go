package ui

import (
	"context"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/kit"
)

// errand is long work on a file that goes on beside the page. A dialog shows
// how far it is, and lets a person call it off; nothing is marked meanwhile.
type errand struct {
	title   string
	doing   string
	percent int
	shown   bool
	cancel  context.CancelFunc
}

const (
	errandID = "errand"
	// untold is how long an errand may take before the page speaks of it: small
	// files are done by then.
	untold = 300 * time.Millisecond
	// news is how often the dialog is brought up to date.
	news = 100 * time.Millisecond
)

// run does long work, which waits its turn after that which was asked for
// before it. It is not for the UI goroutine; work reads and changes nothing of
// the page but through onPage.
func (d *deskRoom) run(title string, work func(ctx context.Context, tell session.Progress) error) error {
	d.turn.Lock()
	defer d.turn.Unlock()
	ctx, cancel := context.WithCancel(d.ctx)
	defer cancel()
	e := &errand{title: title, cancel: cancel}
	d.onPage(func() { d.errand = e })
	showing := time.AfterFunc(untold, func() { d.ctx.Dispatch(func(app.Context) { d.showErrand(e) }) })
	err := session.Attempt(func() error { return work(ctx, d.teller(e)) })
	showing.Stop()
	d.onPage(func() { d.endErrand(e) })
	return err
}

// onPage does something on the UI goroutine and waits until it is done.
func (d *deskRoom) onPage(do func()) {
	done := make(chan struct{})
	d.ctx.Dispatch(func(app.Context) {
		defer close(done)
		do()
	})
	<-done
}

func (d *deskRoom) showErrand(e *errand) {
	if d.errand == e {
		e.shown = true
		d.later(func() { browser.ShowModal(errandID) })
	}
}

func (d *deskRoom) endErrand(e *errand) {
	d.errand = nil
	if e.shown {
		d.focusText()
	}
}

// teller hands on to the page what an errand is doing, now and then.
func (d *deskRoom) teller(e *errand) session.Progress {
	var said time.Time
	return func(doing string, done float64) {
		if now := time.Now(); now.Sub(said) >= news {
			said = now
			d.ctx.Dispatch(func(app.Context) { e.doing, e.percent = doing, kit.Percent(done) })
		}
	}
}

// busy reports whether the dialog of an errand is open.
func (d *deskRoom) busy() bool { return d.errand != nil && d.errand.shown }

func (d *deskRoom) renderErrand() app.UI {
	if !d.busy() {
		return app.Div().Hidden(true)
	}
	return &errandDialog{Title: d.errand.title, Doing: d.errand.doing, Percent: d.errand.percent, Desk: d}
}

// errandDialog shows an errand.
type errandDialog struct {
	app.Compo

	Title   string
	Doing   string
	Percent int
	Desk    *deskRoom
}

// Render draws the dialog.
func (d *errandDialog) Render() app.UI {
	return app.Dialog().ID(errandID).Class("form", "errand").Aria("label", d.Title).
		On("close", d.onCancel).On("cancel", d.onEscape).Body(
		app.H2().Text(kit.Upright(d.Title)),
		app.Progress().Max(100).Value(d.Percent).Aria("label", "Progress"),
		app.P().Text(d.Doing+" "+strconv.Itoa(d.Percent)+" %"),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet").AutoFocus(true).Text("Cancel").OnClick(d.onCancel),
		),
	)
}

// onEscape keeps the dialog open until the work has ended.
func (d *errandDialog) onEscape(ctx app.Context, e app.Event) {
	e.PreventDefault()
	d.onCancel(ctx, e)
}

func (d *errandDialog) onCancel(app.Context, app.Event) {
	if e := d.Desk.errand; e != nil {
		e.cancel()
	}
}
