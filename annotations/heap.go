package annotations

// minHeap is a binary heap: the least value is at index 0. Unlike
// container/heap it does not box its values, which would be most of the cost
// of segmenting a dense block.
type minHeap[T any] []T

func (h *minHeap[T]) push(v T, compare func(a, b T) int) {
	*h = append(*h, v)
	s := *h
	for i := len(s) - 1; i > 0; {
		parent := (i - 1) / 2
		if compare(s[parent], s[i]) <= 0 {
			return
		}
		s[parent], s[i] = s[i], s[parent]
		i = parent
	}
}

// pop takes out the least value; the heap is not empty.
func (h *minHeap[T]) pop(compare func(a, b T) int) T {
	s := *h
	least, last := s[0], len(s)-1
	s[0] = s[last]
	*h = s[:last]
	h.sink(compare)
	return least
}

// sink moves the value at the root down to where it belongs.
func (h *minHeap[T]) sink(compare func(a, b T) int) {
	s := *h
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(s) {
			return
		}
		if right := child + 1; right < len(s) && compare(s[right], s[child]) < 0 {
			child = right
		}
		if compare(s[i], s[child]) <= 0 {
			return
		}
		s[i], s[child] = s[child], s[i]
		i = child
	}
}
