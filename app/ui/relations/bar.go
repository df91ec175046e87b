package relations

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// RenderRelating draws the bar that says what is being related.
func (room *Room) RenderRelating() app.UI {
	r := &room.relating
	if !r.on() {
		return &relatingBar{Room: room}
	}
	bar := &relatingBar{Room: room, From: room.wordsAt(r.from), To: room.wordsAt(r.to), Ways: r.ways}
	for _, at := range r.among {
		s, _ := room.desk.Session.Project().SpanAt(room.desk.Me(), at)
		bar.Among = append(bar.Among, spanOption{
			Label: kit.LabelIndex(room.desk.Scheme(), s.Label), Name: room.desk.LabelName(s.Label), Words: room.wordsAt(at),
		})
	}
	return bar
}

// spanOption is one of several spans to relate to. Label is its label's index.
type spanOption struct {
	Label       int
	Name, Words string
}

// relatingBar says what is being related, and offers what there is to choose
// from. It lies over the foot of the page, so that nothing moves when it comes.
type relatingBar struct {
	app.Compo

	Room     *Room
	From, To string // the words of the two spans; "" is none
	Among    []spanOption
	Ways     []annotations.Way
}

// Render draws the bar, or keeps its place.
func (b *relatingBar) Render() app.UI {
	bar := app.Div().Class("relating").Attr("role", "region").Aria("label", "Relating").Hidden(b.From == "")
	if b.From == "" {
		return bar
	}
	return bar.OnClick(b.onOption).OnKeyDown(b.onKey).Body(
		app.P().Class("asks").Dir("auto").Text(b.question()),
		app.Div().Class("choices").Attr("role", "group").Aria("label", "Choices").
			Hidden(len(b.Among)+len(b.Ways) == 0).Body(
			app.Range(b.Among).Slice(func(i int) app.UI { return renderSpanOption(i, b.Among[i]) }),
			app.Range(b.Ways).Slice(func(i int) app.UI { return renderWay(len(b.Among)+i, b.Ways[i]) }),
		),
		app.Button().Type("button").Class("quiet").Text("Cancel").OnClick(b.onCancel),
	)
}

func (b *relatingBar) question() string {
	switch {
	case len(b.Ways) > 0:
		return "How does " + b.From + " relate to " + b.To + "?"
	case len(b.Among) > 0:
		return "Relate " + b.From + " to which of these?"
	}
	return "Relate " + b.From + " to … Choose a span here, in the list or in another article. Escape cancels."
}

func renderSpanOption(i int, o spanOption) app.UI {
	return option(i).Class("label", "label-"+strconv.Itoa(o.Label)).Body(
		app.Span().Class("swatch"),
		kit.AsWritten(app.Span()).Class("name").Text(o.Name+" "+o.Words),
		optionNumber(i),
	)
}

func renderWay(i int, w annotations.Way) app.UI {
	name := "→ " + w.Relation.Name
	if w.Back {
		name = "← " + w.Relation.Name
	}
	return option(i).Class("label").Title(w.Relation.Definition).Body(
		kit.Untranslated(app.Span()).Class("name").Text(name),
		optionNumber(i),
	)
}

func option(i int) app.HTMLButton {
	return app.Button().Type("button").ID(optionID(i)).DataSet("option", i).Aria("keyshortcuts", digit(i))
}

func optionNumber(i int) app.UI {
	return app.Kbd().Aria("hidden", true).Hidden(digit(i) == "").Text(digit(i))
}

// digit is the key that takes an option, or "".
func digit(i int) string {
	if i >= 9 {
		return ""
	}
	return strconv.Itoa(i + 1)
}

func optionID(i int) string { return "relating-" + strconv.Itoa(i) }

func (b *relatingBar) onOption(ctx app.Context, e app.Event) {
	if i, err := strconv.Atoi(browser.Data(browser.Closest(e.Get("target"), "[data-option]"), "option")); err == nil {
		b.Room.takeOption(i)
	}
}

// onKey walks through the options.
func (b *relatingBar) onKey(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	at, err := strconv.Atoi(browser.Data(browser.Closest(e.Get("target"), "[data-option]"), "option"))
	if err != nil {
		return
	}
	switch kit.StrokeOf(e).Name {
	case keyboard.ArrowRight, keyboard.ArrowDown:
		at++
	case keyboard.ArrowLeft, keyboard.ArrowUp:
		at--
	default:
		return
	}
	e.PreventDefault()
	browser.Focus(optionID(at))
}

func (b *relatingBar) onCancel(app.Context, app.Event) { b.Room.Stop() }
