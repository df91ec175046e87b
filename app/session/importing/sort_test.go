package importing

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/samples"
	"spanwise/app/formats"
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
var known = Encodings{latin, func(_ string, data []byte) ([]charset.Candidate, error) { return charset.Guess(data, latin), nil }}

func fileOf(name, data string) File { return File{Name: name, Data: []byte(data)} }

const smallProject = `{"format": "spanwise", "version": 2}`

// wide is a text as UTF-16 with its mark.
func wide(text string) string {
	b := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// sortedNames are the names of files by what is done with them.
type sortedNames struct{ Texts, Asked, Projects, Told []string }

func namesOf(s Sorted) (n sortedNames) {
	for _, a := range s.Texts {
		n.Texts = append(n.Texts, a.Name)
	}
	for _, a := range s.Asked {
		n.Asked = append(n.Asked, a.Name)
	}
	for _, f := range s.Projects {
		n.Projects = append(n.Projects, f.Name)
	}
	for _, kind := range s.Unopened.Kinds {
		n.Told = append(n.Told, kind.String()+": "+strings.Join(s.Unopened.Names[kind], ", "))
	}
	for _, err := range s.Unopened.Errors {
		n.Told = append(n.Told, err.Error())
	}
	return n
}

func TestFilesAreSortedByWhatIsInThem(t *testing.T) {
	pauses := 0
	got := Sort([]File{
		fileOf("a.txt", "Talks\n\nx"),
		fileOf("work.txt", smallProject),
		fileOf("wide.json", wide(smallProject)),
		fileOf("b.pdf", "%PDF-1.4\n1 0 obj\n"),
		fileOf("c.txt", "%PDF-1.4\n1 0 obj\n"),
		fileOf("broken.txt", "Caf\xe9\n\nx"),
		fileOf("tasks.json", `[{"data": {}, "annotations": []}]`),
		fileOf("scheme.json", `{"name": "A", "labels": [{"id": "a", "color": "#000000"}]}`),
		{Name: "gone.txt", Err: errors.New("gone.txt: it is gone")},
		{Name: "texts", Err: errors.New("texts: no file")},
	}, []string{"texts"}, formats.All, known, func() { pauses++ })
	want := sortedNames{
		Texts: []string{"a.txt", "broken.txt", "tasks.json"}, Asked: []string{"broken.txt", "tasks.json"},
		Projects: []string{"work.txt", "wide.json"},
		Told: []string{
			"a PDF document: b.pdf, c.txt", "a Spanwise scheme: scheme.json", "gone.txt: it is gone",
		},
	}
	if diff := cmp.Diff(want, namesOf(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !cmp.Equal(got.Unopened.Folders, []string{"texts"}) {
		t.Errorf("folders %q", got.Unopened.Folders)
	}
	if pauses != 8 {
		t.Errorf("%d pauses", pauses)
	}
}

func TestAGreatFileOfAnotherKindIsRefusedWithoutAQuestion(t *testing.T) {
	great := `[{"data": {}, "annotations": []}` + strings.Repeat(" ", ingest.MaxBytes) + "]"
	got := Sort([]File{fileOf("a.json", great)}, nil, formats.All, known, func() {})
	want := sortedNames{Told: []string{"a Label Studio export: a.json"}}
	if diff := cmp.Diff(want, namesOf(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// asked gives the one file of which something is asked.
func asked(t *testing.T, name, data string) *Text {
	t.Helper()
	found := Sort([]File{fileOf(name, data)}, nil, formats.All, known, func() {})
	if len(found.Asked) != 1 {
		t.Fatalf("%d questions about %s", len(found.Asked), name)
	}
	return found.Asked[0]
}

func TestATextWhoseEncodingCannotBeLookedForIsLeftOutWithTheReason(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want []string
		why  string
	}{
		{errors.New("the connection is lost"), []string{"“a.txt” was not opened: the connection is lost"}, "it could be opened later"},
		{context.Canceled, nil, "a person has called it off"},
	} {
		failing := Encodings{latin, func(string, []byte) ([]charset.Candidate, error) { return nil, tt.err }}
		got := Sort([]File{fileOf("a.txt", "Caf\xe9"), fileOf("b.txt", "Café")}, nil, formats.All, failing, func() {})
		if diff := cmp.Diff(sortedNames{Texts: []string{"b.txt"}, Told: tt.want}, namesOf(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

func TestADamagedTextComesInAsItWasChosen(t *testing.T) {
	a := asked(t, "a.txt", "Caf\xe9\n\nx")
	if a.Choice != "windows-1252" || len(a.Fitting) != 2 || !cmp.Equal(a.Preview, []string{"Café x"}) {
		t.Fatalf("offered %+v, chosen %q, shown %q", a.Fitting, a.Choice, a.Preview)
	}
	result, wanted, err := a.Read(latin)
	if err != nil || !wanted || result.Text != "Café\n\nx" || result.Damage != 0 || !result.Altered {
		t.Errorf("%v %v %+v", wanted, err, result)
	}
	a.Choose("utf-8", latin)
	if result, _, _ = a.Read(latin); result.Damage != 1 || !cmp.Equal(a.Preview, []string{"Caf\ufffd x"}) {
		t.Errorf("as UTF-8: %+v, shown %q", result, a.Preview)
	}
	a.Choose("", latin)
	if _, wanted, err = a.Read(latin); wanted || err != nil {
		t.Errorf("left out, it comes in: %v", err)
	}
}

func TestAFileOfAnotherKindComesInOnlyWhereThatIsWanted(t *testing.T) {
	for _, tt := range []struct{ name, data, text string }{
		{"page.html", "<html><head></head>\r\n<body>x</body></html>", "<html><head></head>\n<body>x</body></html>"},
		{"page.txt", "<html><head></head><body>Caf\xe9</body></html>", "<html><head></head><body>Café</body></html>"},
	} {
		a := asked(t, tt.name, tt.data)
		if _, wanted, err := a.Read(latin); wanted || err != nil || a.Kind != sniff.HTML {
			t.Errorf("%s comes in unasked, as %v: %v", tt.name, a.Kind, err)
		}
		a.OpenAnyway()
		if result, wanted, err := a.Read(latin); !wanted || err != nil || result.Text != tt.text {
			t.Errorf("%s: %v %q", tt.name, err, result.Text)
		}
	}
}

// project is what Project reads of a file.
func project(file File) (*annotations.Project, error) {
	f, err := Project(file, formats.All, formats.Own)
	if err != nil {
		return nil, err
	}
	read, err := f.Codec.Read(f.Data, format.Options{}, nil)
	return read.Project, err
}

func TestAProjectIsOpenedUnderAnyNameAndNothingElseIs(t *testing.T) {
	whole := string(written(t, samples.Whole(t)))
	for _, tt := range []struct{ name, data, err string }{
		{"work.txt", whole, ""},
		{"wide", wide(whole), ""},
		{"broken.json", "{", "spanwise: not a Spanwise file"},
		{"paper.json", "%PDF-1.4\n1 0 obj\n", "paper.json: not a Spanwise project: it looks like a PDF document"},
		{"tasks.json", `[{"data": {}, "annotations": []}]`, "tasks.json: not a Spanwise project: it looks like a Label Studio export"},
	} {
		got, err := project(fileOf(tt.name, tt.data))
		if tt.err == "" && (err != nil || !got.Equal(samples.Whole(t))) || tt.err != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.err)) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := project(File{Err: errors.New("gone")}); err == nil {
		t.Error("a file that could not be read is taken")
	}
}
