package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// FocusFirst moves the keyboard to the first element within another that matches
// the first selector, or where there is none the next, and brings it into view.
func FocusFirst(id string, selectors ...string) {
	within := ByID(id)
	if !within.Truthy() {
		return
	}
	for _, selector := range selectors {
		if element := within.Call("querySelector", selector); element.Truthy() {
			element.Call("focus")
			return
		}
	}
}

// FocusedIn is the element that has the keyboard, if it matches the selector; it
// is not truthy otherwise.
func FocusedIn(selector string) app.Value {
	active := app.Window().Get("document").Get("activeElement")
	if !active.Truthy() || !active.Call("matches", selector).Bool() {
		return app.Null()
	}
	return active
}

// ScrollToSee scrolls as little as it takes for an element to be in view.
func ScrollToSee(id string) {
	if element := ByID(id); element.Truthy() {
		element.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// FocusAmong moves the keyboard to an element, and makes it the one of its
// siblings that Tab reaches.
func FocusAmong(element app.Value) {
	if !element.Truthy() || !element.Get("parentElement").Truthy() {
		return
	}
	siblings := element.Get("parentElement").Get("children")
	for i := range siblings.Get("length").Int() {
		siblings.Index(i).Set("tabIndex", -1)
	}
	element.Set("tabIndex", 0)
	element.Call("focus")
}
