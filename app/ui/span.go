package ui

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/corpus"
)

// spanID is the id of the details of the chosen span.
const spanID = "span-details"

// renderSpan draws the details of the chosen span.
func (p *Page) renderSpan() app.UI {
	if p.several != nil {
		return p.renderSeveral()
	}
	s, ok := p.set().Span(p.chosen)
	if !ok {
		return &spanDetails{Page: p}
	}
	return &spanDetails{Page: p, Span: s, Choice: p.choice, Listed: p.listedVersions.of(p.listed()), Relations: p.listRelations(), Relation: p.relationOpen, Open: p.details.open, Beside: p.beside(s)}
}

// spanDetails is the details of the chosen span: its text, its label, its
// note, and the other spans that lie where it was chosen.
type spanDetails struct {
	app.Compo

	Page   *Page
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
	p, s := d.Page, d.Span
	region := app.Div().ID(spanID).Class("span-details").TabIndex(-1).
		Attr("role", "region").Aria("label", "Span")
	if s == nil {
		return region.Hidden(true)
	}
	return region.Body(
		app.H2().Body(
			app.Text("Span"),
			app.Button().Type("button").Class("icon close").Aria("label", "Close the span").OnClick(p.onCloseSpan),
		),
		p.renderChoice(),
		asWritten(app.P()).Class("covered").Lang(p.document().Language).Text(s.Text(p.document())),
		app.P().Class("where").Text(whereabouts(p.document(), s)),
		&besidesHint{Text: d.Beside},
		p.renderParts(s),
		p.renderRelabel(s),
		p.renderFields(s),
		p.renderRelations(d.Relations),
		p.renderNote(p.setKey(noteWriting, s.ID), "Note", "", 2, s.Note),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet").Text("Show in text").OnClick(p.onShowSpan),
			app.Button().Type("button").Class("quiet danger").Text("Delete span").OnClick(p.onDelete),
		),
		p.renderAlike(s),
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
func (p *Page) renderChoice() app.UI {
	if len(p.choice) < 2 {
		return app.Div().Class("among").Hidden(true)
	}
	return app.Div().Class("among").Attr("role", "group").Aria("label", "Spans at this place").
		OnClick(p.onSpan).Body(
		app.P().Class("hint").Text(count(len(p.choice), "span")+" lie here:"),
		app.Range(p.choice).Slice(func(i int) app.UI { return p.renderChoiceItem(p.choice[i]) }),
	)
}

func (p *Page) renderChoiceItem(id string) app.UI {
	s, ok := p.set().Span(id)
	if !ok {
		return app.Span().Hidden(true)
	}
	return app.Button().Type("button").
		Class("span", "label-"+strconv.Itoa(labelIndex(p.scheme(), s.Label))).
		DataSet("span", id).Aria("pressed", id == p.chosen).Body(
		app.Span().Class("swatch"),
		untranslated(app.Span()).Class("name").Text(spelt(p.labelName(s.Label))),
		asWritten(app.Span()).Class("covered").Text(shorten(s.Text(p.document()), 40)),
	)
}

func (p *Page) renderRelabel(s *annotations.Span) app.UI {
	labels := p.scheme().Labels
	if len(labels) > manyLabels {
		return p.renderLabelOf(s)
	}
	return app.Div().Class("relabel").Attr("role", "group").Aria("label", "Label of this span").
		OnClick(p.onRelabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return app.Button().Type("button").Class("label", "label-"+strconv.Itoa(i)).
				DataSet("relabel", labels[i].ID).
				Aria("pressed", labels[i].ID == s.Label).Body(
				app.Span().Class("swatch"),
				untranslated(app.Span()).Class("name").Text(spelt(labels[i].Name)),
			)
		}),
	)
}

func (p *Page) onRelabel(ctx app.Context, e app.Event) {
	if id := browser.Data(browser.Closest(e.Get("target"), "[data-relabel]"), "relabel"); id != "" {
		p.relabel(id)
	}
}

func (p *Page) onCloseSpan(ctx app.Context, e app.Event) {
	p.choose(ctx, "", nil)
	p.focusText()
}

func (p *Page) onDelete(ctx app.Context, e app.Event) {
	p.deleteChosen(ctx)
}

func (p *Page) onShowSpan(ctx app.Context, e app.Event) {
	p.panel = noPanel
	p.later(func() { p.reveal(p.chosen) })
}
