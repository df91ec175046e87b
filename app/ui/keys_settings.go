package ui

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// keysKey is the name under which the browser keeps what a person has set about
// keys: theirs, and no project's.
const keysKey = "keys"

// keySettings is what the page knows of keys: the commands with theirs, and the
// keyboard. Of the dialog it is whether it is open, the command for which a key is
// awaited, and what was done last.
type keySettings struct {
	table  *keyboard.Table
	layout keyboard.Layout
	shown  bool
	asking string
	told   string
}

func newKeySettings() keySettings { return keySettings{table: commandTable(keyboard.Settings{})} }

// recallKeys takes in what was set, here or in another tab. What cannot be read is
// as if nothing were.
func (p *Page) recallKeys() {
	var own keyboard.Settings
	if json.Unmarshal([]byte(browser.LoadPlace(keysKey)), &own) != nil {
		own = keyboard.Settings{}
	}
	p.keys.table = commandTable(own)
}

// listenKeys follows what other tabs set.
func (p *Page) listenKeys(ctx app.Context) {
	p.recallKeys()
	browser.OnPlaceElsewhere(func(key string) {
		if key == keysKey {
			ctx.Dispatch(func(app.Context) { p.recallKeys() })
		}
	})
}

// setKeys keeps what a person has set.
func (p *Page) setKeys(own keyboard.Settings) {
	p.keys.table = commandTable(own)
	data, err := json.Marshal(own)
	if err == nil {
		err = browser.SavePlace(keysKey, string(data))
	}
	if err != nil {
		p.notices.add(warning, "The keys hold until the page is closed: "+err.Error())
	}
}

// learnLayout asks the browser for the keyboard's layout, of which only the help
// has need.
func (p *Page) learnLayout() {
	p.ctx.Async(func() {
		layout := keyboard.Layout{Mac: browser.OnMac(), Places: browser.KeyboardLayout()}
		p.dispatch(func() { p.keys.layout = layout })
	})
}
