package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// sized splits the name of a measure that was taken at several sizes:
// "annotations Add/1000" is the operation "annotations Add" at 1000.
func sized(name string) (operation string, size int, ok bool) {
	i := strings.LastIndex(name, "/")
	size, err := strconv.Atoi(name[i+1:])
	if err != nil {
		return name, 0, false
	}
	return name[:i], size, true
}

// operation is the time of one operation at each size, in nanoseconds.
type operation struct {
	name  string
	sizes []int // ascending
	times []float64
}

// operations gathers what was measured at more than one size, in its order, and
// what was not.
func operations(list []Measure) (grown []operation, single []Measure) {
	for _, m := range list {
		name, size, ok := sized(m.Name)
		if !ok {
			single = append(single, m)
			continue
		}
		i := slices.IndexFunc(grown, func(o operation) bool { return o.name == name })
		if i < 0 {
			i = len(grown)
			grown = append(grown, operation{name: name})
		}
		grown[i].sizes = append(grown[i].sizes, size)
		grown[i].times = append(grown[i].times, m.Median)
	}
	return grown, single
}

// growth is by what factor the time grows when the size grows tenfold: 1 for
// constant work, a little more for logarithmic, 10 for linear.
func (o operation) growth() float64 {
	last := len(o.sizes) - 1
	tenfolds := math.Log10(float64(o.sizes[last]) / float64(o.sizes[0]))
	return math.Pow(o.times[last]/o.times[0], 1/tenfolds)
}

// coreTables show the operations, those of equal sizes together, and then what
// has one size only.
func coreTables(part string, list []Measure) []table {
	grown, single := operations(list)
	var tables []table
	for len(grown) > 0 {
		sizes := grown[0].sizes
		t := table{title: part + ", by the number of " + counted(sizes), columns: []string{"operation"}}
		for _, size := range sizes {
			t.columns = append(t.columns, thousands(size))
		}
		t.columns = append(t.columns, "per tenfold")
		var others []operation
		for _, o := range grown {
			if !slices.Equal(o.sizes, sizes) {
				others = append(others, o)
				continue
			}
			cells := []string{o.name}
			for _, ns := range o.times {
				cells = append(cells, show(ns, "ns/op"))
			}
			t.add(append(cells, "× "+digits(o.growth()))...)
		}
		tables, grown = append(tables, t), others
	}
	rest := table{title: part + ", the rest", columns: []string{"operation", "time"}}
	for _, m := range single {
		rest.add(m.Name, show(m.Median, m.Unit))
	}
	return append(tables, rest)
}

// counted names what the sizes count: the benchmarks have 100,000 spans at
// most, and 5,000 articles.
func counted(sizes []int) string {
	if sizes[len(sizes)-1] > 10_000 {
		return "spans"
	}
	return "articles"
}

// thousands writes 100000 as 100,000.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return thousands(n/1000) + fmt.Sprintf(",%03d", n%1000)
}
