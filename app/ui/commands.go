package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
)

// The IDs of commands that the page speaks of elsewhere, too.
const (
	undoCommand       = "undo"
	redoCommand       = "redo"
	allCommand        = "all"
	guidelinesCommand = "guidelines"
	findCommand       = "find"
	attributesCommand = "attributes"
	entryCommand      = "entry"
	dateCommand       = "date"
	toDoCommand       = "to-do"
	addCommand        = "add"
	cutCommand        = "cut"
	splitCommand      = "split"
	relateCommand     = "relate"
	doneCommand       = "done"
)

// pageCommand is a command and what the page does for it, which gives whether
// there was anything to do. Where it does nothing, the keys are those of a list or a
// handle, and the help tells of them.
type pageCommand struct {
	keyboard.Command
	do action
}

type action func(*Page, app.Context, keyboard.Stroke) bool

// labelKeyShown stands in the help for the keys of the labels.
const labelKeyShown = "A label’s key"

// pageCommands is all that keys ask for, in the order in which one needs them.
// Letters are few: a scheme may have many labels, whose keys go first.
var pageCommands = []pageCommand{
	moving("word", "← →", "in the text: the word before or after", (*Page).moveByWord,
		"ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight"),
	moving("line", "↑ ↓", "in the text: the line above or below", (*Page).moveByLine,
		"ArrowUp", "ArrowDown", "Shift+ArrowUp", "Shift+ArrowDown"),
	told("Shift + arrow", "more or less of the text"),
	moving("character", "Alt + Shift + ← →", "one character more or less", (*Page).moveByCharacter,
		"Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"),
	set(allCommand, "in the text: select all of it", keyboard.InText, always((*Page).selectAll), "Ctrl+a"),
	told("↑ ↓ Home End", "in a list: another row"),
	told(labelKeyShown, "mark with it, or relabel the chosen span"),
	set(findCommand, "find a label by its name", keyboard.Anywhere, always((*Page).findLabel), "."),
	set(guidelinesCommand, "guidelines: what each label means", keyboard.Anywhere, always((*Page).showGuidelines), "?"),
	set(attributesCommand, "what else can be said of the span, and back with Esc", keyboard.ToSpan, here((*Page).goToAttributes), "a"),
	set(entryCommand, "which entry of the register the span mentions", keyboard.ToSpan, here((*Page).goToEntry), "e"),
	set(dateCommand, "take the span’s own words as its date", keyboard.ToSpan, ifAny((*Page).takeDate), "d"),
	set(toDoCommand, "the next span that lacks something", keyboard.Anywhere, here((*Page).nextToDo), "n"),
	fixed("choose", "Enter", "in the text: choose the span at the word", keyboard.InText, here((*Page).chooseAtPick), "Enter"),
	set(addCommand, "add the selection to the chosen span, or to the last one; with several chosen, merge them", keyboard.ToSpan, ifAny((*Page).addOrMerge), "+"),
	set(cutCommand, "cut the selection out of its span", keyboard.ToSpan, ifAny((*Page).cutPicked), "-"),
	set(splitCommand, "split the span at the selection", keyboard.ToSpan, ifAny((*Page).splitAtPick), "/"),
	set("start", "take hold of the chosen span’s start", keyboard.ToSpan, ifAny((*Page).takeStart), "["),
	set("end", "take hold of the chosen span’s end", keyboard.ToSpan, ifAny((*Page).takeEnd), "]"),
	told("← →", "holding an end: a word less or more"),
	told("Shift + ← →", "holding an end: a character"),
	told("Space, Shift + ↑ ↓", "in the list: choose several spans"),
	set(relateCommand, "relate the chosen span to another", keyboard.ToSpan, ifAny((*Page).relate), "r", ">"),
	set("delete", "delete what is chosen", keyboard.ToSpan, here((*Page).deleteChosen), "Delete", "Backspace"),
	set(doneCommand, "call the article done, or open it again", keyboard.Anywhere, always((*Page).turnDone), "f"),
	set("tags", "the article’s tags", keyboard.Anywhere, ifAny((*Page).unfoldTags), "t"),
	set("compare", "show the next annotator’s spans beside yours", keyboard.Anywhere, ifAny((*Page).compareNext), "c"),
	repeating(set(undoCommand, "undo", keyboard.Anywhere, stepping((*Page).undo), "Ctrl+z")),
	repeating(set(redoCommand, "redo", keyboard.Anywhere, stepping((*Page).redo), "Ctrl+y", "Ctrl+Shift+z")),
	fixed("cancel", "Esc", "let go", keyboard.Anywhere, here((*Page).cancel), "Escape"),
}

// set is a command whose keys a person can change.
func set(id, does string, scope keyboard.Scope, do action, keys ...string) pageCommand {
	return pageCommand{keyboard.Command{ID: id, Does: does, Scope: scope, Keys: keys}, do}
}

// fixed is one whose keys are the same in every program.
func fixed(id, shown, does string, scope keyboard.Scope, do action, keys ...string) pageCommand {
	c := set(id, does, scope, do, keys...)
	c.Shown = shown
	return c
}

// moving is one that goes on in the text while its key is held down.
func moving(id, shown, does string, do action, keys ...string) pageCommand {
	return repeating(fixed(id, shown, does, keyboard.InText, do, keys...))
}

func repeating(c pageCommand) pageCommand {
	c.Repeats = true
	return c
}

// told is a row of the help alone.
func told(shown, does string) pageCommand {
	return pageCommand{keyboard.Command{Shown: shown, Does: does}, nil}
}

func always(do func(*Page)) action {
	return func(p *Page, _ app.Context, _ keyboard.Stroke) bool { do(p); return true }
}

func stepping(do func(*Page, app.Context)) action {
	return func(p *Page, ctx app.Context, _ keyboard.Stroke) bool { do(p, ctx); return true }
}

func ifAny(do func(*Page) bool) action {
	return func(p *Page, _ app.Context, _ keyboard.Stroke) bool { return do(p) }
}

func here(do func(*Page, app.Context) bool) action {
	return func(p *Page, ctx app.Context, _ keyboard.Stroke) bool { return do(p, ctx) }
}

// commandTable are the commands, with the keys that a person has given them.
func commandTable(own keyboard.Settings) *keyboard.Table {
	commands := make([]keyboard.Command, len(pageCommands))
	for i, c := range pageCommands {
		commands[i] = c.Command
	}
	return keyboard.NewTable(commands, own)
}
