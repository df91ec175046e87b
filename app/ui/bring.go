package ui

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

// maxFile is the greatest file that is read, in bytes: a Spanwise file holds
// many texts, so it may be larger than a single one.
const maxFile = 256 << 20

func (p *Page) onOpen(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	browser.Press(openInput)
}

func (p *Page) onImport(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	browser.Press(importInput)
}

// onFilesChosen takes the files of either input. The input is emptied, or the
// same file could not be chosen again.
func (p *Page) onFilesChosen(ctx app.Context, e app.Event) {
	p.takeFiles(ctx, ctx.JSSrc().Get("files"), nil, func() { browser.Empty(ctx.JSSrc()) })
}

func (p *Page) onDragOver(ctx app.Context, e app.Event) bool {
	if !browser.CarriesFiles(e.Get("dataTransfer")) {
		return false
	}
	e.PreventDefault()
	begins := !p.dropping
	p.dropping = true
	return begins
}

// onDragLeave hears of every element that is left; only leaving the window
// counts, which is when nothing is entered.
func (p *Page) onDragLeave(ctx app.Context, e app.Event) bool {
	if e.Get("relatedTarget").Truthy() {
		return false
	}
	p.dropping = false
	return true
}

func (p *Page) onDrop(ctx app.Context, e app.Event) bool {
	if !browser.CarriesFiles(e.Get("dataTransfer")) {
		return false
	}
	e.PreventDefault()
	p.dropping = false
	dropped := e.Get("dataTransfer")
	p.takeFiles(ctx, dropped.Get("files"), browser.Folders(dropped), func() {})
	return true
}

func (p *Page) renderDropHint() app.UI {
	return app.Div().Class("drop-hint").Hidden(!p.dropping).Body(
		app.P().Text("Drop text files to open them, or Spanwise files to import them."),
	)
}

// takeFiles reads files and hands each to what it is, whatever its name: a
// Spanwise file is imported, a text is opened.
func (p *Page) takeFiles(ctx app.Context, list app.Value, folders []string, after func()) {
	if p.session == nil || !p.mayEdit() {
		return
	}
	p.keepNote()
	ctx.Async(func() {
		files, err := browser.ReadFiles(list, maxFile)
		p.onPage(after)
		if err != nil {
			p.onPage(func() { p.notices.add(failure, err.Error()) })
			return
		}
		p.bring(ctx, files, folders)
	})
}

// bring takes files in: the texts as one edit, and then the Spanwise files
// together. What cannot be opened is said, and what is not certain is asked
// about. It is not for the UI goroutine.
func (p *Page) bring(ctx app.Context, files []browser.File, folders []string) {
	found := sortOut(files, folders, browser.DecodeText, browser.Pause)
	p.onPage(func() { p.notices.add(failure, found.unopened.sentences()...) })
	p.askArrivals(found.asked)
	var texts []ingest.Result
	var failed []string
	for _, a := range found.texts {
		switch text, wanted, err := a.read(browser.DecodeText); {
		case err != nil:
			failed = append(failed, err.Error())
		case wanted:
			texts = append(texts, text)
		}
		browser.Pause()
	}
	p.onPage(func() {
		p.notices.add(failure, failed...)
		if err := p.addArticles(ctx, texts); err != nil {
			p.notices.add(failure, err.Error())
		}
	})
	p.importFiles(found.projects, false)
}

// addArticles adds texts as articles in one edit and opens the first. What
// had to be changed in them is said: damage first, the rest in one line.
func (p *Page) addArticles(ctx app.Context, results []ingest.Result) error {
	if len(results) == 0 {
		return nil
	}
	var edits []annotations.Edit
	told := notice{Kind: done, Sentences: []string{"Added " + count(len(results), "article") + "."}}
	for _, r := range results {
		doc, err := corpus.NewDocument(annotations.NewID(), r.Details, r.Text)
		if err != nil {
			return err
		}
		edits = append(edits, annotations.AddDocument{Document: doc, At: -1})
		if r.Altered {
			told.Kind = warning
		}
	}
	said := ingest.Tell(results)
	told.Sentences = append(told.Sentences, said.Damage...)
	if said.Rest != "" {
		told.Sentences = append(told.Sentences, said.Rest)
	}
	if !p.do(annotations.Batch{Edits: edits}) {
		return nil
	}
	p.openArticle(ctx, edits[0].(annotations.AddDocument).Document.ID)
	told.Undo = p.session.Revision()
	p.notices.put(told)
	p.focusText()
	return nil
}

func (p *Page) describe(id string, details corpus.Details) error {
	if err := details.Check(); err != nil {
		return err
	}
	p.do(annotations.DescribeDocument{ID: id, Details: details})
	return nil
}

// onRemoveArticle removes an article that a person brought, and offers at
// once to take that back.
func (p *Page) onRemoveArticle(ctx app.Context, e app.Event) {
	doc := p.document()
	spans := spansSaid(p.session.Project().Sets(doc.ID))
	if !p.do(annotations.RemoveDocument{ID: doc.ID}) {
		return
	}
	p.notices.put(notice{Kind: done, Undo: p.session.Revision(), Sentences: []string{
		fmt.Sprintf("Removed “%s” with %s.", doc.Title, spans),
	}})
	p.focusText()
	p.later(func() { browser.ScrollToTop() })
}

// spansSaid says how many spans sets have, and of how many annotators where these
// are several.
func spansSaid(sets []*annotations.Set) string {
	spans, people := 0, 0
	for _, set := range sets {
		if spans += set.Len(); set.Len() > 0 {
			people++
		}
	}
	if people < 2 {
		return count(spans, "span")
	}
	return count(spans, "span") + " of " + count(people, "annotator")
}
