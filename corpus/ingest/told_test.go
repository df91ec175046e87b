package ingest_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus/ingest"
)

func TestATextKeepsTheNameOfItsFileAndWhatWasDoneToIt(t *testing.T) {
	tests := []struct{ name, why, text, label, file, changes string }{
		{"clean", "nothing was done", "Talks\n\nx", "", "a.txt", ""},
		{"Windows lines", "lines were changed", "\ufeffTalks\r\n\r\nx", "", "a.txt",
			"1 byte order mark was removed from the start of the text. 2 line ends were changed from CR LF to LF."},
		{"pasted", "there is no file", "Talks\n\nx", "", "", ""},
		{"another encoding", "somebody chose it", "Café\n\nx", "windows-1252", "a.txt",
			"The text was decoded from Western European (Windows-1252), chosen by hand."},
		{"the wrong encoding", "what it could not say is marked", "Caf\ufffd\n\nx \ufffd\ufffd", "utf-8", "a.txt",
			"The text was decoded from UTF-8, chosen by hand. 3 places were no characters in this encoding and became “\ufffd”, on lines 1, 3."},
	}
	for _, test := range tests {
		result, err := ingest.Text(test.file, []byte(test.text))
		if test.label != "" {
			result, err = ingest.Decoded(test.file, test.text, test.label)
		}
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{test.file, test.changes}, []string{result.Details.File, result.Details.Changes}); diff != "" {
			t.Errorf("%s, since %s (-want +got):\n%s", test.name, test.why, diff)
		}
		if result.Damage != strings.Count(test.text, "\ufffd") {
			t.Errorf("%s: damage %d", test.name, result.Damage)
		}
	}
}

// brought gives the results of texts that came in together.
func brought(t *testing.T, texts ...string) (all []ingest.Result) {
	t.Helper()
	for _, text := range texts {
		result, err := ingest.Text("a.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, result)
	}
	return all
}

func TestDamageIsToldFirstAndTheRestInOneLine(t *testing.T) {
	windows, front := "Talks\r\n\r\nx\r\n", "---\r\ntitle: More\r\n---\r\n\r\nx\r\n"
	tests := []struct {
		name  string
		texts []ingest.Result
		want  ingest.Told
	}{
		{"none", nil, ingest.Told{}},
		{"one", brought(t, windows), ingest.Told{Rest: "3 line ends were changed from CR LF to LF. The title was taken from the first line, which is the headline."}},
		{"three, one damaged", brought(t, windows, front, "\ufeffTal\ufffdks\n\nx"), ingest.Told{
			Damage: []string{"“Tal\ufffdks”: The text has “\ufffd” in 1 place, on line 1: it was damaged before it came here."},
			Rest: "Details at the start (front matter) were read in 1 text; they are not part of the text. Line ends were changed to LF in 2 texts. " +
				"Byte order marks were removed from 1 text. The title was made the headline, the first line, of 1 text. " +
				"Titles were taken from the first line or the file’s name in 2 texts.",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, ingest.Tell(test.texts)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestOfManyDamagedTextsTheFirstAreNamed(t *testing.T) {
	for many, want := range map[int]string{13: "“\ufffd” is in 1 text besides.", 30: "“\ufffd” is in 18 texts besides."} {
		told := ingest.Tell(brought(t, strings.Fields(strings.Repeat("Tal\ufffdks ", many))...))
		if n := len(told.Damage); n != 13 || told.Damage[12] != want {
			t.Errorf("%d sentences of %d texts, the last is %q", n, many, told.Damage[n-1])
		}
	}
}

func TestAFileInUTF16IsReadAsUTF8(t *testing.T) {
	const text = `{"format": "spanwise", "name": "Größe 😀"}`
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for _, mark := range []string{"", "\ufeff"} {
			var data []byte
			for _, unit := range utf16.Encode([]rune(mark + text)) {
				data = order.AppendUint16(data, unit)
			}
			if diff := cmp.Diff(text, string(ingest.UTF8(data))); diff != "" {
				t.Errorf("%v, mark %q (-want +got):\n%s", order, mark, diff)
			}
		}
	}
	if got := string(ingest.UTF8([]byte("\ufeff" + text))); got != "\ufeff"+text {
		t.Errorf("UTF-8 is changed: %q", got)
	}
}
