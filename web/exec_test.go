package web

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestTheLoaderOfThisGoReleaseIsMadeToKeepMarks(t *testing.T) {
	source, err := os.ReadFile(filepath.Join(runtime.GOROOT(), "lib", "wasm", "wasm_exec.js"))
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
