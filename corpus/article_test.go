package corpus_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func TestAnArticleFileBecomesADocument(t *testing.T) {
	tests := []struct{ name, why, file string }{
		{"as written", "the plain form", "---\ntitle: A\nlanguage: en\n---\n\none\n\ntwo\n"},
		{"with its headline in the text", "it is not doubled", "---\ntitle: A\nlanguage: en\n---\n\nA\n\none\n\ntwo\n"},
		{"without a last line break", "editors differ", "---\ntitle: A\nlanguage: en\n---\none\n\ntwo"},
		{"from Windows", "its editors write a byte order mark and CR LF", "\ufeff---\r\ntitle: A\r\nlanguage: en\r\n---\r\n\r\none\r\n\r\ntwo\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := corpus.ParseArticle("2-a.md", []byte(test.file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff("A\n\none\n\ntwo", doc.Text()); diff != "" {
				t.Errorf("text, though %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(corpus.Details{Title: "A", Language: "en", Head: corpus.Headline}, doc.Details); diff != "" {
				t.Errorf("details, though %s (-want +got):\n%s", test.why, diff)
			}
			if want := "a-" + doc.SHA256()[:8]; doc.ID != want {
				t.Errorf("ID %s; want %s", doc.ID, want)
			}
		})
	}
}

func TestAnArticleFileWithAFaultIsRefusedByName(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"no details", "one\n", "a.md: line 1: an article starts with its details between two lines ---"},
		{"empty", "", "a.md: line 1: an article starts with its details between two lines ---"},
		{"bad detail", "---\ntitle: A\npublished: soon\n---\none\n", `a.md: line 3: published "soon" is not a day YYYY-MM-DD`},
		{"no title", "---\nlanguage: en\n---\none\n", "a.md: line 1: the details name no title"},
		{"no text", "---\ntitle: A\n---\n\n", "a.md: no text after the details"},
		{"not UTF-8", "---\ntitle: A\n---\n\nS\xedria\n", "a.md: invalid UTF-8 at byte 19, in line 5 (0xED)"},
		{"not UTF-8 in the details", "---\ntitle: S\xedria\n---\n\none\n", "a.md: invalid UTF-8 at byte 12, in line 2 (0xED)"},
		{"lone CR", "---\ntitle: A\n---\n\none\rtwo\n", "a.md: carriage return at byte 21, in line 5: lines end in LF alone"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := corpus.ParseArticle("a.md", []byte(test.file))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheIDOfAnArticleComesFromItsNameAndText(t *testing.T) {
	// The digest of "abc" starts with ba7816bf (FIPS 180-4).
	tests := []struct{ name, why, file, want string }{
		{"plain", "the extension is not part of it", "talks.md", "talks-ba7816bf"},
		{"ordered", "nor is its place in the folder", "12-talks-in-moscow.md", "talks-in-moscow-ba7816bf"},
		{"a year", "only digits before a dash are a place", "2023.md", "2023-ba7816bf"},
		{"digits and a letter", "the number is part of the word", "4way.md", "4way-ba7816bf"},
		{"nothing after the place", "an ID needs a name", "1-.md", "1--ba7816bf"},
		{"in a folder", "folders differ between machines", `C:\texts\a/talks.txt`, "talks-ba7816bf"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := corpus.ArticleID(test.file, "abc"); got != test.want {
				t.Errorf("ArticleID(%q) = %q; want %q, since %s", test.file, got, test.want, test.why)
			}
		})
	}
}
