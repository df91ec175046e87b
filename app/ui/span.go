package ui

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// renderSpan draws the details of the chosen span.
func (room *spansRoom) renderSpan() app.UI {
	if room.page.desk.selection.several != nil {
		return room.renderSeveral()
	}
	s, ok := room.page.desk.set().Span(room.page.desk.selection.span)
	if !ok {
		return &spanDetails{Room: room}
	}
	return &spanDetails{Room: room, Span: s, Choice: room.page.desk.selection.among, Listed: room.listedVersions.Of(room.listed()), Relations: room.page.relations.listRelations(), Relation: room.page.relations.relationOpen, Open: room.details.open, Beside: room.page.annotators.beside(s)}
}

// spanDetails is the details of the chosen span: its text, its label, its
// note, and the other spans that lie where it was chosen.
type spanDetails struct {
	app.Compo

	Room   *spansRoom
	Span   *annotations.Span // nil when none is chosen
	Choice []string
	Listed int    // the version of the article's spans
	Open   bool   // the fields are unfolded
	Beside string // what another annotator has there

	Relations []relationRow
	Relation  string // the ID of the one that is being changed
}

// Render draws the details, or keeps their place.
func (d *spanDetails) Render() app.UI {
	p, s := d.Room.page, d.Span
	region := app.Div().ID(kit.SpanID).Class("span-details").TabIndex(-1).
		Attr("role", "region").Aria("label", "Span")
	if s == nil {
		return region.Hidden(true)
	}
	return region.Body(
		app.H2().Body(
			app.Text("Span"),
			app.Button().Type("button").Class("icon close").Aria("label", "Close the span").OnClick(p.spans.onCloseSpan),
		),
		p.spans.renderChoice(),
		kit.AsWritten(app.P()).Class("covered").Lang(p.desk.document().Language).Text(s.Text(p.desk.document())),
		app.P().Class("where").Text(whereabouts(p.desk.document(), s)),
		&besidesHint{Text: d.Beside},
		p.text.renderParts(s),
		p.spans.renderRelabel(s),
		p.spans.renderFields(s),
		p.relations.renderRelations(d.Relations),
		p.spans.renderNote(p.desk.setKey(noteWriting, s.ID), "Note", "", 2, s.Note),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet").Text("Show in text").OnClick(p.spans.onShowSpan),
			app.Button().Type("button").Class("quiet danger").Text("Delete span").OnClick(p.spans.onDelete),
		),
		p.spans.renderAlike(s),
	)
}

// whereabouts tells a span's offsets as the exported file gives them.
func whereabouts(doc *corpus.Document, s *annotations.Span) string {
	var ranges []string
	for _, r := range s.Ranges {
		start, errStart := doc.Mapper().ByteToCodePoint(r.Start)
		end, errEnd := doc.Mapper().ByteToCodePoint(r.End)
		if errStart == nil && errEnd == nil {
			ranges = append(ranges, fmt.Sprintf("%d–%d", start, end))
		}
	}
	return "Characters " + strings.Join(ranges, ", ")
}

// renderChoice lists the spans that lie at the place that was pointed at.
func (room *spansRoom) renderChoice() app.UI {
	if len(room.page.desk.selection.among) < 2 {
		return app.Div().Class("among").Hidden(true)
	}
	return app.Div().Class("among").Attr("role", "group").Aria("label", "Spans at this place").
		OnClick(room.onSpan).Body(
		app.P().Class("hint").Text(kit.Count(len(room.page.desk.selection.among), "span")+" lie here:"),
		app.Range(room.page.desk.selection.among).Slice(func(i int) app.UI { return room.renderChoiceItem(room.page.desk.selection.among[i]) }),
	)
}

func (room *spansRoom) renderChoiceItem(id string) app.UI {
	s, ok := room.page.desk.set().Span(id)
	if !ok {
		return app.Span().Hidden(true)
	}
	return app.Button().Type("button").
		Class("span", "label-"+strconv.Itoa(kit.LabelIndex(room.page.desk.scheme(), s.Label))).
		DataSet("span", id).Aria("pressed", id == room.page.desk.selection.span).Body(
		app.Span().Class("swatch"),
		kit.Untranslated(app.Span()).Class("name").Text(kit.Spelt(room.page.desk.labelName(s.Label))),
		kit.AsWritten(app.Span()).Class("covered").Text(kit.Shorten(s.Text(room.page.desk.document()), 40)),
	)
}

func (room *spansRoom) renderRelabel(s *annotations.Span) app.UI {
	labels := room.page.desk.scheme().Labels
	if len(labels) > manyLabels {
		return room.page.labels.renderLabelOf(s)
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

func (room *spansRoom) onRelabel(ctx app.Context, e app.Event) {
	if id := browser.Data(browser.Closest(e.Get("target"), "[data-relabel]"), "relabel"); id != "" {
		room.page.text.relabel(id)
	}
}

func (room *spansRoom) onCloseSpan(ctx app.Context, e app.Event) {
	room.page.desk.choose("", nil)
	room.page.desk.focusText()
}

func (room *spansRoom) onDelete(ctx app.Context, e app.Event) {
	room.page.desk.ask.DeleteChosen()
}

func (room *spansRoom) onShowSpan(ctx app.Context, e app.Event) {
	room.page.desk.panel = noPanel
	room.page.desk.later(func() { room.page.desk.revealSpan(room.page.desk.selection.span) })
}
