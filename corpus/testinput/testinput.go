// Package testinput finds the texts and files that tests take from outside the
// repository: they lie in a folder ../shared beside it, on some machines.
package testinput

import (
	"os"
	"path/filepath"
	"testing"
)

// Path is where a file or folder of ../shared is, named with slashes. A test whose
// input is absent is skipped. Where CI is set and ../shared is there, its input has
// to be, too: a test that is skipped there would hold nothing anywhere.
func Path(t testing.TB, name string) string {
	t.Helper()
	shared := filepath.Join(root(t), "..", "shared")
	path := filepath.Join(shared, filepath.FromSlash(name))
	switch {
	case there(path):
	case there(shared) && os.Getenv("CI") != "":
		t.Fatalf("../shared is beside the repository, and %s is not in it", name)
	default:
		t.Skipf("no test input ../shared/%s beside the repository", name)
	}
	return path
}

// root is the folder of the module, seen from any of its packages.
func root(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !there(filepath.Join(folder, "go.mod")) {
		if folder == filepath.Dir(folder) {
			t.Fatal("not inside a module")
		}
		folder = filepath.Dir(folder)
	}
	return folder
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
