package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// emptied lets go of all that was shown of the last article.
func (p *Page) emptied() {
	p.desk.Selection.Clear()
	p.desk.ArticleID = ""
	for _, r := range p.rooms {
		if r.Empty != nil {
			r.Empty()
		}
	}
	p.keeping.ShowSaving()
	browser.SetTitle("Spanwise")
}

// unlessBare draws a part of the page that is about the open article.
func (p *Page) unlessBare(render func() app.UI) app.UI {
	if p.desk.Bare() {
		return app.Div().Hidden(true)
	}
	return render()
}

func (p *Page) bareClass() string {
	if p.desk.Bare() {
		return "bare"
	}
	return ""
}

// readingClass is that of the part in which a text is read, and where the mouse
// selects.
func (p *Page) readingClass() string {
	if p.desk.Bare() {
		return "empty"
	}
	return "reading"
}

// renderText draws the open article, or says how to bring a first one.
func (p *Page) renderText() app.UI {
	if !p.desk.Bare() {
		return p.view().Render()
	}
	return app.Div().Class("sheet").Body(
		app.H1().Text("This project has no articles yet"),
		app.P().Text("Open text files, paste a text, or import a Spanwise file. Files can be dropped here, too."),
		app.Div().Class("own").Body(
			kit.QuietButton("Open text files…", p.bringing.OnOpen),
			kit.QuietButton("Paste a text", p.bringing.OnPaste),
			kit.QuietButton("Import a file…", p.bringing.OnImport),
		),
	)
}
