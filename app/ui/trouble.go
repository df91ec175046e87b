package ui

import (
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/format"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// trouble is why the page cannot open what is kept, and what can be done about
// it. It takes the place of the whole page.
type trouble struct {
	Why      string
	Problems []string // that a repair would mend
	Remedy   remedy
}

// remedy is what a person can do about work that is kept and cannot be opened.
type remedy string

const (
	wait   remedy = ""       // it will be opened by itself
	reload remedy = "reload" // with a newer page, or when the database answers again
	repair remedy = "repair"
	anew   remedy = "anew" // begin with nothing, and set aside what is kept
)

// refuse shows why the work cannot be opened.
func (p *Page) refuse(err error) {
	p.desk.Session, p.desk.Stage = nil, desk.Ready
	p.trouble = troubleOf(err)
}

// troubleOf is what the page says of an error that an opening ended in.
func troubleOf(err error) trouble {
	t := trouble{Why: kit.Sentence(err.Error())}
	var broken *format.BrokenError
	switch {
	case errors.Is(err, browser.ErrBlocked):
		t.Why, t.Remedy = kit.Sentence(browser.ErrBlocked.Error()), wait
	case errors.As(err, &broken):
		t.Remedy = repair
		t.Why = "Your work is here, but not all of it fits together."
		for _, problem := range broken.Problems {
			t.Problems = append(t.Problems, problem.String())
		}
	case errors.Is(err, session.ErrUnreadable):
		t.Remedy = anew
	default:
		t.Remedy = reload
	}
	return t
}

// troublePage says what is wrong, and offers what helps. What is kept can be
// taken away as it is in every case in which it can be had at all.
type troublePage struct {
	app.Compo

	Page  *Page
	What  trouble
	Taken bool // that it can be taken away

	Several bool // that there are other projects
}

// Render draws the page.
func (t *troublePage) Render() app.UI {
	return app.Div().Class("opening").Body(
		app.H1().Text("Spanwise cannot open your work"),
		app.P().Aria("role", "alert").Text(t.What.Why),
		app.Ul().Class("problems").Hidden(len(t.What.Problems) == 0).Body(
			app.Range(t.What.Problems).Slice(func(i int) app.UI {
				return app.Li().Text(kit.Sentence(t.What.Problems[i]))
			}),
		),
		app.P().Text("Nothing was changed. What is kept in this browser stays as it is."),
		app.Div().Class("actions").Body(
			app.If(t.Taken, func() app.UI {
				return app.Button().Type("button").Class("quiet").Text("Take it away as it is").OnClick(t.Page.onTakeAway)
			}),
			t.renderRemedy(),
			app.If(t.Several, func() app.UI { return kit.QuietButton("Projects", t.Page.projects.OnProjects) }),
		),
	)
}

func (t *troublePage) renderRemedy() app.UI {
	button := func(text string, do app.EventHandler) app.UI {
		return app.Button().Type("button").Class("quiet").Text(text).OnClick(do)
	}
	switch t.What.Remedy {
	case reload:
		return button("Reload the page", t.Page.onReload)
	case repair:
		return button("Open it repaired", t.Page.onOpenRepaired)
	case anew:
		return button("Set it aside and begin anew", t.Page.onBeginAnew)
	}
	return app.P().Text("This page goes on by itself as soon as it can.")
}

func (p *Page) onReload(ctx app.Context, e app.Event) { ctx.Reload() }

func (p *Page) onOpenRepaired(ctx app.Context, e app.Event) {
	p.openAgain(session.Start{Store: p.desk.Store, Repair: true})
}

func (p *Page) onBeginAnew(ctx app.Context, e app.Event) {
	p.openAgain(session.Start{Store: p.desk.Store, Anew: true})
}

// openAgain opens the work once more, in another way. The page says so in the
// place of the trouble, which is over or comes back.
func (p *Page) openAgain(start session.Start) {
	p.trouble, p.desk.OpeningPercent = trouble{}, 0
	p.desk.Context.Async(func() { p.openSession(p.desk.Context, start) })
}

// onTakeAway downloads what is kept, byte for byte: the snapshot, and the edits
// after it where there are any.
func (p *Page) onTakeAway(ctx app.Context, e app.Event) {
	ctx.Async(func() {
		if err := p.takeAway(ctx); err != nil {
			p.desk.Dispatch(func() { p.trouble.Why = kit.Sentence(err.Error()) })
		}
	})
}

func (p *Page) takeAway(ctx app.Context) error {
	snapshot, records, err := session.Raw(ctx, p.desk.Store)
	if err != nil {
		return err
	}
	name := "spanwise-as-it-is-" + time.Now().Format(time.DateOnly)
	if err := browser.Download(name+".json", "application/json", snapshot); err != nil || len(records) == 0 {
		return err
	}
	return browser.Download(name+"-edits.jsonl", "application/jsonl", records)
}
