package spans

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// listed is what the list and the details of spans are drawn from.
type listed struct {
	project   *annotations.Project
	annotator string
	doc       *corpus.Document
	scheme    *annotations.Scheme
	set       *annotations.Set
	chosen    string
	others    *desk.SpanChoice // that are chosen with it
}

func (room *Room) listed() listed {
	return listed{room.desk.Session.Project(), room.desk.Me(), room.desk.Document(), room.desk.Scheme(), room.desk.Set(), room.desk.Selection.Span, room.desk.Selection.Several}
}

// spanRows is the rows of the list of the open article's spans, in text order.
type spanRows struct {
	list  kit.LongList
	drawn listed
}

func newSpanRows() *spanRows {
	r := &spanRows{}
	r.list = kit.NewLongList(kit.SpansID, "span", r)
	return r
}

// draw brings the list up to date, and shows a span in it that was chosen
// elsewhere.
func (room *Room) draw() {
	now, before := room.listed(), room.spans.drawn
	if now == before {
		return
	}
	if before.doc == nil || now.doc.ID != before.doc.ID {
		room.spans.list.First = 0
		room.desk.Later(room.spans.list.Place.ScrollToTop)
	}
	room.spans.drawn = now
	if at := now.set.IndexOf(now.chosen); at >= 0 && now.chosen != before.chosen {
		room.spans.list.Reach(at, now.set.Len())
		room.desk.Later(func() { browser.ScrollInto(kit.SpansID, "[aria-current]") })
	}
	room.spans.list.Draw()
}

func (r *spanRows) Count() int { return r.drawn.set.Len() }

func (r *spanRows) Row(index int) browser.Row { return r.drawn.row(r.drawn.set.At(index)) }

func (r *spanRows) IndexOf(id string) int { return r.drawn.set.IndexOf(id) }

// row is a button that names a span's label and its text.
func (l listed) row(s *annotations.Span) browser.Row {
	row := browser.Row{
		Key:   s.ID,
		Class: "span label-" + strconv.Itoa(kit.LabelIndex(l.scheme, s.Label)),
		Parts: [4]browser.Part{
			{Class: "swatch"},
			{Class: "name", Text: kit.Join(kit.LabelName(l.scheme, s.Label), l.relations(s))},
			{},
			{Class: "covered", Own: true, Lang: l.doc.Language, Text: kit.Shorten(s.Text(l.doc), kit.InRow)},
		},
	}
	if mark, any := l.lackMark(s); any {
		row.Parts[2] = mark
	} else if s.Note != "" {
		row.Parts[2] = browser.Part{Class: "note", Own: true, Text: kit.Shorten(s.Note, kit.InSentence)}
	}
	if s.ID == l.chosen {
		row.Current = "true"
	}
	if l.others != nil {
		row.Pressed = strconv.FormatBool(l.others.Has(s.ID))
	}
	return row
}

// List is the list on the page. Its rows are drawn by drawSpans.
type List struct {
	app.Compo

	Room *Room

	spaced bool // the last key was Space
}

// OnMount draws the rows into the list, which is new on the page.
func (l *List) OnMount(ctx app.Context) {
	l.Room.spans.drawn = listed{}
	l.Room.draw()
	l.OnResize(ctx)
}

// OnResize draws as many rows as the window has room for.
func (l *List) OnResize(app.Context) { l.Room.spans.list.Fill() }

// Render draws the list without its rows.
func (l *List) Render() app.UI {
	return l.Room.spans.list.Element().Class("spans").
		Attr("role", "list").Aria("label", "Spans").OnClick(l.onSpan).OnKeyDown(l.onKeyDown)
}

func (l *List) onSpan(ctx app.Context, e app.Event) {
	if !l.alsoChooses(e) {
		l.Room.onSpan(ctx, e)
	}
}

// onSpan chooses the span whose button was pressed, and shows it in the text.
func (room *Room) onSpan(ctx app.Context, e app.Event) {
	id := browser.Data(browser.Closest(e.Get("target"), "[data-span]"), "span")
	if id == "" || room.desk.Ask.GiveSpans([]string{id}) {
		return
	}
	among := room.desk.Selection.Among
	if !slices.Contains(among, id) {
		among = nil
	}
	covered := room.desk.Panel == desk.SpansPanel
	room.desk.Selection.DropText()
	room.desk.Choose(id, among)
	if covered {
		room.desk.Later(func() { browser.Focus(kit.SpanID) })
	}
}

// relations says how many relations a span has, where it has any.
func (l listed) relations(s *annotations.Span) string {
	n := kit.RelationCount(l.project, l.annotator, annotations.Place{Document: l.doc.ID, Span: s.ID})
	if n == 0 {
		return ""
	}
	return kit.Count(n, "relation")
}
