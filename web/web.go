// Package web is how the program reaches a browser: the page shell, the policy,
// the service worker, the static site, the single file and the local server.
//
// It knows nothing of articles or spans. The program itself comes in as bytes
// ([Program]); what leaves is a [Site], a set of files with relative addresses
// only, which runs from any folder of any host, or one HTML file that runs by
// double-click.
//
// The page is ours and not go-app's: its policy must stand before the first
// thing it loads, it must paint before the program runs, and nothing in it may
// name another host. The Go side of go-app needs no more of a page than one
// element in the body, which it replaces, and the function goappGetenv, which
// start.js provides.
package web

import (
	"embed"
	"fmt"
)

//go:embed shell.html preview.html shell.css styles.css visit.js seams.js article.js second.js start.js worker.js icons/*.svg icons/*.png
var assets embed.FS

// asset returns the content of one of the files that are embedded here.
func asset(name string) []byte {
	data, err := assets.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("web: asset %s is not embedded: %v", name, err))
	}
	return data
}

// Program is what is built apart and carried to the browser.
type Program struct {
	Wasm    []byte // the program, compiled for js/wasm
	Second  []byte // the second program, which does what is rare and heavy, compiled likewise
	Exec    []byte // wasm_exec.js of the Go release that compiled them
	Preview Preview
	// Functions are those of the program, if it is nameless (see ShrinkNameless).
	Functions []Function
	Pack      Packer // nil packs quickly
}

// check refuses what cannot be a program, so that a wrong path is said when the
// site is made and not when a person opens it.
func (p Program) check() error {
	if !isWasm(p.Wasm) {
		return fmt.Errorf("web: the program (%d bytes) is not WebAssembly", len(p.Wasm))
	}
	if !isWasm(p.Second) {
		return fmt.Errorf("web: the second program (%d bytes) is not WebAssembly", len(p.Second))
	}
	if len(p.Exec) == 0 {
		return fmt.Errorf("web: wasm_exec.js is empty")
	}
	return nil
}
