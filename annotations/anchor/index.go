package anchor

import "slices"

// index says where each form stands in a text, in order.
type index struct {
	first  []int32 // in places, for each form, and where the last one's end
	places []int32
}

func indexOf(w *words, forms int) index {
	x := index{first: make([]int32, forms+2), places: make([]int32, len(w.forms))}
	for _, f := range w.forms {
		x.first[f+2]++
	}
	for f := range forms {
		x.first[f+2] += x.first[f+1]
	}
	for i, f := range w.forms {
		x.places[x.first[f+1]] = int32(i)
		x.first[f+1]++
	}
	return x
}

// of returns the places of a form; one that came into the vocabulary later has
// none.
func (x *index) of(form int32) []int32 {
	if int(form)+1 >= len(x.first) {
		return nil
	}
	return x.places[x.first[form]:x.first[form+1]]
}

// rarest returns which of some forms stands in the text least often.
func (x *index) rarest(forms []int32) int {
	best := 0
	for i, f := range forms {
		if len(x.of(f)) < len(x.of(forms[best])) {
			best = i
		}
	}
	return best
}

// close returns the n places of a form that are closest to one, in order.
func (x *index) close(form int32, to, n int) []int32 {
	places := x.of(form)
	at, _ := slices.BinarySearch(places, int32(to))
	low := max(0, min(at-n/2, len(places)-n))
	return places[low:min(len(places), low+n)]
}
