package anchor

// maxChanges is how many insertions and deletions a gap may have to be aligned
// by the fewest of them. Beyond it two passages have so little in common that
// the words they share are there by chance; and it keeps the time of a gap below
// its length times this.
const maxChanges = 128

// shortest pairs the words of a gap by the fewest insertions and deletions, if
// they are not more than maxChanges: the greedy algorithm of Myers, "An O(ND)
// Difference Algorithm and Its Variations" (1986).
func (al *alignment) shortest(g gap) {
	trace, done := al.reach(g)
	if !done {
		return
	}
	x, y := g.a1, g.b1
	for d := len(trace) - 1; d >= 0; d-- {
		px, py := g.a0, g.b0
		if d > 0 {
			k := (x - g.a0) - (y - g.b0)
			px, py = trace[d-1].step(k, g)
		}
		for x > px && y > py && al.a[x-1] == al.b[y-1] {
			x, y = x-1, y-1
			al.pair(x, y)
		}
		x, y = px, py
	}
}

// front is how far into a one gets with d changes, for each diagonal from -d to
// d in steps of two.
type front []int

func (f front) d() int { return len(f) - 1 }

// at returns the reach on diagonal k, and false if it has none.
func (f front) at(k int) (int, bool) {
	if k < -f.d() || k > f.d() {
		return 0, false
	}
	return f[(k+f.d())/2], true
}

// next returns how far one gets on diagonal k with one change more, before
// what is the same is passed, and whether that change deletes a word of a.
func (f front) next(k int) (x int, deletes bool) {
	down, canInsert := f.at(k + 1)
	right, canDelete := f.at(k - 1)
	if !canDelete || canInsert && down > right {
		return down, false
	}
	return right + 1, true
}

// step goes back from diagonal k over its last change.
func (f front) step(k int, g gap) (x, y int) {
	x, deletes := f.next(k)
	if deletes {
		return g.a0 + x - 1, g.b0 + x - k
	}
	return g.a0 + x, g.b0 + x - k - 1
}

// reach returns the fronts up to that which gets to the end of the gap.
func (al *alignment) reach(g gap) (trace []front, done bool) {
	n, m := g.a1-g.a0, g.b1-g.b0
	for d := 0; d <= min(n+m, maxChanges); d++ {
		now := make(front, d+1)
		for k := -d; k <= d; k += 2 {
			x := 0
			if d > 0 {
				x, _ = trace[d-1].next(k)
			}
			for x < n && x-k < m && x-k >= 0 && al.a[g.a0+x] == al.b[g.b0+x-k] {
				x++
			}
			now[(k+d)/2] = x
			if x >= n && x-k >= m {
				return append(trace, now), true
			}
		}
		trace = append(trace, now)
	}
	return nil, false
}
