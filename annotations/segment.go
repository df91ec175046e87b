package annotations

import (
	"cmp"
	"slices"
)

// Segment is a run of text, in bytes, over which the same spans lie. Lanes[i]
// is the span that is drawn as underline i, or nil; the last is never nil, and
// a run without spans has no lanes.
type Segment struct {
	Start, End int
	Lanes      []*Span
}

// Segments cuts [start, end) of a document, usually a block, where a span's
// range starts or ends: the segments tile it in order. A span keeps its lane
// through the whole of [start, end), between its ranges too, so that its parts
// are seen to belong together. Lanes are given in text order, the lowest free
// one each time. An empty piece has no segments.
func Segments(set *Set, start, end int) []Segment {
	if start >= end {
		return nil
	}
	edges := edgesIn(set, start, end)
	segments := make([]Segment, 0, len(edges)+1)
	var lanes lanes
	at := start
	for _, e := range edges {
		if e.pos > at {
			segments = append(segments, Segment{at, e.pos, lanes.copy()})
			at = e.pos
		}
		lanes.pass(e)
	}
	if at < end {
		segments = append(segments, Segment{at, end, lanes.copy()})
	}
	return segments
}

// edge is where a range of a span starts or ends inside the piece of text.
type edge struct {
	pos   int
	lane  int
	span  *Span
	opens bool
}

// edgesIn gives the edges of every span in [start, end), by position.
func edgesIn(set *Set, start, end int) []edge {
	var edges []edge
	var free allotment
	for s := range set.Overlapping(start, end) {
		lane := free.take(max(s.Start(), start), s.End())
		for _, r := range s.Ranges {
			if r.Start < end && r.End > start {
				edges = append(edges, edge{max(r.Start, start), lane, s, true}, edge{min(r.End, end), lane, s, false})
			}
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), closesFirst(a, b))
	})
	return edges
}

// closesFirst puts ends before starts, so that a lane is free when it is taken again.
func closesFirst(a, b edge) int {
	switch {
	case a.opens == b.opens:
		return 0
	case b.opens:
		return -1
	}
	return 1
}

// lanes is what lies over the present position.
type lanes []*Span

func (l *lanes) pass(e edge) {
	for len(*l) <= e.lane {
		*l = append(*l, nil)
	}
	(*l)[e.lane] = nil
	if e.opens {
		(*l)[e.lane] = e.span
	}
}

// copy returns the lanes up to the last that is in use.
func (l *lanes) copy() []*Span {
	used := len(*l)
	for used > 0 && (*l)[used-1] == nil {
		used--
	}
	return slices.Clone((*l)[:used:used])
}

// allotment hands out lanes to spans that come in order of their start.
type allotment struct {
	busy minHeap[until] // by where the lane becomes free
	free minHeap[int]   // by number
	used int
}

// until is a lane that is taken up to a position.
type until struct{ end, lane int }

// take gives the lowest lane that is free from start on, and keeps it until end.
func (a *allotment) take(start, end int) int {
	for len(a.busy) > 0 && a.busy[0].end <= start {
		a.free.push(a.busy.pop(byEnd).lane, cmp.Compare[int])
	}
	var lane int
	if len(a.free) > 0 {
		lane = a.free.pop(cmp.Compare[int])
	} else {
		lane, a.used = a.used, a.used+1
	}
	a.busy.push(until{end, lane}, byEnd)
	return lane
}

func byEnd(a, b until) int { return cmp.Compare(a.end, b.end) }
