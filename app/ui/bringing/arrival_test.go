package bringing

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus/ingest"
	"spanwise/corpus/ingest/charset"
	"spanwise/corpus/ingest/sniff"
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

// known finds the encodings here, and not in the second program.
var known = encodings{latin, func(_ string, data []byte) ([]charset.Candidate, error) { return charset.Guess(data, latin), nil }}

func fileOf(name, data string) browser.File { return browser.File{Name: name, Data: []byte(data)} }

const smallProject = `{"format": "spanwise", "version": 2}`

// sortedNames are the names of files by what is done with them.
type sortedNames struct{ Texts, Asked, Projects, Told []string }

func namesOf(s sorted) (n sortedNames) {
	for _, a := range s.texts {
		n.Texts = append(n.Texts, a.file.Name)
	}
	for _, a := range s.asked {
		n.Asked = append(n.Asked, a.file.Name)
	}
	for _, f := range s.projects {
		n.Projects = append(n.Projects, f.Name)
	}
	n.Told = s.unopened.sentences()
	return n
}

func TestFilesAreSortedByWhatIsInThem(t *testing.T) {
	pauses := 0
	got := sortOut([]browser.File{
		fileOf("a.txt", "Talks\n\nx"),
		fileOf("work.txt", smallProject),
		fileOf("wide.json", "\xff\xfe"+strings.Join(strings.Split(smallProject, ""), "\x00")+"\x00"),
		fileOf("b.pdf", "%PDF-1.4\n1 0 obj\n"),
		fileOf("c.txt", "%PDF-1.4\n1 0 obj\n"),
		fileOf("broken.txt", "Caf\xe9\n\nx"),
		fileOf("tasks.json", `[{"data": {}, "annotations": []}]`),
		fileOf("scheme.json", `{"name": "A", "labels": [{"id": "a", "color": "#000000"}]}`),
		{Name: "gone.txt", Err: errors.New("gone.txt: it is gone")},
		{Name: "texts", Err: errors.New("texts: no file")},
	}, []string{"texts"}, known, func() { pauses++ })
	want := sortedNames{
		Texts: []string{"a.txt", "broken.txt", "tasks.json"}, Asked: []string{"broken.txt", "tasks.json"},
		Projects: []string{"work.txt", "wide.json"},
		Told: []string{
			"“texts” is a folder. Open or drop the files in it.",
			"2 files were not opened, each of which is a PDF document: b.pdf, c.txt. Spanwise reads plain texts: copy what is written in it, and paste that.",
			"“scheme.json” is a Spanwise scheme. Import it under “Edit scheme”.",
			"gone.txt: it is gone",
		},
	}
	if diff := cmp.Diff(want, namesOf(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if data := string(got.projects[1].Data); data != smallProject {
		t.Errorf("a project in UTF-16 is handed on as %q", data)
	}
	if pauses != 8 {
		t.Errorf("%d pauses", pauses)
	}
}

func TestWhatCanBeDoneWithAFileThatIsNotOpenedIsSaid(t *testing.T) {
	for data, want := range map[string]string{
		"%PDF-1.4\n1 0 obj\n":         "“a” is a PDF document. Spanwise reads plain texts: copy what is written in it, and paste that.",
		"\x1f\x8b\x08\x00\x00":        "“a” is a gzip archive. Unpack it, and open the texts in it.",
		"\x00asm\x01\x00\x00\x00":     "“a” is a program. Spanwise reads plain texts.",
		"SQLite format 3\x00\x10\x00": "“a” is an SQLite database. Spanwise reads plain texts.",
	} {
		got := sortOut([]browser.File{fileOf("a", data)}, nil, known, func() {})
		if diff := cmp.Diff([]string{want}, got.unopened.sentences()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestAGreatFileOfAnotherKindIsRefusedWithoutAQuestion(t *testing.T) {
	great := `[{"data": {}, "annotations": []}` + strings.Repeat(" ", ingest.MaxBytes) + "]"
	got := sortOut([]browser.File{fileOf("a.json", great)}, nil, known, func() {})
	want := sortedNames{Told: []string{"“a.json” is a Label Studio export. Spanwise cannot read it yet."}}
	if diff := cmp.Diff(want, namesOf(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// asked gives the one file of which something is asked.
func asked(t *testing.T, name, data string) *arrival {
	t.Helper()
	found := sortOut([]browser.File{fileOf(name, data)}, nil, known, func() {})
	if len(found.asked) != 1 {
		t.Fatalf("%d questions about %s", len(found.asked), name)
	}
	return found.asked[0]
}

func TestATextWhoseEncodingCannotBeLookedForIsLeftOutWithTheReason(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want []string
		why  string
	}{
		{errors.New("the connection is lost"), []string{"“a.txt” was not opened: the connection is lost."}, "it could be opened later"},
		{context.Canceled, nil, "a person has called it off"},
	} {
		failing := encodings{latin, func(string, []byte) ([]charset.Candidate, error) { return nil, tt.err }}
		got := sortOut([]browser.File{fileOf("a.txt", "Caf\xe9"), fileOf("b.txt", "Café")}, nil, failing, func() {})
		if diff := cmp.Diff(sortedNames{Texts: []string{"b.txt"}, Told: tt.want}, namesOf(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

func TestADamagedTextComesInAsItWasChosen(t *testing.T) {
	a := asked(t, "a.txt", "Caf\xe9\n\nx")
	if a.choice != "windows-1252" || len(a.fitting) != 2 || !cmp.Equal(a.preview, []string{"Café x"}) {
		t.Fatalf("offered %+v, chosen %q, shown %q", a.fitting, a.choice, a.preview)
	}
	result, wanted, err := a.read(latin)
	if err != nil || !wanted || result.Text != "Café\n\nx" || result.Damage != 0 || !result.Altered {
		t.Errorf("%v %v %+v", wanted, err, result)
	}
	a.choose("utf-8", latin)
	if result, _, _ = a.read(latin); result.Damage != 1 || !cmp.Equal(a.preview, []string{"Caf\ufffd x"}) {
		t.Errorf("as UTF-8: %+v, shown %q", result, a.preview)
	}
	a.choose("", latin)
	if _, wanted, err = a.read(latin); wanted || err != nil {
		t.Errorf("left out, it comes in: %v", err)
	}
}

func TestAFileOfAnotherKindComesInOnlyWhereThatIsWanted(t *testing.T) {
	for _, tt := range []struct{ name, data, text string }{
		{"page.html", "<html><head></head>\r\n<body>x</body></html>", "<html><head></head>\n<body>x</body></html>"},
		{"page.txt", "<html><head></head><body>Caf\xe9</body></html>", "<html><head></head><body>Café</body></html>"},
	} {
		a := asked(t, tt.name, tt.data)
		if _, wanted, err := a.read(latin); wanted || err != nil || a.kind != sniff.HTML {
			t.Errorf("%s comes in unasked, as %v: %v", tt.name, a.kind, err)
		}
		if want := "This looks like a web page (HTML). Spanwise cannot read it yet. Open it as a plain text all the same?"; a.question() != want {
			t.Errorf("%s: %s", tt.name, a.question())
		}
		a.openAnyway()
		if result, wanted, err := a.read(latin); !wanted || err != nil || result.Text != tt.text {
			t.Errorf("%s: %v %q", tt.name, err, result.Text)
		}
	}
}

func TestAnEncodingIsTakenForEachFileThatItFits(t *testing.T) {
	list := []*arrival{asked(t, "a.txt", "Caf\xe9"), asked(t, "b.txt", "M\xfcller"), asked(t, "c.html", "<html></html>")}
	list[0].choice, list[1].choice = "", ""
	a := &arrivals{list: list}
	if a.opens() != 0 {
		t.Errorf("%d would be opened", a.opens())
	}
	a.chooseForAll("windows-1252", latin)
	if got := []string{list[0].choice, list[1].choice, list[2].choice}; !cmp.Equal(got, []string{"windows-1252", "windows-1252", ""}) {
		t.Errorf("chosen: %q", got)
	}
	a.chooseForAll("utf-8", latin)
	if list[0].choice != "windows-1252" || a.opens() != 2 {
		t.Error("an encoding that damages is taken for files that nobody looked at")
	}
	a.leaveOut()
	if a.opens() != 0 {
		t.Error("left out, they come in")
	}
}

func TestAProjectIsOpenedUnderAnyNameAndNothingElseIs(t *testing.T) {
	wide := "\xff\xfe" + strings.Join(strings.Split(smallProject, ""), "\x00") + "\x00"
	for _, tt := range []struct{ name, data, want, err string }{
		{"work.txt", smallProject, smallProject, ""},
		{"wide", wide, smallProject, ""},
		{"broken.json", "{", "{", ""},
		{"paper.json", "%PDF-1.4\n1 0 obj\n", "", "paper.json: not a Spanwise project: it looks like a PDF document"},
		{"tasks.json", `[{"data": {}, "annotations": []}]`, "", "tasks.json: not a Spanwise project: it looks like a Label Studio export"},
	} {
		got, err := kit.AsProject(fileOf(tt.name, tt.data))
		if tt.err == "" && (err != nil || string(got.Data) != tt.want) || tt.err != "" && (err == nil || err.Error() != tt.err) {
			t.Errorf("%s: %q, %v", tt.name, got.Data, err)
		}
	}
	if _, err := kit.AsProject(browser.File{Err: errors.New("gone")}); err == nil {
		t.Error("a file that could not be read is taken")
	}
}

func TestANameThatTurnsWhatFollowsIsWrittenOutWhereAFileIsAskedAbout(t *testing.T) {
	a := &arrival{file: browser.File{Name: "report\u202efdp.txt"}}
	if got := a.name(); got != "report[U+202E]fdp.txt" {
		t.Errorf("the dialog says %q", got)
	}
}
