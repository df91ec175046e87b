package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// document is the open article.
func (d *deskRoom) document() *corpus.Document {
	doc, _ := d.session.Project().Document(d.open)
	return doc
}

// me is the annotator that the reader works as: the one chosen, or where that one
// is not in the project the first.
func (d *deskRoom) me() string {
	project := d.session.Project()
	if _, there := project.Annotator(d.annotator); there {
		return d.annotator
	}
	return project.Annotators()[0].ID
}

// set holds the reader's spans of the open article. It is empty where none is
// open.
func (d *deskRoom) set() *annotations.Set {
	set := d.session.Project().Set(d.open, d.me())
	if set == nil {
		set, _ = annotations.NewSet(d.me(), annotations.About{State: annotations.StateOpen}, nil, nil) // no span can be wrong
	}
	return set
}

func (d *deskRoom) scheme() *annotations.Scheme { return d.session.Project().Scheme() }

// later does something when the page is drawn as it is now. The context of the
// control that asked for it would not do: it may be gone by then.
func (d *deskRoom) later(do func()) { d.ctx.Defer(func(app.Context) { do() }) }

// say has a screen reader speak a sentence; nothing is shown.
func (d *deskRoom) say(sentence string) { d.said = kit.Upright(sentence) }

// dispatch does something on the UI goroutine, without waiting for it.
func (d *deskRoom) dispatch(do func()) { d.ctx.Dispatch(func(app.Context) { do() }) }

// bare reports whether the open project has no article, so that there is
// nothing to read or to mark.
func (d *deskRoom) bare() bool { return len(d.session.Project().Documents()) == 0 }

// own is the key under which the page remembers something of the open project,
// or shares a lock with the other tabs that have it open.
func (d *deskRoom) own(key string) string {
	return browser.ProjectKey(key, d.project)
}

func (d *deskRoom) labelName(id string) string {
	label, _ := d.scheme().Label(id)
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
func (d *deskRoom) article() browser.Article {
	return browser.ArticleIn(app.Window().GetElementByID(kit.ArticleID))
}

// headHeight is how much of the top of the text is covered now: in a narrow window
// what is urgent lies below the bar.
func (d *deskRoom) headHeight() float64 {
	return max(kit.BarHeight, d.article().CoveredAbove(".urgent"))
}

// focusText puts the keyboard into the text once the page is drawn, where the
// control that had it goes away with what it did.
func (d *deskRoom) focusText() {
	d.later(func() { browser.Focus(kit.ArticleID) })
}

// locked reports whether the work can only be read, since a newer version of the
// program has taken it over.
func (d *deskRoom) locked() bool {
	return d.session.Saving().State == session.Locked
}

func (d *deskRoom) chosenLabel() string {
	s, ok := d.set().Span(d.selection.span)
	if !ok {
		return ""
	}
	return s.Label
}
