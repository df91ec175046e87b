package relations

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// Commands are those of relations.
func (room *Room) Commands() []kit.Command {
	return []kit.Command{
		kit.NewCommand(kit.RelateCommand, "relate the chosen span to another", keyboard.ToSpan, kit.IfAny(room.relate), "r", ">"),
	}
}
