//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const goAppPackage = goApp + "/pkg/app"

// rule bans imports: a package that matches from may not import what matches
// banned, tests aside, unless it matches except. Patterns are whole import
// paths; … stands for anything.
type rule struct {
	from, banned, except, why string
}

// underThePage is what the page stands on. The torture drives it without a page.
const underThePage = "spanwise/app/session|spanwise/app/session/steps/direct|spanwise/app/browser|spanwise/app/journal"

// underRooms is what the rooms of the page stand on.
const underRooms = "spanwise/app/ui/desk|spanwise/app/ui/entryfield|spanwise/app/ui/keyboard|spanwise/app/ui/kit"

// rooms are the parts of the page: all of its packages that are not under them.
var rooms = func() string {
	folders, err := os.ReadDir("ui")
	if err != nil {
		panic(err)
	}
	var found []string
	for _, f := range folders {
		path := "spanwise/app/ui/" + f.Name()
		if f.IsDir() && !matches(underRooms+"|spanwise/app/ui/desktest|spanwise/app/ui/uitest", path) {
			found = append(found, path)
		}
	}
	return strings.Join(found, "|")
}()

// page is what the first program is made of, without what its tests are made with.
var page = "spanwise/app/ui|spanwise/app/formats|spanwise/app/session|spanwise/app/session/importing|spanwise/app/session/steps|" +
	"spanwise/app/worker|spanwise/app/worker/jobs|spanwise/app/worker/remote|spanwise/app/browser|" + underRooms + "|" + rooms

// heavy is what only the second program is built with.
const heavy = "spanwise/annotations/anchor|spanwise/annotations/merge|spanwise/app/session/steps/direct"

var rules = []rule{
	{"spanwise/corpus…", "spanwise/…", "spanwise/corpus…", "the texts know nothing of who works on them"},
	{"spanwise/corpus…", goAppPackage, "", "the texts are read without a page, too"},
	{"spanwise/annotations", "spanwise/…", "spanwise/corpus|spanwise/annotations/jsontext", "the model knows no format, program or page; edits are kept as JSON, whose text knows nothing of the model"},
	{"spanwise/annotations/jsontext", "spanwise/…", "", "JSON is written and read the same whatever it says"},
	{"spanwise/annotations…", goAppPackage, "", "what is right or wrong about spans is tested without a page"},
	{"spanwise/annotations…", "os", "", "the model reads and writes values; files are for others"},
	{"spanwise/annotations…", "net/http", "", "no byte leaves the machine"},
	{"spanwise/annotations/format", "spanwise/…", "spanwise/corpus…|spanwise/annotations", "who finds the format of a file knows none by name"},
	{"spanwise/annotations/…", "spanwise/annotations/format/…", "", "one format does not depend on another"},
	{"spanwise/annotations/intake", "spanwise/…", "spanwise/corpus|spanwise/annotations", "what comes of taking something in is said the same whoever works it out"},
	{"spanwise/annotations/merge", "spanwise/…", "spanwise/corpus|spanwise/annotations|spanwise/annotations/anchor|spanwise/annotations/intake", "two projects become one whatever they were read from, and whoever asks"},
	{"spanwise/annotations/samples", "spanwise/…", "spanwise/corpus|spanwise/annotations", "what every format is tested with knows none"},
	{"spanwise…", "spanwise/annotations/samples", "", "nothing of the tests gets into the program"},
	{"spanwise/annotations/…", "spanwise/app…", "", "formats are used by the program, not the other way round"},
	{"spanwise/annotations/…", "spanwise/web…", "", "formats do not know how the program is delivered"},
	{"spanwise/app/journal", "spanwise/…", "", "what is kept is bytes, whatever they mean"},
	{"spanwise/app/formats", "spanwise/…", "spanwise/annotations/format…", "the list of formats is no more than that"},
	{"spanwise/app/session", "spanwise/…", "spanwise/corpus|spanwise/annotations…|spanwise/app/journal|spanwise/app/session/steps", "work changes here, whatever shows or stores it"},
	{"spanwise/app/session/steps…", "spanwise/…", "spanwise/corpus|spanwise/annotations…|spanwise/app/session/steps", "heavy work is done in either program, whoever asks for it"},
	{"spanwise/app/session/importing", "spanwise/…", "spanwise/corpus…|spanwise/annotations…|spanwise/app/session|spanwise/app/session/steps", "what becomes of files is decided here, whatever shows it"},
	{"spanwise/app/session…", "spanwise/annotations/format/…", "spanwise/annotations/format/spanwise", "work is kept in the project's own format; any other is asked for by the registry"},
	{"spanwise/app/session/…|spanwise/app/ui…", "spanwise/annotations/format/…", "", "a format is found by the registry, so that one more is one more line in the list"},
	{"spanwise/app/session…", goAppPackage, "", "the session is tested without a page"},
	{"spanwise/app/session…", "syscall/js", "", "the session is tested without a browser"},
	{"spanwise/app/browser", "spanwise/…", "spanwise/app/journal", "browser code is small and has nothing to decide"},
	{"spanwise/corpus…|spanwise/annotations…|spanwise/app/session…|spanwise/app/formats|spanwise/app/browser|spanwise/app/ui…", "regexp", "", "patterns are 0.1 MB of the download before the first screen"},
	{"spanwise/corpus…|spanwise/annotations…|spanwise/app/session…|spanwise/app/formats|spanwise/app/browser|spanwise/app/ui…", "encoding/json", "", "it is a thirtieth of the download before the first screen; jsontext writes and reads what the page keeps"},
	{"spanwise/corpus…|spanwise/annotations…|spanwise/app/session…|spanwise/app/formats|spanwise/app/browser|spanwise/app/ui…", "crypto/…", "", "Go's cryptography is a fiftieth of the download before the first screen; corpus has what is needed of it"},
	{"spanwise/app/ui…", "spanwise/web…", "", "what the page does is the same however it is delivered"},
	{"spanwise/app…", "spanwise/app/ui/desktest|spanwise/app/ui/uitest", "spanwise/app/ui/uitest", "what tests are made with gets into no program"},
	{"spanwise/app/ui…", "spanwise/app/e2e…", "", "the tests know the page, not the other way round"},
	{"spanwise/app/ui/kit", "spanwise/app/…", "spanwise/app/browser|spanwise/app/ui/keyboard", "what every room draws with knows no room, no desk and no session"},
	{"spanwise/app/ui/desk", "spanwise/app/ui…", "spanwise/app/ui/kit|spanwise/app/ui/keyboard", "what rooms share knows no room"},
	{rooms, "spanwise/app/ui…", underRooms, "a room asks the desk, never another room"},
	{"spanwise/app/ui/entryfield", "spanwise/app/ui…", underRooms, "a field that several rooms draw knows none of them"},
	{"spanwise/app/ui/keyboard", "spanwise/…", "", "what a key means is the same on every page"},
	{"spanwise/app/ui/keyboard", goAppPackage, "", "what a key means is tested without a page"},
	{"spanwise/app/worker", "spanwise/…", "", "messages carry any work"},
	{"spanwise/app/worker/jobs", "spanwise/app/…", "spanwise/app/worker", "what can be asked says nothing of how it is done"},
	{"spanwise/app/worker…", "spanwise/app/ui…|spanwise/app/browser|" + goAppPackage, "", "the second program has no page"},
	{page, "spanwise/app/worker/program", "", "what the second program does is no part of the first"},
	{page, heavy, "", "what is rare and heavy is done by the second program, for who asks through the session's Steps"},
	{"spanwise/web", "spanwise/…", "", "a site is made of a program, whatever the program is about"},
	{"spanwise/app/e2e…", "spanwise/app/…", "spanwise/app/e2e…|" + underThePage, "the page is proven from outside"},
	{"spanwise/app/e2e|spanwise/app/e2e/bench…|spanwise/app/e2e/chromium…|spanwise/app/e2e/inbrowser…|spanwise/app/e2e/monkey…", underThePage, "", "only the torture does without the page"},
	{"spanwise/app", "spanwise/app/e2e…", "", "nothing of the tests gets into the program"},
}

// foreign are the modules that packages may import beside Go's own library.
// Who is not named may import none.
var foreign = map[string]string{
	"spanwise/corpus":                      "github.com/clipperhouse/uax29/…",
	"spanwise/annotations":                 "",
	"spanwise/annotations/format":          "",
	"spanwise/annotations/format/spanwise": "",
	"spanwise/annotations/intake":          "",
	"spanwise/annotations/merge":           "",
	"spanwise/app/formats":                 "",
	"spanwise/app/journal":                 "",
	"spanwise/app/session":                 "",
	"spanwise/app/session/importing":       "",
	"spanwise/app/session/steps":           "",
	"spanwise/app/worker":                  "",
	"spanwise/app/worker/remote":           "",
	"spanwise/app/browser":                 goAppPackage,
	"spanwise/app/ui":                      goAppPackage,
	"spanwise/app":                         goAppPackage,
	"spanwise/web":                         "",
	"spanwise/app/e2e/chromium":            "github.com/chromedp/…",
}

// drawn are the packages that draw, all with one engine.
const drawn = "spanwise/app/ui…"

// imported is what `go list -json` says of a package.
type imported struct {
	ImportPath string
	Imports    []string
}

// The two builds for the browser.
var (
	forPage   = []string{"GOOS=js", "GOARCH=wasm"}
	forWorker = []string{"GOOS=js", "GOARCH=wasm", "GOFLAGS=-tags=worker"}
)

// packages lists the module's packages as they are built for a system.
func packages(t *testing.T, environment ...string) []imported {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "../...")
	command.Env = append(os.Environ(), environment...)
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []imported
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p imported
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// matches says whether a path fits one of the patterns, which | separates.
func matches(patterns, path string) bool {
	for pattern := range strings.SplitSeq(patterns, "|") {
		prefix, open := strings.CutSuffix(pattern, "…")
		if path == prefix && pattern != "" || open && strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}

func TestPackagesImportOnlyWhatTheirRoomMayKnow(t *testing.T) {
	for _, build := range [][]string{nil, forPage, forWorker} {
		for _, p := range packages(t, build...) {
			for _, path := range p.Imports {
				checkImport(t, p.ImportPath, path)
			}
		}
	}
}

func TestTheSecondProgramHasNoPage(t *testing.T) {
	for _, path := range builtWith(t, forWorker) {
		if path == goAppPackage || matches("spanwise/app/ui…|spanwise/app/browser", path) {
			t.Errorf("the second program is built with %s", path)
		}
	}
}

func TestTheFirstProgramHasNothingOfTheSecond(t *testing.T) {
	for _, path := range builtWith(t, forPage) {
		if matches(heavy+"|spanwise/app/worker/program", path) {
			t.Errorf("the first program is built with %s: what is rare and heavy is downloaded when it is needed", path)
		}
	}
}

// builtWith are the packages that a program is built with.
func builtWith(t *testing.T, build []string) []string {
	t.Helper()
	command := exec.Command("go", "list", "-deps", ".")
	command.Env = append(os.Environ(), build...)
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(output))
}

// checkImport fails the test if a rule bans the import.
func checkImport(t *testing.T, from, path string) {
	t.Helper()
	for _, r := range rules {
		if matches(r.from, from) && matches(r.banned, path) && !matches(r.except, path) {
			t.Errorf("%s imports %s: %s", from, path, r.why)
		}
	}
	outside := strings.Contains(strings.SplitN(path, "/", 2)[0], ".")
	if outside && !matches(foreign[from], path) && !(path == goAppPackage && matches(drawn, from)) {
		t.Errorf("%s imports %s: every dependency has its one place, named in this test", from, path)
	}
}

func TestARuleCatchesWhatItBans(t *testing.T) {
	tests := []struct {
		name, pattern, path string
		want                bool
		why                 string
	}{
		{"whole", "spanwise/web", "spanwise/web", true, "a pattern without … is a whole path"},
		{"no prefix", "spanwise/web", "spanwise/website", false, "a pattern without … is no prefix"},
		{"below", "spanwise/corpus…", "spanwise/corpus/ingest", true, "… stands for anything"},
		{"one of several", "spanwise/corpus|spanwise/annotations…", "spanwise/annotations/format/spanwise", true, "| separates patterns"},
		{"none", "", "spanwise/web", false, "no pattern fits nothing"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := matches(test.pattern, test.path); got != test.want {
				t.Errorf("matches(%q, %q) = %v, want %v: %s", test.pattern, test.path, got, test.want, test.why)
			}
		})
	}
}

// markup are the ways in which text could become markup, and audited the one
// file that may use them, because it escapes; empty while there is none.
var (
	markup  = regexp.MustCompile(`\bapp\.Raw\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|DOMParser|srcdoc`)
	audited = ""
)

func TestForeignTextCannotBecomeMarkup(t *testing.T) {
	for path, source := range sources(t) {
		if path == audited {
			continue
		}
		for i, line := range strings.Split(source, "\n") {
			if found := markup.FindString(line); found != "" {
				t.Errorf("%s:%d uses %s: text reaches the page as text nodes only", path, i+1, found)
			}
		}
	}
}

// keyNames are what tells keys apart: their names, and what browsers say of
// composing. keyReaders are the places that may use them.
var (
	keyNames   = regexp.MustCompile(`["'](Enter|Escape|Process|Backspace|Arrow(Left|Right|Up|Down)|isComposing|keyCode)["']|(case|[!=]=+) ["'](Delete|Home|End|Tab)["']|\.(isComposing|keyCode)\b`)
	keyReaders = regexp.MustCompile(`^app/ui/(keyboard/.*|keys|kit/strokes|(\w+[/_])?commands)\.go$`)
)

// TestOnePlaceSaysWhatAKeyIs: an Enter that ends a composition is no Enter, and
// Ctrl+Z is another key on each keyboard. Who compares names of keys by himself
// forgets one of the two.
func TestOnePlaceSaysWhatAKeyIs(t *testing.T) {
	for path, source := range sources(t) {
		if keyReaders.MatchString(path) {
			continue
		}
		for i, line := range strings.Split(source, "\n") {
			if found := keyNames.FindString(line); found != "" {
				t.Errorf("%s:%d knows a key by %s: ask strokeOf what was pressed", path, i+1, found)
			}
			if strings.HasPrefix(path, "app/ui/") && strings.Contains(line, `Get("key")`) {
				t.Errorf("%s:%d reads a key by itself: ask strokeOf what was pressed", path, i+1)
			}
		}
	}
}

// sources are the program's own Go and JavaScript files, tests aside, by path
// from the module's root.
func sources(t *testing.T) map[string]string {
	t.Helper()
	root := os.DirFS("..")
	found := map[string]string{}
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != "." && (strings.HasPrefix(entry.Name(), ".") || path == "dist" || path == "app/e2e"):
			return fs.SkipDir
		case strings.HasSuffix(path, "_test.go"), filepath.Ext(path) != ".go" && filepath.Ext(path) != ".js":
			return nil
		}
		data, err := fs.ReadFile(root, path)
		found[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
