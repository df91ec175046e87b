package corpus_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func TestADocumentRefusesTextThatIsNotClean(t *testing.T) {
	tests := []struct{ name, why, id, text, want string }{
		{"clean", "nothing is wrong with it", "a", "é\n\ufeff😀", ""},
		{"empty", "a text may be empty", "a", "", ""},
		{"no ID", "nothing could refer to it", "", "x", "document without an ID"},
		{"byte order mark", "it is of the file, not of the text", "a", "\ufeffx", `document "a": byte order mark at byte 0`},
		{"CR LF", "the browser would count it as one", "a", "é\r\n", `document "a": carriage return at byte 2, in line 1: lines end in LF alone`},
		{"CR", "so it would a lone one", "a", "\r", `document "a": carriage return at byte 0, in line 1: lines end in LF alone`},
		{"invalid", "offsets in it would not agree", "a", "\ufffd\né\xff", `document "a": invalid UTF-8 at byte 6, in line 2 (0xFF)`},
		{"surrogate", "UTF-8 has none", "a", "x\xed\xa0\x80", `document "a": invalid UTF-8 at byte 1, in line 1 (0xED)`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if _, err := corpus.NewDocument(test.id, corpus.Details{}, test.text); err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("error, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func TestDescribingADocumentLeavesTheOldOneAndSharesTheText(t *testing.T) {
	old := document(t, "one\ntwo")
	described := old.WithDetails(corpus.Details{Title: "New"}).WithID("other")
	if old.ID != "test" || old.Title != "" {
		t.Errorf("the old document became %q, %q", old.ID, old.Title)
	}
	if described.ID != "other" || described.Title != "New" || described.Text() != old.Text() {
		t.Errorf("the new document is %q, %q, %q", described.ID, described.Title, described.Text())
	}
	if described.Mapper() != old.Mapper() || &described.Blocks()[0] != &old.Blocks()[0] {
		t.Error("mapper or blocks were worked out again")
	}
}

func TestTheDigestOfATextIsItsSHA256(t *testing.T) {
	// The two digests are test vectors of FIPS 180-4 ("abc") and of the empty message.
	for text, want := range map[string]string{
		"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		"":    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	} {
		if got := document(t, text).SHA256(); got != want {
			t.Errorf("SHA256 of %q = %s; want %s", text, got, want)
		}
	}
}

func TestDetailsThatAPersonTypedAreChecked(t *testing.T) {
	good := corpus.Details{Title: "Talks", Language: "pt-PT", Published: "2023-04-25", URL: "https://example.org/"}
	tests := []struct {
		name, why string
		change    func(*corpus.Details)
		want      string
	}{
		{"all known", "each has its form", func(*corpus.Details) {}, ""},
		{"title alone", "what is empty is unknown", func(d *corpus.Details) { *d = corpus.Details{Title: "Talks"} }, ""},
		{"no title", "people find a text by it", func(d *corpus.Details) { d.Title = " " }, "an article needs a title"},
		{"language", "a browser would not know it", func(d *corpus.Details) { d.Language = "Portuguese!" }, `language "Portuguese!" is not a BCP 47 tag such as en or pt-PT`},
		{"day", "it must sort", func(d *corpus.Details) { d.Published = "25.4.2023" }, `published "25.4.2023" is not a day YYYY-MM-DD`},
		{"address", "a link may run no script", func(d *corpus.Details) { d.URL = "javascript:x" }, `url "javascript:x" does not start with https:// or http://`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			details, got := good, ""
			test.change(&details)
			if err := details.Check(); err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("error, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}
