package spans

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// goToAttributes goes to what else can be said of the chosen span.
func (room *Room) goToAttributes() bool {
	return room.openFields(firstAttribute, entryControl)
}

// goToEntry goes to the field for its entry.
func (room *Room) goToEntry() bool {
	return room.openFields(entryControl, firstAttribute)
}

// onKeyDown walks through options and picks them, and leaves the fields. Keys in
// a field to type in are that field's own.
func (f *spanFields) onKeyDown(ctx app.Context, e app.Event) {
	target, s := e.Get("target"), kit.StrokeOf(e)
	if s.Command || s.Alt || browser.Within(target, "input") {
		ctx.PreventUpdate()
		return
	}
	button := browser.Closest(target, "[data-option], [data-flag]")
	if s.Name == keyboard.Escape || button.Truthy() && f.pressKey(button, s) {
		e.PreventDefault()
		if s.Name == keyboard.Escape || s.Name == keyboard.Enter {
			f.Room.leaveFields()
		}
		return
	}
	ctx.PreventUpdate()
}

// pressKey does what a key does on a button, and reports whether it is for it.
func (f *spanFields) pressKey(button app.Value, s keyboard.Stroke) bool {
	attribute := attributeAt(button)
	_, a := f.Room.attributeOf(f.Span.ID, attribute)
	switch {
	case a == nil:
		return false
	case s.Name == keyboard.Delete || s.Name == keyboard.Backspace:
		f.set(attribute)
	case s.Name == keyboard.Enter:
		f.enter(a, browser.Data(button, "option"))
	case walkOptions(button, s.Name):
	default:
		return f.pickByKey(button, a, s)
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
func walkOptions(button app.Value, key keyboard.Name) bool {
	side := "nextElementSibling"
	switch key {
	case keyboard.ArrowLeft, keyboard.ArrowUp:
		side = "previousElementSibling"
	case keyboard.ArrowRight, keyboard.ArrowDown:
	default:
		return false
	}
	if beside := button.Get(side); beside.Truthy() {
		browser.FocusAmong(beside)
	}
	return true
}

// pickByKey chooses the option that a digit or a letter stands for.
func (f *spanFields) pickByKey(button app.Value, a *annotations.Attribute, s keyboard.Stroke) bool {
	options := choosable(a)
	at := optionByKey(options, s, button.Get("dataset").Get("option").String())
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
func optionByKey(options []annotations.Option, s keyboard.Stroke, after string) int {
	letters := s.Characters()
	for _, letter := range letters {
		if at := slices.IndexFunc(options, func(o annotations.Option) bool { return strings.EqualFold(o.Name, letter) }); at >= 0 {
			return at
		}
	}
	if digit, ok := s.Digit(); ok {
		if 0 < digit && digit <= len(options) {
			return digit - 1
		}
		return -1
	}
	from := slices.IndexFunc(options, func(o annotations.Option) bool { return o.ID == after })
	for _, letter := range letters {
		begin := annotations.FoldName(letter)
		for i := range options {
			if at := (from + 1 + i) % len(options); begin != "" && strings.HasPrefix(annotations.FoldName(options[at].Name), begin) {
				return at
			}
		}
	}
	return -1
}
