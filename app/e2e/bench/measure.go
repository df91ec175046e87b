package main

import (
	"math"
	"slices"
)

// Measure is one thing that was measured several times. The less the better,
// whatever its unit.
type Measure struct {
	Name   string  `json:"name"`
	Unit   string  `json:"unit"`
	Median float64 `json:"median"`
	Best   float64 `json:"best"`
	Worst  float64 `json:"worst"`
	Runs   int     `json:"runs"`
}

// key is what a measure is called, the unit included.
type key struct{ name, unit string }

// samples are the single runs of measures, in the order of their first.
type samples struct {
	order []key
	runs  map[key][]float64
}

// add notes one run of a measure.
func (s *samples) add(name, unit string, value float64) {
	k := key{name, unit}
	if s.runs == nil {
		s.runs = map[key][]float64{}
	}
	if s.runs[k] == nil {
		s.order = append(s.order, k)
	}
	s.runs[k] = append(s.runs[k], value)
}

// join adds the runs of others.
func (s *samples) join(others samples) {
	for _, k := range others.order {
		for _, value := range others.runs[k] {
			s.add(k.name, k.unit, value)
		}
	}
}

// measures sums up the runs.
func (s *samples) measures() []Measure {
	var list []Measure
	for _, k := range s.order {
		runs := slices.Sorted(slices.Values(s.runs[k]))
		list = append(list, Measure{k.name, k.unit, round(median(runs)), round(runs[0]), round(runs[len(runs)-1]), len(runs)})
	}
	return list
}

// median is the middle of sorted runs.
func median(sorted []float64) float64 {
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// round keeps four digits, which is more than any run repeats.
func round(x float64) float64 {
	if x == 0 {
		return 0
	}
	scale := math.Pow(10, 3-math.Floor(math.Log10(math.Abs(x))))
	return math.Round(x*scale) / scale
}

// find gives the measure of that name.
func find(list []Measure, name string) (Measure, bool) {
	i := slices.IndexFunc(list, func(m Measure) bool { return m.Name == name })
	if i < 0 {
		return Measure{}, false
	}
	return list[i], true
}
