// Package ui draws a session and turns gestures into edits. It decides
// nothing about texts or spans: that is the domain packages' and the
// session's work. Handlers are short, and everything that can be worked out
// without a browser stands in functions that a native test reaches.
package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// Page is the whole program as a person sees it: the list of articles, the
// open article, the labels and the spans.
type Page struct {
	app.Compo
	trouble    trouble
	update     bool
	desk       *desk.Desk
	text       *textRoom
	labels     *labelsRoom
	spans      *spansRoom
	about      *aboutRoom
	articles   *articlesRoom
	schemes    *schemeRoom
	register   *registerRoom
	relations  *relationsRoom
	annotators *annotatorsRoom
	projects   *projectsRoom
	keeping    *keepingRoom
	writing    *writingRoom
	bringing   *bringingRoom
	keys       *keysRoom
}

// NewPage returns the program's root component.
func NewPage() *Page {
	p := &Page{}
	p.desk = desk.New(requests{p})
	p.labels = newLabelsRoom(p.desk)
	p.about = newAboutRoom(p.desk)
	p.articles = newArticlesRoom(p.desk)
	p.schemes = newSchemeRoom(p.desk)
	p.register = newRegisterRoom(p.desk)
	p.relations = newRelationsRoom(p.desk)
	p.annotators = newAnnotatorsRoom(p.desk)
	p.projects = newProjectsRoom(p.desk)
	p.keeping = newKeepingRoom(p.desk)
	p.writing = newWritingRoom(p.desk)
	p.desk.Writing = p.writing
	p.bringing = newBringingRoom(p.desk)
	p.keys = newKeysRoom(p.desk)
	p.text = newTextRoom(p.desk, textSlots{About: p.about.renderAbout, Own: p.bringing.renderOwn, Over: p.relations.renderOver})
	p.spans = newSpansRoom(p.desk, spanSlots{Relations: p.relations.renderRelations, Beside: p.annotators.beside})
	for _, kinds := range []map[string]desk.WrittenKind{
		p.spans.written(), p.about.written(), p.relations.written(), p.register.written(),
		p.bringing.written(), p.schemes.written(), p.annotators.written(), p.projects.written(),
	} {
		p.writing.addKinds(kinds)
	}
	p.keys.commands = p.allCommands()
	p.desk.Keys = kit.CommandTable(p.keys.commands, keyboard.Settings{})
	return p
}

// OnMount starts the session; the page says that it is opening until then.
func (p *Page) OnMount(ctx app.Context) {
	p.desk.Context = ctx
	p.labels.rules = browser.NewStylesheet()
	p.text.exact = browser.LoadPlace(exactKey) == "on"
	p.update = app.Window().Get("spanwiseUpdateWaiting").Truthy()
	p.projects.seekProject()
	p.listen(ctx)
	p.writing.listenWriting()
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
		p.unlessBare(p.articles.renderArticles),
		app.Main().Class(p.readingClass(), p.text.penClass()).Body(
			p.projects.renderProjectButton("above"),
			p.renderReports(),
			p.renderText(),
			p.unlessBare(p.text.renderPalette),
			p.unlessBare(p.relations.renderRelating),
		),
		p.unlessBare(p.renderPanel),
		p.bringing.renderForm(),
		p.keeping.renderKeeping(),
		p.projects.renderProjects(),
		p.bringing.renderMerge(),
		p.bringing.renderArrivals(),
		p.schemes.renderScheme(),
		p.labels.renderGuidelines(),
		p.labels.renderFinder(),
		p.keys.renderKeysDialog(),
		p.register.renderRegister(),
		p.annotators.renderAnnotators(),
		p.desk.RenderErrand(),
		p.bringing.renderChanged(),
		p.bringing.renderReplacing(),
		p.bringing.renderDropHint(),
		app.Div().Class("unseen").Aria("live", "polite").Text(p.desk.Said),
	)
}

func (p *Page) renderOpening() app.UI {
	if p.trouble.Why == "" {
		return app.Div().Class("opening").Body(app.P().Text(desk.OpeningText(p.desk.OpeningPercent)))
	}
	return app.Div().Body(
		&troublePage{Page: p, What: p.trouble, Taken: p.desk.Store != nil, Several: p.projects.manyProjects()},
		p.projects.renderProjects(),
	)
}

// refresh brings everything that is derived from the session up to date.
func (p *Page) refresh() {
	p.writing.followWriting()
	p.desk.FollowAnnotator()
	if p.desk.Bare() {
		p.emptied()
		return
	}
	if p.desk.Document() == nil {
		p.text.openFirst()
	}
	p.text.followText()
	p.desk.Selection.Within(p.desk.Set())
	p.spans.tellRefused(p.desk.Selection.Span)
	p.about.followAbout()
	if p.labels.styled != p.desk.Scheme() {
		p.labels.styled = p.desk.Scheme()
		p.labels.rules.Replace(kit.LabelRules(p.labels.styled))
	}
	p.desk.Ask.ShowSaving()
	p.text.drawing = draw(p.text.drawing, scene{p.desk.Document(), p.desk.Scheme(), p.desk.Set(), p.desk.Selection.Span, p.text.drawnBlocks(), p.desk.Selection.Several, p.desk.Comparison()})
	if p.text.canvas.holds(p.desk.Document()) {
		p.text.paint()
	}
	p.spans.drawSpans()
	p.annotators.drawTheirs()
	p.articles.drawArticles()
	p.text.followHandles()
	p.register.followRegister()
	p.relations.followRelations()
}
