package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// The ids of the strip's parts that unfold.
const (
	tagsID      = "article-tags"
	aboutNoteID = "article-note"
	firstTagID  = "first-tag"
)

// stripPart is a part of the strip that can be unfolded.
type stripPart string

const (
	noPart   stripPart = ""
	tagsPart stripPart = "tags"
	notePart stripPart = "note"
)

// saying is what the reader says about the open article as a whole, as the page
// shows it.
type saying struct {
	open    stripPart
	of      whose
	about   annotations.About
	version int // changes exactly when what the strip shows does
}

// whose says whose saying it is, about what, and under what.
type whose struct {
	document  string
	annotator annotations.Annotator
	beside    string // the name of who is compared with
	scheme    *annotations.Scheme
}

// followAbout brings the strip in line with the reader's set.
func (p *Page) followAbout() {
	a, _ := p.session.Project().Annotator(p.me())
	of, about := whose{p.open, a, p.compared().name, p.scheme()}, p.set().About()
	s := &p.saying
	if of.document != s.of.document {
		s.open = noPart
	}
	if of != s.of || !about.Equal(s.about) {
		s.of, s.about = of, about
		s.version++
	}
}

// stateWords says in the list of articles that one is done.
func stateWords(set *annotations.Set) string {
	if set.State() == annotations.StateDone {
		return "✓ done"
	}
	return ""
}

// changeAbout changes what the reader says about the open article as a whole, and
// reports whether that made a difference.
func (p *Page) changeAbout(with func(*annotations.About)) bool {
	before := p.set().About()
	about := before
	about.Tags = slices.Clone(before.Tags)
	with(&about)
	return !about.Equal(before) && p.do(annotations.ChangeSet{Document: p.open, Annotator: p.me(), About: about})
}

// aboutStrip is the line above the text: whether the article is done, its tags,
// its note, and whom one works as.
type aboutStrip struct {
	app.Compo

	Page *Page
	Said int // the version of what is said
	Open stripPart
	Keys *keyboard.Table
}

func (p *Page) renderAbout() app.UI {
	return &aboutStrip{Page: p, Said: p.saying.version, Open: p.saying.open, Keys: p.keys.table}
}

// Render draws the line, and the part that is unfolded beneath it.
func (s *aboutStrip) Render() app.UI {
	p := s.Page
	about, tags := p.saying.about, p.saying.of.scheme.Tags
	finished := about.State == annotations.StateDone
	return app.Div().Class("about").Body(
		app.Div().Class("strip").Attr("role", "group").Aria("label", "About this article").Body(
			app.Button().Type("button").Class("fact", "done").Aria("pressed", finished).Aria("keyshortcuts", keyboard.Aria(s.Keys.Key(doneCommand))).
				Title(withKey("You have finished this article", s.Keys.Key(doneCommand))).Text("Done").OnClick(s.onDone),
			s.renderFold(tagsPart, "Tags", tagsSaid(p.scheme(), about.Tags)).Hidden(len(tags) == 0),
			s.renderFold(notePart, noteName(about.Note), shorten(about.Note, 60)),
			asWritten(app.Button()).Type("button").Class("fact", "who").
				Aria("label", whoName(p.saying.of)).Title("Whom you work as, and whose spans are shown beside yours").
				Text(whoText(p.saying.of)).OnClick(s.onWho),
		),
		s.renderTags(),
		s.renderNote(),
	)
}

// withKey adds a key to a hint, if there is one.
func withKey(hint, key string) string {
	if key == "" {
		return hint
	}
	return hint + " (" + key + ")"
}

// renderFold draws the button of a part that unfolds.
func (s *aboutStrip) renderFold(part stripPart, name, said string) app.HTMLButton {
	return app.Button().Type("button").Class("fact").Aria("expanded", s.Open == part).
		DataSet("part", string(part)).OnClick(s.onFold).Body(
		app.Span().Text(name),
		asWritten(app.Span()).Class("said").Hidden(said == "").Text(said),
	)
}

func noteName(note string) string {
	if note == "" {
		return "Add a note"
	}
	return "Note"
}

// whoName names the control by which one works as another annotator.
func whoName(of whose) string {
	if of.beside == "" {
		return "Annotator: " + of.annotator.Name
	}
	return "Annotator: " + of.annotator.Name + ", compared with " + of.beside
}

func whoText(of whose) string {
	if of.beside == "" {
		return of.annotator.Name
	}
	return of.annotator.Name + " | " + of.beside
}

func (s *aboutStrip) onDone(app.Context, app.Event) { s.Page.turnDone() }

func (s *aboutStrip) onWho(app.Context, app.Event) {
	s.Page.keepNote()
	s.Page.openAnnotators()
}

func (s *aboutStrip) onFold(ctx app.Context, _ app.Event) {
	s.Page.unfold(stripPart(browser.Data(ctx.JSSrc(), "part")))
}

// unfold opens a part and goes to it, or folds the one that is open.
func (p *Page) unfold(part stripPart) {
	p.keepNote()
	if p.saying.open == part {
		p.saying.open = noPart
		return
	}
	p.saying.open = part
	switch part {
	case tagsPart:
		p.later(func() { browser.Focus(firstTagID) })
	case notePart:
		p.later(func() { browser.Focus(aboutNoteID) })
	}
}

// turnDone calls the open article done, or opens it again.
func (p *Page) turnDone() {
	p.keepNote()
	state := annotations.StateDone
	if p.set().State() == annotations.StateDone {
		state = annotations.StateOpen
	}
	if !p.changeAbout(func(a *annotations.About) { a.State = state }) {
		return
	}
	switch lacks := annotations.TagsToDo(p.scheme(), p.set().About().Tags); {
	case state == annotations.StateOpen:
		p.say("This article is open again")
	case lacks > 0:
		p.say("This article is done, though its tags lack " + count(lacks, "thing"))
	default:
		p.say("This article is done. " + p.progress())
	}
}

// markedDone tells who marks in an article that is done that this went on.
func (p *Page) markedDone(hint string) string {
	if p.set().State() != annotations.StateDone {
		return hint
	}
	key := p.keys.table.Key(doneCommand)
	if key == "" {
		return "You have called this article done. Marking goes on; the button Done opens it again."
	}
	return "You have called this article done. Marking goes on; the key " + key + " opens it again."
}

// unfoldTags opens the article's tags or folds them, where the scheme has any.
func (p *Page) unfoldTags() bool {
	if len(p.scheme().Tags) == 0 {
		return false
	}
	p.unfold(tagsPart)
	return true
}
