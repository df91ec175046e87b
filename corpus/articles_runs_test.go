package corpus_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"spanwise/corpus/testinput"

	"github.com/google/go-cmp/cmp"
)

const (
	modelFolder = "articles" // the reports themselves, in ../shared: never part of the project

	longestSharedRun = 9 // unquoted words in a row that an article may share with a report
	longestQuotation = 9 // words of one quotation, which do not count in a shared run
)

// token is a word of a text, in lower case.
type token struct {
	word   string
	quoted bool // stands inside quotation marks
}

// tokens splits a text into words: runs of letters, marks and digits, so that
// punctuation, apostrophes and hyphens only separate. Quotation marks that say
// which side they are on open and close a quotation; straight ones take turns.
func tokens(text string) []token {
	var found []token
	var word strings.Builder
	quoted := false
	finish := func() {
		if word.Len() > 0 {
			found = append(found, token{word.String(), quoted})
			word.Reset()
		}
	}
	for _, r := range text {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) {
			word.WriteRune(unicode.ToLower(r))
			continue
		}
		finish()
		quoted = quotedAfter(r, quoted)
	}
	finish()
	return found
}

// quotedAfter says whether the text after r is inside quotation marks. A
// quotation does not outlive its line, so one forgotten mark cannot excuse the
// rest of an article.
func quotedAfter(r rune, quoted bool) bool {
	switch r {
	case '“', '«':
		return true
	case '”', '»', '\n':
		return false
	case '"':
		return !quoted
	}
	return quoted
}

// run is a row of words that two texts share.
type run struct {
	words    []token
	unquoted int // words that stand outside quotation marks in the first text
}

func (r run) String() string {
	words := make([]string, len(r.words))
	for i, t := range r.words {
		words[i] = t.word
	}
	return fmt.Sprintf("%q (%d words, %d outside quotations)", strings.Join(words, " "), len(r.words), r.unquoted)
}

// longestShared returns the shared run of a and b with the most words outside
// a's quotation marks, the longer one of equals, the earlier one of those.
func longestShared(a, b []token) run {
	var best run
	for i := range a {
		for j := range b {
			if a[i].word != b[j].word {
				continue
			}
			got := sharedFrom(a[i:], b[j:])
			if got.unquoted > best.unquoted || got.unquoted == best.unquoted && len(got.words) > len(best.words) {
				best = got
			}
		}
	}
	return best
}

// sharedFrom returns the words with which both a and b begin.
func sharedFrom(a, b []token) run {
	var r run
	for k := 0; k < len(a) && k < len(b) && a[k].word == b[k].word; k++ {
		r.words = a[:k+1]
		if !a[k].quoted {
			r.unquoted++
		}
	}
	return r
}

// models returns the words of the reports by file name, or skips the test where
// they are absent, as they are on every machine but ours.
func models(t *testing.T) map[string][]token {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testinput.Path(t, modelFolder), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports in ../shared/%s: %v", modelFolder, err)
	}
	words := make(map[string][]token, len(files))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words[filepath.Base(file)] = tokens(string(data))
	}
	return words
}

func TestBundledArticlesShareNoSentenceWithTheReportsTheyRetell(t *testing.T) {
	reports := models(t)
	for name, doc := range bundled(t) {
		words := tokens(doc.Title + "\n" + doc.Text())
		for report, reportWords := range reports {
			shared := longestShared(words, reportWords)
			if shared.unquoted > longestSharedRun {
				t.Errorf("%s shares %v with %s; at most %d words are allowed", name, shared, report, longestSharedRun)
			}
		}
	}
}

func TestSharedRunsAreFoundWhateverTheirCaseAndPunctuation(t *testing.T) {
	cases := []struct {
		name, why    string
		article, old string
		words        string
		unquoted     int
	}{
		{
			"nothing in common", "an article of its own is not accused",
			"Rain fell.", "Snow melts.", "", 0,
		},
		{
			"case and punctuation", "a comma or a capital does not make a sentence new",
			"Yes: the Ministers met – and talked.", "the ministers met, and TALKED", "the ministers met and talked", 5,
		},
		{
			"apostrophes", "curly and straight ones are the same to a reader",
			"It is Syria’s road.", "on Syria's road", "syria s road", 3,
		},
		{
			"across paragraphs", "a paragraph break does not make a sentence new",
			"They met\n\nagain here.", "they met again there", "they met again", 3,
		},
		{
			"curly quotation", "what officials said may carry over; the words around it count",
			"He said “we want peace now” and left.", "he said we want peace now and left", "he said we want peace now and left", 4,
		},
		{
			"straight quotation", "straight marks open and close in turn",
			`It was "good" for all. The "end" is near.`, "the end is near", "the end is near", 3,
		},
		{
			"guillemets", "Portuguese papers use them",
			"Falou em «medidas práticas» ontem.", "em medidas práticas ontem", "em medidas práticas ontem", 2,
		},
		{
			"quotation left open", "one forgotten mark excuses its own line only",
			"He said “peace\nthen they all went home", "then they all went home", "then they all went home", 5,
		},
		{
			"long quotation, short run", "the run that counts is the one with most words outside quotations",
			"“One two three four” apart, five six seven.", "one two three four. And five six seven", "five six seven", 3,
		},
		{
			"accents", "letters are letters in every language",
			"A Síria não cedeu", "a síria não cedeu hoje", "a síria não cedeu", 4,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := longestShared(tokens(c.article), tokens(c.old))
			var words []string
			for _, tok := range got.words {
				words = append(words, tok.word)
			}
			if diff := cmp.Diff(c.words, strings.Join(words, " ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if got.unquoted != c.unquoted {
				t.Errorf("%s: %d words outside quotations, want %d", c.why, got.unquoted, c.unquoted)
			}
		})
	}
}

func TestQuotationsInBundledArticlesAreShort(t *testing.T) {
	for name, doc := range bundled(t) {
		var quotation []string
		for _, tok := range append(tokens(doc.Text()), token{}) {
			if tok.quoted {
				quotation = append(quotation, tok.word)
				continue
			}
			if len(quotation) > longestQuotation {
				t.Errorf("%s quotes %d words in a row, at most %d are allowed: %q",
					name, len(quotation), longestQuotation, strings.Join(quotation, " "))
			}
			quotation = nil
		}
	}
}

func TestQuotationMarksInBundledArticlesCloseInTheirParagraph(t *testing.T) {
	for name, doc := range bundled(t) {
		for paragraph := range strings.SplitSeq(doc.Text(), "\n") {
			curly := strings.Count(paragraph, "“") - strings.Count(paragraph, "”")
			straight := strings.Count(paragraph, `"`) % 2
			if curly != 0 || straight != 0 {
				t.Errorf("%s: a quotation is left open in %q", name, paragraph)
			}
		}
	}
}
