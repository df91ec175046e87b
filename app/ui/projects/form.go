package projects

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// projectForm asks for a project's name and, of a new one, what it begins with.
type projectForm struct {
	app.Compo

	Room    *Room
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
		kit.Field("Name", kit.Input(projectNameID, f.About.Title).Dir("auto").MaxLength(longestProjectName).Required(true)),
		app.If(isNew, renderBeginnings),
		app.Div().Class("own").Body(
			app.Button().Type("submit").Class("primary").Text(button),
			kit.QuietButton("Cancel", f.onCancel),
			kit.QuietButton("Open a project file…", f.onFile).Hidden(!isNew),
			kit.QuietButton("Open it repaired", f.onMend).Hidden(!f.Mending),
		),
		app.Input().ID(projectInput).Type("file").Class("unseen").TabIndex(-1).Accept(formats.All.Accept()).
			Aria("label", "Project file to open as a new project").OnChange(f.onFileChosen),
	)
}

func (f *projectForm) key() string { return desk.KeyFor(desk.ProjectWriting, f.About.ID) }

// renderBeginnings offers what a new project may begin with.
func renderBeginnings() app.UI {
	articles, _ := desk.Bundled() // without them the page would not have opened
	return app.Div().Body(
		app.Div().Class("choices").Attr("role", "radiogroup").Aria("label", "Articles").Body(
			kit.Choice("radio", "", "Begin with "+kit.Count(len(articles), "practice article"), true),
			kit.Choice("radio", noArticlesID, "Begin empty: I bring my own", false),
		),
		kit.Choice("checkbox", takeSchemeID, "Take over the labels of this project", false),
	)
}

func (f *projectForm) onCancel(app.Context, app.Event) { f.Room.backToProjects() }

func (f *projectForm) onSubmit(_ app.Context, e app.Event) {
	e.PreventDefault()
	name := cleanName(browser.Field(projectNameID))
	f.Room.desk.Writing.End(f.key())
	switch {
	case name == "":
		f.Room.projects.dialog.trouble = "A project needs a name."
	case f.Part == namePart:
		f.Room.renameProject(f.About.ID, name)
	default:
		f.Room.createProject(name)
	}
}
