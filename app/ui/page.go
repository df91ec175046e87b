// Package ui draws a session and turns gestures into edits. It decides
// nothing about texts or spans: that is the domain packages' and the
// session's work. Handlers are short, and everything that can be worked out
// without a browser stands in functions that a native test reaches.
package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/about"
	"spanwise/app/ui/annotators"
	"spanwise/app/ui/articles"
	"spanwise/app/ui/bringing"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keeping"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/keys"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/labels"
	"spanwise/app/ui/projects"
	"spanwise/app/ui/register"
	"spanwise/app/ui/relations"
	"spanwise/app/ui/scheme"
	"spanwise/app/ui/spans"
	"spanwise/app/ui/text"
	"spanwise/app/ui/writing"
)

// Page is the whole program as a person sees it: the list of articles, the
// open article, the labels and the spans.
type Page struct {
	app.Compo
	trouble    trouble
	update     bool
	desk       *desk.Desk
	rooms      []desk.Registration // in the order in which people need them
	text       *text.Room
	labels     *labels.Room
	spans      *spans.Room
	about      *about.Room
	articles   *articles.Room
	schemes    *scheme.Room
	register   *register.Room
	relations  *relations.Room
	annotators *annotators.Room
	projects   *projects.Room
	keeping    *keeping.Room
	writing    *writing.Room
	bringing   *bringing.Room
	keys       *keys.Room
}

// NewPage returns the program's root component.
func NewPage() *Page {
	p := &Page{}
	p.desk = desk.New(requests{p})
	p.labels = labels.New(p.desk)
	p.about = about.New(p.desk)
	p.articles = articles.New(p.desk)
	p.schemes = scheme.New(p.desk)
	p.register = register.New(p.desk)
	p.relations = relations.New(p.desk)
	p.annotators = annotators.New(p.desk)
	p.projects = projects.New(p.desk)
	p.keeping = keeping.New(p.desk)
	p.writing = writing.New(p.desk)
	p.desk.Writing = p.writing
	p.bringing = bringing.New(p.desk)
	p.keys = keys.New(p.desk)
	p.text = text.New(p.desk, text.Slots{About: p.about.Render, Own: p.bringing.RenderOwn, Over: p.relations.RenderOver})
	p.spans = spans.New(p.desk, spans.Slots{Relations: p.relations.RenderList, Beside: p.annotators.Beside})
	p.rooms = []desk.Registration{
		p.text.Registration(), p.labels.Registration(), p.spans.Registration(), p.text.Shaping(), p.relations.Registration(),
		p.about.Registration(), p.annotators.Registration(), p.articles.Registration(), p.keeping.Registration(),
		p.projects.Registration(), p.bringing.Registration(), p.schemes.Registration(), p.keys.Registration(),
		p.register.Registration(),
	}
	for _, r := range p.rooms {
		p.writing.AddKinds(r.Written)
	}
	p.keys.Commands = p.allCommands()
	p.desk.Keys = kit.CommandTable(p.keys.Commands, keyboard.Settings{})
	return p
}

// OnMount starts the session; the page says that it is opening until then.
func (p *Page) OnMount(ctx app.Context) {
	p.desk.Context = ctx
	p.labels.Start()
	p.text.Start()
	p.update = app.Window().Get("spanwiseUpdateWaiting").Truthy()
	p.projects.Seek()
	p.listen(ctx)
	p.writing.Listen()
	p.welcome(ctx)
	ctx.Async(func() { p.start(ctx) })
}

// Render draws the page in three columns, which a narrow window shows one at
// a time. It runs at everything that happens, so it makes as few elements as it
// can: each part is a component that is drawn again only when what it shows has
// changed.
func (p *Page) Render() app.UI {
	if p.desk.Session == nil {
		return p.renderOpening()
	}
	return app.Div().Class("page", p.bareClass()).DataSet("panel", string(p.desk.Panel)).Body(
		p.renderBar(),
		p.renderUrgent(),
		p.unlessBare(p.articles.Render),
		app.Main().Class(p.readingClass(), p.text.PenClass()).Body(
			p.projects.RenderButton("above"),
			p.renderReports(),
			p.renderText(),
			p.unlessBare(p.text.RenderPalette),
			p.unlessBare(p.relations.RenderRelating),
		),
		p.unlessBare(p.renderPanel),
		p.renderDialogs(),
		app.Div().Class("unseen").Aria("live", "polite").Text(p.desk.Said),
	)
}

func (p *Page) renderOpening() app.UI {
	if p.trouble.Why == "" {
		return app.Div().Class("opening").Body(app.P().Text(desk.OpeningText(p.desk.OpeningPercent)))
	}
	return app.Div().Body(
		&troublePage{Page: p, What: p.trouble, Taken: p.desk.Store != nil, Several: p.projects.Many()},
		p.projects.Render(),
	)
}

// renderDialogs draws what the rooms draw over the page.
func (p *Page) renderDialogs() app.UI {
	var all []app.UI
	for _, r := range p.rooms {
		for _, render := range r.Dialogs {
			all = append(all, render())
		}
	}
	return app.Div().Class("dialogs").Body(append(all, p.desk.RenderErrand())...)
}

// view is what stands in the middle.
func (p *Page) view() *desk.View {
	var first *desk.View
	for _, r := range p.rooms {
		if r.View != nil && r.View.ID == p.desk.View {
			return r.View
		}
		if first == nil {
			first = r.View
		}
	}
	return first
}

// follow takes in what the session tells. Of a mark that has been saved nothing but
// the status speaks, and the engine need not go through the page for it.
func (p *Page) follow() {
	if !p.keeping.OnlySaved() || !p.writing.Idle() {
		p.refresh()
		return
	}
	p.keeping.ShowSaving()
	p.desk.Context.PreventUpdate()
}

// refresh brings everything that is derived from the session up to date. That the
// work is not saved yet stands there before what is new does.
func (p *Page) refresh() {
	p.writing.Follow()
	p.desk.FollowAnnotator()
	if p.desk.Bare() {
		p.emptied()
		return
	}
	p.keeping.ShowSaving()
	for _, r := range p.rooms {
		if r.Follow != nil {
			r.Follow()
		}
	}
}
