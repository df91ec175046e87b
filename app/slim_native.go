//go:build !js

package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// goApp is the module that draws the page.
const goApp = "github.com/maxence-charriere/go-app/v10"

// slim prepares a build of the page against a copy of go-app without its HTTP
// server. The page serves nothing, but go-app is one package for both sides,
// and what net/http sets up when a program starts (TLS, curves, media types)
// cannot be left out by the linker: it is a fifth of what a browser would have
// to download. Everything else of go-app is built as it is.
//
// It writes the copy and a go.mod that points to it; the go command reads that
// with -modfile. Where go-app no longer looks as expected, it fails.
func slim(_ context.Context, args []string) error {
	flags := flag.NewFlagSet("slim", flag.ExitOnError)
	out := flags.String("out", ".build", "the folder to write into")
	flags.Parse(args)

	listed, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", goApp).Output()
	if err != nil {
		return fmt.Errorf("find go-app: %w", err)
	}
	folder, err := filepath.Abs(filepath.Join(*out, "go-app"))
	if err != nil {
		return err
	}
	if err := copySources(strings.TrimSpace(string(listed)), folder); err != nil {
		return err
	}
	if err := removeServer(filepath.Join(folder, "pkg", "app")); err != nil {
		return err
	}
	return writeModfile(*out, folder)
}

// copySources copies a module's go.mod and Go files, tests aside.
func copySources(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	source := os.DirFS(from)
	return fs.WalkDir(source, ".", func(path string, entry fs.DirEntry, err error) error {
		wanted := path == "go.mod" || strings.HasPrefix(path, "pkg/") &&
			strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go")
		if err != nil || entry.IsDir() || !wanted {
			return err
		}
		data, err := fs.ReadFile(source, path)
		if err != nil {
			return err
		}
		return write(filepath.Join(to, filepath.FromSlash(path)), data)
	})
}

// removeServer takes net/http out of a copy of go-app's main package: the
// handler becomes an empty type, and the resolver that also serves files no
// longer serves.
func removeServer(folder string) error {
	if err := write(filepath.Join(folder, "http.go"), []byte("package app\n\n// Handler serves nothing in this copy.\ntype Handler struct{}\n")); err != nil {
		return err
	}
	path := filepath.Join(folder, "resource.go")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, part := range []string{"\t\"net/http\"\n", "\t\tHandler:   http.FileServer(http.Dir(directory)),\n", "\thttp.Handler\n"} {
		if bytes.Count(data, []byte(part)) != 1 {
			return fmt.Errorf("%s: expected %q once; go-app has changed, and this copy must change with it", path, part)
		}
		data = bytes.Replace(data, []byte(part), nil, 1)
	}
	return write(path, data)
}

// writeModfile writes slim.mod and slim.sum: the module's own, with go-app
// replaced by the copy.
func writeModfile(out, folder string) error {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return err
	}
	mod = fmt.Appendf(mod, "\nreplace %s => %q\n", goApp, folder)
	if err := write(filepath.Join(out, "slim.mod"), mod); err != nil {
		return err
	}
	return write(filepath.Join(out, "slim.sum"), sum)
}

// write writes a file and the folders above it.
func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
