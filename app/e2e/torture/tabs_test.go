package torture

import (
	"slices"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
)

// manyEdits is how many each of two tabs makes.
const manyEdits = 1000

// soon is how long an edit may take to appear in another tab. A busy machine may
// hold one in twenty up.
const soon = time.Second

func TestTwoTabsOfAThousandEditsLoseNone(t *testing.T) {
	h, host := newHeard(), hosted(t)
	first := host.tab(t, h)
	tabs := map[string]*chromium.Page{"a": first, "b": another(first, h)}
	began := time.Now()
	for name, other := range map[string]string{"a": "b", "b": "a"} {
		host.start(t, tabs[name], report.Order{Store: "many", Seed: *seed, Tab: name, Other: other, Steps: manyEdits})
	}
	for _, name := range pairTabs {
		h.wait(t, who{tab: name}, "the last edit to be saved", func(t *told) bool { return t.acked == manyEdits })
	}
	t.Logf("two tabs made %d edits each in %v", manyEdits, time.Since(began).Round(time.Millisecond))

	for _, name := range pairTabs {
		h.wait(t, who{tab: name}, "the other tab's last edit to appear", func(t *told) bool { return t.seenAt[manyEdits] > 0 })
	}
	shown := map[string]string{"a": show(t, h, tabs["a"], "a"), "b": show(t, h, tabs["b"], "b")}
	host.start(t, another(first, h), report.Order{Store: "many", Seed: *seed, Tab: "fresh"})
	shown["fresh"] = h.wait(t, who{tab: "fresh"}, "a third tab to open", isOpened).opened.Project
	for name, exported := range shown {
		holdsAll(t, name, exported)
		same(t, name, shown["fresh"], exported)
	}
	reportDelay(t, "a", h.now(who{tab: "a"}), h.now(who{tab: "b"}))
	reportDelay(t, "b", h.now(who{tab: "b"}), h.now(who{tab: "a"}))
}

// show gives the work as a tab has it now.
func show(t *testing.T, h *heard, p *chromium.Page, name string) string {
	t.Helper()
	p.Do("show()")
	return h.wait(t, who{tab: name}, "the work to be shown", func(t *told) bool { return t.shown != nil }).shown.Project
}

// same holds what a tab exports to what another one does.
func same(t *testing.T, tab, want, got string) {
	t.Helper()
	if want != got {
		t.Errorf("tab %s exports something else than a fresh one (-want +got):\n%s", tab, byLine(want, got))
	}
}

// holdsAll holds exported work to the edits of both tabs.
func holdsAll(t *testing.T, tab, exported string) {
	t.Helper()
	first, err := edits.Begin()
	if err != nil {
		t.Fatal(err)
	}
	project := readProject(t, &report.Line{Project: exported})
	for _, name := range pairTabs {
		if missing := missingOf(t, edits.Tab{Seed: *seed, Name: name, Articles: first.Project.Documents()}, project, manyEdits); len(missing) > 0 {
			t.Errorf("tab %s lacks %d of the edits of tab %s: %v", tab, len(missing), name, missing)
		}
	}
}

// reportDelay says how long after it was acknowledged an edit of a tab was in the
// other. What was acknowledged before the other was open counts from there.
func reportDelay(t *testing.T, name string, from, to told) {
	t.Helper()
	var delays []time.Duration
	for k, seen := range to.seenAt {
		since := max(from.acknowledged(k), to.opened.At)
		delays = append(delays, time.Duration(max(0, seen-since))*time.Millisecond)
	}
	if len(delays) < manyEdits/2 {
		t.Fatalf("only %d edits of tab %s were seen in the other", len(delays), name)
	}
	slices.Sort(delays)
	median, most, longest := delays[len(delays)/2], delays[len(delays)*19/20], delays[len(delays)-1]
	t.Logf("edits of tab %s were in the other %v after they were acknowledged (median of %d); 95 of 100 within %v, all within %v",
		name, median, len(delays), most, longest)
	if most > soon {
		t.Errorf("edits of tab %s took %v to appear in the other, want at most %v", name, most, soon)
	}
}

// acknowledged is when a step was acknowledged: with itself or a later one.
func (t told) acknowledged(k int) float64 {
	for ; k <= t.acked; k++ {
		if at, there := t.ackedAt[k]; there {
			return at
		}
	}
	return 0
}
