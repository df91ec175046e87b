// Package ui draws a session and turns gestures into edits. It decides
// nothing about texts or spans: that is the domain packages' and the
// session's work. Handlers are short, and everything that can be worked out
// without a browser stands in functions that a native test reaches.
package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// Page is the whole program as a person sees it: the list of articles, the
// open article, the labels and the spans.
type Page struct {
	app.Compo
	trouble    trouble
	update     bool
	desk       *deskRoom
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

	commands []kit.Command
}

// NewPage returns the program's root component.
func NewPage() *Page {
	p := &Page{}
	p.desk = &deskRoom{ask: requests{p}}
	p.text = &textRoom{page: p}
	p.labels = &labelsRoom{page: p}
	p.spans = &spansRoom{page: p, spans: newSpanRows()}
	p.about = &aboutRoom{page: p}
	p.articles = &articlesRoom{page: p, articles: newArticleRows()}
	p.schemes = &schemeRoom{page: p}
	p.register = &registerRoom{page: p}
	p.relations = &relationsRoom{page: p, wiring: newWiring()}
	p.annotators = &annotatorsRoom{page: p, colleagues: colleagues{theirs: newTheirRows()}}
	p.projects = &projectsRoom{page: p}
	p.keeping = &keepingRoom{page: p}
	p.writing = &writingRoom{page: p}
	p.desk.writing = p.writing
	p.bringing = &bringingRoom{page: p}
	p.keys = &keysRoom{page: p}
	p.commands = p.allCommands()
	p.desk.keys = kit.CommandTable(p.commands, keyboard.Settings{})
	return p
}

// OnMount starts the session; the page says that it is opening until then.
func (p *Page) OnMount(ctx app.Context) {
	p.desk.ctx = ctx
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
	if p.desk.session == nil {
		return p.renderOpening()
	}
	return app.Div().Class("page", p.bareClass()).DataSet("panel", string(p.desk.panel)).Body(
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
		p.desk.renderErrand(),
		p.bringing.renderChanged(),
		p.bringing.renderReplacing(),
		p.bringing.renderDropHint(),
		app.Div().Class("unseen").Aria("live", "polite").Text(p.desk.said),
	)
}

func (p *Page) renderOpening() app.UI {
	if p.trouble.Why == "" {
		return app.Div().Class("opening").Body(app.P().Text(openingText(p.desk.opening)))
	}
	return app.Div().Body(
		&troublePage{Page: p, What: p.trouble, Taken: p.desk.store != nil, Several: p.projects.manyProjects()},
		p.projects.renderProjects(),
	)
}

// refresh brings everything that is derived from the session up to date.
func (p *Page) refresh() {
	p.writing.followWriting()
	p.annotators.followAnnotator()
	if p.desk.bare() {
		p.emptied()
		return
	}
	if p.desk.document() == nil {
		p.text.openFirst()
	}
	p.bringing.followText()
	p.desk.selection.within(p.desk.set())
	p.spans.tellRefused(p.desk.selection.span)
	p.about.followAbout()
	if p.labels.styled != p.desk.scheme() {
		p.labels.styled = p.desk.scheme()
		p.labels.rules.Replace(kit.LabelRules(p.labels.styled))
	}
	p.desk.ask.ShowSaving()
	p.text.drawing = draw(p.text.drawing, scene{p.desk.document(), p.desk.scheme(), p.desk.set(), p.desk.selection.span, p.text.drawnBlocks(), p.desk.selection.several, p.desk.compared()})
	if p.text.canvas.holds(p.desk.document()) {
		p.text.paint()
	}
	p.spans.drawSpans()
	p.annotators.drawTheirs()
	p.articles.drawArticles()
	p.text.followHandles()
	p.register.followRegister()
	p.relations.followRelations()
}
