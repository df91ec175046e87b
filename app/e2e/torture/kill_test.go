package torture

import (
	"math/rand/v2"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
	"spanwise/corpus"
)

// torture is one work that lives through all kill points.
type torture struct {
	t     *testing.T
	host  program
	heard *heard
	tab   *chromium.Page
	other *chromium.Page // where a second tab is needed
	dice  *rand.Rand
	count count

	works works
	runs  []int // of the programs whose end has not been looked at yet

	pair     pair
	articles []*corpus.Document // that every work begins with
}

// TestKillPoints kills the process that the program runs in, again and again.
func TestKillPoints(t *testing.T) {
	t.Parallel()
	k := begin(t)
	began := time.Now()
	for run := 1; run <= *points; run++ {
		if run%10 == 0 {
			k.pairPoint(run)
		} else {
			k.point(run)
		}
		tally.points = run
		if run%50 == 0 {
			t.Logf("%d kill points in %v, %d acknowledged edits lost", run, time.Since(began).Round(time.Second), tally.lost)
		}
	}
	k.finish(*points + 1)
	t.Logf("%v in all: %v", time.Since(began).Round(time.Second), &k.count)
}

// begin prepares the browser and the first work.
func begin(t *testing.T) *torture {
	t.Helper()
	first, err := edits.Begin()
	if err != nil {
		t.Fatal(err)
	}
	k := &torture{t: t, host: hosted(t), heard: newHeard(), works: works{first}, articles: first.Project.Documents()}
	k.tab = k.host.tab(t, k.heard)
	k.other = another(k.tab, k.heard)
	k.dice = rand.New(rand.NewPCG(*seed, 0))
	k.count.moments = map[moment]int{}
	return k
}

// plan says when a program is killed.
type plan struct {
	when    moment
	delay   time.Duration // after that moment
	compact int           // above how many records the journal is shortened
}

// moment is the one from which a plan's delay is counted.
type moment string

const (
	opening    moment = "the program is being loaded"
	opened     moment = "the program is making edits"
	compacting moment = "the journal is being shortened"
)

// plan throws a plan: most programs are killed while they make edits.
func (k *torture) plan() plan {
	between := func(from, to int) time.Duration {
		return time.Duration(from)*time.Millisecond + time.Duration(k.dice.IntN((to-from)*1000))*time.Microsecond
	}
	p := plan{opened, between(0, 400), []int{0, 5, 20, 60}[k.dice.IntN(4)]}
	switch n := k.dice.IntN(10); {
	case n < 2:
		p.when, p.delay = opening, between(50, 500)
	case n < 4:
		p.when, p.delay, p.compact = compacting, between(0, 20), 5
	}
	k.count.moments[p.when]++
	return p
}

// point runs the program once, until it is killed.
func (k *torture) point(run int) {
	p := k.plan()
	k.host.start(k.t, k.tab, report.Order{Store: "one-tab", Seed: *seed, Run: run, Steps: -1, Compact: p.compact})
	began := time.Now()
	if p.when != opening {
		k.reopened(run)
		began = time.Now()
	}
	k.runs = append(k.runs, run)
	k.kill(p, began, who{run: run})
}

// kill waits until the moment of the plan and kills all programs. What a program
// does not come to in a second is not waited for.
func (k *torture) kill(p plan, began time.Time, w who) {
	k.t.Helper()
	if p.when == compacting && k.heard.within(time.Second, w, func(t *told) bool { return t.compacting > 0 }) {
		began = time.Now()
	}
	time.Sleep(time.Until(began.Add(p.delay)))
	k.tab.KillRenderers()
}

// reopened waits until the program of a run has opened the work, and holds what
// it found to what the runs before it may have left.
func (k *torture) reopened(run int) {
	k.t.Helper()
	line := k.heard.wait(k.t, who{run: run}, "the work to open", isOpened).opened
	var ends []end
	for _, earlier := range k.runs {
		now := k.ended(who{run: earlier})
		if now.opened != nil { // perhaps later than anybody waited for
			k.check(ends, now.opened)
			ends = nil
		}
		ends = append(ends, end{edits.Stream{Seed: *seed, Run: earlier}, now.opened != nil, now.acked, now.making})
	}
	k.check(ends, line)
	k.runs = nil
}

// check holds opened work to what the runs before it may have left.
func (k *torture) check(ends []end, opened *report.Line) {
	k.t.Helper()
	found, err := k.works.follow(ends, opened)
	if err != nil {
		for _, e := range ends { // nobody can say which of them are there
			tally.lost += e.acked
		}
		k.t.Fatalf("seed %d, point %d: %v", *seed, opened.Run, err)
	}
	if found.lost > 0 {
		tally.lost += found.lost
		k.t.Errorf("seed %d, point %d: %d acknowledged edits are lost (-acknowledged +found):\n%s", *seed, opened.Run, found.lost, found.difference)
	}
	k.works = found.works
}

// ended gives what a program told until it was killed, and counts it.
func (k *torture) ended(w who) told {
	k.t.Helper()
	now := k.heard.now(w)
	if now.failed != "" {
		k.t.Errorf("seed %d, run %d, tab %q: the program failed: %s", *seed, w.run, w.tab, now.failed)
	}
	k.count.add(now)
	return now
}

// finish looks at what the last run left, and goes through the whole history.
func (k *torture) finish(run int) {
	k.t.Helper()
	k.host.start(k.t, k.tab, report.Order{Store: "one-tab", Seed: *seed, Run: run, Walk: true})
	k.reopened(run)
	if !k.heard.within(10*patience, who{run: run}, func(t *told) bool { return t.shown != nil }) {
		k.t.Fatalf("seed %d: the history cannot be gone through: %s", *seed, k.heard.now(who{run: run}).failed)
	}
	now := k.heard.now(who{run: run})
	if err := k.works.walked(now.walked, now.shown); err != nil {
		k.t.Errorf("seed %d: %v", *seed, err)
	}
	k.t.Logf("at the end %d steps can be taken back, %d brought back", k.works[0].Undoable(), k.works[0].Redoable())
}
