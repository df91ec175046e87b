package kit

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/keyboard"
)

// LabelButton is one label as a button: its underline, its name, its key. It
// is pressed in while its label is held as a pen or is the chosen span's.
func LabelButton(index int, label annotations.Label, keys *keyboard.Table, pen, chosen string) app.HTMLButton {
	key := keys.Active(label.Key)
	button := app.Button().Type("button").
		Class("label", LabelClass(index)).
		DataSet("label", label.ID).
		Aria("pressed", pen == label.ID || chosen == label.ID).
		Aria("keyshortcuts", key)
	return button.Body(
		app.Span().Class("swatch"),
		Untranslated(app.Span()).Class("name").Text(Spelt(label.Name)),
		app.If(key != "", func() app.UI {
			return app.Kbd().Aria("hidden", true).Text(key)
		}),
	)
}

// HoldSelection keeps a press on a control from taking the selection away.
func HoldSelection(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	e.PreventDefault()
}
