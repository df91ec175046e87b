package annotations

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

var numbers = &kind[int]{
	compare: cmp.Compare[int],
	weigh:   func(n int) uint64 { return weigh(strconv.Itoa(n)) },
	reach:   func(n int) int { return n % 10 },
}

func TestATreapIsASortedSlice(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	tr := treap[int]{kind: numbers}
	var want []int
	for range 1000 {
		n := r.IntN(300)
		i, there := slices.BinarySearch(want, n)
		if there {
			tr, want = tr.remove(n), slices.Delete(want, i, i+1)
		} else {
			tr, want = tr.insert(n), slices.Insert(want, i, n)
		}
		if rank := tr.rank(n); rank != i {
			t.Fatalf("seed %d: rank(%d) = %d, want %d", seed, n, rank, i)
		}
		if _, found := tr.find(func(m int) int { return n - m }); found == there {
			t.Fatalf("seed %d: find(%d) = %v", seed, n, found)
		}
		checkTreap(t, tr, want)
	}
}

// checkTreap compares a treap with a sorted slice and looks at every invariant
// and at the shape, which has to be the one that build gives.
func checkTreap(t *testing.T, tr treap[int], want []int) {
	t.Helper()
	if diff := gocmp.Diff(want, slices.Collect(tr.all()), gocmp.Transformer("empty", func(s []int) []int { return append([]int{}, s...) })); diff != "" {
		t.Fatalf("values (-want +got):\n%s", diff)
	}
	for i, n := range want {
		if tr.at(i) != n {
			t.Fatalf("at(%d) = %d, want %d", i, tr.at(i), n)
		}
	}
	checkSame(t, numbers.build(want).root, tr.root)
}

func checkSame(t *testing.T, a, b *node[int]) {
	t.Helper()
	if a == nil || b == nil {
		if a != b {
			t.Fatalf("shape: %v and %v", a, b)
		}
		return
	}
	if a.value != b.value || a.weight != b.weight || a.size != b.size || a.reach != b.reach {
		t.Fatalf("node %d: %+v and %+v", a.value, a, b)
	}
	checkSame(t, a.left, b.left)
	checkSame(t, a.right, b.right)
}

func TestUnionAndSubtractionAreThoseOfSlices(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	for range 500 {
		all := r.Perm(80)[:r.IntN(80)]
		cut := 0
		if len(all) > 0 {
			cut = r.IntN(len(all))
		}
		a, b := slices.Sorted(slices.Values(all[:cut])), slices.Sorted(slices.Values(all[cut:]))
		slices.Sort(all)
		both := treap[int]{numbers, numbers.union(numbers.build(a).root, numbers.build(b).root)}
		checkTreap(t, both, all)
		checkTreap(t, treap[int]{numbers, numbers.subtract(both.root, numbers.build(b).root)}, a)
		checkTreap(t, both, all)
	}
}

func TestAllStopsWhenItIsTold(t *testing.T) {
	tr := numbers.build([]int{1, 2, 3, 4, 5, 6, 7, 8, 9})
	var got []int
	for n := range tr.all() {
		if got = append(got, n); n == 4 {
			break
		}
	}
	if diff := gocmp.Diff([]int{1, 2, 3, 4}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestATreapStaysShallow(t *testing.T) {
	var sorted []int
	for n := range 100_000 {
		sorted = append(sorted, n)
	}
	if d := depth(numbers.build(sorted).root); d > 100 {
		t.Errorf("100,000 values lie %d deep", d)
	}
}

func depth(n *node[int]) int {
	if n == nil {
		return 0
	}
	return 1 + max(depth(n.left), depth(n.right))
}

func TestDifferenceSkipsWhatIsShared(t *testing.T) {
	var sorted []int
	for n := range 100_000 {
		sorted = append(sorted, 2*n)
	}
	a := numbers.build(sorted)
	b := a.insert(50_001).remove(7_000)
	compared := 0
	same := func(x, y int) bool { compared++; return x == y }
	var gone, come []int
	numbers.difference(a.root, b.root, same, func(g, c *node[int]) {
		if g != nil {
			gone = append(gone, g.value)
		}
		if c != nil {
			come = append(come, c.value)
		}
	})
	if diff := gocmp.Diff([][]int{{7_000}, {50_001}}, [][]int{gone, come}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if compared > 500 {
		t.Errorf("%d values were compared to find two differences among 100,000", compared)
	}
}
