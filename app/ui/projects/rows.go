package projects

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// renderRows draws the list of projects, the one that was used last first.
func (d *projectsDialog) renderRows() app.UI {
	if d.Told.Alone {
		return app.P().Text("This browser keeps nothing, so there is only the project on this page.")
	}
	return app.Div().Body(
		app.Ul().Class("project-rows").Aria("label", "Projects").OnClick(d.onAction).OnKeyDown(d.onKeyDown).Body(
			app.Range(d.Told.Rows).Slice(func(i int) app.UI { return renderProjectRow(d.Told.Rows[i]) }),
		),
		app.Div().Class("own").Body(
			app.Button().ID(newProjectID).Type("button").Class("primary").Text("New project").OnClick(d.onNew),
		),
	)
}

// renderProjectRow draws one project with what can be done to it. A deleted one
// can only be had back.
func renderProjectRow(row projectRow) app.UI {
	item := app.Li().Class("project").DataSet("project", row.ID)
	if row.Deleted {
		return item.Body(renderProjectText(row), app.Div().Class("actions").Body(
			projectAction(row, "restore", "Bring back", "Bring back "+row.Title)))
	}
	openButton := app.Button().Type("button").Class("opener").ID(projectActionID+"open-"+row.ID).DataSet("do", "open").
		Body(renderProjectText(row))
	if row.Open {
		openButton = openButton.Aria("current", "true").AutoFocus(true)
	}
	return item.Body(openButton, app.Div().Class("actions").Body(
		projectAction(row, string(namePart), "Rename", "Rename "+row.Title),
		projectAction(row, "duplicate", "Duplicate", "Duplicate "+row.Title),
		projectAction(row, string(deletePart), "Delete", "Delete "+row.Title).Aria("disabled", row.Open),
	))
}

func renderProjectText(row projectRow) app.UI {
	return app.Span().Class("named").Body(
		kit.AsWritten(app.Span()).Class("title").Text(kit.Spelt(row.Title)),
		app.Span().Class("source").Text(row.Words),
	)
}

func projectAction(row projectRow, do, text, name string) app.HTMLButton {
	return app.Button().Type("button").Class("quiet").ID(projectActionID+do+"-"+row.ID).
		DataSet("do", do).Aria("label", name).Text(text)
}

// onAction does what a button of a row is for.
func (d *projectsDialog) onAction(ctx app.Context, e app.Event) {
	target := e.Get("target")
	id := browser.Data(browser.Closest(target, "[data-project]"), "project")
	switch do := browser.Data(browser.Closest(target, "[data-do]"), "do"); do {
	case "open":
		d.Room.switchTo(id)
	case "duplicate":
		d.Room.duplicateProject(id)
	case "restore":
		d.Room.restoreProject(id)
	case string(namePart):
		d.Room.turnTo(namePart, id, projectNameID)
	case string(deletePart):
		d.Room.askDelete(id)
	default:
		ctx.PreventUpdate()
	}
}

// onKeyDown walks through the projects.
func (d *projectsDialog) onKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	id := browser.Data(browser.Closest(e.Get("target"), "[data-project]"), "project")
	at := slices.IndexFunc(d.Told.Rows, func(r projectRow) bool { return r.ID == id })
	to, ok := kit.RowAfter(kit.StrokeOf(e).Name, at, len(d.Told.Rows))
	if at < 0 || !ok {
		return
	}
	e.PreventDefault()
	do := "open-"
	if d.Told.Rows[to].Deleted {
		do = "restore-"
	}
	browser.Focus(projectActionID + do + d.Told.Rows[to].ID)
	browser.ScrollInto(projectsID, "[data-project=\""+d.Told.Rows[to].ID+"\"]")
}

func (d *projectsDialog) onNew(app.Context, app.Event) { d.Room.turnTo(newPart, "", projectNameID) }
