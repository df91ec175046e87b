package keys

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// Table is the list of keys. Its rows are made when it is unfolded for the
// first time: most people know them, and the first screen need not wait.
type Table struct {
	app.Compo

	Room   *Room
	Scheme *annotations.Scheme
	Keys   *keyboard.Table
	Layout keyboard.Layout

	unfolded bool
}

// Render draws the list, folded.
func (k *Table) Render() app.UI {
	return app.Details().Class("keys").On("toggle", k.onToggle).Body(
		app.Summary().Text("Keys"),
		app.If(k.unfolded, k.renderKeys),
	)
}

func (k *Table) onToggle(app.Context, app.Event) {
	if !k.unfolded {
		k.unfolded = true
		k.Room.learnLayout()
	}
}

func (k *Table) renderKeys() app.UI {
	rows := helpRows(k.Keys, k.Layout, k.Scheme)
	return app.Div().Body(
		app.Dl().Body(app.Range(rows).Slice(func(i int) app.UI {
			return app.Div().Body(app.Dt().Text(rows[i].keys), app.Dd().Text(rows[i].does))
		})),
		kit.QuietButton("Change keys…", k.onChange),
	)
}

func (k *Table) onChange(app.Context, app.Event) { k.Room.openKeysDialog() }

// helpRow is a row of the help.
type helpRow struct{ keys, does string }

// helpRows are what every key does, as it is typed on the keyboard at hand. A
// command whose keys are off or taken away has no row.
func helpRows(keys *keyboard.Table, layout keyboard.Layout, scheme *annotations.Scheme) []helpRow {
	var rows []helpRow
	for _, c := range keys.Commands() {
		shown := c.Shown
		switch {
		case shown == kit.LabelKeyShown:
			shown = labelKeysShown(keys, layout, scheme)
		case shown == "":
			shown = layout.ShowAll(keys.ActiveKeys(c.ID))
		}
		if shown != "" {
			rows = append(rows, helpRow{shown, c.Does})
		}
	}
	return rows
}

// labelKeysShown says what the labels' keys are where the keyboard shows others:
// on a French one the key of 1 shows &.
func labelKeysShown(keys *keyboard.Table, layout keyboard.Layout, scheme *annotations.Scheme) string {
	var elsewhere []string
	for _, l := range scheme.Labels {
		if keys.Active(l.Key) == "" {
			continue
		}
		if shown := layout.Elsewhere(l.Key); shown != "" {
			elsewhere = append(elsewhere, shown+" for "+l.Key)
		}
	}
	switch {
	case keys.Active("1") == "":
		return ""
	case len(elsewhere) == 0:
		return kit.LabelKeyShown
	}
	return kit.LabelKeyShown + ": " + strings.Join(elsewhere, ", ")
}
