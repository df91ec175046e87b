package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const output = `goos: linux
goarch: amd64
pkg: spanwise/annotations
cpu: Any
BenchmarkAdd/1000-16         	   21889	      2692 ns/op	    1473 B/op	      30 allocs/op
BenchmarkAdd/1000-16         	   21889	      2000 ns/op	    1473 B/op	      30 allocs/op
BenchmarkAdd/100000-16       	    8205	      71.5 ns/op
PASS
ok  	spanwise/annotations	7.104s
pkg: spanwise/app/e2e
BenchmarkStart-2   	       1	      1419 first-ms	       332.8 hello-first-ms
not a benchmark's line: 12 ns/op
BenchmarkBroken-2
ok  	spanwise/app/e2e	24.145s
`

func TestTheValuesInTheWantedUnitsAreRead(t *testing.T) {
	for _, test := range []struct {
		name   string
		wanted func(string) bool
		want   []Measure
	}{
		{"times", isTime, []Measure{
			{"annotations Add/1000", "ns/op", 2346, 2000, 2692, 2},
			{"annotations Add/100000", "ns/op", 71.5, 71.5, 71.5, 1},
		}},
		{"what benchmarks report themselves", notPerRun, []Measure{
			{"app/e2e Start first-ms", "ms", 1419, 1419, 1419, 1},
			{"app/e2e Start hello-first-ms", "ms", 332.8, 332.8, 332.8, 1},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := parse(output, test.wanted)
			if diff := cmp.Diff(test.want, found.measures()); err != nil || diff != "" {
				t.Errorf("parse: %v (-want +got):\n%s", err, diff)
			}
		})
	}
}

func TestALineThatMakesNoSenseIsRefused(t *testing.T) {
	_, err := parse("BenchmarkAdd-2 100 many ns/op\n", isTime)
	if err == nil || !strings.Contains(err.Error(), `"many"`) {
		t.Errorf("parse: %v, want the value that is none", err)
	}
}

// taken makes a part of one measure out of its runs.
func taken(runs ...float64) []Measure {
	var s samples
	for _, value := range runs {
		s.add("Add", "ms", value)
	}
	return s.measures()
}

func TestOnlyWhatNoiseDoesNotExplainHasChanged(t *testing.T) {
	for _, test := range []struct {
		name         string
		before, now  []Measure
		grew, shrank bool
		why          string
	}{
		{"the same", taken(10, 11, 12), taken(10, 11, 12), false, false, ""},
		{"slower", taken(10, 11, 12), taken(13, 14, 15), true, false, "all runs are slower, by more than a tenth"},
		{"quicker", taken(13, 14, 15), taken(10, 11, 12), false, true, "all runs are quicker, by more than a tenth"},
		{"a little slower", taken(100, 101, 102), taken(103, 104, 105), false, false, "it is less than a tenth"},
		{"one slow run more", taken(10, 11, 12), taken(11.5, 14, 20), false, false, "the runs overlap"},
		{"a record with an outlier", taken(10, 11, 30), taken(13, 14, 15), false, false, "the runs overlap"},
		{"something out of nothing", taken(0, 0, 0), taken(1, 1, 2), true, false, "frames that took too long are counted from 0"},
		{"new", nil, taken(1), false, false, "there is nothing to compare with"},
	} {
		t.Run(test.name, func(t *testing.T) {
			grew, shrank := compare(test.before, test.now)
			if len(grew) > 0 != test.grew || len(shrank) > 0 != test.shrank {
				t.Errorf("grew: %v, shrank: %v; want %v, %v: %s", grew, shrank, test.grew, test.shrank, test.why)
			}
		})
	}
}

func TestGrowthIsPerTenfoldSize(t *testing.T) {
	grown, single := operations([]Measure{
		{Name: "constant/1000", Median: 5}, {Name: "constant/10000", Median: 9}, {Name: "constant/100000", Median: 5},
		{Name: "a/folder linear/100", Median: 1}, {Name: "a/folder linear/5000", Median: 50},
		{Name: "open/clean", Median: 7}, {Name: "start", Median: 7},
	})
	want := map[string]float64{"constant": 1, "a/folder linear": 10}
	got := map[string]float64{}
	for _, o := range grown {
		got[o.name] = o.growth()
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("growth (-want +got):\n%s", diff)
	}
	if len(single) != 2 {
		t.Errorf("of one size: %v, want open/clean and start", single)
	}
}

func TestARecordComesBackAsItWasWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.json")
	if empty, err := readRecord(path); err != nil || len(empty.Parts) > 0 {
		t.Errorf("a record that is not there: %v, %v; want an empty one", empty, err)
	}
	machine := Machine{CPU: "Any", Cores: 2, MemoryGB: 8, OS: "linux", Go: "go1.26", Browser: "Chromium 156"}
	want := Record{}
	want.put(Taken{"native", "2026-11-23", "abc", machine, taken(1, 2, 3)})
	want.put(Taken{"page", "2026-11-23", "abc", machine, taken(4)})
	want.put(Taken{"native", "2026-11-24", "def+", machine, append(taken(7), taken(8)...)})
	if err := want.write(path); err != nil {
		t.Fatal(err)
	}
	got, err := readRecord(path)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("the record: %v (-want +got):\n%s", err, diff)
	}
	if len(got.Parts) != 2 || got.Parts[0].Commit != "def+" {
		t.Errorf("a part that was taken again must replace the former one: %v", got.Parts)
	}
}

func TestAnotherMachineIsNotComparedWith(t *testing.T) {
	before := Taken{Part: "native", Machine: Machine{CPU: "Slow", Cores: 1}, Measures: taken(1, 1, 1)}
	now := Taken{Part: "native", Machine: Machine{CPU: "Quick", Cores: 8}, Measures: taken(9, 9, 9)}
	var r report
	r.compare(before, now)
	var printed bytes.Buffer
	r.print(&printed)
	if !strings.Contains(printed.String(), "another machine (Slow, 1 cores") || strings.Contains(printed.String(), "rew by") {
		t.Errorf("printed %q, want that the machine is another, and no word of growth", &printed)
	}
}

func TestTheReportSaysWhatGrewAndWhatShrank(t *testing.T) {
	var r report
	r.compare(Taken{Part: "page", Commit: "abc", Measures: taken(10, 10, 10)}, Taken{Part: "page", Measures: taken(20, 20, 20)})
	r.compare(Taken{Part: "start", Commit: "abc", Measures: taken(10, 10, 10)}, Taken{Part: "start", Measures: taken(5, 5, 5)})
	var printed bytes.Buffer
	r.print(&printed)
	for _, want := range []string{"GREW by more than a tenth", "+100 %", "shrank by more than a tenth", "-50 %", "20 ms"} {
		if !strings.Contains(printed.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, &printed)
		}
	}
}

// outside reads what the outside bench would have printed into samples.
func outside(t *testing.T, rows map[string]string) []Measure {
	t.Helper()
	var found samples
	for name, text := range rows {
		var r row
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Fatal(err)
		}
		found.keep(name, r)
	}
	return found.measures()
}

func TestTheTargetsAreHeldAgainstTheFloorAndThePeers(t *testing.T) {
	list := outside(t, map[string]string{
		ours + " M":  `{"load_painted_ms": 240, "label_mouse_ms": 60, "scroll_over50": 1, "rss_MB": 250}`,
		floor + " M": `{"load_painted_ms": 100, "label_mouse_ms": 44, "scroll_over50": 0, "rss_MB": 180}`,
		"peer M":     `{"load_painted_ms": 246}`,
	})
	got := floorTable(list, []string{"peer"}).rows
	want := [][]string{
		{"given → painted", "M", "240 ms", "100 ms", "2.4", "≤ 2 × floor", "NOT MET"},
		{"mark by mouse → painted", "M", "60 ms", "44 ms", "1.36", "≤ 1.5 × floor", "met"},
		{"scrolling: frames over 50 ms", "M", "1", "0", none, "≤ 0", "NOT MET"},
		{"memory", "M", "250 MB", "180 MB", "1.39", "≤ floor + 100 MB", "met"},
		{"given → painted, ahead of every peer", "M", "240 ms", none, none, "≤ 246 ms", "met"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the table (-want +got):\n%s", diff)
	}
}

func TestWhatWentWrongInTheOutsideBenchIsSaid(t *testing.T) {
	var r row
	if err := json.Unmarshal([]byte(`{"dnf": "load: load > 60s", "exact": "13/14", "errs": ["boom"], "mouse_why": null}`), &r); err != nil {
		t.Fatal(err)
	}
	want := []string{"load: load > 60s", "13/14 marks have exact offsets", "errors on the page: [boom]"}
	if diff := cmp.Diff(want, r.troubles()); diff != "" {
		t.Errorf("troubles (-want +got):\n%s", diff)
	}
	if list := (row{"exact": "14/14", "errs": []any{}}).troubles(); list != nil {
		t.Errorf("troubles of a run without any: %q", list)
	}
}

func TestFiguresReadWell(t *testing.T) {
	for _, test := range []struct {
		value float64
		unit  string
		want  string
	}{
		{77.8, "ns/op", "77.8 ns"}, {2692, "ns/op", "2.69 µs"}, {5032, "ns/op", "5.03 µs"}, {413051490, "ns/op", "413 ms"},
		{2475099904, "ns/op", "2.48 s"}, {1e13, "ns/op", "10000 s"}, {0, "", "0"}, {20, "MB", "20 MB"},
	} {
		if got := show(test.value, test.unit); got != test.want {
			t.Errorf("show(%v, %q) = %q, want %q", test.value, test.unit, got, test.want)
		}
	}
	if got := thousands(1_234_567); got != "1,234,567" {
		t.Errorf("thousands = %q", got)
	}
}

func TestColumnsAreAligned(t *testing.T) {
	t1 := table{title: "T", columns: []string{"a", "b"}}
	t1.add("é", "1")
	t1.add("two", "10 µs")
	var printed bytes.Buffer
	t1.print(&printed)
	want := "\nT\n\n  a        b\n  é        1\n  two  10 µs\n"
	if diff := cmp.Diff(want, printed.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// rowsOf reads what a page's benchmarks would have printed into samples.
func rowsOf(t *testing.T, printed string) []Measure {
	t.Helper()
	found, err := parse("pkg: spanwise/app/e2e\n"+printed, notPerRun)
	if err != nil {
		t.Fatal(err)
	}
	return found.measures()
}

func TestTheStartIsHeldAgainstHelloWorld(t *testing.T) {
	got := startTable(rowsOf(t, "BenchmarkStart/loopback-2 1 250 read-ms 700 first-ms 300 hello-first-ms 300 second-ms 200 hello-second-ms\nBenchmarkStart/slow-2 1 80 mark-ms\n")).rows
	want := [][]string{
		{"loopback: first article can be read", "250 ms", none, none, "≤ 300 ms", "met"},
		{"loopback: first visit, drawn", "700 ms", "300 ms", "2.33", "≤ 2 × hello", "NOT MET"},
		{"loopback: second visit, drawn", "300 ms", "200 ms", "1.5", "≤ 1.5 × hello", "met"},
		{"slow: key → painted mark", "80 ms", none, none, "≤ 70 ms", "NOT MET"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the table (-want +got):\n%s", diff)
	}
}

func TestThePageIsHeldAgainstItsTargets(t *testing.T) {
	got := pageTable(rowsOf(t, `BenchmarkPage/S-2 1 100 open-ms 0 long-frames 40 jump-ms
BenchmarkPage/L-2 1 900 open-ms 2 long-frames 50 jump-ms
BenchmarkPage/XL-2 1 250 open-ms 0 long-frames 120 jump-ms
BenchmarkThousandEdits-2 1 500 before-MB 510 after-MB
`)).rows
	want := [][]string{
		{"open → painted", "100 ms", none, "900 ms", "250 ms", none, none, "S ≤ 150 ms, XL ≤ 300 ms", "met"},
		{"scrolling: frames over 50 ms", "0", none, "2", "0", none, none, "S ≤ 0, L ≤ 0, XL ≤ 0", "NOT MET"},
		{"a jump anywhere, the slowest of 10", "40 ms", none, "50 ms", "120 ms", none, none, "XL ≤ 100 ms", "NOT MET"},
		{"memory after 1,000 edits", none, none, none, "+2.0 %", none, none, "XL ≤ + 5 %", "met"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the table (-want +got):\n%s", diff)
	}
}

func TestOnlyPartsThatThereAreCanBeMeasured(t *testing.T) {
	for _, test := range []struct {
		b    bench
		want string
	}{
		{bench{}, "native browser start page"},
		{bench{peerbench: "folder"}, "native browser start page floor"},
		{bench{only: "page,native"}, "page native"},
		{bench{only: "floor"}, ""},
	} {
		parts, err := test.b.wanted()
		var names []string
		for _, p := range parts {
			names = append(names, p.name)
		}
		if got := strings.Join(names, " "); got != test.want || (err != nil) != (test.want == "") {
			t.Errorf("wanted(%+v) = %q, %v; want %q", test.b, got, err, test.want)
		}
	}
}
