package spans

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// wordField is a field that one types a value into: a text, a number or a date.
// What is typed becomes the value as soon as it is one; what is none when the
// field is left is said beneath it and stays as it is typed.
type wordField struct {
	app.Compo

	Room      *Room
	Doc       *corpus.Document // against whose date dates are understood
	Scheme    *annotations.Scheme
	Span      *annotations.Span
	Attribute string
	Key       string
	Serial    int
	Value     string
	Keys      *keyboard.Table

	text  kit.Frozen
	typed bool
	told  string // what was typed is understood as, or what is wrong with it
	wrong bool
}

// CompoID tells the engine when a field is another one.
func (f *wordField) CompoID() string {
	return f.Key + " " + strconv.Itoa(f.Serial)
}

// Render draws the field, and beneath it what it is understood as.
func (f *wordField) Render() app.UI {
	_, a := f.Room.attributeOf(f.Span.ID, f.Attribute)
	if a == nil {
		return app.Div().Hidden(true)
	}
	told, offered := f.told, false
	if !f.typed {
		told, offered = f.Room.valueTold(f.Span, a)
	}
	field := app.Input().Type("text").AutoComplete(false).Dir("auto").Aria("label", fieldName(a)).
		Aria("invalid", f.wrong).Placeholder(f.placeholder(a)).DataSet("writing", f.Key).
		OnInput(f.onInput).OnChange(f.onChange).OnKeyDown(f.onKeyDown)
	if begins := f.text.At(f.Value); begins != "" {
		field = field.Value(begins)
	}
	if a.Type == annotations.Number {
		field = field.Attr("inputmode", "decimal")
	}
	return app.Div().Class("word").Body(
		field,
		app.P().Class("told").DataSet("wrong", f.wrong).Aria("live", "polite").Hidden(told == "").Text(told),
		app.Button().Type("button").Class("link").Aria("keyshortcuts", keyboard.Aria(f.Keys.Key(kit.DateCommand))).Hidden(!offered).
			Text("Take this date").OnClick(f.onTake),
	)
}

// placeholder says what may be typed.
func (f *wordField) placeholder(a *annotations.Attribute) string {
	switch {
	case a.Type == annotations.Date:
		return f.Room.datePlaceholder(f.Span, a)
	case a.Type != annotations.Number:
		return ""
	case a.Min != "" && a.Max != "":
		return a.Min + " to " + a.Max
	case a.Min != "":
		return "from " + a.Min
	case a.Max != "":
		return "up to " + a.Max
	}
	return ""
}

// onInput says at once how a date is understood, and lets go of what was wrong.
func (f *wordField) onInput(ctx app.Context, e app.Event) {
	_, a := f.Room.attributeOf(f.Span.ID, f.Attribute)
	if a == nil {
		return
	}
	f.typed, f.told, f.wrong = true, "", false
	if a.Type == annotations.Date {
		f.told = f.Room.dateTold(ctx.JSSrc().Get("value").String())
	}
}

// onTake takes the date that the span's own words say.
func (f *wordField) onTake(app.Context, app.Event) { f.Room.takeDate() }

func (f *wordField) onChange(ctx app.Context, e app.Event) {
	f.keep(ctx.JSSrc().Get("value").String())
}

// onKeyDown keeps what is typed and goes back to the text, or just goes back.
func (f *wordField) onKeyDown(ctx app.Context, e app.Event) {
	field := ctx.JSSrc()
	switch key := kit.StrokeOf(e).Name; {
	case key == keyboard.Escape:
		f.Room.desk.Writing.TakeBack(f.Key)
		f.typed, f.wrong = false, false
		f.Room.details.forget(f.Span.ID, f.Attribute)
	case key == keyboard.Enter:
		if !f.enter(field.Get("value").String()) {
			return
		}
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	f.Room.leaveFields()
}

// enter keeps what is typed. In an empty field for a date it takes the one that
// the span's own words say.
func (f *wordField) enter(typed string) bool {
	if _, a := f.Room.attributeOf(f.Span.ID, f.Attribute); a != nil && a.Type == annotations.Date && typed == "" && f.Value == "" {
		f.Room.takeDate()
		return true
	}
	return f.keep(typed)
}

// keep makes what is typed the value, and reports whether it is one.
func (f *wordField) keep(typed string) bool {
	f.Room.desk.Writing.CommitOne(f.Key)
	err := f.Room.keepTyped(f.Span.ID, f.Attribute, typed)
	f.wrong, f.typed = err != nil, err != nil
	if err != nil {
		f.told = upperFirst(err.Error()) + ". It was not kept."
	}
	return err == nil
}

// keepTyped makes what was typed into a field the value of its attribute, and
// remembers it where it is none.
func (room *Room) keepTyped(span, attribute, typed string) error {
	room.details.forget(span, attribute)
	err := room.setTyped(span, attribute, typed)
	if err != nil {
		room.details.refuse(rejected{span, attribute, typed, err})
	}
	return err
}

// setTyped makes what was typed the value of an attribute; nothing takes the value
// away.
func (room *Room) setTyped(span, attribute, typed string) error {
	_, a := room.attributeOf(span, attribute)
	typed = strings.TrimSpace(typed)
	switch {
	case a == nil:
		return nil
	case typed == "":
		return room.setWords(span, attribute)
	case a.Type == annotations.Date:
		return room.keepDate(span, a, typed)
	case a.Type == annotations.Number:
		return room.setWords(span, attribute, plainNumber(typed))
	}
	return room.setWords(span, attribute, typed)
}

// plainNumber writes a number as JSON does: with a point, and without a plus.
func plainNumber(typed string) string {
	n := strings.TrimPrefix(strings.Replace(typed, ",", ".", 1), "+")
	if strings.HasPrefix(n, ".") {
		n = "0" + n
	}
	return strings.Replace(n, "−", "-", 1)
}

// upperFirst begins a sentence with what may begin with a letter of ASCII.
func upperFirst(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
