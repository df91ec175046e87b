package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// KeyboardLayout is what each place of the keyboard types without Shift, by its
// code (Keyboard Map, §5), or nil where the browser does not say. It waits.
func KeyboardLayout() map[string]string {
	keyboard, err := property(app.Window().Get("navigator"), "keyboard")
	if err != nil || !keyboard.Truthy() {
		return nil
	}
	places, err := call(keyboard, "getLayoutMap")
	if err != nil {
		return nil
	}
	layout := map[string]string{}
	entries := app.Window().Get("Array").Call("from", places)
	for i := range entries.Length() {
		layout[text(entries.Index(i).Index(0))] = text(entries.Index(i).Index(1))
	}
	return layout
}

// OnMac reports whether shortcuts are pressed with ⌘ here.
func OnMac() bool {
	return strings.HasPrefix(text(app.Window().Get("navigator").Get("platform")), "Mac")
}
