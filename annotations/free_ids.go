package annotations

import "fmt"

// FreeIDs finds IDs, or names, that nothing has yet.
type FreeIDs struct {
	taken map[string]bool
	next  map[string]int
}

// NewFreeIDs takes the IDs that each calls its function with.
func NewFreeIDs(each func(take func(id string))) *FreeIDs {
	f := &FreeIDs{map[string]bool{}, map[string]int{}}
	each(func(id string) { f.taken[id] = true })
	return f
}

// Like returns id, or the first of id-2, id-3 … that is free, and takes it.
func (f *FreeIDs) Like(id string) string {
	free := id
	for f.taken[free] {
		f.next[id] = max(f.next[id], 1) + 1
		free = fmt.Sprintf("%s-%d", id, f.next[id])
	}
	f.taken[free] = true
	return free
}
