package ui

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// allCommands are all that keys ask for, in the order in which one needs them.
// Letters are few: a scheme may have many labels, whose keys go first.
func (p *Page) allCommands() []kit.Command {
	var all []kit.Command
	for _, r := range p.rooms {
		all = append(all, r.Commands...)
	}
	return append(all, p.ownCommands()...)
}

func (p *Page) ownCommands() []kit.Command {
	return []kit.Command{
		kit.Repeating(kit.NewCommand(kit.UndoCommand, "undo", keyboard.Anywhere, kit.Always(p.undo), "Ctrl+z")),
		kit.Repeating(kit.NewCommand(kit.RedoCommand, "redo", keyboard.Anywhere, kit.Always(p.redo), "Ctrl+y", "Ctrl+Shift+z")),
		kit.FixedCommand("cancel", "Esc", "let go", keyboard.Anywhere, kit.IfAny(p.cancel), "Escape"),
	}
}
