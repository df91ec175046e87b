package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// keyHelp is what every key does, in the order in which one needs them.
var keyHelp = []struct{ Keys, Does string }{
	{"← →", "in the text: the word before or after"},
	{"↑ ↓", "in the text: the line above or below"},
	{"Shift + arrow", "more or less of the text"},
	{"Alt + Shift + ← →", "one character more or less"},
	{"Ctrl + A", "in the text: all of it"},
	{"↑ ↓ Home End", "in a list: another row"},
	{"A label's key", "mark with it, or relabel the chosen span"},
	{".", "find a label by its name"},
	{"?", "guidelines: what each label means"},
	{"A", "what else can be said of the span, and back with Esc"},
	{"E", "which entry of the register the span mentions"},
	{"D", "take the span's own words as its date"},
	{"N", "the next span that lacks something"},
	{"Enter", "in the text: choose the span at the word"},
	{"+", "add the selection to the chosen span, or to the last one"},
	{"-", "cut the selection out of its span"},
	{"/", "split the span at the selection"},
	{"[ ]", "take hold of the chosen span’s start or end"},
	{"← →", "holding an end: a word less or more"},
	{"Shift + ← →", "holding an end: a character"},
	{"Space, Shift + ↑ ↓", "in the list: choose several spans"},
	{"+", "with several chosen: merge them"},
	{relateKey + " or " + otherRelateKey, "relate the chosen span to another"},
	{"Delete", "delete what is chosen"},
	{doneKey, "call the article done, or open it again"},
	{tagsKey, "the article’s tags"},
	{compareKey, "show the next annotator’s spans beside yours"},
	{"Ctrl + Z, Ctrl + Y", "undo, redo"},
	{"Esc", "let go"},
}

// keyTable is the list of keys, which never changes. Its rows are made when it
// is unfolded for the first time: most people know them, and the first screen
// need not wait.
type keyTable struct {
	app.Compo

	unfolded bool
}

// Render draws the list, folded.
func (k *keyTable) Render() app.UI {
	return app.Details().Class("keys").On("toggle", k.onToggle).Body(
		app.Summary().Text("Keys"),
		app.If(k.unfolded, renderKeys),
	)
}

func (k *keyTable) onToggle(app.Context, app.Event) { k.unfolded = true }

func renderKeys() app.UI {
	return app.Dl().Body(
		app.Range(keyHelp).Slice(func(i int) app.UI {
			return app.Div().Body(
				app.Dt().Text(keyHelp[i].Keys),
				app.Dd().Text(keyHelp[i].Does),
			)
		}),
	)
}
