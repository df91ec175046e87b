package web

import (
	"bytes"
	"errors"
)

// How Go's wasm_exec.js decodes every string that the program hands to the
// page, and how it must.
var (
	losesMarks = []byte(`new TextDecoder("utf-8")`)
	keepsMarks = []byte(`new TextDecoder("utf-8", { ignoreBOM: true })`)
)

// KeepMarks returns Go's wasm_exec.js so changed that a string which begins
// with U+FEFF reaches the page whole. As it comes, it drops that character as
// a byte order mark, and a block of text that begins with one would be drawn a
// character short of its document.
func KeepMarks(exec []byte) ([]byte, error) {
	if !bytes.Contains(exec, losesMarks) {
		return nil, errors.New("web: wasm_exec.js does not decode strings in the way that is known: see KeepMarks")
	}
	return bytes.ReplaceAll(exec, losesMarks, keepsMarks), nil
}
