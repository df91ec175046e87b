package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/chromium"
	"spanwise/corpus"
)

// lessonText is the article of a lesson.
const lessonText = "The minister spoke in Ankara on Friday.\n\nNobody had asked Damascus.\n"

// lesson is a teacher's project: one article, one label, guidelines, and who is
// given by ID and name, of whom the first has marked words of it and called it done.
func lesson(t *testing.T, name string, people []annotations.Annotator, words ...string) *annotations.Project {
	t.Helper()
	doc, err := corpus.NewDocument("lesson-3", corpus.Details{Title: "Who asked Damascus?", Language: "en"}, lessonText)
	if err != nil {
		t.Fatal(err)
	}
	scheme := &annotations.Scheme{Name: "Places", Guidelines: "Mark every place.", Labels: []annotations.Label{{ID: "place", Name: "Place", Key: "1", Color: "#0072B2"}}}
	p, err := annotations.BeginProject(people[0].ID, scheme, doc)
	if err != nil {
		t.Fatal(err)
	}
	edits := []annotations.Edit{annotations.RenameProject{Name: name}, annotations.ChangeAnnotator{Annotator: people[0]}}
	for _, a := range people[1:] {
		edits = append(edits, annotations.AddAnnotator{Annotator: a, At: -1})
	}
	for _, w := range words {
		start := strings.Index(lessonText, w)
		edits = append(edits, annotations.AddSpan{Document: doc.ID, Annotator: people[0].ID, Span: annotations.Span{
			ID: annotations.NewID(), Label: "place", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: start, End: start + len(w)}},
		}})
	}
	if len(words) > 0 {
		edits = append(edits, annotations.ChangeSet{Document: doc.ID, Annotator: people[0].ID, About: annotations.About{State: annotations.StateDone}})
	}
	if p, _, err = (annotations.Batch{Edits: edits}).Apply(p); err != nil {
		t.Fatal(err)
	}
	return p
}

// writeProject writes a project as a file of the name given.
func writeProject(t *testing.T, name string, p *annotations.Project) string {
	t.Helper()
	data, err := spanwise.Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return write(t, name, data)
}

// only is one annotator.
func only(id string) []annotations.Annotator {
	return []annotations.Annotator{annotations.FirstAnnotator(id)}
}

// doneBy says of everybody in an export how many spans they have of the article
// with the ID given, and whether they are done with it.
func doneBy(t *testing.T, data []byte, doc string) []string {
	t.Helper()
	p := project(t, data)
	said := []string{}
	for _, a := range p.Annotators() {
		set := p.Set(doc, a.ID)
		said = append(said, fmt.Sprintf("%s: %d, %s", a.Name, set.Len(), set.State()))
	}
	return said
}

func TestALessonOpensAsAProjectOfItsOwnOnAFreshPage(t *testing.T) {
	t.Parallel()
	p := open(t)
	labels := toolbar(p)
	before := readExport(t, p)
	path := writeProject(t, "lesson.json", lesson(t, "Lesson 3", only(annotations.DefaultAnnotator)))
	importFile(p, path)
	expectProject(t, p, "Lesson 3")
	expectNotice(t, p, "Opened lesson.json as a project of its own: 1 article")
	same(t, "the articles", 1, len(articles(p)))
	expect(t, "the open text", lessonText, p.ArticleText)
	same(t, "the labels", 1, len(toolbar(p)))
	mark(t, p, "Ankara", "1")
	waitSaved(p)
	mine := readExport(t, p)
	if mine.me() == annotations.DefaultAnnotator || mine.Sets[0].Annotator != mine.me() {
		t.Errorf("the pupil is %q and works as %q", mine.me(), mine.Sets[0].Annotator)
	}
	p.Reload()
	expectProject(t, p, "Lesson 3")
	expectListed(t, p, "Place Ankara")
	same(t, "the pupil after a reload", mine.me(), readExport(t, p).me())

	goToProject(t, p, "Lesson 3", "First project")
	same(t, "the labels of before", "", cmp.Diff(labels, toolbar(p)))
	same(t, "the work of before", "", cmp.Diff(before, readExport(t, p)))

	// The same file makes another pupil somebody else.
	other := open(t)
	importFile(other, path)
	expectProject(t, other, "Lesson 3")
	if again := readExport(t, other).me(); again == mine.me() {
		t.Errorf("two pupils are %q", again)
	}
}

// toolbar are the names of the labels with their keys.
func toolbar(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, `[...document.querySelectorAll("[role=toolbar][aria-label=Labels] button")].map((b) => b.innerText.trim())`)
}

func TestPupilsFilesAreMergedInOneDialogAndNoneBecomesTheTeacher(t *testing.T) {
	t.Parallel()
	p := open(t)
	importFile(p, writeProject(t, "lesson.json", lesson(t, "Lesson 3", only("teacher"))))
	expectProject(t, p, "Lesson 3")
	before := export(p)
	paths := []string{
		writeProject(t, "ayse.json", lesson(t, "", only(annotations.DefaultAnnotator), "Ankara", "Damascus")),
		writeProject(t, "Ben K_77_assignsubmission_file_lesson.json", lesson(t, "", only("ben"), "Ankara")),
		writeProject(t, "cleo.json", lesson(t, "", only(annotations.DefaultAnnotator), "Friday")),
		write(t, "broken.json", []byte(`{"format": "spanwise", "vers`)),
	}
	p.Find("region", "Article text").Drop(paths...)
	dialog := p.Find("dialog", "Import 4 files")
	for _, want := range []string{
		"Open together as one new project: 1 article, 3 annotators, 4 spans",
		"Merge into “Lesson 3”: adds 3 annotators, 4 spans",
		"1 file cannot be imported", "Broken.json", "ayse.json · 1 annotator, 2 spans",
	} {
		if words := dialog.Text(); !strings.Contains(strings.ToLower(words), strings.ToLower(want)) {
			t.Errorf("the dialog does not say %q:\n%s", want, words)
		}
	}
	same(t, "what Ben is called", "Ben K", dialog.All("textbox", "Name here")[1].Value())
	dialog.Find("button", "Merge").Click()
	expectNotice(t, p, "Merged 3 files: 3 annotators, 4 spans added", "broken.json was not imported")
	want := []string{"Annotator 1: 0, open", "ayse: 2, done", "Ben K: 1, done", "cleo: 1, done"}
	same(t, "who has marked what", "", cmp.Diff(want, doneBy(t, export(p), "lesson-3")))
	expectListed(t, p)
	waitSaved(p)
	p.Reload()
	expectProject(t, p, "Lesson 3")
	same(t, "who has marked what after a reload", "", cmp.Diff(want, doneBy(t, export(p), "lesson-3")))
	p.Press("Control+z")
	expect(t, "the work after one undo", string(before), func() string { return string(export(p)) })
	p.Press("Control+y")
	expect(t, "the annotators after it was brought back", 4, func() int { return len(doneBy(t, export(p), "lesson-3")) })

	// Ben hands in again. His ID says that it is him.
	importFile(p, writeProject(t, "again.json", lesson(t, "", only("ben"), "Ankara", "Damascus")))
	dialog = chooseMerge(p, "Import again.json")
	same(t, "who Ben is", "ben", dialog.Find("combobox", "“Annotator 1” in the file is").Value())
	dialog.Find("button", "Merge").Click()
	want[2] = "Ben K: 3, done"
	expect(t, "who has marked what", want, func() []string { return doneBy(t, export(p), "lesson-3") })
}

func TestSeveralFilesOnAFreshPageBecomeOneNewProject(t *testing.T) {
	t.Parallel()
	p := open(t)
	importFile(p,
		writeProject(t, "ayse.json", lesson(t, "", only(annotations.DefaultAnnotator), "Ankara", "Damascus")),
		writeProject(t, "ben.json", lesson(t, "Lesson 3", only("ben"), "Ankara")))
	p.Find("dialog", "Import 2 files").Find("button", "Open")
	p.Press("Enter")
	expectProject(t, p, "Lesson 3")
	expectNotice(t, p, "Opened 2 files as a project of its own: 1 article, 2 annotators, 3 spans")
	want := []string{"Annotator 1: 0, open", "ayse: 2, done", "ben: 1, done"}
	same(t, "who has marked what", "", cmp.Diff(want, doneBy(t, export(p), "lesson-3")))
	expectListed(t, p)
}

func TestOnesOwnFileGoesOnElsewhereUnlessOneIsSomebodyElse(t *testing.T) {
	t.Parallel()
	p := open(t)
	importFile(p, writeProject(t, "eve.json", lesson(t, "", []annotations.Annotator{{ID: "eve", Name: "Eve"}}, "Ankara")))
	expectProject(t, p, "eve")
	expectListed(t, p, "Place Ankara")
	expectNotice(t, p, "You work as Eve, whose marks are in it")
	p.Click("button", "I am somebody else")
	name := p.Find("textbox", "Name of this annotator")
	same(t, "the name that is offered", "Annotator 1", name.Value())
	name.Fill("Ms Kaya")
	p.Press("Enter")
	p.Find("button", "Work as Eve")
	closeAnnotators(t, p)
	expectListed(t, p)
	mark(t, p, "Damascus", "1")
	waitSaved(p)
	same(t, "who has marked what", "", cmp.Diff([]string{"Eve: 1, done", "Ms Kaya: 1, open"}, doneBy(t, export(p), "lesson-3")))
}

func TestAnOlderExportOfOnesOwnWorkAsksWhoseItIs(t *testing.T) {
	t.Parallel()
	p := open(t)
	old := lesson(t, "Lesson 3", only(annotations.DefaultAnnotator), "Ankara", "Damascus")
	path := writeProject(t, "lesson.json", old)
	importFile(p, path)
	expectProject(t, p, "Lesson 3")
	expectListed(t, p, "Place Ankara", "Place Damascus")
	importFile(p, path)
	dialog := chooseMerge(p, "Import lesson.json")
	if words := dialog.Text(); !strings.Contains(words, "“Annotator 1” has 2 of these spans here.") {
		t.Errorf("the dialog does not say whose marks these are:\n%s", words)
	}
	dialog.Find("combobox", "“Annotator 1” in the file is").Focus()
	p.Press("ArrowDown")
	expect(t, "what it brings", true, func() bool {
		return strings.Contains(dialog.Text(), "adds no article, annotator or span")
	})
	dialog.Find("button", "Merge").Click()
	expectNotice(t, p, "Nothing was imported from lesson.json")
	same(t, "the work", "", cmp.Diff([]string{"Annotator 1: 2, done"}, doneBy(t, export(p), "lesson-3")))
}

func TestWhereNothingIsKeptALessonTakesThePlaceOfAnUntouchedPage(t *testing.T) {
	t.Parallel()
	p := open(t)
	chromium.Command(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: forbidStorage})
	p.Reload()
	expect(t, "the status", "Not kept", p.Status)
	importFile(p, writeProject(t, "lesson.json", lesson(t, "Lesson 3", only("teacher"))))
	expect(t, "the open text", lessonText, p.ArticleText)
	expectNotice(t, p, "Opened lesson.json as a project of its own: 1 article")
	same(t, "the articles", 1, len(articles(p)))
	mark(t, p, "Ankara", "1")
	importFile(p, writeProject(t, "ben.json", lesson(t, "", only("ben"), "Damascus")))
	dialog := p.Find("dialog", "Import ben.json")
	if words := dialog.Text(); !strings.Contains(words, "not possible here, since this browser keeps nothing") {
		t.Errorf("the dialog does not say that there is no other project:\n%s", words)
	}
	dialog.Find("button", "Merge").Click()
	expectNotice(t, p, "Imported ben.json")
	same(t, "who has marked what", "", cmp.Diff([]string{"Annotator 1: 1, open", "ben: 1, done"}, doneBy(t, export(p), "lesson-3")))
}

func TestTwoTabsOfAFreshBrowserAreOnePerson(t *testing.T) {
	t.Parallel()
	p := open(t)
	other := p.Another()
	waitSaved(other)
	mark(t, other, "Saudi Arabia", "1")
	expectListed(t, p, "Actor Saudi Arabia")
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	same(t, "the annotators", 1, len(readExport(t, p).Annotators))
	if id := readExport(t, p).me(); id == annotations.DefaultAnnotator || id == readExport(t, open(t)).me() {
		t.Errorf("somebody elsewhere is %q, too", id)
	}
}

func TestTheDialogOfAnImportIsUsedByTouchAlone(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Width: 390, Height: 844, Touch: true})
	importFile(p, writeProject(t, "lesson.json", lesson(t, "Lesson 3", only("teacher"), "Ankara")))
	expectProject(t, p, "Lesson 3")
	importFile(p, writeProject(t, "ben.json", lesson(t, "", only("ben"), "Damascus")))
	dialog := chooseMerge(p, "Import ben.json")
	if wide := chromium.Eval[bool](p, `document.querySelector("#merge").scrollWidth > document.querySelector("#merge").clientWidth`); wide {
		t.Error("the dialog scrolls sideways")
	}
	dialog.Find("button", "Merge").Click()
	expectNotice(t, p, "Imported ben.json")
}
