// Inbrowser runs test programs that are compiled for js/wasm in the browser
// that the page is tested in:
//
//	GOOS=js GOARCH=wasm go test -exec=inbrowser ./corpus
//
// Without arguments it only makes sure that there is a browser, installing one
// where it can, and prints its path.
package main

import (
	"fmt"
	"os"

	"spanwise/app/e2e/chromium"
)

func main() {
	if len(os.Args) < 2 {
		path, err := chromium.FindOrInstall()
		exitOn(err)
		fmt.Println("testing in", path)
		return
	}
	code, err := chromium.RunWasm(os.Args[1], os.Args[2:], os.Stdout)
	exitOn(err)
	os.Exit(code)
}

// exitOn ends the program on an error, in one line.
func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "inbrowser:", err)
		os.Exit(1)
	}
}
