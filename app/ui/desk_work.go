package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

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

// later does something when the page is drawn as it is now. The context of the
// control that asked for it would not do: it may be gone by then.
func (p *Page) later(do func()) { p.ctx.Defer(func(app.Context) { do() }) }

// say has a screen reader speak a sentence; nothing is shown.
func (p *Page) say(sentence string) { p.said = kit.Upright(sentence) }

// dispatch does something on the UI goroutine, without waiting for it.
func (p *Page) dispatch(do func()) { p.ctx.Dispatch(func(app.Context) { do() }) }

// bare reports whether the open project has no article, so that there is
// nothing to read or to mark.
func (p *Page) bare() bool { return len(p.session.Project().Documents()) == 0 }

// own is the key under which the page remembers something of the open project,
// or shares a lock with the other tabs that have it open.
func (room *projectsRoom) own(key string) string { return browser.ProjectKey(key, room.projects.open) }

func (room *textRoom) labelName(id string) string {
	label, _ := room.page.scheme().Label(id)
	return label.Name
}

// footHeight is how much of the bottom of the text is covered now: in a narrow
// window the labels and the details of the chosen span lie there.
func footHeight() float64 {
	return browser.CoveredBelow("#" + kit.SpanID + ", #" + kit.TheirSpanID + ", .labels, .picked, .relating")
}

// air is how far above what covers the bottom of the text a span is brought, in
// CSS pixels: its underlines lie below its words.
const air = 24

// article is the element that holds the drawn text.
func (room *textRoom) article() browser.Article {
	return browser.ArticleIn(app.Window().GetElementByID(kit.ArticleID))
}

// headHeight is how much of the top of the text is covered now: in a narrow window
// what is urgent lies below the bar.
func (p *Page) headHeight() float64 {
	return max(kit.BarHeight, p.text.article().CoveredAbove(".urgent"))
}

// focusText puts the keyboard into the text once the page is drawn, where the
// control that had it goes away with what it did.
func (room *textRoom) focusText() {
	room.page.later(func() { browser.Focus(kit.ArticleID) })
}
