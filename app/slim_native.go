//go:build !js

package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// goApp is the module that draws the page.
const goApp = "github.com/maxence-charriere/go-app/v10"

// slim prepares a build of the page against a copy of go-app without its HTTP
// server, its patterns of routes, its encryption and its JSON. The page serves
// nothing, but go-app is one package for both sides, and what net/http sets up when a program starts (TLS, curves, media types)
// cannot be left out by the linker: it is a fifth of what a browser would have
// to download. And it goes on where go-app would end the program: see holdOut.
// Everything else of go-app is built as it is.
//
// It writes a go.mod that points to the copy; the go command reads that with
// -modfile. Where go-app no longer looks as expected, it fails.
func slim(_ context.Context, args []string) error {
	flags := flag.NewFlagSet("slim", flag.ExitOnError)
	out := flags.String("out", ".build", "the folder to write slim.mod and slim.sum into")
	flags.Parse(args)

	module, err := folderOfModule(goApp)
	if err != nil {
		return err
	}
	files, err := goSources(module)
	if err != nil {
		return err
	}
	if err := cmp.Or(removeServer(files), removePatterns(files), removeSecrets(files), removeJSON(files), holdOut(files)); err != nil {
		return err
	}
	folder, err := keep(files)
	if err != nil {
		return err
	}
	return writeModfile(*out, folder)
}

// folderOfModule is where the go command keeps a module's sources. It downloads
// them first where this machine never had them: go list would name no folder.
func folderOfModule(path string) (string, error) {
	output, err := exec.Command("go", "mod", "download", "-json", path).Output()
	var module struct{ Dir, Error string }
	if unread := json.Unmarshal(output, &module); unread != nil {
		return "", fmt.Errorf("find %s: %w", path, cmp.Or(err, unread))
	}
	if module.Error != "" || module.Dir == "" {
		return "", fmt.Errorf("find %s: %s", path, cmp.Or(module.Error, "the go command names no folder"))
	}
	return module.Dir, nil
}

// goSources reads a module's go.mod and Go files, tests aside, by path.
func goSources(module string) (map[string][]byte, error) {
	files := map[string][]byte{}
	root := os.DirFS(module)
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		wanted := path == "go.mod" || strings.HasPrefix(path, "pkg/") &&
			strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go")
		if err != nil || entry.IsDir() || !wanted {
			return err
		}
		files[path], err = fs.ReadFile(root, path)
		return err
	})
	return files, err
}

// removeServer takes net/http out of go-app's main package: the handler becomes
// an empty type, and the resolver that also serves files no longer serves.
func removeServer(files map[string][]byte) error {
	files["pkg/app/http.go"] = []byte("package app\n\n// Handler serves nothing in this copy.\ntype Handler struct{}\n")
	return replaceOnce(files, "pkg/app/resource.go", []replacement{
		{"\t\"net/http\"\n", ""},
		{"\t\tHandler:   http.FileServer(http.Dir(directory)),\n", ""},
		{"\thttp.Handler\n", ""},
	})
}

// removePatterns takes regexp out, a fortieth of the download: the page has one
// route, for every path, and any other pattern is refused.
func removePatterns(files map[string][]byte) error {
	return replaceOnce(files, "pkg/app/route.go", []replacement{
		{"\t\"regexp\"\n", ""},
		{"\t\tregexp:       regexp.MustCompile(pattern),\n", ""},
		{"\tregexp       *regexp.Regexp\n", ""},
		{"pattern string, newComponent func() Composer) {\n", "pattern string, newComponent func() Composer) {\n\tif pattern != \".*\" {\n\t\tpanic(\"this copy of go-app knows only the route .*\")\n\t}\n"},
		{"\t\tif rwr.regexp.MatchString(path) {\n\t\t\treturn true\n\t\t}\n", "\t\t_ = rwr\n\t\treturn true\n"},
		{"\t\tif rwr.regexp.MatchString(path) {\n\t\t\treturn rwr.newComponent(), true\n\t\t}\n", "\t\treturn rwr.newComponent(), true\n"},
	})
}

// removeSecrets takes out encryption, which nothing of ours asks for, and the
// random numbers that are fit for it, with which go-app names its stores.
func removeSecrets(files map[string][]byte) error {
	files["pkg/app/crypto.go"] = []byte(cryptoSource)
	return cmp.Or(
		replaceOnce(files, "pkg/app/context.go", []replacement{{"\t\"github.com/google/uuid\"\n", ""}, {"uuid.NewString()", "newName()"}}),
		replaceOnce(files, "pkg/app/state.go", []replacement{{"\t\"github.com/google/uuid\"\n", ""}, {"uuid.NewString()", "newName()"}}),
	)
}

// cryptoSource is what the copy has in the place of go-app's crypto.go.
const cryptoSource = `package app

import (
	"errors"
	"math/rand/v2"
	"strconv"
)

var errNoEncryption = errors.New("this copy of go-app encrypts nothing")

func encrypt(key string, v []byte) ([]byte, error) { return nil, errNoEncryption }

func decrypt(key string, v []byte) ([]byte, error) { return nil, errNoEncryption }

// newName is a name that no other store has.
func newName() string { return strconv.FormatUint(rand.Uint64(), 36) }
`

// removeJSON takes encoding/json out, a thirtieth of the download: go-app stores and
// sends values with it, which the page does by itself, and writes its errors, which
// become sentences.
func removeJSON(files map[string][]byte) error {
	files["pkg/json/json.go"] = []byte(jsonSource)
	used := []replacement{{"\t\"encoding/json\"\n", "\t\"" + goApp + "/pkg/json\"\n"}}
	for _, path := range []string{"context", "engine", "notification", "state", "storage", "strings"} {
		if err := replaceOnce(files, "pkg/app/"+path+".go", used); err != nil {
			return err
		}
	}
	return replaceOnce(files, "pkg/errors/errors.go", append(used, replacement{
		"\ts, err := Encoder(e)\n\tif err != nil {\n\t\treturn fmt.Sprintf(`{\"message\": \"encoding error failed: %s\"}`, err)\n\t}\n\treturn string(s)\n",
		"\tsaid := e.Message\n\tif len(e.Tags) > 0 {\n\t\tsaid += fmt.Sprint(\" \", e.Tags)\n\t}\n\tif e.WrappedErr != nil {\n\t\tsaid += \": \" + e.WrappedErr.Error()\n\t}\n\treturn said\n",
	}))
}

// jsonSource is what the copy has in the place of encoding/json.
const jsonSource = `// Package json writes and reads nothing in this copy.
package json

import "errors"

var errNoJSON = errors.New("this copy of go-app writes and reads no JSON")

// RawMessage is JSON that is written already.
type RawMessage []byte

func Marshal(v any) ([]byte, error) { return nil, errNoJSON }

func MarshalIndent(v any, prefix, indent string) ([]byte, error) { return nil, errNoJSON }

func Unmarshal(data []byte, v any) error { return errNoJSON }
`

// replacement is a piece of go-app's source and what stands in its place.
type replacement struct{ old, new string }

// replaceOnce replaces pieces that are in a file once each.
func replaceOnce(files map[string][]byte, path string, all []replacement) error {
	for _, r := range all {
		if bytes.Count(files[path], []byte(r.old)) != 1 {
			return fmt.Errorf("go-app: %s: expected %q once; it has changed, and this copy must change with it", path, r.old)
		}
		files[path] = bytes.Replace(files[path], []byte(r.old), []byte(r.new), 1)
	}
	return nil
}

// keep writes the files into a folder named after their contents, unless it is
// there already, and returns the folder. It is always below the module's own
// .build: Go writes the path into the program, and the same sources must give
// the same program wherever they are built. It appears in one step, so that two
// builds at a time do not see each other's half.
func keep(files map[string][]byte) (string, error) {
	sum := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(sum, "%s %d\n%s", path, len(files[path]), files[path])
	}
	folder := ".build/go-app-" + hex.EncodeToString(sum.Sum(nil))[:16]
	if _, err := os.Stat(folder); err == nil {
		return folder, nil
	}
	if err := os.MkdirAll(".build", 0o755); err != nil {
		return "", err
	}
	draft, err := os.MkdirTemp(".build", "go-app-draft-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(draft)
	for path, data := range files {
		if err := write(filepath.Join(draft, filepath.FromSlash(path)), data); err != nil {
			return "", err
		}
	}
	if err := os.Rename(draft, folder); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	return folder, nil
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
	mod = fmt.Appendf(mod, "\nreplace %s => ./%s\n", goApp, folder)
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
