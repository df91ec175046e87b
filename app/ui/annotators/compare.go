package annotators

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// The ids of the list of another annotator's spans, and of the details of one.
const theirSpansID = "their-spans"

// compared is what the list of the other's spans is drawn from.
type compared struct {
	doc    *corpus.Document
	scheme *annotations.Scheme
	mine   *annotations.Set
	theirs desk.Comparison
}

func (room *Room) compared() compared {
	return compared{room.desk.Document(), room.desk.Scheme(), room.desk.Set(), room.desk.Comparison()}
}

// theirRows is the rows of the list of another annotator's spans, in text order.
type theirRows struct {
	list     kit.LongList
	drawn    compared
	versions kit.Versions[compared]
}

func newTheirRows() *theirRows {
	r := &theirRows{}
	r.list = kit.NewLongList(theirSpansID, "theirs", r)
	return r
}

// drawTheirs brings the list up to date where one compares.
func (room *Room) drawTheirs() {
	r, now := room.colleagues.theirs, room.compared()
	before := r.drawn
	if now == before || now.theirs.Set == nil {
		return
	}
	r.drawn = now
	if before.doc != now.doc {
		r.list.First = 0
		room.desk.Later(r.list.Place.ScrollToTop)
	}
	if at := r.IndexOf(now.theirs.Chosen); at >= 0 && now.theirs.Chosen != before.theirs.Chosen {
		r.list.Reach(at, r.Count())
		room.desk.Later(func() { browser.ScrollInto(theirSpansID, "[aria-current]") })
	}
	r.list.Draw()
}

func (r *theirRows) Count() int { return r.drawn.theirs.Count() }

func (r *theirRows) Row(index int) browser.Row { return r.drawn.row(r.drawn.theirs.Set.At(index)) }

func (r *theirRows) IndexOf(id string) int { return r.drawn.theirs.Set.IndexOf(id) }

// row is a button that names a span of the other's, and whether one has it too.
func (b compared) row(s *annotations.Span) browser.Row {
	row := browser.Row{
		Key:   s.ID,
		Class: "span label-" + strconv.Itoa(kit.LabelIndex(b.scheme, s.Label)),
		Parts: [4]browser.Part{
			{Class: "swatch dotted"},
			{Class: "name", Text: kit.LabelName(b.scheme, s.Label)},
			{Class: "note", Own: true, Text: b.verdict(s)},
			{Class: "covered", Own: true, Lang: b.doc.Language, Text: kit.Shorten(s.Text(b.doc), kit.InRow)},
		},
	}
	if s.ID == b.theirs.Chosen {
		row.Current = "true"
	}
	return row
}

// verdict says what one has oneself where the other has a span.
func (b compared) verdict(s *annotations.Span) string {
	mine := b.mine.Counterpart(s)
	switch {
	case mine == nil:
		return "not yours"
	case mine.Label == s.Label:
		return "yours too"
	}
	return "yours: " + kit.LabelName(b.scheme, mine.Label)
}

// Beside says what the other has where one has a span, or "" where one compares
// with nobody.
func (room *Room) Beside(s *annotations.Span) string {
	b := room.compared()
	if b.theirs.Set == nil {
		return ""
	}
	theirs := b.theirs.Set.Counterpart(s)
	switch {
	case theirs == nil:
		return b.theirs.Name + " has nothing exactly here."
	case theirs.Label == s.Label:
		return b.theirs.Name + " has the same."
	}
	return b.theirs.Name + " has this as " + kit.LabelName(b.scheme, theirs.Label) + "."
}

// theirSpans is the list of another annotator's spans, with its heading.
type theirSpans struct {
	app.Compo

	Room *Room
	Name string // "" where one compares with nobody
	Of   int    // spans

	filled string
}

// RenderTheirSpans draws the list of the spans of who is compared with.
func (room *Room) RenderTheirSpans() app.UI {
	c := room.desk.Comparison()
	return &theirSpans{Room: room, Name: c.Name, Of: c.Count()}
}

// SharesClass is that of the list of one's own spans: beside another's it makes do
// with less room.
func (room *Room) SharesClass() string {
	if room.desk.Comparison().Set == nil {
		return "alone"
	}
	return "shares"
}

// OnMount draws the rows into the list, which is new on the page.
func (l *theirSpans) OnMount(ctx app.Context) { l.OnUpdate(ctx) }

// OnUpdate draws the rows where the list has just come.
func (l *theirSpans) OnUpdate(ctx app.Context) {
	if l.Name != l.filled {
		l.filled = l.Name
		ctx.Defer(func(app.Context) {
			l.Room.colleagues.theirs.drawn = compared{}
			l.Room.drawTheirs()
			l.Room.colleagues.theirs.list.Fill()
		})
	}
}

// OnResize draws as many rows as the window has room for.
func (l *theirSpans) OnResize(app.Context) {
	if l.Name != "" {
		l.Room.colleagues.theirs.list.Fill()
	}
}

// Render draws the list without its rows.
func (l *theirSpans) Render() app.UI {
	section := app.Section().Class("marked", "beside")
	if l.Name == "" {
		return section.Hidden(true)
	}
	return section.Body(
		app.Div().Class("heading").Body(
			app.H2().Body(
				app.Span().Class("swatch dotted"),
				app.Span().Dir("auto").Text("Spans of "+kit.Alone(l.Name)),
				app.Span().Class("count").Text(strconv.Itoa(l.Of)),
			),
			app.Button().Type("button").Class("icon close").Aria("label", "Compare no longer").OnClick(l.onClose),
		),
		l.Room.colleagues.theirs.list.Element().Class("spans").
			Attr("role", "list").Aria("label", "Spans of "+l.Name).OnClick(l.onSpan),
	)
}

func (l *theirSpans) onClose(app.Context, app.Event) {
	l.Room.desk.CompareWith("")
	l.Room.desk.FocusText()
}

func (l *theirSpans) onSpan(ctx app.Context, e app.Event) {
	if id := browser.Data(browser.Closest(e.Get("target"), "[data-theirs]"), "theirs"); id != "" {
		l.Room.desk.LookAt(id)
	}
}

// theirDetails is the details of a span of another annotator's. It can be looked
// at, and marked by oneself too, but not changed.
type theirDetails struct {
	app.Compo

	Room  *Room
	Drawn int // the version of what it is drawn from
}

// RenderTheirSpan draws the details of the span of theirs that is looked at.
func (room *Room) RenderTheirSpan() app.UI {
	return &theirDetails{Room: room, Drawn: room.colleagues.theirs.versions.Of(room.compared())}
}

// Render draws the details, or keeps their place.
func (d *theirDetails) Render() app.UI {
	b := d.Room.compared()
	region := app.Div().ID(kit.TheirSpanID).Class("span-details").TabIndex(-1).
		Attr("role", "region").Aria("label", "Span of another annotator")
	if b.theirs.Chosen == "" || b.theirs.Set == nil {
		return region.Hidden(true)
	}
	s, there := b.theirs.Set.Span(b.theirs.Chosen)
	if !there {
		return region.Hidden(true)
	}
	mine := b.mine.Counterpart(s)
	label, _ := b.scheme.Label(s.Label)
	values := kit.ValuesSaid(&label, s.Values, d.Room.desk.Session.Project())
	return region.Body(
		app.H2().Body(
			app.Span().Dir("auto").Text("Span of "+kit.Alone(b.theirs.Name)),
			app.Button().Type("button").Class("icon close").Aria("label", "Close the span").OnClick(d.onClose),
		),
		kit.AsWritten(app.P()).Class("covered").Lang(b.doc.Language).Text(s.Text(b.doc)),
		app.P().Class("where").Text(kit.Whereabouts(b.doc, s)),
		app.P().Class("label", "label-"+strconv.Itoa(kit.LabelIndex(b.scheme, s.Label))).Body(
			app.Span().Class("swatch dotted"),
			kit.Untranslated(app.Span()).Class("name").Text(kit.Join(kit.LabelName(b.scheme, s.Label), b.verdict(s))),
		),
		kit.AsWritten(app.P()).Class("hint").Hidden(values == "").Text(values),
		kit.AsWritten(app.P()).Class("hint").Hidden(s.Note == "").Text(s.Note),
		app.Div().Class("own").Body(
			kit.QuietButton("Mark it too", d.onTake).Hidden(mine != nil && mine.Label == s.Label),
		),
	)
}

func (d *theirDetails) onClose(ctx app.Context, _ app.Event) {
	d.Room.desk.Choose("", nil)
	d.Room.desk.FocusText()
}

// onTake marks what the other has marked.
func (d *theirDetails) onTake(ctx app.Context, _ app.Event) { d.Room.takeTheirs(ctx) }

// takeTheirs makes a copy of the span that is looked at one's own.
func (room *Room) takeTheirs(ctx app.Context) {
	c := room.desk.Comparison()
	if c.Set == nil {
		return
	}
	s, there := c.Set.Span(c.Chosen)
	if !there {
		return
	}
	span := *s
	span.ID, span.Origin = annotations.NewID(), annotations.FromPerson
	span.Created = kit.Now()
	if room.desk.Do(room.desk.AddingSpan(span)) {
		room.desk.Choose(span.ID, nil)
		room.desk.FocusText()
		room.desk.Say(room.desk.LabelName(span.Label) + ": " + span.Text(room.desk.Document()))
	}
}
