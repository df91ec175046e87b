// Bench measures Spanwise and says what grew; `make bench` runs it.
//
// It has five parts: the core natively, the core in the browser, the start of
// the static site, the page with large articles, and the page against the bare
// page of an outside bench (only where -peerbench names one). The record keeps
// each part as it was measured last, with the machine and the commit; a part is
// compared with its record and then takes its place.
//
// What grew is said and never makes the command fail: whether it has a reason
// is for a person to say.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// bench is how it was called.
type bench struct {
	root, build, site string // folders: the module, what is built, the static site
	inbrowser         string // the program that runs tests in the browser
	record            string
	peerbench         string // the folder of the outside bench
	peers             []string
	only              string
	end               *report
}

// part is one part of the bench.
type part struct {
	name   string
	take   func() (samples, error)
	tables func(list []Measure) []table
}

func (b bench) parts() []part {
	one := func(f func([]Measure) table) func([]Measure) []table {
		return func(list []Measure) []table { return []table{f(list)} }
	}
	coreOf := func(title string) func([]Measure) []table {
		return func(list []Measure) []table { return coreTables(title, list) }
	}
	parts := []part{
		{"native", b.native, coreOf("the core, natively")},
		{"browser", b.inBrowser, coreOf("the core, in the browser")},
		{"start", b.start, one(startTable)},
		{"page", b.page, one(pageTable)},
	}
	if b.peerbench != "" {
		parts = append(parts, part{"floor", b.againstFloor, func(list []Measure) []table {
			return append(toolTables(list, b.peers), floorTable(list, b.peers))
		}})
	}
	return parts
}

func main() {
	b := bench{end: new(report)}
	var peers string
	flag.StringVar(&b.build, "build", ".build", "the folder of what is built")
	flag.StringVar(&b.site, "site", "dist", "the folder of the static site")
	flag.StringVar(&b.record, "record", "app/e2e/bench/record.json", "what was measured last")
	flag.StringVar(&b.peerbench, "peerbench", "", "the folder of the outside bench")
	flag.StringVar(&peers, "peers", "", "tools of the outside bench to measure as well, with commas between")
	flag.StringVar(&b.only, "only", "", "the parts to measure, with commas between: native, browser, start, page, floor")
	flag.Parse()
	b.peers = strings.FieldsFunc(peers, func(r rune) bool { return r == ',' })
	if err := b.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures the wanted parts, one after the other.
func (b bench) run() (err error) {
	for _, path := range []*string{&b.build, &b.site} {
		if *path, err = filepath.Abs(*path); err != nil {
			return err
		}
	}
	if b.root, err = os.Getwd(); err != nil {
		return err
	}
	b.inbrowser = filepath.Join(b.build, "inbrowser")
	record, err := readRecord(b.record)
	if err != nil {
		return err
	}
	parts, err := b.wanted()
	if err != nil {
		return err
	}
	machine, at := thisMachine(), commit(b.record)
	var failed []error
	for _, p := range parts {
		now, err := b.take(p)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", p.name, err))
			continue
		}
		now.Machine, now.Commit = machine, at
		before, _ := record.last(p.name)
		b.end.compare(before, now)
		record.put(now)
		if err := record.write(b.record); err != nil {
			return err
		}
	}
	b.end.print(os.Stdout)
	return errors.Join(failed...)
}

// wanted are the parts to measure: all, or those that -only names.
func (b bench) wanted() ([]part, error) {
	all := b.parts()
	if b.only == "" {
		return all, nil
	}
	var parts []part
	for name := range strings.SplitSeq(b.only, ",") {
		i := slices.IndexFunc(all, func(p part) bool { return p.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no part %q to measure (floor needs an outside bench)", name)
		}
		parts = append(parts, all[i])
	}
	return parts, nil
}

// take measures one part and prints its tables.
func (b bench) take(p part) (Taken, error) {
	began := time.Now()
	fmt.Printf("\nmeasuring: %s …\n", p.name)
	found, err := p.take()
	if err != nil {
		return Taken{}, err
	}
	now := Taken{Part: p.name, Date: began.Format(time.DateOnly), Measures: found.measures()}
	for _, t := range p.tables(now.Measures) {
		t.print(os.Stdout)
	}
	fmt.Printf("\n  (%s took %.0f s)\n", p.name, time.Since(began).Seconds())
	return now, nil
}
