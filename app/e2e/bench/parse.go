package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// processors is what Go appends to a benchmark's name where it runs on more
// than one processor.
var processors = regexp.MustCompile(`-\d+$`)

// parse reads what `go test -bench` prints (the form is described at
// https://go.dev/design/14313-benchmark-format) and keeps the values in the
// wanted units. A name begins with its package's, as in "annotations Add/1000",
// and ends with what a benchmark calls a value of its own: that of "40 open-ms"
// in "app/e2e Page/S open-ms", in ms.
func parse(output string, wanted func(unit string) bool) (samples, error) {
	var found samples
	var folder string
	for line := range strings.Lines(output) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 2 && fields[0] == "pkg:":
			folder = strings.TrimPrefix(fields[1], "spanwise/")
		case len(fields) >= 4 && strings.HasPrefix(fields[0], "Benchmark"):
			name := strings.TrimPrefix(processors.ReplaceAllString(fields[0], ""), "Benchmark")
			for i := 2; i+1 < len(fields); i += 2 {
				value, err := strconv.ParseFloat(fields[i], 64)
				if err != nil {
					return samples{}, fmt.Errorf("%s: %q is no value: %w", fields[0], fields[i], err)
				}
				if unit := fields[i+1]; wanted(unit) {
					found.add(named(folder+" "+name, unit, value))
				}
			}
		}
	}
	return found, nil
}

// named puts what a benchmark calls a value of its own into the name.
func named(name, reported string, value float64) (string, string, float64) {
	if i := strings.LastIndex(reported, "-"); i >= 0 {
		return name + " " + reported, reported[i+1:], value
	}
	return name, reported, value
}
