package desktest

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// node stands for an object of the page, of which it has what it was given. All
// else it has not, as every object where no browser is.
type node struct {
	app.Value
	holds any
}

// Object stands for an object of the page with properties: strings, numbers, truths,
// and other objects.
func Object(properties map[string]any) app.Value { return valueOf(properties) }

// Element stands for an element with data attributes, which lies in elements that
// match the selectors given.
func Element(data map[string]string, within ...string) app.Value {
	dataset := map[string]any{}
	for name, value := range data {
		dataset[name] = value
	}
	element := &node{Value: app.Null()}
	element.holds = map[string]any{"dataset": dataset, "closest": func(args ...any) any {
		for selector := range strings.SplitSeq(args[0].(string), ",") {
			selector = strings.TrimSpace(selector)
			name, _ := strings.CutPrefix(strings.TrimSuffix(selector, "]"), "[data-")
			if _, own := data[name]; own || slices.Contains(within, selector) {
				return element
			}
		}
		return nil
	}}
	return element
}

// Press is a press on an element.
func Press(on app.Value) app.Event {
	return app.Event{Value: Object(map[string]any{"target": on})}
}

// PressOn is a press on an element with one data attribute.
func PressOn(data, value string) app.Event { return Press(Element(map[string]string{data: value})) }

// Key is a key going down on an element, with what is held: "Shift", "Ctrl", "Alt".
func Key(key string, on app.Value, held ...string) app.Event {
	properties := map[string]any{"key": key, "target": on}
	for _, modifier := range held {
		properties[strings.ToLower(modifier)+"Key"] = true
	}
	return app.Event{Value: Object(properties)}
}

// On is the context of a handler of an element.
func (d *Desk) On(element app.Value) app.Context {
	d.root.element = element
	return d.Context
}

// In is the context of a handler of a field in which a text stands.
func (d *Desk) In(text string) app.Context { return d.On(Object(map[string]any{"value": text})) }

func valueOf(x any) app.Value {
	switch x := x.(type) {
	case nil:
		return app.Null()
	case app.Value:
		return x
	}
	return &node{app.Null(), x}
}

// Get is a property.
func (n *node) Get(name string) app.Value {
	properties, _ := n.holds.(map[string]any)
	return valueOf(properties[name])
}

// Set gives another value to a property.
func (n *node) Set(name string, x any) {
	if properties, any := n.holds.(map[string]any); any {
		properties[name] = x
	}
}

// Call calls a method, where there is one.
func (n *node) Call(name string, args ...any) app.Value {
	properties, _ := n.holds.(map[string]any)
	if method, there := properties[name].(func(...any) any); there {
		return valueOf(method(args...))
	}
	return app.Null()
}

// Truthy is as in JavaScript.
func (n *node) Truthy() bool {
	return n.holds != "" && n.holds != false && n.holds != 0 && n.holds != 0.0
}

// Equal reports whether it is the same object.
func (n *node) Equal(other app.Value) bool { return other == app.Value(n) }

// String is a text, or "".
func (n *node) String() string {
	s, _ := n.holds.(string)
	return s
}

// Bool is a truth, or false.
func (n *node) Bool() bool { return n.holds == true }

// Int is a whole number, or 0.
func (n *node) Int() int {
	i, _ := n.holds.(int)
	return i
}

// Float is a number, or 0.
func (n *node) Float() float64 {
	if i, whole := n.holds.(int); whole {
		return float64(i)
	}
	f, _ := n.holds.(float64)
	return f
}

// Stroke is a key going down, with what is held.
func Stroke(key string, held ...string) keyboard.Stroke {
	return kit.StrokeOf(Key(key, app.Null(), held...))
}
