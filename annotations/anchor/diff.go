package anchor

import (
	"iter"
	"slices"
	"sort"

	"spanwise/annotations"
)

// alignment says for each word of one text, a, which word of another, b, it now
// is. It is made of what stands once in both texts: first of long runs of words,
// which settle where passages went, then of shorter ones between those, and at
// the end, in small gaps, of the fewest insertions and deletions (Myers 1986).
// What then is left and stands elsewhere was moved. All of it takes about linear
// time.
type alignment struct {
	a, b []int32 // forms
	to   []int32 // for each of a its place in b, or -1
	from []int32 // for each of b its place in a, or -1

	pace    annotations.Pace
	looked  int   // at how many words, any of them several times
	stopped error // what the pace said
}

// gap is a piece of both texts that is not aligned yet.
type gap struct{ a0, a1, b0, b1 int }

// runs are the lengths of the runs of words by which gaps are divided, one after
// the other. Six words in a row that stand once in a text are hardly ever there
// by chance; the last two rounds find single words that became rare as the gaps
// grew small.
var runs = []int{6, 3, 1, 1}

// movedRun is the least number of words that can be found to have moved: fewer
// are too often the same by chance.
const movedRun = 4

func align(a, b []int32, pace annotations.Pace) (*alignment, error) {
	al := &alignment{a: a, b: b, to: unknown(len(a)), from: unknown(len(b)), pace: pace}
	al.divide(gap{0, len(a), 0, len(b)}, 0)
	al.dropStrays()
	al.findMoved()
	al.fill()
	return al, al.stopped
}

// step is how many words are looked at between two calls of a pace, some ten
// thousandths of a second's work.
const step = 2048

// goOn counts a word that is looked at, and reports whether to look at more.
func (al *alignment) goOn() bool {
	al.looked++
	if al.pace == nil || al.looked%step != 0 || al.stopped != nil {
		return al.stopped == nil
	}
	all := (len(runs) + 1) * (2*len(al.a) + len(al.b))
	al.stopped = al.pace(min(1, float64(al.looked)/float64(all)))
	return al.stopped == nil
}

func unknown(n int) []int32 { return slices.Repeat([]int32{-1}, n) }

func (al *alignment) pair(x, y int) { al.to[x], al.from[y] = int32(y), int32(x) }

// trim pairs what is the same at both ends of a gap, and returns the rest.
func (al *alignment) trim(g gap) gap {
	g = al.runOn(g)
	for g.a0 < g.a1 && g.b0 < g.b1 && al.a[g.a1-1] == al.b[g.b1-1] {
		g.a1, g.b1 = g.a1-1, g.b1-1
		al.pair(g.a1, g.b1)
	}
	return g
}

// divide aligns a gap, by runs of the length of the round given and of those
// after it.
func (al *alignment) divide(g gap, round int) {
	g = al.trim(g)
	if g.a0 == g.a1 || g.b0 == g.b1 || al.stopped != nil {
		return
	}
	if round == len(runs) {
		al.shortest(g)
		return
	}
	rest := g
	for _, p := range al.increasing(al.unique(g, runs[round], anyPair)) {
		if p.x < rest.a0 || p.y < rest.b0 {
			continue // the run in front went on over it
		}
		al.divide(gap{rest.a0, p.x, rest.b0, p.y}, round+1)
		rest = al.runOn(gap{p.x, g.a1, p.y, g.b1})
	}
	al.divide(rest, round+1)
}

// runOn pairs the words at the beginning of a gap that are the same.
func (al *alignment) runOn(g gap) gap {
	for g.a0 < g.a1 && g.b0 < g.b1 && al.a[g.a0] == al.b[g.b0] {
		al.pair(g.a0, g.b0)
		g.a0, g.b0 = g.a0+1, g.b0+1
	}
	return g
}

// point is a place in a and one in b.
type point struct{ x, y int }

func anyPair(int32) bool { return true }

func noPair(pair int32) bool { return pair < 0 }

// unique gives, in the order of a, the runs of n words that stand once in either
// side of a gap. Only words whose pairs fit are looked at.
func (al *alignment) unique(g gap, n int, fits func(pair int32) bool) []point {
	a, b := al.a[g.a0:g.a1], al.b[g.b0:g.b1]
	table := newRunTable(a, n)
	for x := range al.runs(al.to[g.a0:g.a1], n, fits) {
		table.meet(x)
	}
	for y := range al.runs(al.from[g.b0:g.b1], n, fits) {
		table.meetOther(b, y)
	}
	var points []point
	for x, m := range table.met {
		if m.here == 1 && m.there == 1 {
			points = append(points, point{g.a0 + x, g.b0 + int(m.y)})
		}
	}
	return points
}

// runs gives the start of every run of n words of which all pairs fit.
func (al *alignment) runs(pairs []int32, n int, fits func(pair int32) bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		ready := 0
		for i, pair := range pairs {
			if !al.goOn() {
				return
			}
			if !fits(pair) {
				ready = i + 1
			}
			if at := i + 1 - n; at >= ready && !yield(at) {
				return
			}
		}
	}
}

// increasing returns the longest row of points that goes up in y, too, of points
// that go up in x (patience sorting).
func (al *alignment) increasing(points []point) []point {
	var piles []int // the point on top of each
	before := make([]int, len(points))
	for i, p := range points {
		if !al.goOn() {
			return nil
		}
		pile := sort.Search(len(piles), func(k int) bool { return points[piles[k]].y >= p.y })
		before[i] = -1
		if pile > 0 {
			before[i] = piles[pile-1]
		}
		if pile == len(piles) {
			piles = append(piles, i)
		} else {
			piles[pile] = i
		}
	}
	row := make([]point, len(piles))
	for k, i := len(piles)-1, top(piles); k >= 0; k, i = k-1, before[i] {
		row[k] = points[i]
	}
	return row
}

func top(piles []int) int {
	if len(piles) == 0 {
		return -1
	}
	return piles[len(piles)-1]
}

// strays are single words, or two, that were paired among many that were not:
// they are there by chance, and would keep a passage that moved from being found
// whole.
const (
	strayWords = 2
	strayGap   = 8
)

// dropStrays takes such pairs back. Those that are right come again when what is
// left is filled.
func (al *alignment) dropStrays() {
	alone := 0 // how many words in front have no pair
	for x := 0; x < len(al.a); {
		if al.to[x] < 0 {
			x, alone = x+1, alone+1
			continue
		}
		end := al.runEnd(x)
		if end-x > strayWords || alone+al.unpaired(end, strayGap) < strayGap {
			x, alone = end, 0
			continue
		}
		for ; x < end; x++ {
			al.from[al.to[x]], al.to[x] = -1, -1
			alone++
		}
	}
}

// runEnd returns where the row of words ends that begins at x and has its pairs
// in a row, too.
func (al *alignment) runEnd(x int) int {
	end := x + 1
	for end < len(al.a) && al.to[end] == al.to[end-1]+1 {
		end++
	}
	return end
}

// unpaired counts the words without a pair from x on, up to most.
func (al *alignment) unpaired(x, most int) int {
	n := 0
	for x+n < len(al.a) && n < most && al.to[x+n] < 0 {
		n++
	}
	return n
}

// findMoved pairs runs that are left over in both texts, in whatever order.
func (al *alignment) findMoved() {
	for _, p := range al.unique(gap{0, len(al.a), 0, len(al.b)}, movedRun, noPair) {
		if al.to[p.x] >= 0 || al.from[p.y] >= 0 {
			continue
		}
		for x, y := p.x, p.y; al.free(x, y); x, y = x+1, y+1 {
			al.pair(x, y)
		}
		for x, y := p.x-1, p.y-1; al.free(x, y); x, y = x-1, y-1 {
			al.pair(x, y)
		}
	}
}

// free reports whether two words are the same and neither is paired.
func (al *alignment) free(x, y int) bool {
	return x >= 0 && y >= 0 && x < len(al.a) && y < len(al.b) &&
		al.a[x] == al.b[y] && al.to[x] < 0 && al.from[y] < 0
}

// fill aligns what is left between words that moved together.
func (al *alignment) fill() {
	for x := 1; x < len(al.a); x++ {
		if al.to[x] >= 0 || al.to[x-1] < 0 {
			continue
		}
		end := x + al.unpaired(x, len(al.a))
		if end == len(al.a) {
			return
		}
		g := gap{x, end, int(al.to[x-1]) + 1, int(al.to[end])}
		if al.isSmall(g) {
			al.shortest(al.trim(g))
		}
		x = end
	}
}

// isSmall reports whether nothing of b within a gap is paired, and the gap is
// one that edits leave: not much longer in b than in a.
func (al *alignment) isSmall(g gap) bool {
	if g.b0 >= g.b1 || g.b1-g.b0 > 4*(g.a1-g.a0)+64 {
		return false
	}
	return !slices.ContainsFunc(al.from[g.b0:g.b1], func(x int32) bool { return x >= 0 })
}
