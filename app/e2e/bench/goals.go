package main

import (
	"fmt"
	"slices"
)

// works are the sizes of the articles in the page's measures: 3 kB with 30
// spans, 100 kB with 1,000, 1 MB with 10,000, 3 MB with 100,000.
var works = []string{"S", "M", "L", "XL"}

// pageWorks are the articles that our own harness measures besides: L and XL
// on a single line.
var pageWorks = append(slices.Clip(works), "L1", "XL1")

// target is what a measure is to reach: a limit that may hang on the figure of
// a bare page, which was taken in the same run.
type target struct {
	times float64 // the floor's figure times this …
	plus  float64 // … and this
}

func (t target) limit(floor float64) float64 { return floor*t.times + t.plus }

func (t target) text(unit string) string {
	switch {
	case t.times == 0:
		return "≤ " + show(t.plus, unit)
	case t.times == 1:
		return "≤ floor + " + show(t.plus, unit)
	default:
		return fmt.Sprintf("≤ %s × floor", digits(t.times))
	}
}

// goal is one line of what the page is to reach.
type goal struct {
	what, field, unit string
	targets           map[string]target // by size; without one there is only the figure
}

// everywhere is one target at all sizes.
func everywhere(t target) map[string]target {
	return map[string]target{"S": t, "M": t, "L": t, "XL": t}
}

// floorGoals are held against the bare page of the outside bench.
var floorGoals = []goal{
	{"given → painted", "load_painted_ms", "ms", map[string]target{"S": {plus: 150}, "M": {times: 2}, "L": {times: 2}, "XL": {times: 2}}},
	{"given → first screen", "load_painted_ms", "ms", map[string]target{"XL": {plus: 300}}},
	{"mark by mouse → painted", "label_mouse_ms", "ms", everywhere(target{times: 1.5})},
	{"processor time of a mark", "label_api_cpu_ms", "ms", everywhere(target{times: 3})},
	{"scrolling: frames over 50 ms", "scroll_over50", "", everywhere(target{})},
	{"memory", "rss_MB", "MB", map[string]target{"S": {1, 100}, "M": {1, 100}, "L": {1, 100}}},
}

// pageGoals are about the page alone, as our own harness measures it.
var pageGoals = []goal{
	{"open → painted", "open-ms", "ms", map[string]target{"S": {plus: 150}, "XL": {plus: 300}}},
	{"mark by mouse → painted", "mark-ms", "ms", nil},
	{"processor time of a mark", "mark-cpu-ms", "ms", nil},
	{"scrolling: frames over 50 ms", "long-frames", "", everywhere(target{})},
	{"a jump anywhere, the slowest of 10", "jump-ms", "ms", map[string]target{"XL": {plus: 100}}},
	{"memory", "memory-MB", "MB", nil},
}

// verdict says whether a figure is within its target.
func verdict(value, limit float64) string {
	if value <= limit {
		return "met"
	}
	return "NOT MET"
}
