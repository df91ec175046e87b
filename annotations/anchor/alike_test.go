package anchor

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// plainDistance is the edit distance, worked out cell by cell.
func plainDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func TestTheNearestPieceIsTheNearest(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	letters := []rune("abcü国")
	random := func(n int) []rune {
		list := make([]rune, n)
		for i := range list {
			list[i] = letters[r.IntN(len(letters))]
		}
		return list
	}
	for range 300 {
		pattern, text := random(1+r.IntN(150)), random(r.IntN(60))
		if r.IntN(2) == 0 {
			text = slices.Concat(text, pattern[:r.IntN(len(pattern)+1)], random(3), pattern, random(9))
		}
		start, end, distance := nearest(pattern, text)
		if got := plainDistance(pattern, text[start:end]); got != distance {
			t.Fatalf("%q is %d from %q, not %d", string(pattern), got, string(text[start:end]), distance)
		}
		for range 50 {
			from := r.IntN(len(text) + 1)
			to := from + r.IntN(len(text)-from+1)
			if other := plainDistance(pattern, text[from:to]); other < distance {
				t.Fatalf("%q is %d from %q and only %d from %q", string(pattern), distance, string(text[start:end]), other, string(text[from:to]))
			}
		}
	}
}

func TestAGapIsAlignedByTheFewestChanges(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		a, b := make([]int32, r.IntN(around+1)), make([]int32, r.IntN(around+1))
		for _, list := range [][]int32{a, b} {
			for i := range list {
				list[i] = int32(r.IntN(4))
			}
		}
		al := &alignment{a: a, b: b, to: unknown(len(a)), from: unknown(len(b))}
		al.shortest(gap{0, len(a), 0, len(b)})
		pairs, last := 0, int32(-1)
		for x, y := range al.to {
			if y < 0 {
				continue
			}
			if y <= last || a[x] != b[y] || al.from[y] != int32(x) {
				t.Fatalf("%v and %v: %v", a, b, al.to)
			}
			pairs, last = pairs+1, y
		}
		if want := common(a, b); pairs != want {
			t.Errorf("%v and %v have %d in common, not %d", a, b, want, pairs)
		}
	}
}
