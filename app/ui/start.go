package ui

import (
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/journal"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/projects"
)

// compacting is the name that a tab holds while it makes a snapshot of a project.
const compacting = "spanwise.compacting"

// start opens the database and the session. It runs beside the page's own
// goroutine, since it waits for the browser.
func (p *Page) start(ctx app.Context) {
	p.projects.Settle(ctx)
	store, err := p.openStore(ctx)
	switch {
	case errors.Is(err, journal.ErrNewer):
		p.desk.Dispatch(func() { p.refuse(err) })
	case err != nil:
		p.openSession(ctx, session.Start{Why: err.Error()})
	default:
		p.desk.Dispatch(func() { p.desk.Store = store })
		p.openSession(ctx, session.Start{Store: store})
	}
}

// unblocked is after what time a database that an older tab holds is asked for
// again.
const unblocked = time.Second

// openStore opens the database. While a tab with an older version of the program
// keeps it from being upgraded, the page says so and goes on trying.
func (p *Page) openStore(ctx app.Context) (*browser.Store, error) {
	for {
		store, err := browser.OpenStore(ctx, browser.ProjectStore(p.desk.ProjectID))
		if !errors.Is(err, browser.ErrBlocked) || ctx.Err() != nil {
			return store, err
		}
		p.desk.Dispatch(func() { p.refuse(err) })
		time.Sleep(unblocked)
	}
}

// firstScreen is how long the browser gets to put the first screen up before
// anything is written: the bundled articles, which are not there the first time.
const firstScreen = 50 * time.Millisecond

func (p *Page) openSession(ctx app.Context, start session.Start) {
	id := p.desk.ProjectID
	if start.Store == nil {
		id = browser.FirstProject // with its articles: no other is kept
	}
	articles, err := projects.ArticlesOf(id)
	if err != nil {
		p.desk.Dispatch(func() { p.refuse(err) })
		return
	}
	start.Bundled = articles
	start.Scheme = annotations.DefaultScheme()
	start.Pause = browser.Pause
	start.Steps = p.desk.Steps
	start.TakeTurn = func() (func(), bool) { return browser.TryHold(p.desk.OwnKey(compacting)) }
	shown := make(chan struct{})
	start.Before = shown
	start.Opening = p.openingTeller()
	s, notices, err := session.Open(ctx, start)
	p.desk.Dispatch(func() {
		if err != nil {
			p.refuse(err)
			return
		}
		p.trouble, p.desk.Stage = trouble{}, desk.Ready
		p.begin(p.desk.Context, s)
		p.projects.Begun()
		p.writing.RecallDrafts()
		p.desk.Notices.Add(desk.Warning, notices...)
		p.projects.TellOfOpened()
		p.desk.Later(func() { time.AfterFunc(firstScreen, func() { close(shown) }) })
	})
}

// begin shows a session that was opened. Where the bundled articles were shown
// before the database was open, it is the second one.
func (p *Page) begin(ctx app.Context, s *session.Session) {
	again := p.desk.Session != nil
	p.desk.Session, p.text.Drawing = s, nil
	p.desk.RecallAnnotator()
	s.OnChange(func() {
		p.desk.Dispatch(func() {
			if p.desk.Session == s {
				p.follow()
			}
		})
	})
	p.spans.CheckSpans(s)
	s.OnTold(func(sentences []string) {
		p.desk.Dispatch(func() { p.desk.Notices.Add(desk.Warning, sentences...) })
	})
	if p.desk.Store != nil {
		p.desk.Store.OnNews(s.LookForNews)
		s.LookForNews() // of what came before anybody listened
	}
	if again {
		p.refresh()
		return
	}
	p.text.ReturnToPlace(ctx)
}

// openingTeller shows how far the opening is, where it takes long.
func (p *Page) openingTeller() func(done float64) {
	said := time.Now().Add(desk.TellAfter - desk.TellEvery)
	return func(done float64) {
		if now := time.Now(); now.Sub(said) >= desk.TellEvery {
			said = now
			p.desk.Dispatch(func() { p.desk.OpeningPercent = kit.Percent(done) })
		}
	}
}
