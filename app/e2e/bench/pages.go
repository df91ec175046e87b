package main

import (
	"fmt"
	"strings"
)

// startTable holds the start of the page against that of a program that only
// says hello, in the same shell.
func startTable(list []Measure) table {
	t := table{title: "start of the static site, against a go-app hello world", columns: []string{"start", "ours", "hello world", "ratio", "target", ""}}
	for _, on := range startConditions {
		for _, g := range startGoals {
			if cells, found := startRow(list, on, g); found {
				t.add(cells...)
			}
		}
	}
	return t
}

// startConditions are the lines, and the slow processor, with which the start is
// measured.
var startConditions = []string{"loopback", "50Mbit", "10Mbit", "slow"}

// startGoal is one moment of the start, and what it is to reach under some
// conditions: a limit in ms, or as many times hello world.
type startGoal struct {
	what, field string
	limits      map[string]target
}

var startGoals = []startGoal{
	{"first article can be read", "read-ms", map[string]target{"loopback": {plus: 300}}},
	{"first visit, drawn", "first-ms", map[string]target{"loopback": {times: 2}, "slow": {plus: 2000}}},
	{"first visit, kept", "kept-ms", nil},
	{"second visit, drawn", "second-ms", map[string]target{"loopback": {times: 1.5}}},
	{"key → painted mark", "mark-ms", map[string]target{"slow": {plus: 70}}},
}

// startRow is the line of one moment under one condition; of some moments there is
// nothing to say for hello world.
func startRow(list []Measure, on string, g startGoal) (cells []string, found bool) {
	ours, found := find(list, "app/e2e Start/"+on+" "+g.field)
	cells = []string{on + ": " + g.what, show(ours.Median, "ms"), none, none, none, ""}
	hello, both := find(list, "app/e2e Start/"+on+" hello-"+g.field)
	if both {
		cells[2], cells[3] = show(hello.Median, "ms"), digits(ours.Median/hello.Median)
	}
	if aim, bound := g.limits[on]; bound {
		cells[4], cells[5] = strings.Replace(aim.text("ms"), "floor", "hello", 1), verdict(ours.Median, aim.limit(hello.Median))
	}
	return cells, found
}

// pageTable shows the page at each size.
func pageTable(list []Measure) table {
	t := table{title: "the page, by the size of the article", columns: append(append([]string{"measure"}, pageWorks...), "target", "")}
	for _, g := range pageGoals {
		if cells, found := pageRow(g, list); found {
			t.add(cells...)
		}
	}
	addGrowth(&t, list)
	return t
}

// pageRow is the line of one goal, with its targets and whether all of them are
// met.
func pageRow(g goal, list []Measure) (cells []string, found bool) {
	cells = []string{g.what}
	var bounds []string
	result := ""
	for _, work := range pageWorks {
		m, ok := find(list, "app/e2e Page/"+work+" "+g.field)
		if !ok {
			cells = append(cells, none)
			continue
		}
		found = true
		cells = append(cells, show(m.Median, g.unit))
		if aim, bound := g.targets[work]; bound {
			bounds = append(bounds, work+" "+aim.text(g.unit))
			if result != "NOT MET" {
				result = verdict(m.Median, aim.limit(0))
			}
		}
	}
	return append(cells, strings.Join(bounds, ", "), result), found
}

// addGrowth adds the line of what a thousand edits leave in memory.
func addGrowth(t *table, list []Measure) {
	before, ok := find(list, "app/e2e ThousandEdits before-MB")
	after, also := find(list, "app/e2e ThousandEdits after-MB")
	if ok && also {
		growth := 100 * (after.Median/before.Median - 1)
		t.add("memory after 1,000 edits", none, none, none, fmt.Sprintf("%+.1f %%", growth), none, none, "XL ≤ + 5 %", verdict(growth, 5))
	}
}
