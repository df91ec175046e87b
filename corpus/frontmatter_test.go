package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func TestFrontMatterIsSplitFromTheBody(t *testing.T) {
	tests := []struct {
		name, why, file string
		matter          corpus.Matter
		body            string
		found           bool
	}{
		{"none", "the first line is text", "Title\n---\nx", corpus.Matter{}, "Title\n---\nx", false},
		{"empty file", "there is no line", "", corpus.Matter{}, "", false},
		{"not at the top", "only the first line opens it", "\n---\ntitle: A\n---\n", corpus.Matter{}, "\n---\ntitle: A\n---\n", false},
		{"empty head", "it says nothing, but is none of the text", "---\n---\nx", corpus.Matter{}, "x", true},
		{
			"all keys", "in any order, with blank lines between",
			"---\nnote: n\n\nstandfirst: s\ntitle: A: “b”\nurl: https://e.org/?a=b:c\noutlet:  The Paper \nlanguage: pt-PT\npublished: 2023-04-25\n---\nx",
			corpus.Matter{
				Details:    corpus.Details{Title: "A: “b”", Outlet: "The Paper", Language: "pt-PT", Published: "2023-04-25", URL: "https://e.org/?a=b:c", Note: "n"},
				Standfirst: "s",
			},
			"x", true,
		},
		{"empty value", "it says nothing", "---\nlanguage:\n---\nx", corpus.Matter{}, "x", true},
		{"blank lines after", "they belong to neither part", "---\ntitle: A\n---\n\n \n  x\n\n", titled("A"), "  x\n\n", true},
		{"later fence", "it is text", "---\ntitle: A\n---\nx\n---\ny", titled("A"), "x\n---\ny", true},
		{"space after a fence", "it cannot be seen", "--- \ntitle: A\n---\t\nx", titled("A"), "x", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			matter, body, found, err := corpus.FrontMatter(test.file)
			if err != nil || found != test.found {
				t.Errorf("found %t, error %v, though %s", found, err, test.why)
			}
			if diff := cmp.Diff(test.matter, matter); diff != "" {
				t.Errorf("details, since %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(test.body, body); diff != "" {
				t.Errorf("body, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func titled(title string) corpus.Matter { return corpus.Matter{Details: corpus.Details{Title: title}} }

func TestFrontMatterErrorsNameTheLine(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"never closed", "---\ntitle: A\n", "line 1: front matter without a closing line ---"},
		{"no colon", "---\ntitle: A\nSome text\n---\n", `line 3: no colon in "Some text": expected a line key: value`},
		{"long line", "---\n" + strings.Repeat("é", 90) + "\n---\n", `line 2: no colon in "` + strings.Repeat("é", 40) + `…": expected a line key: value`},
		{"unknown key", "---\n\ntags: [a]\n---\n", `line 3: unknown key "tags": known are title, standfirst, outlet, language, published, url, note`},
		{"standfirst alone", "---\nstandfirst: s\n---\n", "line 1: the details name a standfirst, but no title"},
		{"twice", "---\ntitle: A\ntitle: B\n---\n", "line 3: title is given twice"},
		{"no day", "---\npublished: 25 April\n---\n", `line 2: published "25 April" is not a day YYYY-MM-DD`},
		{"no such day", "---\npublished: 2023-02-30\n---\n", `line 2: published "2023-02-30" is not a day YYYY-MM-DD`},
		{"language name", "---\nlanguage: português\n---\n", `line 2: language "português" is not a BCP 47 tag such as en or pt-PT`},
		{"language digits", "---\nlanguage: 1a\n---\n", `line 2: language "1a" is not a BCP 47 tag such as en or pt-PT`},
		{"language end", "---\nlanguage: en-\n---\n", `line 2: language "en-" is not a BCP 47 tag such as en or pt-PT`},
		{"script address", "---\nurl: javascript:alert(1)\n---\n", `line 2: url "javascript:alert(1)" does not start with https:// or http://`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			matter, body, _, err := corpus.FrontMatter(test.file)
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
			if body != test.file || matter != (corpus.Matter{}) {
				t.Errorf("an error must leave the whole text: %q, %v", body, matter)
			}
		})
	}
}
