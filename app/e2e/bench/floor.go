package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The outside bench drives us, a bare page without any features (the floor) and
// other annotation tools in one browser. It is a folder with a bench.mjs that
// prints one JSON object for a tool (--peer) and a size (--work), and a
// setup.mjs that installs its driver.
const (
	floor    = "floor@hl-lazy"
	ours     = "ours@open"
	imported = "ours@import"
)

// repetitions is how often each tool is measured, each time in a new browser,
// and hardLimit how long one may take.
const (
	repetitions = 3
	hardLimit   = 7 * time.Minute
)

// row is what the outside bench says of one run. Which figures it has hangs on
// how far the tool came.
type row map[string]any

// number is a figure of the row.
func (r row) number(field string) (float64, bool) {
	value, ok := r[field].(float64)
	return value, ok
}

// text is a remark of the row, "" if there is none.
func (r row) text(field string) string {
	value, _ := r[field].(string)
	return value
}

// troubles are the remarks that say that a run did not go as it should.
func (r row) troubles() (list []string) {
	for _, field := range []string{"dnf", "scroll_dnf", "mouse_why", "api_why"} {
		if why := r.text(field); why != "" {
			list = append(list, why)
		}
	}
	if exact := r.text("exact"); exact != "" {
		if done, tried, _ := strings.Cut(exact, "/"); done != tried {
			list = append(list, exact+" marks have exact offsets")
		}
	}
	if errs, _ := r["errs"].([]any); len(errs) > 0 {
		list = append(list, fmt.Sprint("errors on the page: ", errs))
	}
	return list
}

// kept are the figures that go into the record, and their units.
var kept = []struct{ field, unit string }{
	{"load_painted_ms", "ms"}, {"load_settled_ms", "ms"}, {"load_cpu_ms", "ms"},
	{"label_mouse_ms", "ms"}, {"label_api_cpu_ms", "ms"},
	{"scroll_over50", "frames"}, {"scroll_p95_ms", "ms"},
	{"rss_MB", "MB"}, {"cold_ms", "ms"}, {"export_ms", "ms"},
}

// againstFloor measures us, the floor and the peers by turns, so that what
// disturbs the machine disturbs all.
func (b bench) againstFloor() (samples, error) {
	if err := b.prepareOutside(); err != nil {
		return samples{}, err
	}
	var found samples
	tools := append([]string{floor, ours, imported}, b.peers...)
	stuck := map[string]bool{} // tools that did not come to the end at a smaller size
	for _, work := range works {
		for i := range repetitions {
			fmt.Printf("  %s, run %d of %d\n", work, i+1, repetitions)
			for _, tool := range tools {
				if stuck[tool] {
					continue
				}
				r := b.measure(tool, work)
				for _, trouble := range r.troubles() {
					b.end.note("%s at %s: %s", tool, work, trouble)
				}
				if r.text("dnf") != "" {
					stuck[tool] = true
				}
				found.keep(tool+" "+work, r)
			}
		}
	}
	return found, nil
}

// keep adds the figures of a row.
func (s *samples) keep(name string, r row) {
	for _, k := range kept {
		if value, ok := r.number(k.field); ok {
			s.add(name+" "+k.field, k.unit, value)
		}
	}
}

// prepareOutside installs what the outside bench needs, unless it is there.
func (b bench) prepareOutside() error {
	if _, err := os.Stat(filepath.Join(b.cache(), "node", "node_modules", "playwright-core")); err == nil {
		return nil
	}
	args := []string{"setup.mjs"}
	if len(b.peers) == 0 {
		args = append(args, "--driver-only")
	}
	if output, err := b.outside(context.Background(), args...).CombinedOutput(); err != nil {
		return fmt.Errorf("set the outside bench up: %w\n%s", err, output)
	}
	return nil
}

// cache is where the outside bench keeps its driver: where its user says, or
// with the things that were built.
func (b bench) cache() string {
	if folder := os.Getenv("PEERBENCH_CACHE"); folder != "" {
		return folder
	}
	return filepath.Join(b.build, "peerbench")
}

// outside is a command of the outside bench.
func (b bench) outside(ctx context.Context, args ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, "node", args...)
	command.Dir = b.peerbench
	command.Env = append(os.Environ(), "PEERBENCH_CACHE="+b.cache(), "SPANWISE_SITE="+b.site)
	return command
}

// measure runs the outside bench once. A run that fails is one that did not
// finish.
func (b bench) measure(tool, work string) row {
	ctx, cancel := context.WithTimeout(context.Background(), hardLimit)
	defer cancel()
	args := []string{"bench.mjs", "--peer", tool, "--work", work, "--reps", "1", "--n", "14", "--nosave"}
	if strings.HasPrefix(tool, "ours@") {
		args = append(args, "--adapter", filepath.Join(b.root, "app", "e2e", "peerbench", "adapter.mjs"))
	}
	output, err := b.outside(ctx, args...).Output()
	lines := bytes.Split(bytes.TrimSpace(output), []byte("\n"))
	var r row
	if json.Unmarshal(lines[len(lines)-1], &r) != nil {
		return row{"dnf": fmt.Sprintf("no result (%v)", err)}
	}
	return r
}

// floorTable is the table of the targets.
func floorTable(list []Measure, peers []string) table {
	t := table{title: "the page against the bare page, by the size of the article",
		columns: []string{"measure", "", "ours", "floor", "ratio", "target", ""}}
	for _, g := range floorGoals {
		for _, work := range works {
			aim, wanted := g.targets[work]
			mine, ok := figure(list, ours, work, g.field)
			if wanted && ok {
				t.add(floorRow(g, work, aim, mine, list)...)
			}
		}
	}
	addAhead(&t, list, peers, "given → painted, ahead of every peer", "load_painted_ms", "ms", "M", "L")
	addAhead(&t, list, peers, "memory, below every peer", "rss_MB", "MB", "L")
	return t
}

// addAhead adds a line a size that holds us against the best of the peers.
func addAhead(t *table, list []Measure, peers []string, what, field, unit string, works ...string) {
	for _, work := range works {
		mine, ok := figure(list, ours, work, field)
		best, some := 0.0, false
		for _, peer := range peers {
			if value, has := figure(list, peer, work, field); has && (!some || value < best) {
				best, some = value, true
			}
		}
		if ok && some {
			t.add(what, work, show(mine, unit), none, none, "≤ "+show(best, unit), verdict(mine, best))
		}
	}
}

// floorRow is the line of one goal at one size.
func floorRow(g goal, work string, aim target, mine float64, list []Measure) []string {
	bare, ok := figure(list, floor, work, g.field)
	cells := []string{g.what, work, show(mine, g.unit), none, none, aim.text(g.unit), ""}
	if ok {
		cells[3] = show(bare, g.unit)
		if bare > 0 {
			cells[4] = digits(mine / bare)
		}
	}
	if ok || aim.times == 0 {
		cells[6] = verdict(mine, aim.limit(bare))
	}
	return cells
}

// figure is the median of one field of a tool at a size.
func figure(list []Measure, tool, work, field string) (float64, bool) {
	m, ok := find(list, tool+" "+work+" "+field)
	return m.Median, ok
}

// toolTables show every tool's figures beside each other, one table a size.
func toolTables(list []Measure, peers []string) []table {
	var tables []table
	for _, work := range works {
		t := table{title: "tools at " + work, columns: []string{"tool"}}
		for _, k := range kept {
			t.columns = append(t.columns, k.field)
		}
		for _, tool := range append([]string{floor, ours, imported}, peers...) {
			cells, found := []string{tool}, false
			for _, k := range kept {
				value, ok := figure(list, tool, work, k.field)
				cells = append(cells, none)
				if ok {
					cells[len(cells)-1], found = digits(value), true
				}
			}
			if found {
				t.add(cells...)
			}
		}
		tables = append(tables, t)
	}
	return tables
}
