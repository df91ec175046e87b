package bringing

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/formats"
	"spanwise/app/session/importing"
	"spanwise/app/ui/kit"
	"spanwise/corpus/ingest/charset"
)

// latin decodes as a browser does that knows UTF-8 and Windows-1252.
func latin(label string, data []byte) string {
	var text strings.Builder
	switch label {
	case "utf-8":
		return strings.ToValidUTF8(string(data), "\ufffd")
	case "windows-1252":
		for _, c := range data {
			text.WriteRune(rune(c))
		}
		return text.String()
	}
	return "\ufffd"
}

// sortedFiles sorts files; the encodings are found here, and not in the second program.
func sortedFiles(folders []string, files ...importing.File) importing.Sorted {
	guess := func(_ string, data []byte) ([]charset.Candidate, error) { return charset.Guess(data, latin), nil }
	return importing.Sort(files, folders, formats.All, importing.Encodings{Decode: latin, Guess: guess}, func() {})
}

// asked gives the one file of which something is asked.
func asked(t *testing.T, name, data string) *importing.Text {
	t.Helper()
	found := sortedFiles(nil, importing.File{Name: name, Data: []byte(data)})
	if len(found.Asked) != 1 {
		t.Fatalf("%d questions about %s", len(found.Asked), name)
	}
	return found.Asked[0]
}

func TestWhatCanBeDoneWithAFileThatIsNotOpenedIsSaid(t *testing.T) {
	for data, want := range map[string]string{
		"%PDF-1.4\n1 0 obj\n":                                        "“a” is a PDF document. Spanwise reads plain texts: copy what is written in it, and paste that.",
		"\x1f\x8b\x08\x00\x00":                                       "“a” is a gzip archive. Unpack it, and open the texts in it.",
		"\x00asm\x01\x00\x00\x00":                                    "“a” is a program. Spanwise reads plain texts.",
		"SQLite format 3\x00\x10\x00":                                "“a” is an SQLite database. Spanwise reads plain texts.",
		`{"name": "A", "labels": [{"id": "a", "color": "#000000"}]}`: "“a” is a Spanwise scheme. Import it under “Edit scheme”.",
	} {
		got := sortedFiles(nil, importing.File{Name: "a", Data: []byte(data)})
		if diff := cmp.Diff([]string{want}, unopened(got.Unopened)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestFilesOfOneKindThatAreNotOpenedAreToldInOneSentence(t *testing.T) {
	const paper = "%PDF-1.4\n1 0 obj\n"
	got := sortedFiles([]string{"texts"}, importing.File{Name: "a.pdf", Data: []byte(paper)}, importing.File{Name: "b.txt", Data: []byte(paper)},
		importing.File{Name: "gone.txt", Err: errors.New("gone.txt: it is gone")}, importing.File{Name: "texts", Err: errors.New("texts: no file")})
	want := []string{
		"“texts” is a folder. Open or drop the files in it.",
		"2 files were not opened, each of which is a PDF document: a.pdf, b.txt. Spanwise reads plain texts: copy what is written in it, and paste that.",
		"gone.txt: it is gone",
	}
	if diff := cmp.Diff(want, unopened(got.Unopened)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAFileIsAskedAboutInItsOwnWords(t *testing.T) {
	for name, want := range map[string]string{
		"page.html": "This looks like a web page (HTML). Spanwise cannot read it yet. Open it as a plain text all the same?",
		"a.txt":     "This text is not in UTF-8. Choose the encoding in which all its letters are right.",
	} {
		data := "Caf\xe9"
		if name == "page.html" {
			data = "<html><head></head><body>x</body></html>"
		}
		if got := arrivalQuestion(asked(t, name, data)); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestAnEncodingIsTakenForEachFileThatItFits(t *testing.T) {
	list := []*importing.Text{asked(t, "a.txt", "Caf\xe9"), asked(t, "b.txt", "M\xfcller"), asked(t, "c.html", "<html></html>")}
	list[0].Choice, list[1].Choice = "", ""
	a := &arrivals{list: list}
	if a.opens() != 0 {
		t.Errorf("%d would be opened", a.opens())
	}
	a.chooseForAll("windows-1252", latin)
	if got := []string{list[0].Choice, list[1].Choice, list[2].Choice}; !cmp.Equal(got, []string{"windows-1252", "windows-1252", ""}) {
		t.Errorf("chosen: %q", got)
	}
	a.chooseForAll("utf-8", latin)
	if list[0].Choice != "windows-1252" || a.opens() != 2 {
		t.Error("an encoding that damages is taken for files that nobody looked at")
	}
	a.leaveOut()
	if a.opens() != 0 {
		t.Error("left out, they come in")
	}
}

func TestANameThatTurnsWhatFollowsIsWrittenOutWhereAFileIsAskedAbout(t *testing.T) {
	d := &arrivalsDialog{Asked: &arrivals{list: []*importing.Text{{File: importing.File{Name: "report\u202efdp.txt"}}}}}
	if got := kit.Alone(d.Asked.single().Name); got != "report[U+202E]fdp.txt" {
		t.Errorf("the dialog says %q", got)
	}
}
