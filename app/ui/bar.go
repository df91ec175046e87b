package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// barHeight is how much of the top of the text the bar may cover, in CSS
// pixels; web/styles.css draws it so.
const barHeight = 56

// The ids of the hidden inputs through which files come in.
const (
	openInput   = "open-files"
	importInput = "import-file"
)

func (p *Page) renderBar() app.UI {
	return app.Header().Class("bar").Body(
		p.renderToggle(articlesPanel, "Show the articles", "menu"),
		app.Strong().Class("brand").Text("Spanwise"),
		app.Div().Class("actions").Attr("role", "group").Aria("label", "Work").Body(
			tool("Undo", "undo", p.onUndo).Aria("disabled", !p.session.CanUndo() || p.reading).Title("Undo (Ctrl+Z)"),
			tool("Redo", "redo", p.onRedo).Aria("disabled", !p.session.CanRedo() || p.reading).Title("Redo (Ctrl+Y)"),
		),
		app.Div().Class("actions").Attr("role", "group").Aria("label", "Files").Body(
			tool("Open", "open", p.onOpen).Title("Open text files as articles"),
			tool("Paste", "paste", p.onPaste).Title("Paste a text as an article"),
			tool("Import", "import", p.onImport).Title("Import a Spanwise file"),
			tool("Export", "export", p.onExport).Title("Export everything as one JSON file"),
		),
		p.renderSaving(),
		p.renderToggle(spansPanel, "Show the spans", "list"),
		fileInput(openInput, "Text files to open", ".txt,.md,text/plain,text/markdown", p.onFilesChosen).Multiple(true),
		fileInput(importInput, "Spanwise file to import", ".json,application/json", p.onFilesChosen),
	)
}

// tool is a button of the bar: an icon, and the name where there is room. One
// that has nothing to do is said to be disabled and not made so, or it would
// drop the keyboard's focus when it has done its last.
func tool(name, icon string, onClick app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").Class("tool", "icon", icon).Aria("label", name).
		OnClick(onClick).Body(app.Span().Class("name").Text(name))
}

func (p *Page) renderToggle(panel sidePanel, name, icon string) app.UI {
	return app.Button().Type("button").Class("icon", "toggle", icon).
		Aria("label", name).Aria("expanded", p.panel == panel).
		DataSet("panel", string(panel)).OnClick(p.onToggle, app.EventScope(string(panel)))
}

func (p *Page) onToggle(ctx app.Context, e app.Event) {
	panel := sidePanel(browser.Data(ctx.JSSrc(), "panel"))
	if p.panel == panel {
		panel = noPanel
	}
	p.panel = panel
	p.later(showInList)
}

func fileInput(id, name, accept string, onChange app.EventHandler) app.HTMLInput {
	return app.Input().ID(id).Type("file").Class("unseen").TabIndex(-1).
		Accept(accept).Aria("label", name).OnChange(onChange)
}

func (p *Page) onUndo(ctx app.Context, e app.Event) { p.undo(ctx) }
func (p *Page) onRedo(ctx app.Context, e app.Event) { p.redo(ctx) }
