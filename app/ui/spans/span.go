package spans

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// Render draws the details of the chosen span.
func (room *Room) Render() app.UI {
	if room.desk.Selection.Several != nil {
		return room.renderSeveral()
	}
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return &spanDetails{Room: room}
	}
	return &spanDetails{Room: room, Span: s, Choice: room.desk.Selection.Among, Listed: room.listedVersions.Of(room.listed()), Relation: room.desk.Selection.Relation, Open: room.details.open, Beside: room.slots.Beside(s)}
}

// spanDetails is the details of the chosen span: its text, its label, its
// note, and the other spans that lie where it was chosen.
type spanDetails struct {
	app.Compo

	Room   *Room
	Span   *annotations.Span // nil when none is chosen
	Choice []string
	Listed int    // the version of the article's spans
	Open   bool   // the fields are unfolded
	Beside string // what another annotator has there

	Relation string // the ID of the one that is being changed
}

// Render draws the details, or keeps their place.
func (d *spanDetails) Render() app.UI {
	room, s := d.Room, d.Span
	region := app.Div().ID(kit.SpanID).Class("span-details").TabIndex(-1).
		Attr("role", "region").Aria("label", "Span")
	if s == nil {
		return region.Hidden(true)
	}
	return region.Body(
		app.H2().Body(
			app.Text("Span"),
			app.Button().Type("button").Class("icon close").Aria("label", "Close the span").OnClick(room.onCloseSpan),
		),
		room.renderChoice(),
		kit.AsWritten(app.P()).Class("covered").Lang(room.desk.Document().Language).Text(s.Text(room.desk.Document())),
		app.P().Class("where").Text(kit.Whereabouts(room.desk.Document(), s)),
		&besidesHint{Text: d.Beside},
		room.renderParts(s),
		room.renderRelabel(s),
		room.renderFields(s),
		room.slots.Relations(),
		room.desk.Note(desk.NoteField{Key: room.desk.WritingKey(desk.NoteWriting, s.ID), Name: "Note", Rows: 2, Note: s.Note}),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet").Text("Show in text").OnClick(room.onShowSpan),
			app.Button().Type("button").Class("quiet danger").Text("Delete span").OnClick(room.onDelete),
		),
		room.renderAlike(s),
	)
}

// renderChoice lists the spans that lie at the place that was pointed at.
func (room *Room) renderChoice() app.UI {
	if len(room.desk.Selection.Among) < 2 {
		return app.Div().Class("among").Hidden(true)
	}
	return app.Div().Class("among").Attr("role", "group").Aria("label", "Spans at this place").
		OnClick(room.onSpan).Body(
		app.P().Class("hint").Text(kit.Count(len(room.desk.Selection.Among), "span")+" lie here:"),
		app.Range(room.desk.Selection.Among).Slice(func(i int) app.UI { return room.renderChoiceItem(room.desk.Selection.Among[i]) }),
	)
}

func (room *Room) renderChoiceItem(id string) app.UI {
	s, ok := room.desk.Set().Span(id)
	if !ok {
		return app.Span().Hidden(true)
	}
	return app.Button().Type("button").
		Class("span", "label-"+strconv.Itoa(kit.LabelIndex(room.desk.Scheme(), s.Label))).
		DataSet("span", id).Aria("pressed", id == room.desk.Selection.Span).Body(
		app.Span().Class("swatch"),
		kit.Untranslated(app.Span()).Class("name").Text(kit.Spelt(room.desk.LabelName(s.Label))),
		kit.AsWritten(app.Span()).Class("covered").Text(kit.Shorten(s.Text(room.desk.Document()), kit.InClause)),
	)
}

func (room *Room) renderRelabel(s *annotations.Span) app.UI {
	labels := room.desk.Scheme().Labels
	if len(labels) > kit.ManyLabels {
		return room.renderLabelOf(s)
	}
	return app.Div().Class("relabel").Attr("role", "group").Aria("label", "Label of this span").
		OnClick(room.onRelabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return app.Button().Type("button").Class("label", "label-"+strconv.Itoa(i)).
				DataSet("relabel", labels[i].ID).
				Aria("pressed", labels[i].ID == s.Label).Body(
				app.Span().Class("swatch"),
				kit.Untranslated(app.Span()).Class("name").Text(kit.Spelt(labels[i].Name)),
			)
		}),
	)
}

func (room *Room) onRelabel(ctx app.Context, e app.Event) {
	if id := browser.Data(browser.Closest(e.Get("target"), "[data-relabel]"), "relabel"); id != "" {
		room.desk.Ask.Relabel(id)
	}
}

func (room *Room) onCloseSpan(ctx app.Context, e app.Event) {
	room.desk.Choose("", nil)
	room.desk.FocusText()
}

func (room *Room) onDelete(ctx app.Context, e app.Event) {
	room.desk.Ask.DeleteChosen()
}

func (room *Room) onShowSpan(ctx app.Context, e app.Event) {
	room.desk.Panel = desk.NoPanel
	room.desk.Later(func() { room.desk.RevealSpan(room.desk.Selection.Span) })
}

// besidesHint says in a span's details what the other has there.
type besidesHint struct {
	app.Compo

	Text string
}

// Render draws the sentence, or keeps its place.
func (h *besidesHint) Render() app.UI {
	return app.P().Class("hint").Hidden(h.Text == "").Text(h.Text)
}
