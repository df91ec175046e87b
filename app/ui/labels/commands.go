package labels

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// commands are those of labels.
func (room *Room) commands() []kit.Command {
	return []kit.Command{
		kit.HelpRow(kit.LabelKeyShown, "mark with it, or relabel the chosen span"),
		kit.NewCommand(kit.FindCommand, "find a label by its name", keyboard.Anywhere, kit.Always(room.FindLabel), "."),
		kit.NewCommand(kit.GuidelinesCommand, "guidelines: what each label means", keyboard.Anywhere, kit.Always(room.showGuidelines), "?"),
	}
}
