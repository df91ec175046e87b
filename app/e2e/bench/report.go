package main

import (
	"fmt"
	"io"
)

// report is what is said at the end, all parts together.
type report struct {
	compared     bool // with a record of this machine
	grew, shrank []change
	notes        []string
}

// note keeps a remark for the end.
func (r *report) note(format string, args ...any) {
	r.notes = append(r.notes, fmt.Sprintf(format, args...))
}

// compare holds a part against the record of it.
func (r *report) compare(before, now Taken) {
	switch {
	case before.Part == "":
		r.note("%s: measured for the first time, so there is nothing to compare with", now.Part)
		return
	case !before.Machine.same(now.Machine):
		r.note("%s: the record is of another machine (%s, %d cores, %d GB), whose times say nothing of this one's; it was replaced",
			now.Part, before.Machine.CPU, before.Machine.Cores, before.Machine.MemoryGB)
		return
	case before.Machine != now.Machine:
		r.note("%s: the system, Go or the browser is another than in the record (%s, %s, %s)",
			now.Part, before.Machine.OS, before.Machine.Go, before.Machine.Browser)
	}
	r.note("%s: compared with commit %s of %s", now.Part, before.Commit, before.Date)
	r.compared = true
	grew, shrank := compare(before.Measures, now.Measures)
	r.grew, r.shrank = append(r.grew, grew...), append(r.shrank, shrank...)
}

// print says what changed, growth last, where it is seen.
func (r *report) print(w io.Writer) {
	fmt.Fprintln(w)
	for _, note := range r.notes {
		fmt.Fprintln(w, note)
	}
	changes("shrank by more than a tenth", r.shrank).print(w)
	changes("GREW by more than a tenth; say why, or mend it", r.grew).print(w)
	if r.compared && len(r.grew) == 0 {
		fmt.Fprintln(w, "\nNothing grew by more than a tenth.")
	}
}

// changes lists changed measures.
func changes(title string, list []change) *table {
	t := &table{title: title, columns: []string{"measure", "was", "is", "change"}}
	for _, c := range list {
		difference := none // from nothing there are no percents
		if c.before.Median != 0 {
			difference = fmt.Sprintf("%+.0f %%", 100*(c.now.Median/c.before.Median-1))
		}
		t.add(c.now.Name, show(c.before.Median, c.now.Unit), show(c.now.Median, c.now.Unit), difference)
	}
	return t
}
