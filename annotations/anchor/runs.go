package anchor

import (
	"math/bits"
	"slices"
)

// runTable finds runs of words of one text by what they are. It is a hash table
// of places with linear probing, which for the half million runs of a long text
// takes a fourth of the time of a map.
type runTable struct {
	forms []int32
	n     int     // words in a run
	slots []int32 // the place of a run and 1, or 0
	shift int     // of a hash, for its slot
	met   []met   // for each place: of the first run of its kind
}

// met counts the runs of one kind in both texts, up to two times.
type met struct {
	y           int32 // the last one's place in the other text
	here, there uint8
}

func newRunTable(forms []int32, n int) *runTable {
	size := bits.Len(uint(2*len(forms) + 1))
	return &runTable{forms, n, make([]int32, 1<<size), 64 - size, make([]met, len(forms))}
}

// slot is where a run is, or would be put.
func (t *runTable) slot(run []int32) *int32 {
	h := uint64(0)
	for _, form := range run {
		h = (h ^ uint64(form)) * 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
		h ^= h >> 32
	}
	for i := h * 0x9e3779b97f4a7c15 >> t.shift; ; i = (i + 1) & uint64(len(t.slots)-1) {
		slot := &t.slots[i]
		if *slot == 0 || slices.Equal(t.forms[*slot-1:int(*slot)-1+t.n], run) {
			return slot
		}
	}
}

// meet counts the run at a place of the table's own text.
func (t *runTable) meet(x int) {
	slot := t.slot(t.forms[x : x+t.n])
	if *slot == 0 {
		*slot = int32(x) + 1
	}
	m := &t.met[*slot-1]
	m.here = min(2, m.here+1)
}

// meetOther counts the run at a place of another text.
func (t *runTable) meetOther(forms []int32, y int) {
	if slot := t.slot(forms[y : y+t.n]); *slot != 0 {
		m := &t.met[*slot-1]
		m.y, m.there = int32(y), min(2, m.there+1)
	}
}
