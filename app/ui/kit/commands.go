package kit

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
)

// Command is a command and what is done for it, which gives whether there was
// anything to do. Where nothing is, the keys are those of a list or a handle, and the
// help tells of them.
type Command struct {
	keyboard.Command
	Do action
}

type action func(app.Context, keyboard.Stroke) bool

// NewCommand is a command whose keys a person can change.
func NewCommand(id, does string, scope keyboard.Scope, do action, keys ...string) Command {
	return Command{keyboard.Command{ID: id, Does: does, Scope: scope, Keys: keys}, do}
}

// FixedCommand is one whose keys are the same in every program.
func FixedCommand(id, shown, does string, scope keyboard.Scope, do action, keys ...string) Command {
	c := NewCommand(id, does, scope, do, keys...)
	c.Shown = shown
	return c
}

// MovingCommand is one that goes on in the text while its key is held down.
func MovingCommand(id, shown, does string, do action, keys ...string) Command {
	return Repeating(FixedCommand(id, shown, does, keyboard.InText, do, keys...))
}

// Repeating is a command that goes on while its key is held down.
func Repeating(c Command) Command {
	c.Repeats = true
	return c
}

// HelpRow is a row of the help alone.
func HelpRow(shown, does string) Command {
	return Command{keyboard.Command{Shown: shown, Does: does}, nil}
}

// Always is what a command does that always has something to do.
func Always(do func()) action {
	return func(app.Context, keyboard.Stroke) bool { do(); return true }
}

// IfAny is what one does that reports whether it had.
func IfAny(do func() bool) action {
	return func(app.Context, keyboard.Stroke) bool { return do() }
}

// CommandTable are commands with the keys that a person has given them.
func CommandTable(of []Command, own keyboard.Settings) *keyboard.Table {
	commands := make([]keyboard.Command, len(of))
	for i, c := range of {
		commands[i] = c.Command
	}
	return keyboard.NewTable(commands, own)
}

const (
	UndoCommand       = "undo"
	RedoCommand       = "redo"
	AllCommand        = "all"
	GuidelinesCommand = "guidelines"
	FindCommand       = "find"
	AttributesCommand = "attributes"
	EntryCommand      = "entry"
	DateCommand       = "date"
	ToDoCommand       = "to-do"
	AddCommand        = "add"
	CutCommand        = "cut"
	SplitCommand      = "split"
	RelateCommand     = "relate"
	DoneCommand       = "done"
)

// LabelKeyShown stands in the help for the keys of the labels.
const LabelKeyShown = "A label’s key"
