package e2e

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/chromium"
)

// project reads an export with the program's own reader, which says nothing of it.
func project(t *testing.T, data []byte) *annotations.Project {
	t.Helper()
	checkSchema(t, data)
	p, repairs, err := spanwise.Read(data, nil)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%v, %q", err, repairs)
	}
	return p
}

// withEve is a file with one annotator more, who holds the first article to be
// done, has a note on it, and has marked its first words.
func withEve(t *testing.T, data []byte) []byte {
	t.Helper()
	p := project(t, data)
	doc := p.Documents()[0]
	now := time.Now()
	next, _, err := annotations.Batch{Edits: []annotations.Edit{
		annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "eve", Name: "Eve"}, At: -1},
		annotations.AddSpan{Document: doc.ID, Annotator: "eve", Span: annotations.Span{ID: "eves", Label: "demand", Origin: annotations.FromPerson,
			Ranges: []annotations.Range{{Start: 0, End: 8}}, Created: now, Modified: now}},
		annotations.ChangeSet{Document: doc.ID, Annotator: "eve", About: annotations.About{State: annotations.StateDone, Note: "read twice"}},
	}}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	with, err := spanwise.Write(next, nil)
	if err != nil {
		t.Fatal(err)
	}
	return with
}

// notesOf are the texts and notes of an annotator's spans on the first article.
func notesOf(p *annotations.Project, annotator string) []string {
	doc := p.Documents()[0]
	var notes []string
	for s := range p.Set(doc.ID, annotator).All() {
		notes = append(notes, s.Text(doc)+": "+s.Note)
	}
	return slices.Sorted(slices.Values(notes))
}

// annotate opens a span of the list and gives it a note.
func annotate(t *testing.T, p *chromium.Page, name, note string) {
	t.Helper()
	p.Find("list", "Spans").Find("button", name).Click()
	writeNote(t, p, note)
	p.Press("Escape")
	waitSaved(p)
}

// TestAProjectOfTwoAnnotatorsIsMergedIntoAnother has two people go on with one
// file, each by themselves, and puts their work together again.
func TestAProjectOfTwoAnnotatorsIsMergedIntoAnother(t *testing.T) {
	t.Parallel()
	first := open(t)
	mark(t, first, "Saudi Arabia", "1")
	start := write(t, "start.json", withEve(t, export(first)))
	mergeFile(first, start)
	expectNotice(t, first, "Imported start.json", "Annotator “Eve” added")
	mark(t, first, "Tunisia", "1")
	annotate(t, first, "Actor Saudi Arabia", "from the first")
	theirs := export(first)

	second := open(t)
	importFile(second, start)
	expectProject(t, second, "start")
	annotate(t, second, "Actor Saudi Arabia", "from the second")
	before := export(second)

	// By keys: what the second says, who wrote later, would stay; the file's is taken.
	importFile(second, write(t, "theirs.json", theirs))
	chooseMerge(second, "Import theirs.json").Find("radio", "Ours: note: from the second").Focus()
	second.Press("ArrowDown")
	expect(t, "the chosen side", "The file’s: note: from the first", func() string {
		return chromium.Eval[string](second, `document.querySelector("dialog[open] .side input:checked").closest("label").innerText.trim()`)
	})
	second.Press("Enter")
	expectNotice(t, second, "Imported theirs.json", "the file's was taken")
	theirs = bytes.Replace(theirs, []byte(`  "annotators"`), []byte("  \"name\": \"start\",\n  \"annotators\""), 1) // of the second's project
	expect(t, "the two exports", string(theirs), func() string { return string(export(second)) })

	// By mouse, after that was taken back: what the second says stays.
	second.Click("button", "Take it back")
	expect(t, "the work as it was", string(before), func() string { return string(export(second)) })
	importFile(second, write(t, "theirs.json", theirs))
	dialog := chooseMerge(second, "Import theirs.json")
	dialog.Find("button", "Take all of the file’s").Click()
	dialog.Find("button", "Keep all of ours").Click()
	dialog.Find("button", "Merge").Click()
	expectNotice(t, second, "Imported theirs.json", "ours, not modified earlier, was kept")
	kept := project(t, export(second))
	same(t, "the marks", "", cmp.Diff([]string{"Saudi Arabia: from the second", "Tunisia: "}, notesOf(kept, kept.Annotators()[0].ID)))
	checkEve(t, kept)
}

// checkEve holds a project to what withEve put into it.
func checkEve(t *testing.T, p *annotations.Project) {
	t.Helper()
	doc := p.Documents()[0]
	set := p.Set(doc.ID, "eve")
	same(t, "Eve's marks", "", cmp.Diff([]string{doc.Text()[:8] + ": "}, notesOf(p, "eve")))
	same(t, "Eve's state and note", annotations.StateDone+", read twice", set.State()+", "+set.About().Note)
}

func TestAnImportAsksWhetherTwoPeopleOfOneNameAreOne(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	theirs := write(t, "anna.json", export(p))
	other := open(t)
	mark(t, other, "Tunisia", "1")
	before := export(other)

	importFile(other, theirs)
	other.Find("dialog", "Import anna.json").Find("button", "Cancel").Click()
	expectNotice(t, other, "The import of anna.json was cancelled", "Nothing here was changed")
	same(t, "the export after the import was cancelled", string(before), string(export(other)))

	importFile(other, theirs)
	name := chooseMerge(other, "Import anna.json").Find("textbox", "Name here")
	same(t, "the name that is offered", "anna", name.Value())
	name.Focus()
	other.Press("Enter")
	expectNotice(t, other, "Annotator “anna” added", "1 span added to “"+bundled(t)[0].Title+"”")
	expectListed(t, other, "Actor Tunisia")
	apart := project(t, export(other))
	same(t, "the annotators", 2, len(apart.Annotators()))
	same(t, "anna's marks", "", cmp.Diff([]string{"Saudi Arabia: "}, notesOf(apart, apart.Annotators()[1].ID)))

	other.Click("button", "Take it back")
	importFile(other, theirs)
	chooseMerge(other, "Import anna.json").Find("combobox", "“Annotator 1” in the file is").Focus()
	other.Press("ArrowDown")
	expect(t, "what the file brings", true, func() bool {
		return chromium.Eval[bool](other, `document.querySelector("[aria-label='What it brings']").innerText.startsWith("1 span added")`)
	})
	other.Find("dialog", "Import anna.json").Find("button", "Merge").Click()
	expectListed(t, other, "Actor Saudi Arabia", "Actor Tunisia")
	expectNotice(t, other, "1 span added to “"+bundled(t)[0].Title+"”")
}

func TestANameThatIsTypedForSomebodyIsTakenWithEnter(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	theirs := write(t, "anna.json", export(p))
	other := open(t)
	mark(t, other, "Tunisia", "1")
	importFile(other, theirs)
	chooseMerge(other, "Import anna.json").Find("textbox", "Name here").Focus()
	other.Press("Control+a")
	other.Type("Anna of 7b")
	other.Press("Enter")
	expectNotice(t, other, "Annotator “Anna of 7b” added")
}

func TestAFileThatAsksCanBeOpenedAsAProjectOfItsOwn(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	theirs := write(t, "anna.json", export(p))
	other := open(t)
	mark(t, other, "Tunisia", "1")

	importFile(other, theirs)
	other.Find("dialog", "Import anna.json").Find("button", "Open").Click()
	expectProject(t, other, "anna")
	expectListed(t, other, "Actor Saudi Arabia")
	same(t, "the annotators", 1, len(project(t, export(other)).Annotators()))
}
