package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// The keys that lead to what is said of a span. A label's own key goes before.
const (
	attributesKey = "a"
	entryKey      = "e"
	dateKey       = "d"
	toDoKey       = "n"
)

// detailCommand is what a key asks for besides marking.
func detailCommand(s stroke) command {
	if s.Alt {
		return noCommand
	}
	switch s.Key {
	case attributesKey, entryKey, dateKey, toDoKey:
		return detailsCommand
	}
	return noCommand
}

// detail does what one of those keys asks for.
func (p *Page) detail(ctx app.Context, key string) bool {
	switch key {
	case attributesKey:
		return p.openFields(ctx, firstAttribute, entryControl)
	case entryKey:
		return p.openFields(ctx, entryControl, firstAttribute)
	case dateKey:
		return p.takeDate()
	}
	return p.nextToDo(ctx)
}

// onKeyDown walks through options and picks them, and leaves the fields. Keys in
// a field to type in are that field's own.
func (f *spanFields) onKeyDown(ctx app.Context, e app.Event) {
	target, s := e.Get("target"), strokeOf(e)
	if s.Command || s.Alt || browser.Within(target, "input") {
		ctx.PreventUpdate()
		return
	}
	button := browser.Closest(target, "[data-option], [data-flag]")
	if s.Key == "Escape" || button.Truthy() && f.pressKey(button, s.Key) {
		e.PreventDefault()
		if s.Key == "Escape" || s.Key == "Enter" {
			f.Page.leaveFields()
		}
		return
	}
	ctx.PreventUpdate()
}

// pressKey does what a key does on a button, and reports whether it is for it.
func (f *spanFields) pressKey(button app.Value, key string) bool {
	attribute := attributeAt(button)
	_, a := f.Page.attributeOf(f.Span.ID, attribute)
	switch {
	case a == nil:
		return false
	case key == "Delete" || key == "Backspace":
		f.set(attribute)
	case key == "Enter":
		f.enter(a, browser.Data(button, "option"))
	case walkOptions(button, key):
	default:
		return f.pickByKey(button, a, key)
	}
	return true
}

// enter makes sure that what is under the keyboard is chosen; again, it stays so.
func (f *spanFields) enter(a *annotations.Attribute, option string) {
	if v, _ := f.now(a.ID); a.Type != annotations.Flag && !says(v, option) {
		f.press(a.ID, option)
	}
}

// walkOptions moves the keyboard to the option beside, and reports whether the key asks
// for that.
func walkOptions(button app.Value, key string) bool {
	side := "nextElementSibling"
	switch key {
	case "ArrowLeft", "ArrowUp":
		side = "previousElementSibling"
	case "ArrowRight", "ArrowDown":
	default:
		return false
	}
	if beside := button.Get(side); beside.Truthy() {
		browser.FocusAmong(beside)
	}
	return true
}

// pickByKey chooses the option that a digit or a letter stands for.
func (f *spanFields) pickByKey(button app.Value, a *annotations.Attribute, key string) bool {
	options := choosable(a)
	at := optionByKey(options, key, button.Get("dataset").Get("option").String())
	if at < 0 {
		return false
	}
	f.press(a.ID, options[at].ID)
	browser.FocusAmong(button.Get("parentElement").Get("children").Index(at))
	return true
}

// optionByKey is the option with that name; else the one that stands in the place
// of a digit, counted from 1; else the next after the one given whose name begins
// with a letter. It is -1 where there is none.
func optionByKey(options []annotations.Option, key, after string) int {
	if at := slices.IndexFunc(options, func(o annotations.Option) bool { return o.Name == key }); at >= 0 {
		return at
	}
	if len(key) == 1 && '1' <= key[0] && key[0] <= '9' {
		if at := int(key[0] - '1'); at < len(options) {
			return at
		}
		return -1
	}
	if len([]rune(key)) != 1 || key == " " {
		return -1
	}
	from := slices.IndexFunc(options, func(o annotations.Option) bool { return o.ID == after })
	for i := range options {
		at := (from + 1 + i) % len(options)
		if strings.HasPrefix(folded(options[at].Name), folded(key)) {
			return at
		}
	}
	return -1
}
