package ui

import (
	"slices"

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

// command is a command and what is done for it, which gives whether there was
// anything to do. Where nothing is, the keys are those of a list or a handle, and the
// help tells of them.
type command struct {
	keyboard.Command
	do action
}

type action func(app.Context, keyboard.Stroke) bool

// labelKeyShown stands in the help for the keys of the labels.
const labelKeyShown = "A label’s key"

// allCommands are all that keys ask for, in the order in which one needs them.
// Letters are few: a scheme may have many labels, whose keys go first.
func (p *Page) allCommands() []command {
	return slices.Concat(
		p.text.movingCommands(),
		p.labels.commands(),
		p.spans.commands(),
		p.text.spanCommands(),
		p.relations.commands(),
		p.about.commands(),
		p.annotators.commands(),
		p.ownCommands(),
	)
}

func (p *Page) ownCommands() []command {
	return []command{
		repeating(set(undoCommand, "undo", keyboard.Anywhere, always(p.undo), "Ctrl+z")),
		repeating(set(redoCommand, "redo", keyboard.Anywhere, always(p.redo), "Ctrl+y", "Ctrl+Shift+z")),
		fixed("cancel", "Esc", "let go", keyboard.Anywhere, ifAny(p.cancel), "Escape"),
	}
}

// set is a command whose keys a person can change.
func set(id, does string, scope keyboard.Scope, do action, keys ...string) command {
	return command{keyboard.Command{ID: id, Does: does, Scope: scope, Keys: keys}, do}
}

// fixed is one whose keys are the same in every program.
func fixed(id, shown, does string, scope keyboard.Scope, do action, keys ...string) command {
	c := set(id, does, scope, do, keys...)
	c.Shown = shown
	return c
}

// moving is one that goes on in the text while its key is held down.
func moving(id, shown, does string, do action, keys ...string) command {
	return repeating(fixed(id, shown, does, keyboard.InText, do, keys...))
}

func repeating(c command) command {
	c.Repeats = true
	return c
}

// told is a row of the help alone.
func told(shown, does string) command {
	return command{keyboard.Command{Shown: shown, Does: does}, nil}
}

func always(do func()) action {
	return func(app.Context, keyboard.Stroke) bool { do(); return true }
}

func ifAny(do func() bool) action {
	return func(app.Context, keyboard.Stroke) bool { return do() }
}

// commandTable are commands with the keys that a person has given them.
func commandTable(of []command, own keyboard.Settings) *keyboard.Table {
	commands := make([]keyboard.Command, len(of))
	for i, c := range of {
		commands[i] = c.Command
	}
	return keyboard.NewTable(commands, own)
}
