package bringing

import (
	"fmt"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// changedID is the id of the dialog.
const changedID = "changed-texts"

// renderChanged draws the dialog if something asks about texts.
func (room *Room) renderChanged() app.UI {
	if room.changed.answer == nil {
		return app.Div().Hidden(true)
	}
	return &changedDialog{Room: room, Asked: &room.changed}
}

// changedDialog asks what is to be done about texts that changed, and shows where
// their spans would be.
type changedDialog struct {
	app.Compo

	Room  *Room
	Asked *changedTexts
}

// Render draws the dialog.
func (d *changedDialog) Render() app.UI {
	return app.Dialog().ID(changedID).Class("form", "changed").Aria("label", "Texts that changed").
		On("close", d.onClose).Body(
		app.H2().Text("Texts that changed"),
		app.Div().Class("texts").OnChange(d.onChange).OnClick(d.onPress).Body(
			app.Range(d.Asked.list).Slice(d.renderText),
		),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("primary").Text(d.Asked.words().button).OnClick(d.onGoOn),
			kit.QuietButton("Cancel", d.onCancel),
			kit.QuietButton("Download this list", d.onReport),
		),
	)
}

func (d *changedDialog) renderText(i int) app.UI {
	c := d.Asked.list[i]
	after := "” is not the same here."
	if d.Asked.replaces {
		after = "” becomes another. So its " + kit.Count(len(c.Spans), "span") + " would be:"
	}
	return app.Section().Class("part").Aria("label", c.Here.Title).Body(
		app.P().Body(
			app.Text("The text of “"), app.Strong().Dir("auto").Lang(c.Here.Language).Text(kit.Spelt(c.Here.Title)), app.Text(after),
		),
		app.Div().Attr("role", "radiogroup").Aria("label", "What to do with it").Hidden(d.Asked.replaces).Body(
			d.renderWay(i, placeHere, "Place its "+kit.Count(len(c.Spans), "span")+" on the text that is here"),
			d.renderWay(i, setApart, "Import it as an article of its own"),
		),
		app.If(!c.Apart, func() app.UI { return d.renderPlaces(i, c) }),
	)
}

// What the controls of the dialog set.
const (
	placeHere = "place"
	setApart  = "apart"
	keepText  = "keep"
	takeSpan  = "take"
	takeAll   = "all"
	showMore  = "more"
)

// renderWay is one of the two things that can be done with the i-th text.
func (d *changedDialog) renderWay(i int, way, words string) app.UI {
	return app.Label().Class("way").Body(
		app.Input().Type("radio").Name("changed-"+strconv.Itoa(i)).Checked(d.Asked.list[i].Apart == (way == setApart)).
			AutoFocus(i == 0 && way == placeHere).DataSet("sets", way).DataSet("text", i),
		app.Span().Text(words),
	)
}

func (d *changedDialog) renderPlaces(i int, c *changedText) app.UI {
	left := c.Left()
	return app.Div().Body(
		app.Range(verdicts).Slice(func(k int) app.UI { return d.renderVerdict(i, c, verdicts[k]) }),
		app.Label().Class("way").Hidden(left == 0).Body(
			app.Input().Type("checkbox").Checked(c.Keep).DataSet("sets", keepText).DataSet("text", i),
			app.Span().Text(fmt.Sprintf("%s as an article of its own, with the %s not placed", d.Asked.words().keep, kit.Count(left, "span"))),
		),
	)
}

// renderVerdict lists the i-th text's spans of a verdict. What a person has to
// look at is unfolded.
func (d *changedDialog) renderVerdict(i int, c *changedText, v intake.Verdict) app.UI {
	n := c.Count(v)
	return app.Details().Hidden(n == 0).Open(v >= intake.Doubtful).Body(
		app.Summary().Text(verdictHeading(v, n)),
		app.P().Class("hint").Text(verdictHint(v)),
		app.Button().Type("button").Class("quiet").Hidden(v != intake.Doubtful || n < 2).
			DataSet("sets", takeAll).DataSet("text", i).Text(tickWords(c.Untaken() > 0)),
		app.Ul().Attr("role", "list").Aria("label", verdictHeading(v, n)).Body(d.renderSpans(i, c, v)...),
		app.Button().Type("button").Class("quiet").Hidden(n <= c.open[v]).
			DataSet("sets", showMore).DataSet("text", i).DataSet("span", int(v)).
			Text(fmt.Sprintf("Show %d more", min(listedAtOnce, max(0, n-c.open[v])))),
	)
}

func (d *changedDialog) renderSpans(i int, c *changedText, v intake.Verdict) []app.UI {
	var rows []app.UI
	for k, s := range c.Spans {
		if s.Verdict == v && len(rows) < c.open[v] {
			rows = append(rows, d.renderPlaced(i, k, c))
		}
	}
	return rows
}

// renderPlaced shows the k-th span in the one text and in the other.
func (d *changedDialog) renderPlaced(i, k int, c *changedText) app.UI {
	s, words := c.Spans[k], d.Asked.words()
	return app.Li().Body(
		renderName(i, k, c),
		renderContext(words.old, c.Old, s.Span.Ranges),
		app.If(s.Verdict != intake.Lost, func() app.UI { return renderContext(words.new, c.New, s.Ranges) }),
	)
}

// renderName names a span. One that is doubtful can be ticked.
func renderName(i, k int, c *changedText) app.UI {
	name := c.spanTitle(c.Spans[k])
	if c.Spans[k].Verdict != intake.Doubtful {
		return kit.AsWritten(app.P()).Class("name").Text(name)
	}
	return app.Label().Class("way", "name").Body(
		app.Input().Type("checkbox").Checked(c.Taken[k]).DataSet("sets", takeSpan).DataSet("text", i).DataSet("span", k),
		kit.AsWritten(app.Span()).Text(name),
	)
}

func renderContext(where string, doc *corpus.Document, ranges []annotations.Range) app.UI {
	pieces := inContext(doc, ranges)
	return app.P().Class("context").Body(
		app.Span().Class("where").Text(where+": "),
		kit.AsWritten(app.Span()).Lang(doc.Language).Body(app.Range(pieces).Slice(func(i int) app.UI {
			if pieces[i].Marked {
				return app.Span().Class("covers").Text(pieces[i].Text)
			}
			return app.Text(pieces[i].Text)
		})),
	)
}

// onChange takes over what a person ticks.
func (d *changedDialog) onChange(ctx app.Context, e app.Event) {
	control := e.Get("target")
	d.set(browser.Data(control, "sets"), browser.Data(control, "text"), browser.Data(control, "span"), control.Get("checked").Bool())
}

func tickWords(all bool) string {
	if all {
		return "Tick all"
	}
	return "Untick all"
}

// onPress does what a button says.
func (d *changedDialog) onPress(ctx app.Context, e app.Event) {
	button := browser.Closest(e.Get("target"), "button")
	d.set(browser.Data(button, "sets"), browser.Data(button, "text"), browser.Data(button, "span"), true)
}

// set does what a control says, to a text and one of its spans or verdicts, by
// their numbers.
func (d *changedDialog) set(what, text, number string, ticked bool) {
	i, err := strconv.Atoi(text)
	if err != nil || i >= len(d.Asked.list) {
		return
	}
	c := d.Asked.list[i]
	n, _ := strconv.Atoi(number) // what has none needs none
	switch what {
	case placeHere, setApart:
		c.Apart = what == setApart
	case keepText:
		c.Keep = ticked
	case takeSpan:
		c.Taken[n] = ticked
	case takeAll:
		c.TakeAll()
	case showMore:
		c.open[n] += listedAtOnce
	}
}

// onClose hears of every way in which the dialog closes, Esc included. Only the
// first button goes on.
func (d *changedDialog) onClose(app.Context, app.Event) { d.Asked.reply(false) }

func (d *changedDialog) onCancel(app.Context, app.Event) { browser.CloseModal(changedID) }

func (d *changedDialog) onGoOn(app.Context, app.Event) {
	d.Asked.reply(true)
	browser.CloseModal(changedID)
}

// reply answers once; what comes later is not heard.
func (c *changedTexts) reply(goOn bool) {
	select {
	case c.answer <- goOn:
	default:
	}
}

// onReport downloads the list of all spans.
func (d *changedDialog) onReport(app.Context, app.Event) {
	room, name := d.Room, "spanwise-texts-"+time.Now().Format(time.DateOnly)+".txt"
	if err := browser.Download(name, "text/plain", []byte(d.Asked.report())); err != nil {
		room.desk.Notices.Add(desk.Failure, "The list could not be downloaded: "+err.Error())
	}
}
