package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func TestATitleIsPutBeforeTheBodyUnlessItIsThere(t *testing.T) {
	wrapped := strings.Repeat("It was a long day for the ministers of the four countries, who\n", 4)
	tests := []struct {
		name, why         string
		title, standfirst string
		body, text        string
		put               []string
	}{
		{"before paragraphs of a line", "the text goes on as it does below", "T", "", "a\nb", "T\na\nb", []string{"title"}},
		{"before paragraphs with gaps", "so does this one", "T", "", "a\n\nb", "T\n\na\n\nb", []string{"title"}},
		{"before one paragraph", "a line end is enough", "T", "", "a", "T\na", []string{"title"}},
		{"before a wrapped text", "a line end alone would be one of a paragraph's", "T", "", wrapped, "T\n\n" + wrapped, []string{"title"}},
		{"in the body", "it would be there twice", "T", "", "T\n\na", "T\n\na", nil},
		{"in the body alone", "so it would here", "T", "", "T", "T", nil},
		{"in the body as Markdown has it", "the mark is none of the headline", "The Talks", "", "# The Talks\n\na", "# The Talks\n\na", nil},
		{"in the body in bold", "so are these", "The Talks", "", "**The Talks**\n\na", "**The Talks**\n\na", nil},
		{"in the body in another typography", "who reads it sees the same", "Syria’s  “way”", "", " SYRIA'S \"WAY\" \na", " SYRIA'S \"WAY\" \na", nil},
		{"in a longer line", "that is another headline", "The Talks", "", "The Talks fail\n\na", "The Talks\n\nThe Talks fail\n\na", []string{"title"}},
		{"further down", "a headline is the first line", "T", "", "a\n\nT", "T\n\na\n\nT", []string{"title"}},
		{"with a standfirst", "it comes second", "T", "S", "a\n\nb", "T\n\nS\n\na\n\nb", []string{"title", "standfirst"}},
		{"with a standfirst that is there", "only the title is missing", "T", "S", "S\n\na", "T\n\nS\n\na", []string{"title"}},
		{"with a standfirst after a headline that is there", "it goes between", "T", "S", "T\n\na", "T\n\nS\n\na", []string{"standfirst"}},
		{"with a standfirst after nothing but a headline", "which has no line end", "T", "S", "T", "T\nS\n", []string{"standfirst"}},
		{"with both there", "nothing is missing", "T", "S", "T\nS\na", "T\nS\na", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			matter := corpus.Matter{Details: corpus.Details{Title: test.title, Outlet: "o"}, Standfirst: test.standfirst}
			details, text, put := matter.Headed(test.body)
			if diff := cmp.Diff(test.text, text); diff != "" {
				t.Errorf("text, since %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(test.put, put); diff != "" {
				t.Errorf("put, since %s (-want +got):\n%s", test.why, diff)
			}
			want := corpus.Details{Title: test.title, Outlet: "o", Head: corpus.Headline}
			if test.standfirst != "" {
				want.Head = corpus.Standfirst
			}
			if diff := cmp.Diff(want, details); diff != "" {
				t.Errorf("details (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheHeadOfATextIsItsFirstBlocks(t *testing.T) {
	line := "It was a long day for the ministers of the four countries, who\n"
	wrapped := strings.Repeat(line, 3) + "\n" + line + line
	long := strings.Repeat("a very long headline ", 8)
	tests := []struct {
		name, why      string
		head           corpus.Head
		text           string
		blocks         []string
		ofHead, ofBody string
	}{
		{"nothing is known", "older texts are as they were", corpus.NoHead, "H\n\na\nb", []string{"H\n\n", "a\n", "b"}, "", "H\n\na\nb"},
		{"headline", "its gap is its own", corpus.Headline, "H\n\na\nb", []string{"H\n\n", "a\n", "b"}, "H\n\n", "a\nb"},
		{"headline after blank lines", "they are of the first block, as ever", corpus.Headline, "\n \nH\na", []string{"\n \nH\n", "a"}, "\n \nH\n", "a"},
		{"headline alone", "there is no body", corpus.Headline, "H", []string{"H"}, "H", ""},
		{"headline of nothing", "a blank text has none", corpus.Headline, "\n \n", []string{"\n \n"}, "", "\n \n"},
		{"of an empty text", "it has no block", corpus.Standfirst, "", nil, "", ""},
		{"standfirst", "it is the next line", corpus.Standfirst, "H\nS\na\nb", []string{"H\n", "S\n", "a\n", "b"}, "H\nS\n", "a\nb"},
		{"standfirst alone", "there is no body", corpus.Standfirst, "H\nS", []string{"H\n", "S"}, "H\nS", ""},
		{
			"headline right above a wrapped text", "a headline is no line of a paragraph", corpus.Headline, "H\n" + wrapped,
			[]string{"H\n", strings.Repeat(line, 3) + "\n", line + line}, "H\n", wrapped,
		},
		{
			"long headline of a wrapped text", "its length says nothing about the lines below", corpus.Headline, long + "\n\n" + wrapped,
			[]string{long + "\n\n", strings.Repeat(line, 3) + "\n", line + line}, long + "\n\n", wrapped,
		},
		{
			"first line in pieces", "no headline is so long", corpus.Headline, strings.Repeat("words ", 900),
			[]string{strings.Repeat("words ", 341), strings.Repeat("words ", 559)}, "", strings.Repeat("words ", 900),
		},
		{
			"standfirst in pieces", "no standfirst is so long", corpus.Standfirst, "H\n" + strings.Repeat("words ", 900) + "\na",
			[]string{"H\n", strings.Repeat("words ", 341), strings.Repeat("words ", 559) + "\n", "a"}, "H\n", strings.Repeat("words ", 900) + "\na",
		},
		{
			"wrapped standfirst", "it is a paragraph like the others", corpus.Standfirst, "H\n\n" + line + "S\n\n" + wrapped,
			[]string{"H\n\n", line + "S\n\n", strings.Repeat(line, 3) + "\n", line + line}, "H\n\n" + line + "S\n\n", wrapped,
		},
		{
			"long standfirst of a wrapped text", "nor does its length", corpus.Standfirst, "H\n\n" + long + "\n\n" + wrapped,
			[]string{"H\n\n", long + "\n\n", strings.Repeat(line, 3) + "\n", line + line}, "H\n\n" + long + "\n\n", wrapped,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := corpus.NewDocument("id", corpus.Details{Head: test.head}, test.text)
			if err != nil {
				t.Fatal(err)
			}
			var blocks []string
			for _, b := range doc.Blocks() {
				blocks = append(blocks, test.text[b.Start:b.End])
			}
			if diff := cmp.Diff(test.blocks, blocks); diff != "" {
				t.Errorf("blocks, since %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(test.ofBody, doc.Body()); diff != "" {
				t.Errorf("body, since %s (-want +got):\n%s", test.why, diff)
			}
			head := ""
			for _, b := range doc.HeadBlocks() {
				head += test.text[b.Start:b.End]
			}
			if diff := cmp.Diff(test.ofHead, head); diff != "" {
				t.Errorf("head, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func TestAnotherHeadIsAnotherLayoutOfTheSameText(t *testing.T) {
	text := "H\n" + strings.Repeat("It was a long day for the ministers of the four countries, who\n", 4)
	doc, err := corpus.NewDocument("id", corpus.Details{}, text)
	if err != nil {
		t.Fatal(err)
	}
	headed := doc.WithDetails(corpus.Details{Head: corpus.Headline})
	if got := []int{len(doc.Blocks()), len(headed.Blocks())}; !cmp.Equal([]int{1, 2}, got) {
		t.Errorf("%d blocks without a headline and with one; want 1 and 2", got)
	}
	if headed.Text() != doc.Text() || headed.SHA256() != doc.SHA256() {
		t.Error("the text is not the same")
	}
}
