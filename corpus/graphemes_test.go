package corpus_test

import (
	"strings"
	"testing"
	"time"
)

func TestGraphemesAreThoseOfTheWholeTextWhateverIsAskedFirst(t *testing.T) {
	r := newRand(t)
	for range 2_000 {
		text := randomText(r, 1+r.IntN(30))
		doc := document(t, text)
		isEnd := map[int]bool{0: true}
		for _, end := range clusterEnds(text) {
			isEnd[end] = true
		}
		var places []int
		for pos := range text {
			places = append(places, pos)
		}
		places = append(places, len(text))
		r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		found := doc.Graphemes()
		for i, pos := range places {
			if found.IsBoundary(pos) != isEnd[pos] {
				t.Fatalf("byte %d of %+q: boundary %v, want %v", pos, text, !isEnd[pos], isEnd[pos])
			}
			start, end := min(pos, places[0]), max(pos, places[0])
			if i == 0 || start == end {
				continue
			}
			first, last := found.Snap(start, end)
			if wantFirst, wantLast := doc.SnapToGraphemes(start, end); first != wantFirst || last != wantLast {
				t.Fatalf("%d to %d of %+q: %d to %d, want %d to %d", start, end, text, first, last, wantFirst, wantLast)
			}
		}
	}
}

func TestGraphemesOfALongRowOfFlagsAreFoundInOneWalk(t *testing.T) {
	const flags = 50_000
	for _, text := range []string{strings.Repeat("🇧🇷", flags), "e" + strings.Repeat("\u0301", flags)} {
		found := document(t, text).Graphemes()
		var places []int
		for pos := range text {
			places = append(places, pos)
		}
		began := time.Now()
		for i, pos := range places { // from the front and, in turn, from the back
			found.IsBoundary(pos)
			found.IsBoundary(places[len(places)-1-i])
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("it took %v", took)
		}
	}
}
