// Small recovers from a fault, collects its garbage and then ends by another fault.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(recovered())
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

//go:noinline
func fail(kept [][]byte) { kept[12][0] = 1 }
