package browser

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// beside does something on a goroutine of its own. A fault in it ends that and
// nothing else, and the page tells of it. What the engine calls, and what
// JavaScript calls through it, is guarded likewise, in the copy of go-app that the
// page is built with.
func beside(do func()) {
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				app.Window().Call("spanwiseFault", fmt.Sprint(fault), trace())
			}
		}()
		do()
	}()
}

// trace is the pcs of the calls that led here. The page's program has no names of
// functions; start.js knows where they are.
func trace() string {
	var pcs [64]uintptr
	var trace strings.Builder
	for _, pc := range pcs[:runtime.Callers(0, pcs[:])] {
		fmt.Fprintf(&trace, " pc=0x%x\n", pc)
	}
	return trace.String()
}
