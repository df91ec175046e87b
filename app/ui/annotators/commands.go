package annotators

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// commands are those of annotators.
func (room *Room) commands() []kit.Command {
	return []kit.Command{
		kit.NewCommand("compare", "show the next annotator’s spans beside yours", keyboard.Anywhere, kit.IfAny(room.compareNext), "c"),
	}
}
