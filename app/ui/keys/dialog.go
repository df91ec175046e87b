package keys

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// The ids of the dialog and of the choice in it.
const (
	keysID   = "keys-dialog"
	singleID = "single-keys"
)

// singles are where single keys can act.
var singles = []struct {
	value keyboard.Single
	name  string
}{
	{keyboard.Everywhere, "everywhere"},
	{keyboard.TextOnly, "only in the text"},
	{keyboard.Off, "off"},
}

// openKeysDialog opens the list of keys over the page.
func (r *Room) openKeysDialog() {
	r.keys.shown, r.keys.asking, r.keys.told = true, "", ""
	r.learnLayout()
	r.desk.Later(func() { browser.ShowModal(keysID) })
}

// Render draws the dialog of keys, if it is open.
func (r *Room) Render() app.UI {
	if !r.keys.shown {
		return app.Div().Hidden(true)
	}
	return &keysDialog{Room: r, Scheme: r.desk.Scheme(), Keys: r.desk.Keys, Layout: r.desk.Layout, Asking: r.keys.asking, Told: r.keys.told}
}

// keysDialog is where keys are changed: where single ones act, and which each
// command has.
type keysDialog struct {
	app.Compo

	Room   *Room
	Scheme *annotations.Scheme
	Keys   *keyboard.Table
	Layout keyboard.Layout
	Asking string
	Told   string
}

// Render draws the dialog.
func (d *keysDialog) Render() app.UI {
	var commands []keyboard.Command
	for _, c := range d.Keys.Commands() {
		if !c.Fixed() {
			commands = append(commands, c)
		}
	}
	return app.Dialog().ID(keysID).Class("form", "keeping").Aria("label", "Keys").
		On("close", d.onClose).OnClick(d.onPress).OnKeyDown(d.onKeyDown).Body(
		app.Div().Class("heading").Body(
			app.H2().Text("Keys"),
			app.Button().Type("button").Class("icon", "close").Aria("label", "Close").OnClick(d.onPressClose),
		),
		app.Label().Class("field").Body(
			app.Span().Text("Keys pressed without Ctrl or ⌘ work"),
			kit.Untranslated(app.Select()).ID(singleID).OnChange(d.onSingle).Body(app.Range(singles).Slice(func(i int) app.UI {
				return app.Option().Value(string(singles[i].value)).Text(singles[i].name).Selected(singles[i].value == d.Keys.Settings().Single)
			})),
		),
		app.P().Class("hint").Text("A label’s own key goes before any other. Arrows, Enter and Esc stay as they are."),
		app.P().Class("unseen").Attr("role", "status").Text(d.Told),
		app.Ul().Class("key-rows").Aria("label", "Commands and their keys").Body(
			app.Range(commands).Slice(func(i int) app.UI { return d.renderRow(commands[i]) }),
		),
		kit.QuietButton("All keys as they were", d.onResetAll).Hidden(len(d.Keys.Settings().Keys) == 0),
	)
}

// renderRow draws a command with its keys, and what is wrong with them.
func (d *keysDialog) renderRow(c keyboard.Command) app.UI {
	keys := "No key"
	if len(c.Keys) > 0 {
		keys = d.Layout.ShowAll(c.Keys)
	}
	wrong := collisionWords(d.Keys, d.Layout, d.Scheme, c.ID)
	asking := d.Asking == c.ID
	if asking {
		keys = "Press a key…"
	}
	return app.Li().DataSet("command", c.ID).Body(
		app.Span().Class("does").Text(c.Does),
		keyButton("ask", "quiet", keys, c.Does+": "+keys).ID(keyButtonID(c.ID)).Aria("describedby", "wrong-"+c.ID),
		keyButton("none", "link", "No key", "No key: "+c.Does).Hidden(!asking || len(c.Keys) == 0),
		keyButton("reset", "link", "Default", "Default key: "+c.Does).Hidden(!d.Keys.Changed(c.ID)),
		app.P().ID("wrong-"+c.ID).Class("told").DataSet("wrong", true).Hidden(wrong == "").Text(wrong),
	)
}

// keyButton is a button of a row, which says to a screen reader whose key it is about.
func keyButton(do, class, text, name string) app.HTMLButton {
	return app.Button().Type("button").Class(class).DataSet("do", do).Aria("label", name).Text(text)
}

func keyButtonID(command string) string { return "key-" + command }

// collisionWords say why the keys of a command do something else, too.
func collisionWords(keys *keyboard.Table, layout keyboard.Layout, scheme *annotations.Scheme, command string) string {
	var words []string
	for _, c := range keys.Collisions(command, kit.KeysOfLabels(scheme)) {
		key, does := layout.Show(c.Key), keys.Command(c.Command).Does
		switch {
		case c.Label != "":
			words = append(words, key+" is the key of the label “"+kit.LabelName(scheme, c.Label)+"”, which goes first.")
		case c.Browser():
			words = append(words, "The browser uses "+key+" itself.")
		case c.First:
			words = append(words, key+" also stands for “"+does+"”, which goes first.")
		default:
			words = append(words, key+" also stands for “"+does+"”, which does not get it.")
		}
	}
	return strings.Join(words, " ")
}

func (d *keysDialog) onClose(app.Context, app.Event) { d.Room.keys.shown = false }

func (d *keysDialog) onPressClose(app.Context, app.Event) { browser.CloseModal(keysID) }

func (d *keysDialog) onSingle(app.Context, app.Event) {
	own := d.Keys.Settings()
	own.Single = keyboard.Single(browser.Field(singleID))
	d.Room.setKeys(own)
}

func (d *keysDialog) onResetAll(app.Context, app.Event) {
	d.Room.setKeys(keyboard.Settings{Single: d.Keys.Settings().Single})
	d.Room.desk.Later(func() { browser.Focus(singleID) })
}

// onPress asks for another key, lets go of the question, or does without a key or
// with the one that the program comes with.
func (d *keysDialog) onPress(ctx app.Context, e app.Event) {
	command := browser.Data(browser.Closest(e.Get("target"), "[data-command]"), "command")
	own, k := d.Keys.Settings(), &d.Room.keys
	switch browser.Data(browser.Closest(e.Get("target"), "[data-do]"), "do") {
	case "ask":
		if k.asking == command {
			command = ""
		}
		k.asking = command
	case "none":
		d.give(command, own.With(command))
	case "reset":
		d.give(command, own.Without(command))
	default:
		ctx.PreventUpdate()
	}
}

// onKeyDown takes the key that is pressed for the command that one is awaited for.
// Esc keeps the one that it has.
func (d *keysDialog) onKeyDown(ctx app.Context, e app.Event) {
	k, s := &d.Room.keys, kit.StrokeOf(e)
	if k.asking == "" || e.Get("target").Get("id").String() != keyButtonID(k.asking) {
		ctx.PreventUpdate()
		return
	}
	switch key := s.Settable(); {
	case s.Name == keyboard.Escape:
		k.asking = ""
	case key != "":
		d.give(k.asking, d.Keys.Settings().With(k.asking, key))
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
}

// give makes the settings with other keys for a command those that hold.
func (d *keysDialog) give(command string, own keyboard.Settings) {
	room := d.Room
	room.setKeys(own)
	c := room.desk.Keys.Command(command)
	room.keys.asking, room.keys.told = "", c.Does+": "+room.desk.Layout.ShowAll(c.Keys)
	room.desk.Later(func() { browser.Focus(keyButtonID(command)) })
}
