package annotations

import (
	"hash/maphash"
	"iter"
)

// A treap is an immutable, ordered collection of distinct values: every change
// gives a new treap that shares all but O(log n) nodes with the old one, so a
// project keeps its whole undo history for the price of the differences.
//
// A node's weight is a hash of its value's identity, not a random number. The
// shape therefore depends on the values alone and not on the order in which
// they came, which lets difference skip what two treaps share.
type treap[T any] struct {
	kind *kind[T]
	root *node[T]
}

// kind says how the values of a treap are ordered and measured.
type kind[T any] struct {
	compare func(a, b T) int
	weigh   func(T) uint64
	reach   func(T) int // what node.reach is the greatest of
}

type node[T any] struct {
	left, right *node[T]
	value       T
	weight      uint64
	size        int // values in this sub-tree
	reach       int // greatest reach in this sub-tree
}

// seed makes weights unpredictable from outside: a file whose IDs were chosen
// to unbalance the tree would otherwise make every edit linear.
var seed = maphash.MakeSeed()

func weigh(id string) uint64 { return maphash.String(seed, id) }

func (t treap[T]) len() int { return t.root.count() }

func (n *node[T]) count() int {
	if n == nil {
		return 0
	}
	return n.size
}

// with returns a copy of n that has the children given.
func (k *kind[T]) with(n, left, right *node[T]) *node[T] {
	m := *n
	m.left, m.right = left, right
	k.measure(&m)
	return &m
}

// measure works out size and reach from n's value and children.
func (k *kind[T]) measure(n *node[T]) {
	n.size = 1 + n.left.count() + n.right.count()
	n.reach = k.reach(n.value)
	if n.left != nil {
		n.reach = max(n.reach, n.left.reach)
	}
	if n.right != nil {
		n.reach = max(n.reach, n.right.reach)
	}
}

func (k *kind[T]) leaf(v T) *node[T] {
	return &node[T]{value: v, weight: k.weigh(v), size: 1, reach: k.reach(v)}
}

// heavier reports whether a belongs above b; equal weights go by order, so
// that the shape stays a function of the values.
func (k *kind[T]) heavier(a, b *node[T]) bool {
	if a.weight != b.weight {
		return a.weight > b.weight
	}
	return k.compare(a.value, b.value) < 0
}

// insert adds v, which the caller knows to be absent.
func (t treap[T]) insert(v T) treap[T] {
	return treap[T]{t.kind, t.kind.insert(t.root, t.kind.leaf(v))}
}

func (k *kind[T]) insert(n, added *node[T]) *node[T] {
	if n == nil {
		return added
	}
	if k.heavier(added, n) {
		left, _, right := k.split(n, added.value)
		return k.with(added, left, right)
	}
	if k.compare(added.value, n.value) < 0 {
		return k.with(n, k.insert(n.left, added), n.right)
	}
	return k.with(n, n.left, k.insert(n.right, added))
}

// split divides n into what comes before v, the node that equals v or nil,
// and what comes after v.
func (k *kind[T]) split(n *node[T], v T) (before, same, after *node[T]) {
	if n == nil {
		return nil, nil, nil
	}
	switch c := k.compare(v, n.value); {
	case c < 0:
		before, same, after = k.split(n.left, v)
		return before, same, k.with(n, after, n.right)
	case c > 0:
		before, same, after = k.split(n.right, v)
		return k.with(n, n.left, before), same, after
	}
	return n.left, n, n.right
}

// remove takes out the value that equals v; without one, nothing changes.
func (t treap[T]) remove(v T) treap[T] {
	return treap[T]{t.kind, t.kind.remove(t.root, v)}
}

func (k *kind[T]) remove(n *node[T], v T) *node[T] {
	if n == nil {
		return nil
	}
	switch c := k.compare(v, n.value); {
	case c < 0:
		return k.with(n, k.remove(n.left, v), n.right)
	case c > 0:
		return k.with(n, n.left, k.remove(n.right, v))
	}
	return k.join(n.left, n.right)
}

// join puts two sub-trees together, all of a before all of b.
func (k *kind[T]) join(a, b *node[T]) *node[T] {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case k.heavier(a, b):
		return k.with(a, a.left, k.join(a.right, b))
	}
	return k.with(b, k.join(a, b.left), b.right)
}

// union returns the values of both sub-trees, which the caller knows to be
// different; for m values among n it takes O(m log(n/m)).
func (k *kind[T]) union(a, b *node[T]) *node[T] {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case k.heavier(b, a):
		a, b = b, a
	}
	before, _, after := k.split(b, a.value)
	return k.with(a, k.union(a.left, before), k.union(a.right, after))
}

// uniteSorted returns the values of a and of others that are in order and not
// in a. It takes the time of union, in pieces that can be paused between.
func (k *kind[T]) uniteSorted(a *node[T], sorted []T, pace Pace) (*node[T], error) {
	if a == nil {
		t, err := k.buildPaced(sorted, pace)
		return t.root, err
	}
	for i := 0; i < len(sorted); i += piece {
		if err := pace.At(i, len(sorted)); err != nil {
			return nil, err
		}
		a = k.union(a, k.build(sorted[i:min(i+piece, len(sorted))]).root)
	}
	return a, nil
}

// subtractSorted is the same for subtract.
func (k *kind[T]) subtractSorted(a *node[T], sorted []T, pace Pace) (*node[T], error) {
	for i := 0; i < len(sorted); i += piece {
		if err := pace.At(i, len(sorted)); err != nil {
			return nil, err
		}
		a = k.subtract(a, k.build(sorted[i:min(i+piece, len(sorted))]).root)
	}
	return a, nil
}

// subtract returns the values of a that b does not have, in the same time.
func (k *kind[T]) subtract(a, b *node[T]) *node[T] {
	if a == nil || b == nil {
		return a
	}
	before, _, after := k.split(a, b.value)
	return k.join(k.subtract(before, b.left), k.subtract(after, b.right))
}

// replace puts v in the place of the value that equals it in order and identity.
func (t treap[T]) replace(v T) treap[T] {
	return treap[T]{t.kind, t.kind.replace(t.root, v)}
}

func (k *kind[T]) replace(n *node[T], v T) *node[T] {
	if n == nil {
		return nil
	}
	switch c := k.compare(v, n.value); {
	case c < 0:
		return k.with(n, k.replace(n.left, v), n.right)
	case c > 0:
		return k.with(n, n.left, k.replace(n.right, v))
	}
	m := *n
	m.value = v
	k.measure(&m)
	return &m
}

// find returns the value for which probe gives 0; probe is negative when what
// is looked for comes before the value it is given.
func (t treap[T]) find(probe func(T) int) (found T, ok bool) {
	for n := t.root; n != nil; {
		switch c := probe(n.value); {
		case c < 0:
			n = n.left
		case c > 0:
			n = n.right
		default:
			return n.value, true
		}
	}
	return found, false
}

// where gives, in order, the values that probe finds: it is below 0 for those
// that lie behind what is looked for, above 0 for those in front.
func (t treap[T]) where(probe func(T) int) iter.Seq[T] {
	return func(yield func(T) bool) { t.root.where(probe, yield) }
}

func (n *node[T]) where(probe func(T) int, yield func(T) bool) bool {
	if n == nil {
		return true
	}
	side := probe(n.value)
	if side <= 0 && !n.left.where(probe, yield) {
		return false
	}
	if side == 0 && !yield(n.value) {
		return false
	}
	return side < 0 || n.right.where(probe, yield)
}

// rank counts the values that come before v.
func (t treap[T]) rank(v T) int {
	before := 0
	for n := t.root; n != nil; {
		if t.kind.compare(v, n.value) <= 0 {
			n = n.left
			continue
		}
		before += n.left.count() + 1
		n = n.right
	}
	return before
}

// at returns the i-th value; i is in [0, len).
func (t treap[T]) at(i int) T {
	n := t.root
	for {
		switch left := n.left.count(); {
		case i < left:
			n = n.left
		case i > left:
			i -= left + 1
			n = n.right
		default:
			return n.value
		}
	}
}

func (t treap[T]) all() iter.Seq[T] {
	return func(yield func(T) bool) { t.root.each(yield) }
}

// each yields the values in order and reports whether to go on.
func (n *node[T]) each(yield func(T) bool) bool {
	return n == nil || n.left.each(yield) && yield(n.value) && n.right.each(yield)
}

// slab is how many nodes are made at once where many are: fewer and larger
// pieces of memory are less work for the garbage collector.
const slab = 128

// piece is how many values are united with a treap at once: some milliseconds'
// work in a browser. It is a multiple of spansPerCall.
const piece = 8 * spansPerCall

// build makes a treap of values that are already in order, in linear time: it
// keeps the right edge of the tree on a stack and hangs every next value there.
func (k *kind[T]) build(sorted []T) treap[T] {
	t, _ := k.buildPaced(sorted, nil)
	return t
}

func (k *kind[T]) buildPaced(sorted []T, pace Pace) (treap[T], error) {
	var edge []*node[T]
	var made []node[T]
	pop := func() *node[T] {
		n := edge[len(edge)-1]
		edge = edge[:len(edge)-1]
		k.measure(n)
		return n
	}
	for i, v := range sorted {
		if err := pace.At(i, len(sorted)); err != nil {
			return treap[T]{}, err
		}
		if len(made) == 0 {
			made = make([]node[T], min(slab, len(sorted)-i))
		}
		n := &made[0]
		made = made[1:]
		*n = node[T]{value: v, weight: k.weigh(v), size: 1, reach: k.reach(v)}
		for len(edge) > 0 && k.heavier(n, edge[len(edge)-1]) {
			n.left = pop()
		}
		if len(edge) > 0 {
			edge[len(edge)-1].right = n
		}
		edge = append(edge, n)
	}
	var root *node[T]
	for len(edge) > 0 {
		root = pop()
	}
	return treap[T]{k, root}, nil
}

// difference calls report, in order, for every place at which two treaps of
// one kind differ: gone is nil where b has more, come where a has. Values that
// are equal in order but not identical by same are reported together.
// Sub-trees that both share cost nothing.
func (k *kind[T]) difference(a, b *node[T], same func(T, T) bool, report func(gone, come *node[T])) {
	switch {
	case a == b:
	case a == nil:
		b.nodes(func(n *node[T]) { report(nil, n) })
	case b == nil:
		a.nodes(func(n *node[T]) { report(n, nil) })
	case k.heavier(b, a):
		before, twin, after := k.split(a, b.value)
		k.difference(before, b.left, same, report)
		reportPair(twin, b, same, report)
		k.difference(after, b.right, same, report)
	default:
		before, twin, after := k.split(b, a.value)
		k.difference(a.left, before, same, report)
		reportPair(a, twin, same, report)
		k.difference(a.right, after, same, report)
	}
}

func reportPair[T any](a, b *node[T], same func(T, T) bool, report func(gone, come *node[T])) {
	if a == nil || b == nil || !same(a.value, b.value) {
		report(a, b)
	}
}

func (n *node[T]) nodes(visit func(*node[T])) {
	if n == nil {
		return
	}
	n.left.nodes(visit)
	visit(n)
	n.right.nodes(visit)
}
