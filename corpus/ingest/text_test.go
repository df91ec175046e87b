package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
	"spanwise/corpus/ingest"
	"spanwise/corpus/testinput"
)

const (
	titleFromLine = "The title was taken from the first line."
	titleFromFile = "The title was taken from the file’s name."
	titleIsHead   = "The title was taken from the first line, which is the headline."
	headPut       = "The title was made the headline, the first line of the text."
	detailsRead   = "The details at the start (front matter) were read; they are not part of the text."
)

func TestEveryChangeToATextIsSaid(t *testing.T) {
	tests := []struct {
		name, why, data, text string
		changes               []string
	}{
		{"clean", "nothing is changed", "Talks\n\n é\u00a0e\u0301 \n\n", "Talks\n\n é\u00a0e\u0301 \n\n", []string{titleIsHead}},
		{"byte order mark", "it is of the file", "\ufeffTalks", "Talks", []string{"1 byte order mark was removed from the start of the text.", titleFromLine}},
		{"two of them", "programs add one to another’s", "\ufeff\ufeffTalks", "Talks", []string{"2 byte order marks were removed from the start of the text.", titleFromLine}},
		{"one inside", "there it is a character", "Talks\ufeff", "Talks\ufeff", []string{titleFromLine}},
		{"Windows lines", "offsets count LF", "Talks\r\n\r\nx\r\n", "Talks\n\nx\n", []string{"3 line ends were changed from CR LF to LF.", titleIsHead}},
		{"mixed lines", "each kind is counted", "Talks\r\n\rx\ry\n", "Talks\n\nx\ny\n", []string{
			"1 line end was changed from CR LF to LF.", "2 line ends were changed from CR to LF.", titleIsHead}},
		{"replacement character", "it was there before", "Talks \ufffd", "Talks \ufffd", []string{
			"The text has “\ufffd” in 1 place, on line 1: it was damaged before it came here.", titleFromLine}},
		{"many of them", "the first five lines are named", strings.Repeat("S\ufffdria and more\n", 7), strings.Repeat("S\ufffdria and more\n", 7), []string{
			"The text has “\ufffd” in 7 places, on lines 1, 2, 3, 4, 5 and more: it was damaged before it came here.", titleFromFile}},
		{"UTF-16, little-endian", "its byte order mark says so", "\xff\xfeT\x00\xe9\x00\x3d\xd8\x00\xde\r\x00\n\x00", "Té😀\n", []string{
			"The text was decoded from UTF-16 (little-endian).", "1 line end was changed from CR LF to LF.", titleFromLine}},
		{"UTF-16, big-endian", "its byte order mark says so", "\xfe\xff\x00T\x00\xe9\xd8\x3d\xde\x00", "Té😀", []string{
			"The text was decoded from UTF-16 (big-endian).", titleFromLine}},
		{"front matter", "it is read into the details", "---\r\ntitle: A\r\n---\r\n\r\nx\r\n", "A\nx\n", []string{
			"5 line ends were changed from CR LF to LF.", detailsRead, headPut}},
		{"byte order mark after front matter", "no document starts with one", "---\ntitle: A\n---\n\ufeffx", "A\nx", []string{
			detailsRead, "1 byte order mark was removed from the start of the text.", headPut}},
		{"front matter with a standfirst", "it is a part of the article", "---\ntitle: A\nstandfirst: S\n---\nx\n", "A\nS\nx\n", []string{
			detailsRead, headPut, "The standfirst was put after the headline."}},
		{"front matter of a text with its headline", "that is not doubled", "---\ntitle: A\n---\n# A\n\nx\n", "# A\n\nx\n", []string{
			detailsRead, "The text begins with the title, which is its headline."}},
		{"front matter of another program", "dropping keys would lose them", "---\ntags: [a]\n---\nx\n", "---\ntags: [a]\n---\nx\n", []string{
			`What looks like details at the start was left in the text (line 2: unknown key "tags": known are title, standfirst, outlet, language, published, url, note).`, titleFromFile}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result, err := ingest.Text("notes.txt", []byte(test.data))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.text, result.Text); diff != "" {
				t.Errorf("text, since %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(test.changes, result.Changes); diff != "" {
				t.Errorf("changes, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func TestWhatIsNoTextIsRefused(t *testing.T) {
	tests := []struct{ name, why, file, data, want string }{
		{"empty", "there is nothing to mark", "a.txt", "", "a.txt: there is no text in it"},
		{"white space", "nor is there here", "a.txt", "\ufeff \r\n\u00a0", "a.txt: there is no text in it"},
		{"pasted", "it has no name", "", "", "pasted text: there is no text in it"},
		{"front matter alone", "the text is missing", "a.md", "---\ntitle: A\n---\n\n", "a.md: there is no text in it"},
		{"NUL", "no text holds one", "a.txt", "ab\x00c", "a.txt: not text: NUL at byte 2 (a program’s own file)"},
		{"another encoding", "a person has to choose it", "a.txt", "Caf\xe9", "a.txt: not text in UTF-8, and its encoding is not known"},
		{"UTF-16 with a lone surrogate", "it is no character", "a.txt", "\xfe\xff\x00T\x00a\x00l\x00k\x00s\xd8\x3d\x00s", "a.txt: not text in UTF-8, and its encoding is not known"},
		{"UTF-16 cut off", "half a unit is left", "a.txt", "\xfe\xff\x00T\x00a\xd8", "a.txt: not text in UTF-8, and its encoding is not known"},
		{"control characters", "a program wrote it", "a.bin", "\x01\x02\x03ab", "a.bin: not text: 3 of its 5 bytes are control characters"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ingest.Text(test.file, []byte(test.data))
			if err == nil {
				t.Fatalf("no error, though %s", test.why)
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAFileOverTheLimitIsRefusedAndOneAtTheLimitIsNot(t *testing.T) {
	data := []byte(strings.Repeat("x", ingest.MaxBytes+1))
	_, err := ingest.Text("big.txt", data)
	if want := "big.txt: its 5242881 bytes are more than the 5 MiB that can be opened"; err == nil || err.Error() != want {
		t.Errorf("error %v; want %s", err, want)
	}
	if _, err := ingest.Text("big.txt", data[1:]); err != nil {
		t.Error(err)
	}
}

func TestATextGetsATitle(t *testing.T) {
	long := strings.Repeat("words and ", 13)
	tests := []struct{ name, why, file, text, want string }{
		{"alone on its line", "that is how articles are copied", "a.txt", "\n Talks in Moscow \n\nText.", "Talks in Moscow"},
		{"before a long paragraph", "sites leave no gap", "a.txt", "Talks in Moscow\n" + long, "Talks in Moscow"},
		{"a question", "it ends no sentence of a text", "a.txt", "Peace at last?\n\nText.", "Peace at last?"},
		{"Markdown heading", "the mark is not part of it", "a.md", "## Talks in Moscow\n\nText.", "Talks in Moscow"},
		{"a sentence", "it belongs to the text", "talks.txt", "They met.\n\nText.", "talks"},
		{"a quoted sentence", "so does it", "talks.txt", "“They met.”\n\nText.", "talks"},
		{"a wrapped line", "the next goes on with it", "talks.txt", "The ministers of four\ncountries met.", "talks"},
		{"a long line", "it is a paragraph", "talks.txt", long, "talks"},
		{"a rule", "it says nothing", "talks.txt", "=====\n\nText.", "talks"},
		{"the file’s name", "its folder and extension are not the title", `C:\x\y/talks.en.txt`, long, "talks.en"},
		{"pasted, long", "there is no name", "", long, "words and words and words and words and words and words and…"},
		{"pasted, no spaces", "there is nowhere to cut", "", strings.Repeat("国", 101), strings.Repeat("国", 60) + "…"},
		{"pasted, a sentence", "there is nothing else", "", "They met.", "They met."},
		{"in the details", "a person wrote it", "a.txt", "---\ntitle: Talks\n---\nOther\n", "Talks"},
		{"details without one", "the rest of them is kept", "a.txt", "---\nlanguage: en\n---\nOther\n", "Other"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result, err := ingest.Text(test.file, []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, result.Details.Title); diff != "" {
				t.Errorf("title, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

// checkResult checks what holds for any bytes: they are refused, or become a titled document whose every character
// was there before or is reported.
func checkResult(t *testing.T, name string, data []byte) {
	t.Helper()
	result, err := ingest.Text(name, data)
	if err != nil {
		return
	}
	if _, err := corpus.NewDocument("test", result.Details, result.Text); err != nil {
		t.Errorf("%s: the text is not clean: %v", name, err)
	}
	if result.Details.Title == "" || !utf8.ValidString(result.Details.Title) {
		t.Errorf("%s: title %q", name, result.Details.Title)
	}
	said := strings.Join(result.Changes, "\n")
	if result.Text != string(data) && strings.ReplaceAll(said, titleFromFile, "") == "" {
		t.Errorf("%s: the text was changed, but only %q is said", name, said)
	}
}

func TestForeignFilesAreRefusedOrBecomeDocuments(t *testing.T) {
	root := testinput.Path(t, ".")
	read := 0
	for _, pattern := range []string{"articles/*", "cases/text/*", "cases/languages/*", "cases/hostile/*/*", "cases/html/*/*", "cases/conll/*"} {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkResult(t, filepath.Base(file), data)
			read++
		}
	}
	if read < 20 {
		t.Errorf("only %d files read", read)
	}
}

func FuzzText(f *testing.F) {
	for _, data := range []string{"Talks\r\n\r\nx\xff", "\ufeff---\ntitle: A\n---\n\ufeffx", "\xff\xfex\x00\x3d", "\xfe\xff\xd8\x00\xd8\x00", "# \n#"} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkResult(t, "", data)
		checkResult(t, "a.txt", data)
	})
}
