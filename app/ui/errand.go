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
func (p *Page) run(title string, work func(ctx context.Context, tell session.Progress) error) error {
	p.turn.Lock()
	defer p.turn.Unlock()
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	e := &errand{title: title, cancel: cancel}
	p.onPage(func() { p.errand = e })
	showing := time.AfterFunc(untold, func() { p.ctx.Dispatch(func(app.Context) { p.showErrand(e) }) })
	err := session.Attempt(func() error { return work(ctx, p.teller(e)) })
	showing.Stop()
	p.onPage(func() { p.endErrand(e) })
	return err
}

// onPage does something on the UI goroutine and waits until it is done.
func (p *Page) onPage(do func()) {
	done := make(chan struct{})
	p.ctx.Dispatch(func(app.Context) {
		defer close(done)
		do()
	})
	<-done
}

func (p *Page) showErrand(e *errand) {
	if p.errand == e {
		e.shown = true
		p.later(func() { browser.ShowModal(errandID) })
	}
}

func (p *Page) endErrand(e *errand) {
	p.errand = nil
	if e.shown {
		p.text.focusText()
	}
}

// teller hands on to the page what an errand is doing, now and then.
func (p *Page) teller(e *errand) session.Progress {
	var said time.Time
	return func(doing string, done float64) {
		if now := time.Now(); now.Sub(said) >= news {
			said = now
			p.ctx.Dispatch(func(app.Context) { e.doing, e.percent = doing, kit.Percent(done) })
		}
	}
}

// busy reports whether the dialog of an errand is open.
func (p *Page) busy() bool { return p.errand != nil && p.errand.shown }

func (p *Page) renderErrand() app.UI {
	if !p.busy() {
		return app.Div().Hidden(true)
	}
	return &errandDialog{Title: p.errand.title, Doing: p.errand.doing, Percent: p.errand.percent, Page: p}
}

// errandDialog shows an errand.
type errandDialog struct {
	app.Compo

	Title   string
	Doing   string
	Percent int
	Page    *Page
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
	if e := d.Page.errand; e != nil {
		e.cancel()
	}
}
