package browser

import (
	"fmt"
	"runtime/debug"

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
				app.Window().Call("spanwiseFault", fmt.Sprint(fault), string(debug.Stack()))
			}
		}()
		do()
	}()
}
