package projects

import "spanwise/app/ui/desk"

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.ProjectWriting: {Form: true, Open: room.openProjectName,
			Says: "You were typing this as the name of a project:"},
	}
}

// openProjectName opens the form for a project's name.
func (room *Room) openProjectName(of []string) {
	part := newPart
	if of[0] != "" {
		part = namePart
	}
	room.openProjects(func() { room.turnTo(part, of[0], projectNameID) })
}
