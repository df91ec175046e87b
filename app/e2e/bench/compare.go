package main

// change is a measure that is not what it was.
type change struct{ before, now Measure }

// compare finds what grew and what shrank by more than a tenth.
//
// Single runs scatter, on a busy machine by more than a tenth. So it is not
// enough that the medians differ: all runs of one time must lie on one side of
// all runs of the other. Where nothing has changed, three runs do that by
// chance in one of twenty measures, and then seldom by a tenth.
func compare(before, now []Measure) (grew, shrank []change) {
	for _, m := range now {
		was, ok := find(before, m.Name)
		switch {
		case !ok:
		case m.Median > was.Median*1.1 && m.Best > was.Worst:
			grew = append(grew, change{was, m})
		case m.Median < was.Median*0.9 && m.Worst < was.Best:
			shrank = append(shrank, change{was, m})
		}
	}
	return grew, shrank
}
