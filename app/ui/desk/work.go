package desk

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// Document is the open article.
func (d *Desk) Document() *corpus.Document {
	doc, _ := d.Session.Project().Document(d.ArticleID)
	return doc
}

// Me is the annotator that the reader works as: the one chosen, or where that one
// is not in the project the first.
func (d *Desk) Me() string {
	project := d.Session.Project()
	if _, there := project.Annotator(d.AnnotatorID); there {
		return d.AnnotatorID
	}
	return project.Annotators()[0].ID
}

// Set holds the reader's spans of the open article. It is empty where none is
// open.
func (d *Desk) Set() *annotations.Set {
	set := d.Session.Project().Set(d.ArticleID, d.Me())
	if set == nil {
		set, _ = annotations.NewSet(d.Me(), annotations.About{State: annotations.StateOpen}, nil, nil) // no span can be wrong
	}
	return set
}

// Scheme is the open project's.
func (d *Desk) Scheme() *annotations.Scheme { return d.Session.Project().Scheme() }

// Later does something when the page is drawn as it is now. The context of the
// control that asked for it would not do: it may be gone by then.
func (d *Desk) Later(do func()) { d.Context.Defer(func(app.Context) { do() }) }

// Say has a screen reader speak a sentence; nothing is shown.
func (d *Desk) Say(sentence string) { d.Said = kit.Upright(sentence) }

// Dispatch does something on the UI goroutine, without waiting for it.
func (d *Desk) Dispatch(do func()) { d.Context.Dispatch(func(app.Context) { do() }) }

// Bare reports whether the open project has no article, so that there is
// nothing to read or to mark.
func (d *Desk) Bare() bool { return len(d.Session.Project().Documents()) == 0 }

// OwnKey is the key under which the page remembers something of the open project,
// or shares a lock with the other tabs that have it open.
func (d *Desk) OwnKey(key string) string {
	return browser.ProjectKey(key, d.ProjectID)
}

// LabelName is what a label of the scheme is called, or "" where it is not there.
func (d *Desk) LabelName(id string) string {
	label, _ := d.Scheme().Label(id)
	return label.Name
}

// FootHeight is how much of the bottom of the text is covered now: in a narrow
// window the labels and the details of the chosen span lie there.
func FootHeight() float64 {
	return browser.CoveredBelow("#" + kit.SpanID + ", #" + kit.TheirSpanID + ", .labels, .picked, .relating")
}

// RevealMargin is how far above what covers the bottom of the text a span is brought, in
// CSS pixels: its underlines lie below its words.
const RevealMargin = 24

// Text is the element that holds the drawn text.
func (d *Desk) Text() browser.Article {
	return browser.ArticleIn(app.Window().GetElementByID(kit.ArticleID))
}

// HeadHeight is how much of the top of the text is covered now: in a narrow window
// what is urgent lies below the bar.
func (d *Desk) HeadHeight() float64 {
	return max(kit.BarHeight, d.Text().CoveredAbove(".urgent"))
}

// FocusText puts the keyboard into the text once the page is drawn, where the
// control that had it goes away with what it did.
func (d *Desk) FocusText() {
	d.Later(func() { browser.Focus(kit.ArticleID) })
}

// Locked reports whether the work can only be read, since a newer version of the
// program has taken it over.
func (d *Desk) Locked() bool {
	return d.Session.Saving().State == session.Locked
}

// ChosenLabel is the label of the chosen span, or "".
func (d *Desk) ChosenLabel() string {
	s, ok := d.Set().Span(d.Selection.Span)
	if !ok {
		return ""
	}
	return s.Label
}

// EntryName is the name of an entry of the register, or "" where there is none.
func (d *Desk) EntryName(id string) string {
	if e, there := d.Session.Project().Entry(id); there {
		return e.Name
	}
	return ""
}
