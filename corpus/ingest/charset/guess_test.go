package charset

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// table gives what the browser has: an encoding by its label.
func table(t testing.TB, label string) encoding.Encoding {
	t.Helper()
	switch label {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		t.Fatalf("%s: %v", label, err)
	}
	return e
}

// decoder decodes as the browser does.
func decoder(t testing.TB) Decode {
	return func(label string, data []byte) string {
		text, err := table(t, label).NewDecoder().Bytes(data)
		if err != nil {
			t.Fatalf("decode %s: %v", label, err)
		}
		return strings.TrimPrefix(string(text), "\ufeff")
	}
}

func encode(t testing.TB, label, text string) []byte {
	t.Helper()
	data, err := table(t, label).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s cannot write %q: %v", label, text, err)
	}
	return data
}

// sentence is a line of testdata/sentences.tsv: two sentences in a language and an encoding.
type sentence struct{ label, language, first, second string }

func sentences(t testing.TB) (all []sentence) {
	t.Helper()
	data, err := os.ReadFile("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		part := strings.Split(strings.TrimSpace(line), "\t")
		all = append(all, sentence{part[0], part[1], part[2], part[3]})
	}
	return all
}

// start gives the first words of a text, to the first that is not ASCII and one more at least.
func start(text string, words int) string {
	all := strings.Fields(text)
	for n := min(words, len(all)); n < len(all); n++ {
		if short := strings.Join(all[:n], " "); strings.ContainsFunc(short, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return short
		}
	}
	return text
}

func TestTheLikeliestEncodingReadsTheTextAsItWasWritten(t *testing.T) {
	lengths := []struct {
		name  string
		of    func(sentence) string
		least int // percent
	}{
		{"three words", func(s sentence) string { return start(s.first, 3) }, 80},
		{"six words", func(s sentence) string { return start(s.first, 6) }, 90},
		{"a sentence", func(s sentence) string { return s.first }, 96},
		{"two sentences", func(s sentence) string { return s.first + "\n\n" + s.second + "\n" }, 96},
	}
	for _, length := range lengths {
		t.Run(length.name, func(t *testing.T) {
			right, all, wrong := 0, 0, []string{}
			for _, s := range sentences(t) {
				text := length.of(s)
				data := encode(t, s.label, text)
				if Known(data) {
					continue // nothing to guess
				}
				all++
				found := Guess(data, decoder(t))
				if len(found) > 0 && decoder(t)(found[0].Label, data) == text {
					right++
					continue
				}
				wrong = append(wrong, fmt.Sprintf("%s %s: %s", s.label, s.language, describe(t, found, data, text)))
			}
			t.Logf("%d of %d right; wrong:\n%s", right, all, strings.Join(wrong, "\n"))
			if right*100 < all*length.least {
				t.Errorf("%d of %d are right, which is less than %d %%:\n%s", right, all, length.least, strings.Join(wrong, "\n"))
			}
		})
	}
}

// describe says what was guessed, and where among it the right reading is.
func describe(t *testing.T, found []Candidate, data []byte, text string) string {
	if len(found) == 0 {
		return "nothing fits"
	}
	said := fmt.Sprintf("%s (%.1f) %q", found[0].Label, found[0].score, decoder(t)(found[0].Label, data))
	for i, c := range found {
		if decoder(t)(c.Label, data) == text {
			return said + fmt.Sprintf("; the right one, %s, is number %d (%.1f)", c.Label, i+1, c.score)
		}
	}
	return said + "; the right one is not offered"
}

func TestOneWordIsOftenEnough(t *testing.T) {
	for _, tt := range []struct{ label, text, why string }{
		{"windows-1252", "Café", "a word of the issue"},
		{"windows-1252", "Müller", "a name, which GBK would read too"},
		{"windows-1252", "Talks on Séria and Türkiye", "names in a headline"},
		{"windows-1252", "“Yes,” he said", "nothing but quotation marks"},
		{"windows-1251", "Привет, мир", "Greek and Hebrew letters have the same places"},
		{"koi8-r", "Привет, мир", "small letters and capitals change places"},
		{"shift_jis", "こんにちは", "kana"},
		{"euc-kr", "안녕하세요 세계", "Chinese has the same places"},
		{"gb18030", "你好，世界", "Japanese has the same places"},
		{"windows-1256", "مرحبا بالعالم", "no other letters"},
		{"windows-1253", "Καλημέρα κόσμε", "Cyrillic has the same places"},
		{"windows-1254", "Türkiye’de bir gün, şimdi", "Icelandic letters have the same places"},
	} {
		data := encode(t, tt.label, tt.text)
		found := Guess(data, decoder(t))
		if len(found) == 0 || decoder(t)(found[0].Label, data) != tt.text {
			t.Errorf("%s %q (%s): %s", tt.label, tt.text, tt.why, describe(t, found, data, tt.text))
		}
	}
}

func TestUTF8ThatIsDamagedStaysUTF8(t *testing.T) {
	text := "Der Präsident sagte, die Größe der Fläche sei schon überprüft.\nÄrger gab es über Österreich.\n"
	for _, tt := range []struct{ name, data string }{
		{"cut off", text[:len(text)-len("sterreich.\n")-1]},
		{"one byte of another encoding", text + "Caf\xe9\n"},
	} {
		found := Guess([]byte(tt.data), decoder(t))
		if found[0].Label != UTF8 || found[0].Damage != 1 && tt.name != "cut off" {
			t.Errorf("%s: %+v", tt.name, found[0])
		}
	}
}

func TestALineIsGuessedThatBeginsWithALotOfASCII(t *testing.T) {
	text := strings.Repeat("All of it is ASCII so far. ", 1_000) + "Der Präsident sagte, die Größe der Fläche sei überprüft."
	data := encode(t, "windows-1252", text)
	found := Guess(data, decoder(t))
	if decoder(t)(found[0].Label, data) != text {
		t.Errorf("%s is the first of %d", found[0].Label, len(found))
	}
}

func TestAllThatFitsIsOfferedOnceAndUTF8Always(t *testing.T) {
	found := Guess([]byte("Caf\xe9\n"), decoder(t))
	readings, hasUTF8 := map[string]bool{}, false
	for _, c := range found {
		text := decoder(t)(c.Label, []byte("Caf\xe9\n"))
		if readings[text] {
			t.Errorf("%s reads the text as one before it does", c.Label)
		}
		readings[text] = true
		hasUTF8 = hasUTF8 || c.Label == UTF8
		if c.Damage > 0 != (c.Label == UTF8) {
			t.Errorf("%s is offered with %d places damaged", c.Label, c.Damage)
		}
	}
	if !hasUTF8 || len(found) < 5 {
		t.Errorf("offered: %+v", found)
	}
}

func TestWhatIsKnownIsNotGuessed(t *testing.T) {
	for _, tt := range []struct {
		name, why, data string
		want            bool
	}{
		{"ASCII", "it is UTF-8", "Talks", true},
		{"UTF-8", "it is valid", "Café\n", true},
		{"replacement characters", "they were there before", "Caf\ufffd\n", true},
		{"UTF-16 that says so", "by its mark", "\xff\xfeT\x00\xe9\x00", true},
		{"UTF-16 with half a pair", "it is no character", "\xfe\xff\x00T\xd8\x3d\x00s", false},
		{"UTF-16 cut off", "half a unit is left", "\xfe\xff\x00T\xd8", false},
		{"UTF-16 without a mark", "it only seems so", "T\x00a\x00l\x00k\x00s\x00", false},
		{"ISO-2022-JP", "it is ASCII to the eye", "\x1b$B30Aj\x1b(B", false},
		{"another encoding", "it is not valid", "Caf\xe9", false},
	} {
		if got := Known([]byte(tt.data)); got != tt.want {
			t.Errorf("%s: known is %v, though %s", tt.name, got, tt.why)
		}
	}
}

func TestBytesAreNotTakenForUTF16WhereTheyCannotBeText(t *testing.T) {
	for _, data := range []string{"", "\x00", "ab\x00c", "\x00\x01\x02\x03\x00\x00\x00\x09", "plain text", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", strings.Repeat("\x00", 64)} {
		if UTF16([]byte(data)) != nil {
			t.Errorf("%q", data)
		}
	}
}

func TestAPreviewShowsWhatIsDamagedInItsPlace(t *testing.T) {
	long := strings.Repeat("All is well here. ", 40)
	data := []byte(long + "The Caf\xe9 is open. " + long + "\n" + long + "M\xfcller said so. " + long)
	got := Preview(data, "windows-1252", decoder(t))
	if len(got) != 2 || !strings.Contains(got[0], "well here. The Café is open. All") || !strings.Contains(got[1], "well here. Müller said so. All") {
		t.Errorf("got %q", got)
	}
	for _, passage := range got {
		if !strings.HasPrefix(passage, "… ") || !strings.HasSuffix(passage, " …") || len(passage) > 200 {
			t.Errorf("not cut as it should: %q", passage)
		}
	}
	japanese := encode(t, "shift_jis", strings.Repeat("外相は金曜日、国境をめぐる交渉を続け", 60))
	for _, passage := range Preview(japanese, "shift_jis", decoder(t)) {
		if !strings.Contains(passage, "金曜日") {
			t.Errorf("where there are no spaces: %q", passage)
		}
	}
}

func FuzzGuess(f *testing.F) {
	for _, data := range []string{"Caf\xe9", "\xff\xfe\x00\xd8", "\x1b$B", "a\x00", "\x81\x30\x81"} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, c := range Guess(data, decoder(t)) {
			Preview(data, c.Label, decoder(t))
		}
		Known(data)
	})
}
