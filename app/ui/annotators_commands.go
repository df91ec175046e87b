package ui

import "spanwise/app/ui/keyboard"

// commands are those of annotators.
func (room *annotatorsRoom) commands() []command {
	return []command{
		set("compare", "show the next annotator’s spans beside yours", keyboard.Anywhere, ifAny(room.compareNext), "c"),
	}
}
