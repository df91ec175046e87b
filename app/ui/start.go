package ui

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/corpus"
)

// storeName is the browser's database, and the lock that its writer holds.
const storeName = "spanwise"

// start opens the database and the session. It runs beside the page's own
// goroutine, since it waits for the browser.
func (p *Page) start(ctx app.Context) {
	store, err := browser.OpenStore(ctx, storeName)
	if err != nil {
		p.openSession(ctx, session.Start{Why: err.Error()}, false)
		return
	}
	_, err = browser.Hold(ctx, storeName, func() {
		p.openSession(ctx, session.Start{Store: readOnly{store}}, true)
	})
	if err != nil {
		p.openSession(ctx, session.Start{Store: store}, false)
		return
	}
	p.openSession(ctx, session.Start{Store: store}, false)
}

// bundled reads the articles that the page is built with, once.
var bundled = sync.OnceValues(corpus.Bundled)

// readOnly is the database as a second tab sees it: the first one writes.
type readOnly struct{ session.Store }

var errReading = errors.New("this tab only reads")

func (readOnly) Append(context.Context, [][]byte) error { return errReading }
func (readOnly) Compact(context.Context, []byte) error  { return errReading }

// firstScreen is how long the browser gets to put the first screen up before
// anything is written: the bundled articles, which are not there the first time.
const firstScreen = 50 * time.Millisecond

func (p *Page) openSession(ctx app.Context, start session.Start, reading bool) {
	articles, err := bundled()
	if err != nil {
		ctx.Dispatch(func(app.Context) { p.session, p.trouble = nil, err.Error() })
		return
	}
	start.Bundled = articles
	start.Scheme = annotations.DefaultScheme()
	start.Pause = browser.Pause
	shown := make(chan struct{})
	start.Before = shown
	start.Opening = p.openingTeller()
	s, notices, err := session.Open(ctx, start)
	ctx.Dispatch(func(ctx app.Context) {
		p.welcoming = unwelcomed
		if err != nil {
			p.session, p.trouble = nil, err.Error()
			return
		}
		p.begin(ctx, s, reading)
		p.notices.add(warning, notices...)
		p.later(func() { time.AfterFunc(firstScreen, func() { close(shown) }) })
	})
}

// begin shows a session that was opened. A tab that had to wait, for another one
// or for the database, begins twice: first to read, then to work.
func (p *Page) begin(ctx app.Context, s *session.Session, reading bool) {
	again := p.session != nil
	p.session, p.reading, p.drawing = s, reading, nil
	s.OnChange(func() {
		ctx.Dispatch(func(app.Context) { p.refresh() })
	})
	if again {
		p.refresh()
		return
	}
	p.returnToPlace(ctx)
}

// openingTeller shows how far the opening is, where it takes long.
func (p *Page) openingTeller() func(done float64) {
	said := time.Now().Add(untold - news)
	return func(done float64) {
		if now := time.Now(); now.Sub(said) >= news {
			said = now
			p.ctx.Dispatch(func(app.Context) { p.opening = percent(done) })
		}
	}
}

func openingText(percent int) string {
	if percent == 0 {
		return "Opening your articles…"
	}
	return "Opening your articles… " + strconv.Itoa(percent) + " %"
}
