package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/anchor"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

// The ids of the dialog and its field.
const (
	replaceID      = "replace-text"
	newTextField   = "field-new-text"
	replacingTitle = "Replace the text"
)

// replacing is the open dialog for another text of an article.
type replacing struct {
	article *corpus.Document // nil where it is not open
	trouble string
}

// onReplaceText opens the dialog with the text as it is, to be changed or to be
// pasted over.
func (p *Page) onReplaceText(app.Context, app.Event) {
	if !p.mayEdit() {
		return
	}
	doc := p.document()
	p.replacing = replacing{article: doc}
	p.later(func() {
		browser.SetField(newTextField, doc.Text())
		browser.ShowModal(replaceID)
	})
}

func (p *Page) renderReplacing() app.UI {
	if p.replacing.article == nil {
		return app.Div().Hidden(true)
	}
	return &replaceDialog{Page: p, Trouble: p.replacing.trouble}
}

// replaceDialog is the dialog.
type replaceDialog struct {
	app.Compo

	Page    *Page
	Trouble string
}

// Render draws the dialog.
func (d *replaceDialog) Render() app.UI {
	return app.Dialog().ID(replaceID).Class("form").Aria("label", replacingTitle).On("close", d.onClose).Body(
		app.Form().OnSubmit(d.onSubmit).Body(
			app.H2().Text(replacingTitle),
			app.P().Class("trouble").Hidden(d.Trouble == "").Attr("role", "alert").Text(d.Trouble),
			app.P().Class("hint").Text("Change the text here, or paste another version of it. Then you see where each span would be, before anything is done."),
			field("Text", app.Textarea().ID(newTextField).Rows(14).Dir("auto").Required(true).AutoFocus(true)),
			app.Div().Class("own").Body(
				app.Button().Type("submit").Class("primary").Text("Compare"),
				quiet("Cancel", d.onCancel),
			),
		),
	)
}

func (d *replaceDialog) onClose(app.Context, app.Event) { d.Page.replacing = replacing{} }

func (d *replaceDialog) onCancel(app.Context, app.Event) { browser.CloseModal(replaceID) }

// onSubmit has the text compared. What is wrong with it is said in the dialog.
func (d *replaceDialog) onSubmit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	p := d.Page
	next, err := newVersion(p.replacing.article, browser.Field(newTextField))
	if err != nil {
		p.replacing.trouble = err.Error()
		return
	}
	browser.CloseModal(replaceID)
	p.ctx.Async(func() { p.replaceText(next) })
}

// newVersion is a document with another text.
func newVersion(doc *corpus.Document, text string) (*corpus.Document, error) {
	result, err := ingest.Text("", []byte(text))
	if err != nil {
		return nil, err
	}
	if result.Text == doc.Text() {
		return nil, errors.New("this is the text that is there already")
	}
	return corpus.NewDocument(doc.ID, doc.Details, result.Text)
}

// replaceText shows where the spans of an article would be on its new text, and
// then puts that in the place of the old one, as one edit. It is not for the UI
// goroutine.
func (p *Page) replaceText(next *corpus.Document) {
	var text *changedText
	err := p.run("Comparing the texts", func(ctx context.Context, tell session.Progress) error {
		compared, err := anchor.Compare(p.session.Project(), next.ID, next, pacing(ctx, comparing, tell))
		if err == nil {
			text = newChangedText(compared, compared.Old)
		}
		return err
	})
	if err == nil && len(text.Spans) > 0 {
		err = p.askTexts(changedTexts{list: []*changedText{text}, replaces: true})
	}
	p.onPage(func() {
		switch {
		case errors.Is(err, context.Canceled):
			p.say("The text stays as it is")
		case err != nil:
			p.notices.add(failure, "The text was not replaced: "+err.Error())
		default:
			p.putText(text)
		}
	})
}

// putText does what was chosen, unless somebody has marked in the article
// meanwhile, in another tab.
func (p *Page) putText(text *changedText) {
	now := p.session.Project()
	if !slices.Equal(now.Sets(text.Old.ID), text.Project.Sets(text.Old.ID)) {
		p.notices.add(failure, "The text was not replaced, since spans of it were changed in another tab meanwhile.")
		return
	}
	text.Project = now
	choice := text.choice()
	edit, err := text.Edit(choice)
	if err != nil {
		p.notices.add(failure, "The text was not replaced: "+err.Error())
		return
	}
	if p.do(edit) {
		said := []string{fmt.Sprintf("The text of “%s” was replaced.", shorten(text.Old.Title, 60))}
		if len(text.Spans) > 0 {
			said = append(said, text.saidPlaced(choice.Keep != "")+".")
		}
		p.notices.put(notice{Kind: done, Undo: p.session.Revision(), Sentences: said})
		p.focusText()
	}
}

// followText forgets what was known of the open article's text when that has
// become another, here or in another tab.
func (p *Page) followText() {
	if doc := p.document(); p.drawing != nil && p.drawing.doc.ID == doc.ID && p.drawing.doc.Text() != doc.Text() {
		p.drawing, p.cursorAt, p.near = nil, 0, around(doc, 0)
		p.dropPick()
	}
}
