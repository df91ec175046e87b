package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// projectForm asks for a project's name and, of a new one, what it begins with.
type projectForm struct {
	app.Compo

	Room    *projectsRoom
	Serial  int
	Part    projectsPart
	About   projectRow
	Mending bool
}

// CompoID tells the engine when a form is another one, so that none takes over
// what was typed into another.
func (f *projectForm) CompoID() string { return strconv.Itoa(f.Serial) }

// Render draws the form.
func (f *projectForm) Render() app.UI {
	isNew := f.Part == newPart
	button := "Rename"
	if isNew {
		button = "Create"
	}
	return app.Form().DataSet("writing", f.key()).OnSubmit(f.onSubmit).Body(
		field("Name", input(projectNameID, f.About.Title).Dir("auto").MaxLength(longestProjectName).Required(true)),
		app.If(isNew, renderBeginnings),
		app.Div().Class("own").Body(
			app.Button().Type("submit").Class("primary").Text(button),
			quiet("Cancel", f.onCancel),
			quiet("Open a project file…", f.onFile).Hidden(!isNew),
			quiet("Open it repaired", f.onMend).Hidden(!f.Mending),
		),
		app.Input().ID(projectInput).Type("file").Class("unseen").TabIndex(-1).Accept(".json,application/json").
			Aria("label", "Project file to open as a new project").OnChange(f.onFileChosen),
	)
}

func (f *projectForm) key() string { return keyFor(projectWriting, f.About.ID) }

// renderBeginnings offers what a new project may begin with.
func renderBeginnings() app.UI {
	articles, _ := bundled() // without them the page would not have opened
	return app.Div().Body(
		app.Div().Class("choices").Attr("role", "radiogroup").Aria("label", "Articles").Body(
			choice("radio", "", "Begin with "+count(len(articles), "practice article"), true),
			choice("radio", noArticlesID, "Begin empty: I bring my own", false),
		),
		choice("checkbox", takeSchemeID, "Take over the labels of this project", false),
	)
}

// choice is a radio button or a check box with its words.
func choice(kind, id, words string, checked bool) app.UI {
	box := app.Input().Type(kind).Name("choice-" + kind).Checked(checked)
	if id != "" {
		box = box.ID(id)
	}
	return app.Label().Class("choice").Body(box, app.Span().Text(words))
}

func (f *projectForm) onCancel(app.Context, app.Event) { f.Room.backToProjects() }

func (f *projectForm) onSubmit(_ app.Context, e app.Event) {
	e.PreventDefault()
	name := cleanName(browser.Field(projectNameID))
	f.Room.page.writing.endWriting(f.key())
	switch {
	case name == "":
		f.Room.projects.dialog.trouble = "A project needs a name."
	case f.Part == namePart:
		f.Room.renameProject(f.About.ID, name)
	default:
		f.Room.createProject(name)
	}
}
