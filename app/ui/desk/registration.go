package desk

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/kit"
)

// Registration is what a part of the page brings: the page draws it, lists its
// commands, and tells it when the work has changed, without knowing what it is. Any
// of it may be left out.
type Registration struct {
	Commands []kit.Command
	// Written are the kinds of writing in its fields, by the first word of their keys.
	Written map[string]WrittenKind
	// Follow brings what it shows up to date with the work; it is not called while
	// the project has no article.
	Follow func()
	// Empty lets go of what was shown of the last article, which is gone.
	Empty func()
	// LetGo lets go, after a fault, of what was begun.
	LetGo func()
	// Dialogs are drawn over the page, each hidden until it is opened.
	Dialogs []func() app.UI
	// View is what it shows in the middle of the page, if that is its own.
	View *View
}

// View is what can stand in the middle of the page.
type View struct {
	ID     string
	Name   string // as people read it
	Render func() app.UI
}
