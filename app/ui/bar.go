package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/formats"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keeping"
	"spanwise/app/ui/kit"
)

// renderBar draws the row of tools at the top.
func (p *Page) renderBar() app.UI {
	return app.Header().Class("bar").Body(
		p.renderToggle(desk.ArticlesPanel, "Show the articles", "menu"),
		app.Strong().Class("brand").Text("Spanwise"),
		p.projects.RenderButton("beside"),
		&workTools{Page: p, CanUndo: p.desk.Session.CanUndo() && !p.desk.Locked(), CanRedo: p.desk.Session.CanRedo() && !p.desk.Locked()},
		&fileTools{Page: p, Due: p.keeping.Advice() != keeping.Advice{}},
		p.keeping.RenderSaving(),
		p.renderToggle(desk.SpansPanel, "Show the spans", "list"),
		&fileInput{Page: p, ID: kit.OpenInput, Name: "Text files to open", Accept: ".txt,.md,text/plain,text/markdown", Several: true},
		&fileInput{Page: p, ID: kit.ImportInput, Name: "Spanwise file to import", Accept: formats.All.Accept(), Several: true},
	)
}

// workTools goes back and forth in what was done.
type workTools struct {
	app.Compo

	Page             *Page
	CanUndo, CanRedo bool
}

// Render draws the two buttons.
func (t *workTools) Render() app.UI {
	return app.Div().Class("actions").Attr("role", "group").Aria("label", "Work").Body(
		kit.ToolButton("Undo", "undo", t.Page.onUndo).Aria("disabled", !t.CanUndo).Title("Undo (Ctrl+Z)"),
		kit.ToolButton("Redo", "redo", t.Page.onRedo).Aria("disabled", !t.CanRedo).Title("Redo (Ctrl+Y)"),
	)
}

// fileTools brings texts and work in, and work out. Due says that the keeping of
// the work needs a look.
type fileTools struct {
	app.Compo

	Page *Page
	Due  bool
}

// Render draws the buttons.
func (t *fileTools) Render() app.UI {
	return app.Div().Class("actions").Attr("role", "group").Aria("label", "Files").Body(
		kit.ToolButton("Open", "open", t.Page.bringing.OnOpen).Title("Open text files as articles"),
		kit.ToolButton("Paste", "paste", t.Page.bringing.OnPaste).Title("Paste a text as an article"),
		kit.ToolButton("Import", "import", t.Page.bringing.OnImport).Title("Import Spanwise files"),
		kit.ToolButton("Export", "export", t.Page.keeping.OnExport).Title("Export everything as one JSON file"),
		kit.ToolButton("Backups", "backups", t.Page.keeping.OnKeeping).DataSet("due", t.Due).Title(keepingTitle(t.Due)),
	)
}

func keepingTitle(due bool) string {
	if due {
		return "How safe your work is: there is something to do"
	}
	return "How safe your work is"
}

func (p *Page) renderToggle(panel desk.SidePanel, name, icon string) app.UI {
	return &panelToggle{Page: p, Panel: panel, Name: name, Icon: icon, Open: p.desk.Panel == panel}
}

// panelToggle shows a side panel over the text of a narrow window.
type panelToggle struct {
	app.Compo

	Page       *Page
	Panel      desk.SidePanel
	Name, Icon string
	Open       bool
}

// Render draws the button.
func (t *panelToggle) Render() app.UI {
	return app.Button().Type("button").Class("icon", "toggle", t.Icon).
		Aria("label", t.Name).Aria("expanded", t.Open).
		DataSet("panel", string(t.Panel)).OnClick(t.onToggle)
}

func (t *panelToggle) onToggle(app.Context, app.Event) {
	if t.Page.desk.Panel == t.Panel {
		t.Page.desk.Panel = desk.NoPanel
		return
	}
	t.Page.desk.Panel = t.Panel
	t.Page.articles.Reveal()
}

// fileInput is a hidden input through which files come in.
type fileInput struct {
	app.Compo

	Page             *Page
	ID, Name, Accept string
	Several          bool
}

// Render draws the input.
func (f *fileInput) Render() app.UI {
	return app.Input().ID(f.ID).Type("file").Class("unseen").TabIndex(-1).
		Accept(f.Accept).Aria("label", f.Name).Multiple(f.Several).OnChange(f.Page.bringing.OnFilesChosen)
}

func (p *Page) onUndo(ctx app.Context, e app.Event) { p.undo() }
func (p *Page) onRedo(ctx app.Context, e app.Event) { p.redo() }
