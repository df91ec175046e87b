package anchor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// long is a text of about so many bytes, sentences of the words of the articles
// in random order.
func long(tb testing.TB, r *rand.Rand, size int) []token {
	tb.Helper()
	docs, err := corpus.Bundled()
	if err != nil {
		tb.Fatal(err)
	}
	var all []string
	for _, d := range docs {
		all = append(all, strings.Fields(d.Text())...)
	}
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString(all[r.IntN(len(all))])
		b.WriteString([]string{" ", "\n"}[min(1, 1/(1+n%80))])
	}
	return tokens(b.String())
}

// changed is a text in which every hundredth word is another, and ten pieces of
// it elsewhere.
func changed(r *rand.Rand, list []token) []token {
	now := append([]token{}, list...)
	for i := 0; i < len(now); i += 200 {
		now[i].text = "changed"
	}
	for range 10 {
		from, to := r.IntN(len(now)), r.IntN(len(now))
		n := min(len(now)-max(from, to), 500)
		moved := append([]token{}, now[from:from+n]...)
		copy(now[from:], now[to:to+n])
		copy(now[to:], moved)
	}
	return now
}

// cases are pairs of texts of about so many bytes that are hard in one way or
// another.
func cases(tb testing.TB, size int) map[string][2]*corpus.Document {
	r := rand.New(rand.NewPCG(3, 4))
	list := long(tb, r, size)
	text := join(list)
	rows := strings.Repeat("Yes No\n", size/7)
	signs := strings.Repeat("国防部长在莫斯科会面。", size/33)
	pair := func(old, now string) [2]*corpus.Document {
		return [2]*corpus.Document{document(tb, old), document(tb, now)}
	}
	return map[string][2]*corpus.Document{
		"changed":        pair(text, join(changed(r, list))),
		"a headline":     pair(text, "Talks went on\n\n"+text),
		"another text":   pair(text, join(long(tb, r, size))),
		"rows alike":     pair(rows, rows[:len(rows)/2]+"Maybe\n"+rows[len(rows)/2:]),
		"words all gone": pair(text, rows),
		"without spaces": pair(signs, signs[:len(signs)/66*33]+"停"+signs[len(signs)/66*33:]),
		"one letter":     pair(strings.Repeat("a ", size/2), strings.Repeat("a ", size/3)+"b"),
	}
}

// placeMany places so many spans, spread over the text.
func placeMany(tb testing.TB, texts [2]*corpus.Document, spans int) {
	old := texts[0].Text()
	change := between(tb, texts[0], texts[1])
	for i := range spans {
		start, end := texts[0].SnapToWords(len(old)/spans*i, len(old)/spans*i+1+i%60)
		if start == end {
			continue
		}
		change.Place([]annotations.Range{{Start: start, End: end}})
	}
}

func BenchmarkPlacingAThousandSpansIn3MB(b *testing.B) {
	for name, texts := range cases(b, 3_000_000) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				placeMany(b, texts, 1000)
			}
		})
	}
}

// TestTheTimeGoesWithTheLengthOfTheTexts keeps what takes the square of the
// length out: four times the text may take eight times as long, not sixteen. A
// busy machine gets three attempts.
func TestTheTimeGoesWithTheLengthOfTheTexts(t *testing.T) {
	small, large := cases(t, 150_000), cases(t, 600_000)
	took := func(texts [2]*corpus.Document, spans int) time.Duration {
		start := time.Now()
		placeMany(t, texts, spans)
		return time.Since(start)
	}
	for name := range small {
		t.Run(name, func(t *testing.T) {
			var said []string
			for range 3 {
				one, four := took(small[name], 50), took(large[name], 200)
				if four < 8*one {
					return
				}
				said = append(said, fmt.Sprint(one, " and ", four))
			}
			t.Errorf("four times the text takes too long: %s", strings.Join(said, ", "))
		})
	}
}
