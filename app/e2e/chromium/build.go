package chromium

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"spanwise/web"
)

// Files are the files of a site, by path relative to its folder.
type Files map[string][]byte

// built is the site under test, made once for a run, as a person makes it.
var built struct {
	once   sync.Once
	folder string // holds dist/
	files  Files
	err    error
}

// Built returns the site that `make site` writes, the single file included.
func Built(t testing.TB) Files {
	t.Helper()
	built.once.Do(func() {
		if built.folder, built.err = os.MkdirTemp("", "spanwise-site-"); built.err != nil {
			return
		}
		built.files, built.err = Make(Root(), filepath.Join(built.folder, "dist"))
	})
	if built.err != nil {
		t.Fatalf("build the site: %v", built.err)
	}
	return maps.Clone(built.files)
}

// Single returns the path of the single file that `make site` writes.
func Single(t testing.TB) string {
	Built(t)
	return filepath.Join(built.folder, "dist", "spanwise.html")
}

// Make runs `make site` for the module in root, with more variables if there
// are any, and returns what it wrote to the folder dist.
func Make(root, dist string, variables ...string) (Files, error) {
	args := append([]string{"--no-print-directory", "-C", root, "site", "DIST=" + dist, "BUILD=" + dist + ".build"}, variables...)
	output, err := exec.Command("make", args...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("make site: %w\n%s", err, output)
	}
	return readFolder(dist)
}

// Root is the folder of the module, seen from any of its packages.
func Root() string {
	folder, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		if folder == filepath.Dir(folder) {
			panic("chromium: not inside a module")
		}
		folder = filepath.Dir(folder)
	}
}

// readFolder reads a folder's files.
func readFolder(folder string) (Files, error) {
	files := Files{}
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(root, path)
		return err
	})
	return files, err
}

// Version is the version of a built site, read off the name of its folder.
func (f Files) Version() string {
	for name := range f {
		if folder, _, ok := strings.Cut(name, "/"); ok {
			return strings.TrimPrefix(folder, "web-")
		}
	}
	return ""
}

// Static returns the file of that name in the version's folder.
func (f Files) Static(name string) []byte {
	return f["web-"+f.Version()+"/"+name]
}

// Next returns the site of a newer build: the same program with a custom
// section more, which WebAssembly ignores.
func (f Files) Next(t testing.TB, mark string) Files {
	t.Helper()
	section := append([]byte{0, byte(len(mark) + 1), byte(len(mark))}, mark...)
	return f.siteOf(t, append(append([]byte{}, f.Static("app.wasm")...), section...))
}

// WithoutPreview returns the site without the article that stands in the page.
func (f Files) WithoutPreview(t testing.TB) Files {
	t.Helper()
	return f.siteOf(t, f.Static("app.wasm"))
}

// siteOf makes a site of another program with everything else of this one but the
// preview.
func (f Files) siteOf(t testing.TB, wasm []byte) Files {
	t.Helper()
	program := web.Program{Wasm: wasm, Second: f.Static("second.wasm"), Exec: f.Static("wasm_exec.js")}
	site, err := web.NewSite(program, web.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return site.Files
}
