package main

import (
	"fmt"
	"os"
	"os/exec"
)

// core are the packages whose work does not need a page.
var core = []string{"./corpus/...", "./annotations/...", "./app/session/..."}

// benchmarks runs `go test` for benchmarks only and gives their values in the
// wanted units.
func benchmarks(wanted func(unit string) bool, environment []string, args ...string) (samples, error) {
	command := exec.Command("go", append([]string{"test", "-run", "^$", "-timeout", "60m"}, args...)...)
	command.Env = append(os.Environ(), environment...)
	output, err := command.CombinedOutput()
	if err != nil {
		return samples{}, fmt.Errorf("%v: %w\n%s", command.Args, err, output)
	}
	return parse(string(output), wanted)
}

func isTime(unit string) bool { return unit == "ns/op" }

// notPerRun tells the units of a page's benchmarks, which report what they
// measure, from those that Go adds.
func notPerRun(unit string) bool {
	return unit != "ns/op" && unit != "B/op" && unit != "allocs/op"
}

// native measures the core as a program of this machine.
func (b bench) native() (samples, error) {
	return benchmarks(isTime, nil, append([]string{"-bench", ".", "-benchtime", "50ms", "-count", "3"}, core...)...)
}

// inBrowser measures the core compiled to WebAssembly, as the page has it. It
// takes longer than natively, since the browser first runs a program as it comes
// and makes it quick meanwhile.
func (b bench) inBrowser() (samples, error) {
	args := []string{"-vet=off", "-exec", "'" + b.inbrowser + "'", "-bench", ".", "-benchtime", "200ms", "-count", "3"}
	return benchmarks(isTime, []string{"GOOS=js", "GOARCH=wasm"}, append(args, core...)...)
}

// start measures the first visit of the site, and the second.
func (b bench) start() (samples, error) {
	return benchmarks(notPerRun, nil, "-bench", "^BenchmarkStart$", "-benchtime", "1x", "-count", "5", "./app/e2e")
}

// page measures the page with large articles. The thousand edits take long and
// are about the memory they leave, which scatters little: they are made once.
func (b bench) page() (samples, error) {
	found, err := benchmarks(notPerRun, nil, "-bench", "^BenchmarkPage$", "-benchtime", "1x", "-count", "3", "./app/e2e")
	if err != nil {
		return samples{}, err
	}
	edits, err := benchmarks(notPerRun, nil, "-bench", "^BenchmarkThousandEdits$", "-benchtime", "1x", "./app/e2e")
	found.join(edits)
	return found, err
}
