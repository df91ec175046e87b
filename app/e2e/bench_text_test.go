package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// benchDoc is an article with spans as the adaptor of the outside bench takes
// it. Its offsets count characters, none of which takes two UTF-16 units.
type benchDoc struct {
	Text   string       `json:"text"`
	Labels []benchLabel `json:"labels"`
	Spans  []benchSpan  `json:"spans"`

	phrases []benchSpan // to mark, each once: a span is not made twice
}

type benchLabel struct {
	ID    int    `json:"id"`
	Name  string `json:"name"`
	Color string `json:"color"`
}

type benchSpan struct {
	ID    string `json:"id"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
}

var (
	benchLabels = []benchLabel{{0, "PER", "#e57373"}, {1, "ORG", "#64b5f6"}, {2, "LOC", "#81c784"}, {3, "DATE", "#ffb74d"}}
	benchWords  = strings.Fields(`the of to and in a minister said on Friday that troops would leave Ankara before talks
		with Łukasz Nowak over São Paulo’s budget while markets fell – analysts were divided; oil 2,400 barrels`)
)

// makeBenchDoc makes a text of a work's size with spans of 5 to 60
// characters over whole words, which overlap freely and never leave a paragraph.
// The same sizes give the same article.
func makeBenchDoc(of work) benchDoc {
	r := rand.New(rand.NewPCG(1, 2))
	var text []rune
	var paragraphs [][]int // where the words of each start
	for len(text) < of.characters {
		var words []int
		for end := len(text) + 250 + r.IntN(500); len(text) < end; {
			words = append(words, len(text))
			text = append(text, []rune(benchWords[r.IntN(len(benchWords))]+" ")...)
		}
		paragraphs = append(paragraphs, words)
		if !of.oneLine {
			text[len(text)-1] = '\n'
		}
	}
	doc := benchDoc{Text: strings.TrimSpace(string(text)), Labels: benchLabels, phrases: phrases(paragraphs, 30)}
	for len(doc.Spans) < of.spans {
		if s, ok := randomPhrase(r, paragraphs[r.IntN(len(paragraphs))]); ok {
			s.ID = fmt.Sprint("s", len(doc.Spans))
			doc.Spans = append(doc.Spans, s)
		}
	}
	return doc
}

// randomPhrase is a span of whole words out of a paragraph, unless the words
// that it falls on are too short together, or too long.
func randomPhrase(r *rand.Rand, words []int) (benchSpan, bool) {
	i := r.IntN(len(words) - 1)
	j := i + 1 + r.IntN(min(9, len(words)-1-i))
	s := benchSpan{Start: words[i], End: words[j] - 1, Label: benchLabels[r.IntN(len(benchLabels))].Name}
	return s, s.End-s.Start >= 5 && s.End-s.Start <= 60
}

// phrases are n phrases of three words to mark, in the middle of the article.
func phrases(paragraphs [][]int, n int) []benchSpan {
	first := len(paragraphs) * 45 / 100
	near := paragraphs[first : first+max(1, len(paragraphs)/10)]
	var found []benchSpan
	for i := range n {
		words := near[i%len(near)]
		word := i / len(near) * 3 % (len(words) - 4)
		found = append(found, benchSpan{Start: words[word], End: words[word+3] - 1, Label: benchLabels[i%len(benchLabels)].Name})
	}
	return found
}

// json is the article as the adaptor fetches it.
func (d benchDoc) json() []byte {
	data, err := json.Marshal(d)
	if err != nil {
		panic(err)
	}
	return data
}

func TestTheArticleThatIsMeasuredHasWholePhrases(t *testing.T) {
	t.Parallel()
	doc := makeBenchDoc(works[0])
	text := []rune(doc.Text)
	if len(doc.Spans) != 30 || len(doc.phrases) != 30 || len(text) < 3_000 {
		t.Errorf("%d spans, %d phrases, %d characters; want 30, 30, 3000 or some more", len(doc.Spans), len(doc.phrases), len(text))
	}
	for _, s := range append(doc.Spans, doc.phrases...) {
		phrase := string(text[s.Start:s.End])
		if strings.TrimSpace(phrase) != phrase || strings.Contains(phrase, "\n") || len(phrase) < 5 {
			t.Errorf("%d to %d is %q, want whole words of one paragraph", s.Start, s.End, phrase)
		}
	}
	if !reflect.DeepEqual(doc, makeBenchDoc(works[0])) {
		t.Error("the same sizes gave another article")
	}
}
