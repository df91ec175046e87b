package annotators

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// Commands are those of annotators.
func (room *Room) Commands() []kit.Command {
	return []kit.Command{
		kit.NewCommand("compare", "show the next annotator’s spans beside yours", keyboard.Anywhere, kit.IfAny(room.compareNext), "c"),
	}
}
