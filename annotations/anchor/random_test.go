package anchor

import (
	_ "embed"
	"math/rand/v2"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/corpus"
)

// token is a word, or the white space between two, that is carried from a text
// through random changes.
type token struct {
	text string
	was  int // its place in the old text, or -1
}

func (t token) isWord() bool { return strings.TrimSpace(t.text) != "" }

func tokens(text string) []token {
	var list []token
	blank := false
	for _, r := range text {
		if now := strings.ContainsRune(" \n\u00a0", r); len(list) == 0 || now != blank {
			list, blank = append(list, token{was: len(list)}), now
		}
		list[len(list)-1].text += string(r)
	}
	return list
}

func join(list []token) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(t.text)
	}
	return b.String()
}

// changer makes random changes to a text.
type changer struct {
	*rand.Rand
	list    []token
	foreign []string // words to put in
}

// splice puts tokens in the place of others.
func (c *changer) splice(from, to int, put ...token) {
	c.list = append(c.list[:from:from], append(put, c.list[to:]...)...)
}

// some are n words from elsewhere.
func (c *changer) some(n int) []token {
	var list []token
	for range n {
		list = append(list, token{c.foreign[c.IntN(len(c.foreign))], -1}, token{" ", -1})
	}
	return list
}

// change makes one change: words deleted, replaced, put in, a sentence
// rewritten, a letter mistyped, a paragraph moved, other typography.
func (c *changer) change() {
	i := c.IntN(len(c.list))
	ahead := func(words int) int { return min(len(c.list), i+2*words) }
	switch kind := c.IntN(9); {
	case kind == 0:
		c.splice(i, ahead(1+c.IntN(4)))
	case kind == 1:
		c.movePassage(i)
	case kind == 2 || !c.list[i].isWord():
		c.list[i].text = typography.Replace(c.list[i].text)
	case kind <= 4:
		c.splice(i, i+1, c.some(1)[0])
	case kind <= 6:
		c.splice(i, i, c.some(1+c.IntN(5))...)
	case kind == 7:
		c.splice(i, ahead(5+c.IntN(15)), c.some(5+c.IntN(15))...)
	default:
		if r := []rune(c.list[i].text); len(r) > 3 {
			r[1+c.IntN(len(r)-2)] = 'x'
			c.splice(i, i+1, token{string(r), -1})
		}
	}
}

var typography = strings.NewReplacer("“", "\"", "”", "\"", "’", "'", "'", "’", "–", "—", "-", "\u2011", " ", "\u00a0", "\u00a0", " \n ")

// paragraph is where the paragraph begins that holds a token.
func (c *changer) paragraph(i int) int {
	for i > 0 && !strings.Contains(c.list[i-1].text, "\n") {
		i--
	}
	return i
}

func (c *changer) movePassage(i int) {
	from, to := c.paragraph(i), i
	for to < len(c.list) && !strings.Contains(c.list[to].text, "\n") {
		to++
	}
	if to-from+1 >= len(c.list) {
		return
	}
	moved := append([]token{}, c.list[from:min(to+1, len(c.list))]...)
	c.splice(from, min(to+1, len(c.list)))
	at := c.paragraph(c.IntN(len(c.list)))
	c.splice(at, at, moved...)
}

// whereabouts says what became of the tokens from first to before last: where
// those words that are left are, and whether all are, with nothing between them.
func whereabouts(list []token, first, last int) (r annotations.Range, untouched bool) {
	pos, next := 0, first
	r.Start = -1
	for _, t := range list {
		end := pos + len(t.text)
		if t.was >= first && t.was < last && t.isWord() {
			if r.Start < 0 {
				r.Start = pos
			}
			r.End = end
		}
		if next < last && (next > first || t.was == first) {
			if t.was != next {
				return annotations.Range{Start: r.Start, End: lastOf(list, first, last)}, false
			}
			next++
		}
		pos = end
	}
	return r, next == last
}

// lastOf is where the last word ends that is left of some.
func lastOf(list []token, first, last int) int {
	pos, end := 0, 0
	for _, t := range list {
		pos += len(t.text)
		if t.was >= first && t.was < last && t.isWord() {
			end = pos
		}
	}
	return end
}

// mixed is a text in other scripts, with emoji and combining marks.
//
//go:embed testdata/mixed.txt
var mixed string

// texts are what the random changes begin with.
func texts(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	return append(docs, document(t, mixed))
}

// tally counts what became of spans.
type tally struct {
	sure, wrong               int // exact and moved; of those not where the words are
	untouched, right, doubted int // untouched with their neighbours; of those where they are; of those doubtful
	touched, near             int // touched and partly left; of those placed over half of what is left, or more
	gone, lost                int
	offered, good             int // doubtful; of those over half of what is left, or more
}

// count adds a span of the tokens from first to before last.
func (c *tally) count(list []token, first, last int, got Place) {
	want, untouched := whereabouts(list, first, last)
	right := len(got.Ranges) == 1 && got.Ranges[0] == want
	good := want.Start >= 0 && len(got.Ranges) == 1 && 2*shared(got.Ranges[0], want) >= max(want.End-want.Start, got.Ranges[0].End-got.Ranges[0].Start)
	_, inPeace := whereabouts(list, max(0, first-6), last+6)
	add := func(n *int, when bool) {
		if when {
			*n++
		}
	}
	add(&c.sure, got.Verdict <= Moved)
	add(&c.wrong, got.Verdict <= Moved && !right)
	add(&c.untouched, untouched && inPeace)
	add(&c.right, untouched && inPeace && right)
	add(&c.doubted, untouched && inPeace && got.Verdict == Doubtful)
	add(&c.touched, !untouched && want.Start >= 0)
	add(&c.near, !untouched && good)
	add(&c.gone, want.Start < 0)
	add(&c.lost, want.Start < 0 && got.Verdict == Lost)
	add(&c.offered, got.Verdict == Doubtful)
	add(&c.good, got.Verdict == Doubtful && good)
}

func shared(a, b annotations.Range) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// TestPassagesAreFoundAfterRandomChanges is the measure of this package. Its
// thresholds were chosen with it, and with other seeds.
func TestPassagesAreFoundAfterRandomChanges(t *testing.T) {
	docs := texts(t)
	c := changer{Rand: rand.New(rand.NewPCG(1, 2))}
	var counted tally
	for round := range 800 {
		doc, other := docs[round%len(docs)], docs[c.IntN(len(docs))]
		old := tokens(doc.Text())
		c.list, c.foreign = append([]token{}, old...), strings.Fields(other.Text())
		for range 1 + c.IntN(len(old)/20) {
			c.change()
		}
		now := document(t, join(c.list))
		change := between(t, doc, now)
		for range 20 {
			first, last := c.span(old)
			r := annotations.Range{Start: len(join(old[:first])), End: len(join(old[:last]))}
			got := change.Place([]annotations.Range{r})
			checkPlace(t, now, got)
			counted.count(c.list, first, last, got)
		}
	}
	t.Logf("%+v", counted)
	if counted.sure < 10_000 || counted.wrong*1000 > counted.sure {
		t.Errorf("of %d that are sure %d are wrong", counted.sure, counted.wrong)
	}
	if counted.right < counted.untouched {
		t.Errorf("of %d that nobody touched %d were found", counted.untouched, counted.right)
	}
}

// span chooses some words in a row.
func (c *changer) span(list []token) (first, last int) {
	first = c.IntN(len(list))
	for !list[first].isWord() {
		first = c.IntN(len(list))
	}
	last = min(len(list), first+1+2*c.IntN(1+c.IntN(12)))
	if !list[last-1].isWord() {
		last--
	}
	return first, last
}

// checkPlace fails the test if a place is none of the kind that it should be.
func checkPlace(t *testing.T, doc *corpus.Document, p Place) {
	t.Helper()
	if (p.Verdict == Lost) != (len(p.Ranges) == 0) {
		t.Fatalf("%+v", p)
	}
	last := 0
	for _, r := range p.Ranges {
		if r.Start < last || r.End <= r.Start || r.End > len(doc.Text()) {
			t.Fatalf("%+v is not a row of ranges", p)
		}
		if start, end := doc.SnapToGraphemes(r.Start, r.End); start != r.Start || end != r.End {
			t.Fatalf("%+v cuts a character", p)
		}
		last = r.End
	}
}

func FuzzAnyTextsGivePlaces(f *testing.F) {
	f.Add("Turkey and Syria", "Syria — and Turkey", uint(3), uint(9))
	f.Add("e\u0301\u200d👨\u200d👩 🇸🇾", "\u0301👨\u200d🇸🇾🇾e", uint(1), uint(20))
	f.Add("a\u00adb \u200f\u2060", "ab", uint(0), uint(9))
	f.Fuzz(func(t *testing.T, before, after string, start, length uint) {
		old, err := corpus.NewDocument("old", corpus.Details{}, before)
		if err != nil || before == "" {
			t.Skip()
		}
		now, err := corpus.NewDocument("new", corpus.Details{}, after)
		if err != nil {
			t.Skip()
		}
		from := int(start % uint(len(before)))
		r := annotations.Range{Start: from, End: from + 1 + int(length%uint(len(before)-from))}
		r.Start, r.End = old.SnapToGraphemes(r.Start, r.End)
		checkPlace(t, now, between(t, old, now).Place([]annotations.Range{r}))
		if same := between(t, old, old).Place([]annotations.Range{r}); same.Verdict != Exact || same.Ranges[0] != r {
			t.Errorf("%q in the same text: %+v", before[r.Start:r.End], same)
		}
	})
}
