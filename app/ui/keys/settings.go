package keys

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/jsontext"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// keysKey is the name under which the browser keeps what a person has set about
// keys: theirs, and no project's.
const keysKey = "keys"

// keySettings is what the page knows of keys: the commands with theirs, and the
// keyboard. Of the dialog it is whether it is open, the command for which a key is
// awaited, and what was done last.
type keySettings struct {
	shown  bool
	asking string
	told   string
}

// recallKeys takes in what was set, here or in another tab. What cannot be read is
// as if nothing were.
func (r *Room) recallKeys() {
	r.desk.Keys = kit.CommandTable(r.Commands, readSettings(browser.LoadPlace(keysKey)))
}

// readSettings reads what was set; what cannot be read is nothing.
func readSettings(text string) keyboard.Settings {
	var own keyboard.Settings
	if settingsFields(&own).Read(text) != nil {
		return keyboard.Settings{}
	}
	return own
}

// settingsFields are those that are kept of the settings.
func settingsFields(own *keyboard.Settings) jsontext.Fields {
	return jsontext.Fields{{Name: "single", At: (*string)(&own.Single)}, {Name: "keys", At: &own.Keys}}
}

// Listen follows what other tabs set.
func (r *Room) Listen(ctx app.Context) {
	r.recallKeys()
	browser.OnPlaceElsewhere(func(key string) {
		if key == keysKey {
			ctx.Dispatch(func(app.Context) { r.recallKeys() })
		}
	})
}

// setKeys keeps what a person has set.
func (r *Room) setKeys(own keyboard.Settings) {
	r.desk.Keys = kit.CommandTable(r.Commands, own)
	if err := browser.SavePlace(keysKey, settingsFields(&own).Text()); err != nil {
		r.desk.Notices.Add(desk.Warning, "The keys hold until the page is closed: "+err.Error())
	}
}

// learnLayout asks the browser for the keyboard's layout, of which only the help
// has need.
func (r *Room) learnLayout() {
	r.desk.Context.Async(func() {
		layout := keyboard.Layout{Mac: browser.OnMac(), Places: browser.KeyboardLayout()}
		r.desk.Dispatch(func() { r.desk.Layout = layout })
	})
}
