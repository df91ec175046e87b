package about

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
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
	named     string // the names of entries that tags point to
}

// follow brings the strip in line with the reader's set.
func (r *Room) follow() {
	a, _ := r.desk.Session.Project().Annotator(r.desk.Me())
	about := r.desk.Set().About()
	of := whose{r.desk.ArticleID, a, r.desk.Comparison().Name, r.desk.Scheme(), r.named(about)}
	s := &r.saying
	if of.document != s.of.document {
		s.open = noPart
	}
	if of != s.of || !about.Equal(s.about) {
		s.of, s.about = of, about
		s.version++
	}
}

// changeAbout changes what the reader says about the open article as a whole, and
// reports whether that made a difference.
func (r *Room) changeAbout(with func(*annotations.About)) bool {
	before := r.desk.Set().About()
	about := before
	about.Tags = slices.Clone(before.Tags)
	with(&about)
	return !about.Equal(before) && r.desk.Do(annotations.ChangeSet{Document: r.desk.ArticleID, Annotator: r.desk.Me(), About: about})
}

// aboutStrip is the line above the text: whether the article is done, its tags,
// its note, and whom one works as.
type aboutStrip struct {
	app.Compo

	Room *Room
	Said int // the version of what is said
	Open stripPart
	Keys *keyboard.Table
}

// Render draws the strip above the text.
func (r *Room) Render() app.UI {
	return &aboutStrip{Room: r, Said: r.saying.version, Open: r.saying.open, Keys: r.desk.Keys}
}

// Render draws the line, and the part that is unfolded beneath it.
func (s *aboutStrip) Render() app.UI {
	room := s.Room
	about, tags := room.saying.about, room.saying.of.scheme.Tags
	finished := about.State == annotations.StateDone
	return app.Div().Class("about").Body(
		app.Div().Class("strip").Attr("role", "group").Aria("label", "About this article").Body(
			app.Button().Type("button").Class("fact", "done").Aria("pressed", finished).Aria("keyshortcuts", keyboard.Aria(s.Keys.Key(kit.DoneCommand))).
				Title(withKey("You have finished this article", s.Keys.Key(kit.DoneCommand))).Text("Done").OnClick(s.onDone),
			s.renderFold(tagsPart, "Tags", tagsSaid(room.desk.Scheme(), about.Tags, room.desk.Session.Project())).Hidden(len(tags) == 0),
			s.renderFold(notePart, noteName(about.Note), kit.Shorten(about.Note, kit.InSentence)),
			kit.AsWritten(app.Button()).Type("button").Class("fact", "who").
				Aria("label", whoName(room.saying.of)).Title("Whom you work as, and whose spans are shown beside yours").
				Text(whoText(room.saying.of)).OnClick(s.onWho),
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
		kit.AsWritten(app.Span()).Class("said").Hidden(said == "").Text(said),
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

func (s *aboutStrip) onDone(app.Context, app.Event) { s.Room.turnDone() }

func (s *aboutStrip) onWho(app.Context, app.Event) {
	s.Room.desk.Writing.Commit()
	s.Room.desk.Ask.OpenAnnotators()
}

func (s *aboutStrip) onFold(ctx app.Context, _ app.Event) {
	s.Room.unfold(stripPart(browser.Data(ctx.JSSrc(), "part")))
}

// unfold opens a part and goes to it, or folds the one that is open.
func (r *Room) unfold(part stripPart) {
	r.desk.Writing.Commit()
	if r.saying.open == part {
		r.saying.open = noPart
		return
	}
	r.saying.open = part
	switch part {
	case tagsPart:
		r.desk.Later(func() { browser.Focus(firstTagID) })
	case notePart:
		r.desk.Later(func() { browser.Focus(aboutNoteID) })
	}
}

// turnDone calls the open article done, or opens it again.
func (r *Room) turnDone() {
	r.desk.Writing.Commit()
	state := annotations.StateDone
	if r.desk.Set().State() == annotations.StateDone {
		state = annotations.StateOpen
	}
	if !r.changeAbout(func(a *annotations.About) { a.State = state }) {
		return
	}
	switch lacks := annotations.TagsToDo(r.desk.Scheme(), r.desk.Set().About().Tags); {
	case state == annotations.StateOpen:
		r.desk.Say("This article is open again")
	case lacks > 0:
		r.desk.Say("This article is done, though its tags lack " + kit.Count(lacks, "thing"))
	default:
		r.desk.Say("This article is done. " + r.desk.Progress())
	}
}

// MarkedDone tells who marks in an article that is done that this went on.
func (r *Room) MarkedDone(hint string) string {
	if r.desk.Set().State() != annotations.StateDone {
		return hint
	}
	key := r.desk.Keys.Key(kit.DoneCommand)
	if key == "" {
		return "You have called this article done. Marking goes on; the button Done opens it again."
	}
	return "You have called this article done. Marking goes on; the key " + key + " opens it again."
}

// unfoldTags opens the article's tags or folds them, where the scheme has any.
func (r *Room) unfoldTags() bool {
	if len(r.desk.Scheme().Tags) == 0 {
		return false
	}
	r.unfold(tagsPart)
	return true
}
