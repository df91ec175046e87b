package monkey

// Shrink finds a shorter list of events that still fails, by leaving out halves,
// quarters and so on down to single events, again and again until none can be
// left out any more, or until tries is used up. fails plays a list and returns how
// it failed, nil if it did not. The failure returned is that of the shortest list;
// it is nil, and the list whole, where it did not fail a second time.
//
// It is the simple half of delta debugging (Zeller and Hildebrandt, Simplifying
// and Isolating Failure-Inducing Input, 2002).
func Shrink(events []Event, fails func([]Event) *Failure, tries int) ([]Event, *Failure) {
	s := shrinking{fails: fails, left: tries}
	if !s.try(events) {
		return events, nil
	}
	for size := (len(s.shortest) + 1) / 2; size > 0 && s.left > 0; size = s.next(size) {
		s.pass(size)
	}
	return s.shortest, s.failure
}

// shrinking is a search under way.
type shrinking struct {
	fails    func([]Event) *Failure
	left     int // tries
	shortest []Event
	failure  *Failure // of shortest
	shorter  bool     // since the pass began
}

// try plays a list, and keeps it if it fails. What comes after the failure is of
// no use.
func (s *shrinking) try(events []Event) bool {
	if s.left <= 0 {
		return false
	}
	s.left--
	f := s.fails(events)
	if f == nil {
		return false
	}
	s.shortest, s.failure, s.shorter = events[:min(f.At+1, len(events))], f, true
	return true
}

// pass leaves out one chunk of that size after the other, the last first: what
// only followed is gone soonest.
func (s *shrinking) pass(size int) {
	s.shorter = false
	for end := len(s.shortest); end > 0; {
		begin := max(0, end-size)
		s.try(without(s.shortest, begin, end))
		end = min(begin, len(s.shortest))
	}
}

// next is the size of the chunks of the next pass: half as large, and single
// events again as long as that helps.
func (s *shrinking) next(size int) int {
	if size == 1 && s.shorter {
		return 1
	}
	return size / 2
}

func without(events []Event, from, to int) []Event {
	rest := make([]Event, 0, len(events)-(to-from))
	return append(append(rest, events[:from]...), events[to:]...)
}
