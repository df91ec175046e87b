package spans

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// ToDo is how many of the reader's spans of an article are to do. It is counted
// from what has changed since the last time.
func (room *Room) ToDo(document string) int {
	if room.details.toDo == nil {
		room.details.toDo = map[string]annotations.Outstanding{}
	}
	project := room.desk.Session.Project()
	set := project.Set(document, room.desk.Me())
	if set == nil {
		return 0
	}
	o := room.details.toDo[document].Of(project, set)
	room.details.toDo[document] = o
	return o.Count()
}

// lackWords says what a span lacks, in few words.
func lackWords(label *annotations.Label, lacks []annotations.Lack) string {
	var words []string
	for _, l := range lacks {
		switch {
		case l.Attribute != nil:
			words = append(words, l.Attribute.Name)
		case l.Entry:
			words = append(words, entryQuestion(label))
		case l.Overlap != nil:
			words = append(words, "overlaps another “"+label.Name+"”")
		}
	}
	return strings.Join(words, ", ")
}

// lackMark is the mark of a span that is to do in the list of spans, or nothing.
func (l listed) lackMark(s *annotations.Span) (browser.Part, bool) {
	lacks := annotations.ToDo(l.project, l.set, s)
	if len(lacks) == 0 {
		return browser.Part{}, false
	}
	label, _ := l.scheme.Label(s.Label)
	words := "To do: " + lackWords(&label, lacks)
	if s.Note != "" {
		words += " · " + kit.Shorten(s.Note, kit.InClause)
	}
	return browser.Part{Class: "lacks", Own: true, Text: words}, true
}

// nextToDo chooses the next span that is to do, and unfolds what it lacks.
func (room *Room) nextToDo() bool {
	if room.ToDo(room.desk.ArticleID) == 0 {
		room.desk.Say("Nothing is to do in this article")
		return false
	}
	next, found := annotations.NextToDo(room.desk.Session.Project(), room.desk.Set(), room.desk.Selection.Span)
	if !found {
		next, found = room.desk.Set().Span(room.desk.Selection.Span)
	}
	if !found {
		return false
	}
	room.desk.Selection.DropText()
	room.desk.Choose(next.ID, nil)
	room.desk.Later(func() { browser.FocusFirst(fieldsID, missingField) })
	return true
}

// missingField is the first field that is required and missing.
const missingField = ".missing :is(input, select, button[tabindex='0'])"

// ToDoButton says how many spans are to do, and leads to the next.
type ToDoButton struct {
	app.Compo

	Room  *Room
	Count int
	Keys  *keyboard.Table
}

// Render draws the button.
func (b *ToDoButton) Render() app.UI {
	return app.Button().Type("button").Class("link", "next-to-do").Hidden(b.Count == 0).
		Aria("keyshortcuts", keyboard.Aria(b.Keys.Key(kit.ToDoCommand))).Title("Go to the next one").
		Text(strconv.Itoa(b.Count) + " to do").OnClick(b.onPress)
}

func (b *ToDoButton) onPress(ctx app.Context, _ app.Event) { b.Room.nextToDo() }
