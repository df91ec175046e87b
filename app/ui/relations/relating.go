package relations

import (
	"cmp"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// relating is a relation in the making: from which span, and then to which. It
// goes on while other articles are opened.
type relating struct {
	from  annotations.Place // of no document when nothing is being related
	among []annotations.Place
	to    annotations.Place
	ways  []annotations.Way
}

func (r *relating) on() bool { return r.from.Document != "" }

// options is how many there are to choose from now: spans, or ways to relate two.
func (r *relating) options() int { return len(r.among) + len(r.ways) }

// placeOf names a span of the open article.
func (room *Room) placeOf(span string) annotations.Place {
	return annotations.Place{Document: room.desk.ArticleID, Span: span}
}

// relate begins to relate the chosen span to another.
func (room *Room) relate() bool {
	if _, chosen := room.desk.Set().Span(room.desk.Selection.Span); !chosen || !room.desk.MayEdit() {
		return false
	}
	if len(room.desk.Scheme().Relations) == 0 {
		room.desk.Say("This scheme has no relations")
		return true
	}
	room.desk.Writing.Commit()
	room.desk.Selection.DropText()
	room.desk.Panel = desk.NoPanel
	room.desk.Selection.LetGoOfSeveral()
	room.relating = relating{from: room.placeOf(room.desk.Selection.Span)}
	room.desk.FocusText()
	room.desk.Ask.Refresh()
	room.desk.Say("Relate " + room.wordsAt(room.relating.from) + ": choose the other span, here or in another article. Escape cancels.")
	return true
}

// Stop lets go of a relation in the making, and reports whether there
// was one.
func (room *Room) Stop() bool {
	if !room.relating.on() {
		return false
	}
	room.relating = relating{}
	room.desk.Ask.Refresh()
	room.desk.FocusText()
	room.desk.Say("Nothing related")
	return true
}

// followRelating lets go of what is gone.
func (room *Room) followRelating() {
	there := func(at annotations.Place) bool {
		_, there := room.desk.Session.Project().SpanAt(room.desk.Me(), at)
		return at == annotations.Place{} || there
	}
	r := &room.relating
	if !there(r.from) || !there(r.to) {
		room.relating = relating{}
	}
	for _, at := range r.among {
		if !there(at) {
			r.among = nil
		}
	}
}

// GiveSpans relates to one of some spans of the open article, which lie where
// a person has pointed. It reports whether something is being related at all.
func (room *Room) GiveSpans(spans []string) bool {
	r := &room.relating
	if !r.on() {
		return false
	}
	r.among, r.ways, r.to = nil, nil, annotations.Place{}
	for _, s := range room.shortestFirst(spans) {
		if at := room.placeOf(s.ID); at != r.from {
			r.among = append(r.among, at)
		}
	}
	switch len(r.among) {
	case 0:
		room.desk.Say("Choose another span")
	case 1:
		room.relateTo(r.among[0])
	default:
		room.focusOptions("Which of these spans?")
	}
	return true
}

// shortestFirst finds spans of the open article, the innermost first, which is
// the one that a person mostly means.
func (room *Room) shortestFirst(ids []string) []*annotations.Span {
	var spans []*annotations.Span
	for _, id := range ids {
		if s, ok := room.desk.Set().Span(id); ok {
			spans = append(spans, s)
		}
	}
	slices.SortFunc(spans, func(a, b *annotations.Span) int {
		return cmp.Or((a.End()-a.Start())-(b.End()-b.Start()), strings.Compare(a.ID, b.ID))
	})
	return spans
}

// relateTo relates to a span: at once if there is one way to do so.
func (room *Room) relateTo(to annotations.Place) {
	project, r := room.desk.Session.Project(), &room.relating
	first, _ := project.SpanAt(room.desk.Me(), r.from)
	second, _ := project.SpanAt(room.desk.Me(), to)
	r.among, r.to = nil, to
	r.ways = room.desk.Scheme().Ways(first.Label, second.Label)
	switch len(r.ways) {
	case 0:
		r.to = annotations.Place{}
		room.desk.Notices.Add(desk.Warning, "The scheme has no relation between "+room.desk.LabelName(first.Label)+" and "+room.desk.LabelName(second.Label)+".")
	case 1:
		room.relateBy(r.ways[0])
	default:
		room.focusOptions("Which relation?")
	}
}

// relateBy makes the relation.
func (room *Room) relateBy(way annotations.Way) {
	at := kit.Now()
	made := annotations.Relation{
		ID: annotations.NewID(), Label: way.Relation.ID, Annotator: room.desk.Me(),
		From: room.relating.from, To: room.relating.to,
		Origin: annotations.FromPerson, Created: at, Modified: at,
	}
	if way.Back {
		made = made.Turned()
	}
	switch {
	case room.hasRelation(made):
		room.endRelating()
		room.desk.Say("They are related so already")
	case room.desk.Do(annotations.AddRelation{Relation: made}):
		room.endRelating()
		room.desk.Say(room.wordsAt(made.From) + ": " + way.Relation.Name + " " + room.wordsAt(made.To))
	}
}

// endRelating shows what was related: the span from which a person came or, in
// another article, the one to which.
func (room *Room) endRelating() {
	at := room.relating.from
	if at.Document != room.desk.ArticleID {
		at = room.relating.to
	}
	room.relating = relating{}
	room.desk.ShowSpan(at)
	room.desk.FocusText()
}

// hasRelation reports whether a relation would repeat another.
func (room *Room) hasRelation(made annotations.Relation) bool {
	for r := range room.desk.Session.Project().RelationsOf(made.Annotator, made.From) {
		if r.Label == made.Label && r.From == made.From && r.To == made.To {
			return true
		}
	}
	return false
}

// wordsAt is the words of the reader's span at a place.
func (room *Room) wordsAt(at annotations.Place) string {
	doc, there := room.desk.Session.Project().Document(at.Document)
	s, marked := room.desk.Session.Project().SpanAt(room.desk.Me(), at)
	if !there || !marked {
		return ""
	}
	return "“" + kit.Shorten(s.Text(doc), kit.InSentence) + "”"
}

// takeOption chooses one of the spans, or of the relations, that are offered.
func (room *Room) takeOption(i int) bool {
	r := &room.relating
	switch {
	case i < 0 || i >= r.options():
		return false
	case i < len(r.among):
		room.relateTo(r.among[i])
	default:
		room.relateBy(r.ways[i-len(r.among)])
	}
	return true
}

// TakeKey takes an option by its number, and reports whether a stroke was one
// that may.
func (room *Room) TakeKey(s keyboard.Stroke, may bool) bool {
	digit, ok := s.Digit()
	return ok && may && digit > 0 && digit <= room.relating.options() && !s.Repeat && room.takeOption(digit-1)
}

func (room *Room) focusOptions(question string) {
	room.desk.Say(question)
	room.desk.Later(func() { browser.Focus(optionID(0)) })
}

// GivePlace relates to what lies under an element of the text.
func (room *Room) GivePlace(target app.Value) bool {
	if !room.relating.on() {
		return false
	}
	var spans []string
	if block, run, ok := room.desk.Text().RunAt(target); ok {
		spans = room.desk.Ask.SpansAt(block, run)
	}
	return room.GiveSpans(spans)
}
