// Small recovers from a fault, collects its garbage and then ends by another fault.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(recovered())
	fmt.Println(notRecovered())
	var kept [][]byte
	for i := range 1000 {
		kept = append(kept[max(0, len(kept)-10):], make([]byte, i))
	}
	runtime.GC()
	fmt.Println(len(kept))
	fail(kept)
}

func recovered() (said string) {
	defer func() { said = fmt.Sprint("recovered: ", recover()) }()
	fail(nil)
	return ""
}

// notRecovered calls a function that recovers by way of another, which is in vain.
func notRecovered() (said string) {
	defer func() { said = fmt.Sprint("not recovered here: ", recover()) }()
	defer func() { byWay() }()
	panic("deep")
}

func byWay() { recover() }

//go:noinline
func fail(kept [][]byte) { kept[12][0] = 1 }
