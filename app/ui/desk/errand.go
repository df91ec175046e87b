package desk

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
	// TellAfter is how long an errand may take before the page speaks of it: small
	// files are done by then.
	TellAfter = 300 * time.Millisecond
	// TellEvery is how often the dialog is brought up to date.
	TellEvery = 100 * time.Millisecond
)

// Run does long work, which waits its turn after that which was asked for
// before it. It is not for the UI goroutine; work reads and changes nothing of
// the page but through onPage.
func (d *Desk) Run(title string, work func(ctx context.Context, tell session.Progress) error) error {
	d.turn.Lock()
	defer d.turn.Unlock()
	ctx, cancel := context.WithCancel(d.Context)
	defer cancel()
	e := &errand{title: title, cancel: cancel}
	d.OnPage(func() { d.errand = e })
	showing := time.AfterFunc(TellAfter, func() { d.Context.Dispatch(func(app.Context) { d.showErrand(e) }) })
	err := session.Attempt(func() error { return work(ctx, d.teller(e)) })
	showing.Stop()
	d.OnPage(func() { d.endErrand(e) })
	return err
}

// OnPage does something on the UI goroutine and waits until it is done.
func (d *Desk) OnPage(do func()) {
	done := make(chan struct{})
	d.Context.Dispatch(func(app.Context) {
		defer close(done)
		do()
	})
	<-done
}

func (d *Desk) showErrand(e *errand) {
	if d.errand == e {
		e.shown = true
		d.Later(func() { browser.ShowModal(errandID) })
	}
}

func (d *Desk) endErrand(e *errand) {
	d.errand = nil
	if e.shown {
		d.FocusText()
	}
}

// teller hands on to the page what an errand is doing, now and then.
func (d *Desk) teller(e *errand) session.Progress {
	var said time.Time
	return func(doing string, done float64) {
		if now := time.Now(); now.Sub(said) >= TellEvery {
			said = now
			d.Context.Dispatch(func(app.Context) { e.doing, e.percent = doing, kit.Percent(done) })
		}
	}
}

// Busy reports whether the dialog of an errand is open.
func (d *Desk) Busy() bool { return d.errand != nil && d.errand.shown }

// RenderErrand draws the dialog of long work, while that is shown.
func (d *Desk) RenderErrand() app.UI {
	if !d.Busy() {
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
	Desk    *Desk
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
