package kit

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
)

// StrokeOf reads a key going down. It is the only place that reads such an event.
// What fills in forms for people sends some without a key, which are none.
func StrokeOf(e app.Event) keyboard.Stroke {
	if !e.Get("key").Truthy() {
		return keyboard.Stroke{}
	}
	return keyboard.Of(keyboard.Event{
		Key:       e.Get("key").String(),
		Code:      e.Get("code").String(),
		Ctrl:      e.Get("ctrlKey").Truthy(),
		Meta:      e.Get("metaKey").Truthy(),
		Shift:     e.Get("shiftKey").Truthy(),
		Alt:       e.Get("altKey").Truthy(),
		AltGraph:  e.Get("getModifierState").Truthy() && e.Call("getModifierState", "AltGraph").Bool(),
		Composing: e.Get("isComposing").Truthy(),
		KeyCode:   e.Get("keyCode").Int(),
		Repeat:    e.Get("repeat").Truthy(),
	})
}
