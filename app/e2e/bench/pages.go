package main

import (
	"fmt"
	"strings"
)

// startTable holds the start of the page against that of a program that only
// says hello, in the same shell.
func startTable(list []Measure) table {
	t := table{title: "start of the static site, against a go-app hello world", columns: []string{"visit", "ours", "hello world", "ratio", "target", ""}}
	for _, visit := range []string{"first", "second"} {
		ours, ok := find(list, "app/e2e Start "+visit+"-ms")
		hello, also := find(list, "app/e2e Start hello-"+visit+"-ms")
		if !ok || !also {
			continue
		}
		cells := []string{visit, show(ours.Median, "ms"), show(hello.Median, "ms"), digits(ours.Median / hello.Median), none, ""}
		if visit == "first" {
			cells[4], cells[5] = "≤ 2 × hello", verdict(ours.Median, 2*hello.Median)
		}
		t.add(cells...)
	}
	return t
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
