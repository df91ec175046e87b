package web

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// wasmExec is where this Go release has its loader.
func wasmExec(t *testing.T) string {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("no go command:", err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
}

func TestTheLoaderOfThisGoReleaseIsMadeToKeepMarks(t *testing.T) {
	source, err := os.ReadFile(wasmExec(t))
	if err != nil {
		t.Skip("this Go installation has no wasm_exec.js:", err)
	}
	kept, err := KeepMarks(source)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(kept, losesMarks) || !bytes.Contains(kept, keepsMarks) {
		t.Error("the loader still drops U+FEFF")
	}
}

func TestALoaderThatIsNotKnownIsRefused(t *testing.T) {
	if _, err := KeepMarks([]byte("class Go {}")); err == nil {
		t.Error("a loader without its decoder was taken")
	}
}
