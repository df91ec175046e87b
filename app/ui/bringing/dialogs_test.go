package bringing

import (
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/app/formats"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desktest"
	"spanwise/corpus/ingest/sniff"
)

// fileOf is a project as a file: the article of a desk, in which somebody has marked
// “Akar”, and an article of its own.
func fileOf(t *testing.T, here *desktest.Desk) session.File {
	t.Helper()
	theirs := desktest.New(t, here.Document().Text(), "A second article.\n")
	theirs.Mark(t, "actor", "Akar")
	data, err := spanwise.Write(theirs.Session.Project(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return session.File{Name: "theirs.json", Data: data, Codec: formats.Own}
}

// imports imports a file, and does something with the dialog once it is open. It
// gives what the dialog said.
func imports(d *desktest.Desk, room *Room, file session.File, answer func(*mergeDialog)) (said string) {
	d.Beside(func() {
		over := make(chan struct{})
		go func() {
			defer close(over)
			room.importFiles([]session.File{file}, format.Options{})
		}()
		for {
			select {
			case <-over:
				return
			default:
			}
			d.OnPage(func() {
				if room.incoming != nil && said == "" {
					dialog := room.renderMerge().(*mergeDialog)
					said = desktest.Seen(dialog)
					answer(dialog)
				}
			})
		}
	})
	return said
}

func TestAFileIsMergedOnceThatIsWanted(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Mark(t, "actor", "Shoigu")
	said := imports(d, room, fileOf(t, d), func(dialog *mergeDialog) {
		way := desktest.Element(map[string]string{"way": "merge"})
		dialog.onChange(d.Context, desktest.Press(way))
		dialog.onImport(d.Context, press)
	})
	desktest.MustSay(t, said, "Import theirs.json", "Merge into “", "Who marked the file?", "Cancel")
	if n := len(d.Session.Project().Documents()); n != 2 {
		t.Errorf("there are %d articles: %q", n, d.Told())
	}
	if got := strings.Join(d.Told(), " "); !strings.Contains(got, "theirs.json") {
		t.Errorf("told is %q", got)
	}
	if room.incoming != nil || !d.WasAsked("CheckSpans") {
		t.Errorf("asked %q", d.Asked.Asked)
	}
}

func TestADialogThatIsClosedImportsNothing(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Mark(t, "actor", "Shoigu")
	desktest.MustSay(t, imports(d, room, fileOf(t, d), func(dialog *mergeDialog) { dialog.onClose(d.Context, press) }), "Import theirs.json")
	if n := len(d.Session.Project().Documents()); n != 1 || room.incoming != nil {
		t.Errorf("there are %d articles", n)
	}
}

func TestAFileThatIsNoProjectIsToldOf(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Beside(func() {
		room.importFiles([]session.File{{Name: "a.json", Data: []byte("{}"), Codec: formats.Own}}, format.Options{})
	})
	if got := d.Told(); len(got) == 0 || !strings.HasPrefix(got[0], "a.json was not imported") {
		t.Errorf("told is %q", got)
	}
}

func TestWhatDiffersIsListedWithBothSidesAndDecided(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	plan := intake.Plan{
		People:    []intake.Person{{ID: "p", Name: "Pat", New: "Pat 2"}},
		Here:      []annotations.Annotator{{ID: "a", Name: "Ann"}},
		Conflicts: []intake.Conflict{{ID: "c", What: "Label of a span", Where: "Article 1", Ours: "Actor", Theirs: "Date"}},
	}
	i := decided(1, false, annotations.Tally{}, plan)
	i.files, i.run, i.Files[0] = []session.File{{Name: "a.json"}}, &importing.Import{}, &session.Incoming{}
	room.incoming = i
	dialog := room.renderMerge().(*mergeDialog)
	desktest.MustSay(t, desktest.Seen(dialog), "“Pat” in the file is Somebody new Ann Name here [Pat 2]", "1 difference to decide Keep all of ours Take all of the file’s",
		"Label of a span, in “Article 1” Ours: Actor The file’s: Date")
	if got := len(listConflicts([]intake.Plan{{Conflicts: make([]intake.Conflict, listedConflicts+5)}})); got != listedConflicts {
		t.Errorf("%d are listed", got)
	}
}

func TestWhatIsNoPlainTextIsOpenedOnlyIfThatIsWanted(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	text := &importing.Text{File: importing.File{Name: "a.html", Data: []byte("<p>One</p>")}, Kind: sniff.HTML, Preview: []string{"<p>One</p>"}}
	room.arriving = &arrivals{list: []*importing.Text{text}, answer: make(chan bool, 1)}
	dialog := room.renderArrivals().(*arrivalsDialog)
	desktest.MustSay(t, desktest.Seen(dialog), "Open as a plain text Leave it out", "Open it as a plain text all the same?")
	dialog.onOpen(d.Context, press)
	if open := <-dialog.Asked.answer; !open || text.Choice == "" {
		t.Errorf("it is opened as %q", text.Choice)
	}
	dialog.onClose(d.Context, press)
	if <-dialog.Asked.answer {
		t.Error("a dialog that is closed opens it")
	}
}

func TestOfSeveralFilesEachIsChosen(t *testing.T) {
	d := desktest.New(t)
	list := []*importing.Text{{File: importing.File{Name: "a.html"}, Kind: sniff.HTML}, {File: importing.File{Name: "b.html"}, Kind: sniff.HTML}}
	dialog := &arrivalsDialog{Asked: &arrivals{list: list, answer: make(chan bool, 1)}}
	desktest.MustSay(t, desktest.Seen(dialog), "2 files to look at", "Open 0 texts Leave them all out")
	box := desktest.Element(map[string]string{"arrival": "1"})
	box.Set("type", "checkbox")
	box.Set("checked", true)
	dialog.onChange(d.Context, desktest.Press(box))
	desktest.MustSay(t, desktest.Seen(dialog), "Open 1 text")
	if list[0].Choice != "" || list[1].Choice != importing.AsItStands {
		t.Errorf("chosen are %q and %q", list[0].Choice, list[1].Choice)
	}
	box.Set("checked", false)
	dialog.onChange(d.Context, desktest.Press(box))
	desktest.MustSay(t, desktest.Seen(dialog), "Open 0 texts")
}

func TestFilesThatNobodyWantsAreLeftOut(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	list := []*importing.Text{{Kind: sniff.HTML, Choice: importing.AsItStands}}
	d.Beside(func() {
		go func() {
			for asked := false; !asked; {
				d.OnPage(func() {
					if asked = room.arriving != nil; asked {
						room.arriving.say(false)
					}
				})
			}
		}()
		room.askArrivals(list)
	})
	if list[0].Choice != "" || room.arriving != nil {
		t.Errorf("it is opened as %q", list[0].Choice)
	}
}
