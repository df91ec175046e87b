package ui

import "spanwise/app/ui/keyboard"

// commands are those of relations.
func (room *relationsRoom) commands() []command {
	return []command{
		set(relateCommand, "relate the chosen span to another", keyboard.ToSpan, ifAny(room.relate), "r", ">"),
	}
}
