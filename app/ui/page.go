// Package ui draws a session and turns gestures into edits. It decides
// nothing about texts or spans: that is the domain packages' and the
// session's work. Handlers are short, and everything that can be worked out
// without a browser stands in functions that a native test reaches.
package ui

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/app/worker"
	"spanwise/corpus"
)

// Page is the whole program as a person sees it: the list of articles, the
// open article, the labels and the spans.
type Page struct {
	app.Compo
	ctx        app.Context
	store      *browser.Store // nil where nothing is kept
	session    *session.Session
	second     *worker.Client
	trouble    trouble
	update     bool
	slowed     bool // it was said that the second program has no thread of its own
	open       string
	chosen     string
	choice     []string
	several    *several
	notices    notices
	said       string
	panel      sidePanel
	errand     *errand
	turn       sync.Mutex // of errands
	opening    int        // percent
	welcoming  welcome
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

// sidePanel says which of the two side panels lies over the text where the
// window is too narrow for all three columns.
type sidePanel string

const (
	noPanel       sidePanel = ""
	articlesPanel sidePanel = "articles"
	spansPanel    sidePanel = "spans"
)

// NewPage returns the program's root component.
func NewPage() *Page {
	p := &Page{}
	p.second = worker.NewClient(p.startSecond)
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
	p.bringing = &bringingRoom{page: p}
	p.keys = &keysRoom{page: p}
	p.commands = p.allCommands()
	p.keys.keys.table = kit.CommandTable(p.commands, keyboard.Settings{})
	return p
}

// OnMount starts the session; the page says that it is opening until then.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx = ctx
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
	if p.session == nil {
		return p.renderOpening()
	}
	return app.Div().Class("page", p.bareClass()).DataSet("panel", string(p.panel)).Body(
		p.renderBar(),
		p.renderUrgent(),
		p.unlessBare(p.articles.renderArticles),
		app.Main().Class(p.readingClass(), p.text.penClass()).Body(
			p.projects.renderProjectButton("above"),
			p.renderReports(),
			p.renderText(),
			p.unlessBare(p.labels.renderPalette),
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
		p.renderErrand(),
		p.bringing.renderChanged(),
		p.bringing.renderReplacing(),
		p.bringing.renderDropHint(),
		app.Div().Class("unseen").Aria("live", "polite").Text(p.said),
	)
}

func (p *Page) renderOpening() app.UI {
	if p.trouble.Why == "" {
		return app.Div().Class("opening").Body(app.P().Text(openingText(p.opening)))
	}
	return app.Div().Body(
		&troublePage{Page: p, What: p.trouble, Taken: p.store != nil, Several: p.projects.manyProjects()},
		p.projects.renderProjects(),
	)
}

// document is the open article.
func (p *Page) document() *corpus.Document {
	doc, _ := p.session.Project().Document(p.open)
	return doc
}

// me is the annotator that the reader works as: the one chosen, or where that one
// is not in the project the first.
func (p *Page) me() string {
	project := p.session.Project()
	if _, there := project.Annotator(p.annotators.annotator); there {
		return p.annotators.annotator
	}
	return project.Annotators()[0].ID
}

// set holds the reader's spans of the open article. It is empty where none is
// open.
func (p *Page) set() *annotations.Set {
	set := p.session.Project().Set(p.open, p.me())
	if set == nil {
		set, _ = annotations.NewSet(p.me(), annotations.About{State: annotations.StateOpen}, nil, nil) // no span can be wrong
	}
	return set
}

func (p *Page) scheme() *annotations.Scheme { return p.session.Project().Scheme() }

// refresh brings everything that is derived from the session up to date.
func (p *Page) refresh() {
	p.writing.followWriting()
	p.annotators.followAnnotator()
	if p.bare() {
		p.emptied()
		return
	}
	if p.document() == nil {
		p.text.openFirst()
	}
	p.bringing.followText()
	if _, ok := p.set().Span(p.chosen); !ok {
		p.chosen, p.choice = "", nil
	}
	p.spans.tellRefused(p.chosen)
	p.several = p.several.within(p.set())
	p.about.followAbout()
	if p.labels.styled != p.scheme() {
		p.labels.styled = p.scheme()
		p.labels.rules.Replace(kit.LabelRules(p.labels.styled))
	}
	p.keeping.showSaving()
	p.text.drawing = draw(p.text.drawing, scene{p.document(), p.scheme(), p.set(), p.chosen, p.text.drawnBlocks(), p.several, p.annotators.compared()})
	if p.text.canvas.holds(p.document()) {
		p.text.paint()
	}
	p.spans.drawSpans()
	p.annotators.drawTheirs()
	p.articles.drawArticles()
	p.text.followHandles()
	p.register.followRegister()
	p.relations.followRelations()
}

// mayEdit reports whether this tab may change the work. A banner or a dialog
// says why not for as long as it may not.
func (p *Page) mayEdit() bool {
	switch {
	case p.welcoming != unwelcomed:
		p.say(openingText(p.opening))
	case p.keeping.locked():
		p.say("This page only reads: a newer Spanwise has taken over your work")
	case p.busy():
		p.say(p.errand.title)
	}
	return p.welcoming == unwelcomed && !p.keeping.locked() && !p.busy()
}

// do carries out an edit, the one way in which the page changes the work.
func (p *Page) do(e annotations.Edit) bool {
	if !p.mayEdit() {
		p.writing.writing.refuse()
		return false
	}
	if err := p.writing.writing.do(p.session, e); err != nil {
		if p.writing.writing.making == nil {
			p.notices.add(failure, "That could not be done: "+err.Error())
		}
		return false
	}
	p.notices.goOn()
	p.spans.checkSpan(e)
	p.refresh()
	return true
}

// later does something when the page is drawn as it is now. The context of the
// control that asked for it would not do: it may be gone by then.
func (p *Page) later(do func()) { p.ctx.Defer(func(app.Context) { do() }) }

// say has a screen reader speak a sentence; nothing is shown.
func (p *Page) say(sentence string) { p.said = kit.Upright(sentence) }
