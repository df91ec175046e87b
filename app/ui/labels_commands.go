package ui

import "spanwise/app/ui/keyboard"

// commands are those of labels.
func (room *labelsRoom) commands() []command {
	return []command{
		told(labelKeyShown, "mark with it, or relabel the chosen span"),
		set(findCommand, "find a label by its name", keyboard.Anywhere, always(room.findLabel), "."),
		set(guidelinesCommand, "guidelines: what each label means", keyboard.Anywhere, always(room.showGuidelines), "?"),
	}
}
