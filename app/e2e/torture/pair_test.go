package torture

import (
	"fmt"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/chromium"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
)

// pair is work on which two tabs write at once. Its spans are never removed, so
// it is given up for a new one now and then.
type pair struct {
	store string
	runs  []int // that worked on it
}

// mostPairs is how many runs work on the same.
const mostPairs = 10

var pairTabs = []string{"a", "b"}

// pairPoint runs the program in two tabs at once, until both are killed, and
// looks for all that either had been told was saved.
func (k *torture) pairPoint(run int) {
	if len(k.pair.runs)%mostPairs == 0 {
		k.pair = pair{store: fmt.Sprintf("two-tabs-%d", run)}
	}
	k.pair.runs = append(k.pair.runs, run)
	p := k.plan()
	for i, tab := range []*chromium.Page{k.tab, k.other} {
		k.host.start(k.t, tab, report.Order{Store: k.pair.store, Seed: *seed, Run: run, Tab: pairTabs[i], Steps: -1, Compact: p.compact})
	}
	if p.when != opening {
		for _, name := range pairTabs {
			k.heard.wait(k.t, who{run, name}, "the work to open", isOpened)
		}
	}
	k.kill(p, time.Now(), who{run, pairTabs[run/10%2]})
	k.lookAtPair(run)
}

// lookAtPair opens the work of two tabs in a third.
func (k *torture) lookAtPair(run int) {
	k.t.Helper()
	k.host.start(k.t, k.tab, report.Order{Store: k.pair.store, Run: run, Tab: "look"})
	line := k.heard.wait(k.t, who{run, "look"}, "the work to open", isOpened).opened
	project := readProject(k.t, line)
	for _, name := range pairTabs {
		k.ended(who{run, name})
		for _, earlier := range k.pair.runs {
			k.checkTab(project, run, who{earlier, name})
		}
	}
}

// checkTab holds reopened work to what one tab was told was saved.
func (k *torture) checkTab(project *annotations.Project, run int, w who) {
	k.t.Helper()
	acked := k.heard.now(w).acked
	missing := missingOf(k.t, edits.Tab{Seed: *seed, Run: w.run, Name: w.tab, Articles: k.articles}, project, acked)
	if len(missing) > 0 {
		tally.lost += len(missing)
		k.pair.runs = nil // what is lost is counted once
		k.t.Errorf("seed %d, point %d: of the %d acknowledged edits of run %d, tab %s, these are lost: %v", *seed, run, acked, w.run, w.tab, missing)
	}
}

// missingOf gives the steps of a tab, up to n, that a project lacks.
func missingOf(t *testing.T, tab edits.Tab, p *annotations.Project, n int) []int {
	t.Helper()
	written, err := tab.In(p)
	if err != nil {
		t.Fatal(err)
	}
	return tab.Missing(written, n)
}

// readProject reads the work that a line reports.
func readProject(t *testing.T, line *report.Line) *annotations.Project {
	t.Helper()
	project, repairs, err := spanwise.Read([]byte(line.Project), nil)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("the export cannot be read as it is: %v %q", err, repairs)
	}
	return project
}
