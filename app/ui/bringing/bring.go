package bringing

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

// OnOpen has the browser ask for text files.
func (room *Room) OnOpen(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	room.desk.WarmSecond()
	browser.Press(kit.OpenInput)
}

// OnImport has the browser ask for files with annotations.
func (room *Room) OnImport(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	room.desk.WarmSecond()
	browser.Press(kit.ImportInput)
}

// OnFilesChosen takes the files of either input. The input is emptied, or the
// same file could not be chosen again.
func (room *Room) OnFilesChosen(ctx app.Context, e app.Event) {
	room.takeFiles(ctx, ctx.JSSrc().Get("files"), nil, func() { browser.Empty(ctx.JSSrc()) })
}

// OnDragOver says that files can be dropped here.
func (room *Room) OnDragOver(ctx app.Context, e app.Event) bool {
	if !browser.CarriesFiles(e.Get("dataTransfer")) {
		return false
	}
	e.PreventDefault()
	begins := !room.dropping
	if begins {
		room.desk.WarmSecond()
	}
	room.dropping = true
	return begins
}

// OnDragLeave hears of every element that is left; only leaving the window
// counts, which is when nothing is entered.
func (room *Room) OnDragLeave(ctx app.Context, e app.Event) bool {
	if e.Get("relatedTarget").Truthy() {
		return false
	}
	room.dropping = false
	return true
}

// OnDrop takes in the files that were dropped.
func (room *Room) OnDrop(ctx app.Context, e app.Event) bool {
	if !browser.CarriesFiles(e.Get("dataTransfer")) {
		return false
	}
	e.PreventDefault()
	room.dropping = false
	dropped := e.Get("dataTransfer")
	room.takeFiles(ctx, dropped.Get("files"), browser.Folders(dropped), func() {})
	return true
}

func (room *Room) renderDropHint() app.UI {
	return app.Div().Class("drop-hint").Hidden(!room.dropping).Body(
		app.P().Text("Drop text files to open them, or Spanwise files to import them."),
	)
}

// takeFiles reads files and hands each to what it is, whatever its name: a
// Spanwise file is imported, a text is opened.
func (room *Room) takeFiles(ctx app.Context, list app.Value, folders []string, after func()) {
	if room.desk.Session == nil || !room.desk.MayEdit() {
		return
	}
	room.desk.Writing.Commit()
	ctx.Async(func() {
		files, err := browser.ReadFiles(list, kit.MaxFile)
		room.desk.OnPage(after)
		if err != nil {
			room.desk.OnPage(func() { room.desk.Notices.Add(desk.Failure, err.Error()) })
			return
		}
		room.bring(ctx, files, folders)
	})
}

// bring takes files in: the texts as one edit, and then the Spanwise files
// together. What cannot be opened is said, and what is not certain is asked
// about. It is not for the UI goroutine.
func (room *Room) bring(ctx app.Context, files []browser.File, folders []string) {
	found := importing.Sort(brought(files), folders, formats.All, importing.Encodings{Decode: browser.DecodeText, Guess: room.guess}, browser.Pause)
	room.desk.OnPage(func() { room.desk.Notices.Add(desk.Failure, unopened(found.Unopened)...) })
	room.askArrivals(found.Asked)
	var texts []ingest.Result
	var failed []string
	for _, a := range found.Texts {
		switch text, wanted, err := a.Read(browser.DecodeText); {
		case err != nil:
			failed = append(failed, err.Error())
		case wanted:
			texts = append(texts, text)
		}
		browser.Pause()
	}
	room.desk.OnPage(func() {
		room.desk.Notices.Add(desk.Failure, failed...)
		if err := room.addArticles(ctx, texts); err != nil {
			room.desk.Notices.Add(desk.Failure, err.Error())
		}
	})
	room.importFiles(found.Projects, format.Options{})
}

// brought are files as they are sorted.
func brought(files []browser.File) []importing.File {
	all := make([]importing.File, len(files))
	for i, file := range files {
		all[i] = importing.File(file)
	}
	return all
}

// addArticles adds texts as articles in one edit and opens the first. What
// had to be changed in them is said: damage first, the rest in one line.
func (room *Room) addArticles(ctx app.Context, results []ingest.Result) error {
	if len(results) == 0 {
		return nil
	}
	var edits []annotations.Edit
	told := desk.Notice{Kind: desk.Done, Sentences: []string{"Added " + kit.Count(len(results), "article") + "."}}
	for _, r := range results {
		doc, err := corpus.NewDocument(annotations.NewID(), r.Details, r.Text)
		if err != nil {
			return err
		}
		edits = append(edits, annotations.AddDocument{Document: doc, At: -1})
		if r.Altered {
			told.Kind = desk.Warning
		}
	}
	said := ingest.Tell(results)
	told.Sentences = append(told.Sentences, said.Damage...)
	if said.Rest != "" {
		told.Sentences = append(told.Sentences, said.Rest)
	}
	if !room.desk.Do(annotations.Batch{Edits: edits}) {
		return nil
	}
	room.desk.Ask.OpenArticle(edits[0].(annotations.AddDocument).Document.ID)
	told.Undo = room.desk.Session.Revision()
	room.desk.Notices.Put(told)
	room.desk.FocusText()
	return nil
}

func (room *Room) describe(id string, details corpus.Details) error {
	if err := details.Check(); err != nil {
		return err
	}
	room.desk.Do(annotations.DescribeDocument{ID: id, Details: details})
	return nil
}

// onRemoveArticle removes an article that a person brought, and offers at
// once to take that back.
func (room *Room) onRemoveArticle(ctx app.Context, e app.Event) {
	doc := room.desk.Document()
	spans := spansSaid(room.desk.Session.Project().Sets(doc.ID))
	if !room.desk.Do(annotations.RemoveDocument{ID: doc.ID}) {
		return
	}
	room.desk.Notices.Put(desk.Notice{Kind: desk.Done, Undo: room.desk.Session.Revision(), Sentences: []string{
		fmt.Sprintf("Removed “%s” with %s.", doc.Title, spans),
	}})
	room.desk.FocusText()
	room.desk.Later(func() { browser.ScrollToTop() })
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
		return kit.Count(spans, "span")
	}
	return kit.Count(spans, "span") + " of " + kit.Count(people, "annotator")
}
