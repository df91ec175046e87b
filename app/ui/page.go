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
	"spanwise/corpus"
)

// Page is the whole program as a person sees it: the list of articles, the
// open article, the labels and the spans.
type Page struct {
	app.Compo

	ctx      app.Context
	store    *browser.Store // nil where nothing is kept
	session  *session.Session
	trouble  trouble
	projects projects
	update   bool

	open      string
	annotator string // see me
	drawing   *drawing
	canvas    canvas
	near      blocks
	printing  bool
	rules     *browser.Stylesheet
	styled    *annotations.Scheme

	pick     pick
	cursorAt int
	pen      string
	exact    bool
	pressed  press
	clicks   clicks
	settling int

	chosen   string
	choice   []string
	several  *several
	shaped   shaping
	writing  writing
	details  details
	register register

	relating     relating
	relationOpen string // the ID of the relation that is being changed
	relations    relationTable
	tow          tow
	wiring       wiring

	saying     saying
	colleagues colleagues

	articles       *articleRows
	spans          *spanRows
	listedVersions versions[listed]

	notices  notices
	said     string
	form     form
	keys     keySettings
	finder   labelSearch
	guiding  bool // the guidelines are open
	panel    sidePanel
	inFull   bool
	dropping bool
	exported int

	keeping keeping

	scheming   *schemeDraft // nil unless the scheme is being edited
	draftRules *browser.Stylesheet

	changed   changedTexts
	replacing replacing
	retyped   retyped

	errand    *errand
	turn      sync.Mutex // of errands
	importing *importing // about which a dialog asks
	arriving  *arrivals  // about which another asks
	asking    sync.Mutex // of such dialogs
	opening   int        // percent
	welcoming welcome
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
	return &Page{articles: newArticleRows(), spans: newSpanRows(), wiring: newWiring(), keys: newKeySettings(), colleagues: colleagues{theirs: newTheirRows()}}
}

// OnMount starts the session; the page says that it is opening until then.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.rules = browser.NewStylesheet()
	p.exact = browser.LoadPlace(exactKey) == "on"
	p.update = app.Window().Get("spanwiseUpdateWaiting").Truthy()
	p.seekProject()
	p.listen(ctx)
	p.listenWriting()
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
		p.unlessBare(p.renderArticles),
		app.Main().Class(p.readingClass(), p.penClass()).Body(
			p.renderProjectButton("above"),
			p.renderReports(),
			p.renderText(),
			p.unlessBare(p.renderPalette),
			p.unlessBare(p.renderRelating),
		),
		p.unlessBare(p.renderPanel),
		p.renderForm(),
		p.renderKeeping(),
		p.renderProjects(),
		p.renderMerge(),
		p.renderArrivals(),
		p.renderScheme(),
		p.renderGuidelines(),
		p.renderFinder(),
		p.renderKeysDialog(),
		p.renderRegister(),
		p.renderAnnotators(),
		p.renderErrand(),
		p.renderChanged(),
		p.renderReplacing(),
		p.renderDropHint(),
		app.Div().Class("unseen").Aria("live", "polite").Text(p.said),
	)
}

func (p *Page) renderOpening() app.UI {
	if p.trouble.Why == "" {
		return app.Div().Class("opening").Body(app.P().Text(openingText(p.opening)))
	}
	return app.Div().Body(
		&troublePage{Page: p, What: p.trouble, Taken: p.store != nil, Several: p.manyProjects()},
		p.renderProjects(),
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
	if _, there := project.Annotator(p.annotator); there {
		return p.annotator
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
	p.followWriting()
	p.followAnnotator()
	if p.bare() {
		p.emptied()
		return
	}
	if p.document() == nil {
		p.openFirst()
	}
	p.followText()
	if _, ok := p.set().Span(p.chosen); !ok {
		p.chosen, p.choice = "", nil
	}
	p.tellRefused(p.chosen)
	p.several = p.several.within(p.set())
	p.followAbout()
	if p.styled != p.scheme() {
		p.styled = p.scheme()
		p.rules.Replace(labelRules(p.styled))
	}
	p.showSaving()
	p.drawing = draw(p.drawing, scene{p.document(), p.scheme(), p.set(), p.chosen, p.drawnBlocks(), p.several, p.compared()})
	if p.canvas.holds(p.document()) {
		p.paint()
	}
	p.drawSpans()
	p.drawTheirs()
	p.drawArticles()
	p.followHandles()
	p.followRegister()
	p.followRelations()
}

// mayEdit reports whether this tab may change the work. A banner or a dialog
// says why not for as long as it may not.
func (p *Page) mayEdit() bool {
	switch {
	case p.welcoming != unwelcomed:
		p.say(openingText(p.opening))
	case p.locked():
		p.say("This page only reads: a newer Spanwise has taken over your work")
	case p.busy():
		p.say(p.errand.title)
	}
	return p.welcoming == unwelcomed && !p.locked() && !p.busy()
}

// do carries out an edit, the one way in which the page changes the work.
func (p *Page) do(e annotations.Edit) bool {
	if !p.mayEdit() {
		p.writing.refuse()
		return false
	}
	if err := p.writing.do(p.session, e); err != nil {
		if p.writing.making == nil {
			p.notices.add(failure, "That could not be done: "+err.Error())
		}
		return false
	}
	p.notices.goOn()
	p.checkSpan(e)
	p.refresh()
	return true
}

// later does something when the page is drawn as it is now. The context of the
// control that asked for it would not do: it may be gone by then.
func (p *Page) later(do func()) { p.ctx.Defer(func(app.Context) { do() }) }

// say has a screen reader speak a sentence; nothing is shown.
func (p *Page) say(sentence string) { p.said = upright(sentence) }
