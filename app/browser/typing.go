package browser

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Typing hears what a person does in the fields of the page. Each function is
// given the element, runs on the event's own stack before the page's own handlers
// do, and must not block; Dealt runs when these have heard of what was typed.
type Typing struct {
	Typed   func(field app.Value)   // typed, pasted, ticked or chosen
	Dealt   func(field app.Value)   // the same, later
	Pressed func(element app.Value) // clicked, which may change what a form holds
	Entered func(field app.Value)   // the keyboard came into it
	Left    func(field app.Value)   // the keyboard left it
}

// OnTyping listens to all fields that are on the page or will be, for as long as
// the page lives.
func OnTyping(t Typing) {
	document := app.Window().Get("document")
	var typed []app.Value
	dealt := callback(func(app.Value) {
		fields := typed
		typed = nil
		for _, f := range fields {
			t.Dealt(f)
		}
	})
	hear := func(field app.Value) {
		t.Typed(field)
		typed = append(typed, field)
		app.Window().Call("setTimeout", dealt, 0)
	}
	for event, f := range map[string]func(app.Value){
		"input": hear, "click": t.Pressed, "focusin": t.Entered, "focusout": t.Left,
	} {
		document.Call("addEventListener", event, callback(func(e app.Value) { f(e.Get("target")) }), true)
	}
}

// fieldsSelector is what a person can write in or choose by.
const fieldsSelector = "input:not([type=file]):not([type=search]), textarea, select"

// FieldsIn reads what stands in the fields within an element, by their ids, or
// in the element itself, by "", where it is a field.
func FieldsIn(element app.Value) map[string]string {
	values := map[string]string{}
	if isField(element) {
		values[""] = fieldValue(element)
		return values
	}
	fields := element.Call("querySelectorAll", fieldsSelector)
	for i := range fields.Length() {
		if field := fields.Index(i); text(field.Get("id")) != "" {
			values[text(field.Get("id"))] = fieldValue(field)
		}
	}
	return values
}

// FillFields puts into fields what FieldsIn has read, as if a person did: the
// page's handlers hear of it.
func FillFields(element app.Value, values map[string]string) {
	if typed, one := values[""]; one && isField(element) {
		fillField(element, typed)
		return
	}
	fields := element.Call("querySelectorAll", fieldsSelector)
	for i := range fields.Length() {
		field := fields.Index(i)
		if value, there := values[text(field.Get("id"))]; there && fieldValue(field) != value {
			fillField(field, value)
		}
	}
}

func isField(element app.Value) bool { return element.Call("matches", fieldsSelector).Bool() }

// ticks reports whether a field is a box or a radio button.
func ticks(field app.Value) bool {
	kind := text(field.Get("type"))
	return kind == "checkbox" || kind == "radio"
}

func fieldValue(field app.Value) string {
	if ticks(field) {
		return strconv.FormatBool(field.Get("checked").Bool())
	}
	return text(field.Get("value"))
}

func fillField(field app.Value, value string) {
	if ticks(field) {
		field.Set("checked", value == "true")
	} else {
		field.Set("value", value)
	}
	event := app.Window().Get("Event").New("input", map[string]any{"bubbles": true})
	field.Call("dispatchEvent", event)
}
