//go:build !js

package main

import "cmp"

// holdOut has the copy of go-app go on where it would end the program.
func holdOut(files map[string][]byte) error {
	files["pkg/app/fault.go"] = []byte(faultSource)
	return cmp.Or(catchFaults(files), keepChildren(files), putNodesBack(files))
}

// catchFaults ends a panic where it happened: in one handler, in the drawing of one
// component, in one goroutine, in one function that JavaScript has called. The page
// is told of it, and goes on.
func catchFaults(files map[string][]byte) error {
	return cmp.Or(
		replaceOnce(files, "pkg/app/engine.go", []replacement{
			{"Duration = activeFrameDuration\n\t\t\t}\n\t\t\tdispatch()\n", "Duration = activeFrameDuration\n\t\t\t}\n\t\t\tguard(dispatch)\n"},
			{"\t\tcase defere := <-e.defers:\n\t\t\tdefere()\n", "\t\tcase defere := <-e.defers:\n\t\t\tguard(defere)\n"},
			{"UpdateForEach(func(c Composer) {\n", "UpdateForEach(func(c Composer) {\n\t\tdefer caught()\n"},
			{"\t\tv()\n\t\te.goroutines.Done()\n", "\t\tdefer e.goroutines.Done()\n\t\tguard(v)\n"},
		}),
		replaceOnce(files, "pkg/app/node.go", []replacement{
			{"\t\tupdater.OnUpdate(ctx)\n", "\t\tguard(func() { updater.OnUpdate(ctx) })\n"},
		}),
		replaceOnce(files, "pkg/app/js_wasm.go", []replacement{
			{"js.FuncOf(func(this js.Value, args []js.Value) any {\n", "js.FuncOf(func(this js.Value, args []js.Value) any {\n\t\t\tdefer caught()\n"},
		}),
	)
}

// keepChildren has an element know its children as they are on the page also where
// a fault ends the change of some of them.
func keepChildren(files map[string][]byte) error {
	return replaceOnce(files, "pkg/app/node.go", []replacement{
		{"\tchildren := v.body()\n\tnewChildren := new.body()\n", "\tchildren := v.body()\n\tdefer func() { v.setBody(present(children)) }()\n\tnewChildren := new.body()\n"},
	})
}

// putNodesBack has nodes put back where go-app drew them before it changes
// anything about them. Translations put a text into elements of their own, or
// others into its place; go-app would write into a node that nobody sees, and ends
// the program when it is to remove one from where it no longer is.
func putNodesBack(files map[string][]byte) error {
	return replaceOnce(files, "pkg/app/node.go", []replacement{
		{"\tv.JSValue().setNodeValue(v.value)\n", "\tv.JSValue().setNodeValue(v.value)\n\tputBack(v)\n"},
		{"\t\tv.JSValue().replaceChild(newChild, child)\n", "\t\tputBack(child)\n\t\tv.JSValue().replaceChild(newChild, child)\n"},
		{"\t\tv.JSValue().removeChild(child)\n", "\t\tputBack(child)\n\t\tv.JSValue().removeChild(child)\n"},
		{"\t\t\t\tparent.JSValue().replaceChild(newRoot, root)\n", "\t\t\t\tputBack(root)\n\t\t\t\tparent.JSValue().replaceChild(newRoot, root)\n"},
	})
}

// faultSource is the file that the copy has more than go-app.
const faultSource = `package app

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
)

// guard does something, whatever becomes of it.
func guard(do func()) {
	defer caught()
	do()
}

// caught, deferred, ends a fault and tells the page of it.
func caught() {
	fault := recover()
	if fault == nil {
		return
	}
	defer func() { _ = recover() }() // there may be nobody to tell
	Window().Call("spanwiseFault", fmt.Sprint(fault), trace())
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

// present is children without those that are gone.
func present(children []UI) []UI {
	return slices.DeleteFunc(children, func(child UI) bool { return child == nil })
}

// putBack puts a node back among those that it was drawn with, unless it is there.
// All of them are put in order: others may have moved more than one.
func putBack(v UI) {
	parent := v.parent()
	for parent != nil {
		if element, ok := parent.(HTML); ok {
			order(element, v)
			return
		}
		parent = parent.parent()
	}
}

func order(element HTML, v UI) {
	if v.JSValue().Get("parentNode").Equal(element.JSValue()) {
		return
	}
	var drawn []any
	for _, child := range element.body() {
		if child != nil && child.Mounted() {
			drawn = append(drawn, child.JSValue())
		}
	}
	element.JSValue().Call("replaceChildren", drawn...)
}
`
