package projects

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/kit"
)

// RenderButton draws the open project's name, which opens the dialog. A
// narrow window shows the one above the text, where there is room for it.
func (room *Room) RenderButton(class string) app.UI {
	title := kit.ProjectTitle(room.desk.Seat())
	return &projectButton{Room: room, Class: class, Title: title}
}

// projectButton is that button.
type projectButton struct {
	app.Compo

	Room         *Room
	Class, Title string
}

// Render draws the button.
func (b *projectButton) Render() app.UI {
	return app.Button().Type("button").Class("project-button", b.Class).Aria("label", "Project: "+b.Title).
		Title("Projects on this machine").OnClick(b.Room.OnProjects).Body(
		kit.AsWritten(app.Span()).Class("title").Text(kit.Spelt(b.Title)),
	)
}
