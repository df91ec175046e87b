package monkey

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"sync"
	"testing"
)

// probe stands in for the test where a page wants one: what would fail the test
// is what a run is about, and is kept instead.
type probe struct {
	testing.TB // the test, for what is not kept

	mu       sync.Mutex
	problems []string
	cleanups []func()
}

func (p *probe) Helper()             {}
func (p *probe) Failed() bool        { return false }
func (p *probe) Cleanup(f func())    { p.cleanups = append(p.cleanups, f) }
func (p *probe) Logf(string, ...any) {}

func (p *probe) Error(args ...any)                 { p.keep(fmt.Sprint(args...)) }
func (p *probe) Errorf(format string, args ...any) { p.keep(fmt.Sprintf(format, args...)) }

func (p *probe) Fatal(args ...any) {
	p.keep(fmt.Sprint(args...))
	runtime.Goexit()
}

func (p *probe) Fatalf(format string, args ...any) {
	p.keep(fmt.Sprintf(format, args...))
	runtime.Goexit()
}

// forgotten is an input that the browser has not answered for; see send.
var forgotten = regexp.MustCompile(`^Input\.\w+: (context deadline exceeded|Internal error)`)

func (p *probe) keep(problem string) {
	if forgotten.MatchString(problem) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problems = append(p.problems, problem)
}

// TempDir is a folder that lives as long as the probe.
func (p *probe) TempDir() string {
	folder, err := os.MkdirTemp("", "spanwise-monkey-")
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

// run does something that may end like a failed test, and returns why it did,
// or "".
func (p *probe) run(do func()) string {
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	<-done
	return p.take()
}

// take returns the first problem that was kept and forgets all of them.
func (p *probe) take() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer func() { p.problems = nil }()
	if len(p.problems) == 0 {
		return ""
	}
	return p.problems[0]
}

// finish does what was to be done at the end.
func (p *probe) finish() {
	for _, f := range slices.Backward(p.cleanups) {
		p.run(f)
	}
	p.cleanups = nil
}
