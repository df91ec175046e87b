package e2e

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/app/e2e/chromium"
)

// markSome marks a little in two articles, with a note.
func markSome(t *testing.T, p *chromium.Page) {
	t.Helper()
	docs := bundled(t)
	mark(t, p, "Defence Minister", "1")
	mark(t, p, "Syria’s Defence Minister", "1")
	mark(t, p, "on Tuesday", "3")
	openArticle(t, p, docs[2].Title)
	mark(t, p, "A saída das tropas turcas", "2")
	p.ClickText("saída", 1)
	expectShown(t, p, "A saída das tropas turcas")
	writeNote(t, p, "uma condição")
	openArticle(t, p, docs[0].Title)
	waitSaved(p)
}

// writeNote writes into the field for the chosen span's note, leaves it, and
// waits until the list shows it.
func writeNote(t *testing.T, p *chromium.Page, note string) {
	t.Helper()
	p.Find("region", "Span").Find("textbox", "Note").Fill(note)
	p.WaitFor(`document.querySelector(".spans [aria-current] .note")`)
}

func TestTheExportSaysWhatWasMarkedAndWhen(t *testing.T) {
	t.Parallel()
	p := open(t)
	began := time.Now().Add(-time.Second)
	markSome(t, p)
	f := readExport(t, p)
	docs := bundled(t)

	same(t, "the format", "spanwise 4 code points", f.Format+" "+string(rune('0'+f.Version))+" "+f.Offsets)
	var labels []exportedLabel
	for _, l := range annotations.DefaultScheme().Labels {
		labels = append(labels, exportedLabel{l.ID, l.Name, l.Key, l.Color, l.Definition})
	}
	same(t, "the labels", labels, f.Scheme.Labels)
	same(t, "the number of documents", 5, len(f.Documents))
	for i, d := range docs {
		want := exportedDocument{d.ID, d.Title, d.Outlet, d.Language, d.Published, d.URL, d.Note, []string{"headline"}, d.SHA256(), d.Text()}
		same(t, "a document", want, f.Documents[i])
	}
	same(t, "the marks", []string{"actor: Syria’s Defence Minister", "actor: Defence Minister", "date: on Tuesday"}, f.marks(docs[0].Title))
	same(t, "the marks", []string{"demand: A saída das tropas turcas"}, f.marks(docs[2].Title))
	same(t, "the number of sets", 2, len(f.Sets))
	same(t, "the note", "uma condição", f.spans(docs[2].Title)[0].Note)
	for _, s := range append(f.spans(docs[0].Title), f.spans(docs[2].Title)...) {
		checkTimes(t, s, began)
	}
}

// checkTimes holds a span's times to the time of the test.
func checkTimes(t *testing.T, s exportedSpan, began time.Time) {
	t.Helper()
	created, errCreated := time.Parse("2006-01-02T15:04:05.000Z", s.Created)
	modified, errModified := time.Parse("2006-01-02T15:04:05.000Z", s.Modified)
	if errCreated != nil || errModified != nil {
		t.Fatalf("the times of “%s” are %q and %q", s.Text, s.Created, s.Modified)
	}
	if created.Before(began) || modified.Before(created) || modified.After(time.Now().Add(time.Second)) {
		t.Errorf("“%s” was created at %s and modified at %s; the test began at %s", s.Text, s.Created, s.Modified, began.UTC())
	}
	if s.Origin != "person" {
		t.Errorf("“%s” has the origin %q", s.Text, s.Origin)
	}
}

func TestTheExportIsTheSameBytesTwiceAndAfterAReload(t *testing.T) {
	t.Parallel()
	p := open(t)
	markSome(t, p)
	first := p.Download(func() { p.Click("button", "Export") })
	if !regexp.MustCompile(`^spanwise-\d{4}-\d\d-\d\d\.json$`).MatchString(first.Name) {
		t.Errorf("the file is called %q", first.Name)
	}
	if !bytes.Equal(first.Data, export(p)) {
		t.Error("two exports of the same work differ")
	}
	p.Reload()
	waitSaved(p)
	if !bytes.Equal(first.Data, export(p)) {
		t.Error("the export after a reload differs")
	}
	if last := first.Data[len(first.Data)-1]; last != '\n' {
		t.Errorf("the file ends in %q", last)
	}
}

func TestAnExportImportedElsewhereIsTheSameWork(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Brought", "A text of one’s own, with 👩‍👩‍👧 in it.\n")
	mark(t, p, "one’s own", "4")
	openArticle(t, p, bundled(t)[0].Title)
	markSome(t, p)
	data := export(p)

	elsewhere := open(t)
	importFile(elsewhere, write(t, "work.json", data))
	expectProject(t, elsewhere, "work")
	expectNotice(t, elsewhere, "Opened work.json as a project of its own: 6 articles, 1 annotator, 5 spans")
	data = bytes.Replace(data, []byte(`  "annotators"`), []byte("  \"name\": \"work\",\n  \"annotators\""), 1)
	same(t, "the export of what was imported", string(data), string(export(elsewhere)))
	expectListed(t, elsewhere, "Actor Syria’s Defence Minister", "Actor Defence Minister", "Date on Tuesday")
}

func TestAnImportThatIsMergedIsOneStep(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Brought", "A text of one’s own, with 👩‍👩‍👧 in it.\n")
	openArticle(t, p, bundled(t)[0].Title)
	markSome(t, p)
	data := export(p)

	elsewhere := open(t)
	beginWork(t, elsewhere)
	before := export(elsewhere)
	mergeFile(elsewhere, write(t, "work.json", data))
	expectNotice(t, elsewhere, "Imported work.json", "Annotator “work” added")
	after := export(elsewhere)
	elsewhere.Click("button", "Undo")
	expect(t, "the articles after taking the import back", 5, func() int { return len(articles(elsewhere)) })
	same(t, "the work after taking the import back", string(before), string(export(elsewhere)))
	elsewhere.Click("button", "Redo")
	expect(t, "the articles", 6, func() int { return len(articles(elsewhere)) })
	same(t, "the work after the import was made again", string(after), string(export(elsewhere)))
}

func TestAnImportOfWhatIsHereChangesNothing(t *testing.T) {
	t.Parallel()
	p := open(t)
	markSome(t, p)
	data := export(p)
	importFile(p, write(t, "work.json", data))
	expectNotice(t, p, "work.json", "here already")
	if !bytes.Equal(data, export(p)) {
		t.Error("importing the page's own export changed the work")
	}
}

// importFile chooses files in the dialog that the button Import opens.
func importFile(p *chromium.Page, paths ...string) {
	p.Choose(func() { p.Click("button", "Import") }, paths...)
}

// chooseMerge has files merged into the project that is open, and gives the dialog
// that asks about them.
func chooseMerge(p *chromium.Page, title string) *chromium.Element {
	dialog := p.Find("dialog", title)
	for _, way := range dialog.All("radio", "") {
		if strings.HasPrefix(way.Name, "Merge into") {
			way.Click()
		}
	}
	dialog.Find("button", "Merge")
	return dialog
}

// mergeFile imports a file and has it merged into the project that is open, in
// which something has been done.
func mergeFile(p *chromium.Page, path string) {
	importFile(p, path)
	chooseMerge(p, "Import "+filepath.Base(path)).Find("button", "Merge").Click()
}

// byPage is a file in which everybody's first annotator of once, annotator-1, has
// the ID of the one who works on the page.
func byPage(t *testing.T, p *chromium.Page, file []byte) []byte {
	t.Helper()
	id := readExport(t, p).me()
	file = bytes.ReplaceAll(file, []byte(`"annotator-1"`), []byte(`"`+id+`"`))
	return bytes.Replace(file, []byte("{"), []byte(`{"annotators": [{"id": "`+id+`", "name": "Annotator 1"}], `), 1)
}

// beginWork marks something in the last of the bundled articles and goes back to
// the first: a file that comes to an untouched page is opened as a project of its
// own without a question.
func beginWork(t *testing.T, p *chromium.Page) {
	t.Helper()
	docs := bundled(t)
	openArticle(t, p, docs[len(docs)-1].Title)
	mark(t, p, "Moscow", "1")
	waitSaved(p)
	openArticle(t, p, docs[0].Title)
	expectListed(t, p)
}
