package kit

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// QuietButton is a button among others of its weight.
func QuietButton(name string, onClick app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").Class("quiet").Text(name).OnClick(onClick)
}

// ToolButton is a button of the bar: an icon, and the name where there is room. One
// that has nothing to do is said to be disabled and not made so, or it would
// drop the keyboard's focus when it has done its last.
func ToolButton(name, icon string, onClick app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").Class("tool", "icon", icon).Aria("label", name).
		OnClick(onClick).Body(app.Span().Class("name").Text(name))
}

// Field is a control under its name.
func Field(name string, control app.UI) app.UI {
	return app.Label().Class("field").Body(app.Span().Text(name), control)
}

// Input is a field for one line.
func Input(id, value string) app.HTMLInput {
	in := app.Input().ID(id).Type("text").AutoComplete(false)
	if value != "" {
		in = in.Value(value)
	}
	return in
}

// Placeholder is what an empty field shows, where it is to show something.
func Placeholder(when bool, text string) string {
	if when {
		return text
	}
	return ""
}

// Choice is a radio button or a check box with its words.
func Choice(kind, id, words string, checked bool) app.UI {
	box := app.Input().Type(kind).Name("choice-" + kind).Checked(checked)
	if id != "" {
		box = box.ID(id)
	}
	return app.Label().Class("choice").Body(box, app.Span().Text(words))
}

// TabStop is the tabindex of a control that is a stop of Tab, or is none.
func TabStop(is bool) int {
	if is {
		return 0
	}
	return -1
}

// MissingClass marks what is required and not there.
func MissingClass(missing bool) string {
	if missing {
		return "missing"
	}
	return "optional"
}

// RenderBanner draws what holds for as long as it is so, and what helps.
func RenderBanner(sentence string, actions ...app.UI) app.UI {
	return app.Div().Class("notice", "warning").Attr("role", "alert").Body(
		append([]app.UI{app.P().Class("sentences").Text(Upright(sentence))}, actions...)...,
	)
}

// Frozen is what a field began with. What it is to show later is another serial
// number: were the engine to put it into the field it could put it over a letter
// that was typed just now.
type Frozen struct {
	text string
	set  bool
}

// At is the text that the field began with.
func (f *Frozen) At(text string) string {
	if !f.set {
		f.text, f.set = text, true
	}
	return f.text
}

// On handles an event by doing something that does not depend on it.
func On(do func()) app.EventHandler {
	return func(app.Context, app.Event) { do() }
}
