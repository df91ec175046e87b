package spans

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// severalDetails stand in the place of a span's details while several are chosen.
type severalDetails struct {
	app.Compo

	Room   *Room
	Scheme *annotations.Scheme
	Count  int
	Label  string // that all of them have, or ""
	Keys   *keyboard.Table
}

func (room *Room) renderSeveral() app.UI {
	return &severalDetails{Room: room, Scheme: room.desk.Scheme(), Count: room.desk.Selection.Several.Count(), Label: room.desk.Selection.Several.Label, Keys: room.desk.Keys}
}

// Render draws what can be done with all of them.
func (d *severalDetails) Render() app.UI {
	return app.Div().ID(kit.SpanID).Class("span-details", "several").TabIndex(-1).
		Attr("role", "region").Aria("label", "Several spans").Body(
		app.H2().Body(
			app.Text(kit.Count(d.Count, "span")+" chosen"),
			app.Button().Type("button").Class("icon close").Aria("label", "Choose none").OnClick(d.onClose),
		),
		app.P().Class("hint").Text(severalHint(d.Count)),
		d.renderLabels(),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet").Disabled(d.Count < 2 || d.Label == "").
				Aria("keyshortcuts", keyboard.Aria(d.Keys.Key(kit.AddCommand))).Text("Merge into one").OnClick(d.onMerge),
			app.Button().Type("button").Class("quiet", "danger").Disabled(d.Count == 0).
				Text("Delete all").OnClick(d.onDelete),
		),
	)
}

// severalHint says what to do next, in one line each time, so that nothing below
// it moves while spans are pressed.
func severalHint(count int) string {
	if count == 0 {
		return "Press the spans to change together."
	}
	return "A label relabels all of them."
}

func (d *severalDetails) renderLabels() app.UI {
	labels := d.Scheme.Labels
	return app.Div().Class("relabel").Attr("role", "group").Aria("label", "Label of these spans").OnClick(d.onRelabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return app.Button().Type("button").Class("label", "label-"+strconv.Itoa(i)).Disabled(d.Count == 0).
				DataSet("relabel", labels[i].ID).Aria("pressed", labels[i].ID == d.Label).Body(
				app.Span().Class("swatch"),
				kit.Untranslated(app.Span()).Class("name").Text(kit.Spelt(labels[i].Name)),
			)
		}),
	)
}

func (d *severalDetails) onRelabel(ctx app.Context, e app.Event) {
	if id := browser.Data(browser.Closest(e.Get("target"), "[data-relabel]"), "relabel"); id != "" {
		d.Room.desk.Ask.Relabel(id)
	}
}

func (d *severalDetails) onMerge(app.Context, app.Event)  { d.Room.desk.Ask.MergeChosen() }
func (d *severalDetails) onDelete(app.Context, app.Event) { d.Room.desk.Ask.DeleteChosen() }

func (d *severalDetails) onClose(app.Context, app.Event) {
	d.Room.desk.LetGoOfSeveral()
	d.Room.desk.FocusText()
}

// severalToggle is the way to choose several without a keyboard: while it is
// pressed in, so is every span that is pressed.
type severalToggle struct {
	app.Compo

	Room   *Room
	On     bool
	Hidden bool
}

// RenderSeveralToggle draws the button that begins and ends choosing several.
func (room *Room) RenderSeveralToggle() app.UI {
	return &severalToggle{Room: room, On: room.desk.Selection.Several.On(), Hidden: room.desk.Set().Len() < 2 && !room.desk.Selection.Several.On()}
}

// Render draws the button.
func (t *severalToggle) Render() app.UI {
	return app.Button().Type("button").Class("link", "select-several").Hidden(t.Hidden).
		Aria("pressed", t.On).Text("Select several").OnClick(t.onPress)
}

func (t *severalToggle) onPress(app.Context, app.Event) {
	room := t.Room
	if room.desk.Selection.Several.On() {
		room.desk.LetGoOfSeveral()
		return
	}
	next := desk.SpanChoice{Set: room.desk.Set()}
	if c := room.desk.BegunChoice(); c != nil {
		next = *c
	}
	next.Mode = true
	room.desk.ChooseSeveral(&next)
}

// renderAlike draws what chooses further spans like the chosen one.
func (room *Room) renderAlike(s *annotations.Span) app.UI {
	return app.P().Class("alike").Body(
		app.Text("Choose all with "),
		app.Button().Type("button").Class("link").Aria("label", "Choose all with these words").
			Text("these words").OnClick(room.onSameWords),
		app.Text(" or "),
		app.Button().Type("button").Class("link").Aria("label", "Choose all with this label").
			Text("this label").OnClick(room.onSameLabel),
	)
}

func (room *Room) onSameWords(app.Context, app.Event) {
	room.desk.ChooseAlike(room.desk.SameWords)
}
func (room *Room) onSameLabel(app.Context, app.Event) { room.desk.ChooseAlike(desk.SameLabel) }
