package web

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// program is the smallest thing that passes for one.
var program = Program{Wasm: []byte("\x00asm\x01\x00\x00\x00"), Second: []byte("\x00asm\x01\x00\x00\x00"), Exec: []byte("class Go {}\n")}

func newSite(t *testing.T, p Program, o Options) *Site {
	t.Helper()
	site, err := NewSite(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestTheSameProgramGivesTheSameSite(t *testing.T) {
	first, second := newSite(t, program, Options{}), newSite(t, program, Options{})
	if diff := cmp.Diff(first.Files, second.Files); diff != "" || first.Version != second.Version {
		t.Errorf("two sites of one program differ (-first +second):\n%s", diff)
	}
}

func TestTheVersionChangesWithEveryContent(t *testing.T) {
	base := newSite(t, program, Options{}).Version
	if !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(base) {
		t.Errorf("version %q, want 16 hex digits, which the service worker looks for", base)
	}
	other := Program{Wasm: program.Wasm, Second: program.Second, Exec: []byte("class Go { }\n")}
	next := Program{Wasm: program.Wasm, Second: append(program.Second, 0, 1, 0), Exec: program.Exec}
	tests := []struct {
		name string
		site *Site
		why  string
	}{
		{"the loader", newSite(t, other, Options{}), "a page must not mix it with another program"},
		{"the second program", newSite(t, next, Options{}), "the two speak to each other"},
		{"the page", newSite(t, program, Options{NoWorker: true}), "the page is part of the version"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.site.Version == base {
				t.Errorf("the version stays %s although %s differs: %s", base, test.name, test.why)
			}
		})
	}
}

func TestWhatIsNoProgramIsRefused(t *testing.T) {
	tests := []struct {
		name    string
		program Program
		why     string
	}{
		{"nothing", Program{}, "a build that did not happen"},
		{"something else", Program{Wasm: []byte("<html>"), Second: program.Second, Exec: program.Exec}, "a wrong path"},
		{"no second", Program{Wasm: program.Wasm, Exec: program.Exec}, "what is rare and heavy could not be done"},
		{"no loader", Program{Wasm: program.Wasm, Second: program.Second}, "the page could not start it"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := NewSite(test.program, Options{}); err == nil {
				t.Errorf("a site of %s was made: %s", test.name, test.why)
			}
			if _, err := Single(test.program); err == nil {
				t.Errorf("a single file of %s was made: %s", test.name, test.why)
			}
		})
	}
}

func TestTheServiceWorkerKeepsEveryFileButItselfAndTheListOfFunctions(t *testing.T) {
	nameless := program
	nameless.Functions = []Function{{Number: 0x1001, Name: "main.main"}}
	site := newSite(t, nameless, Options{})
	for name := range site.Files {
		listed := strings.Contains(string(site.Files["worker.js"]), `"./`+strings.TrimSuffix(name, "index.html")+`":`)
		if want := name != "worker.js" && !strings.HasSuffix(name, "/functions.gz"); listed != want {
			t.Errorf("%s kept: %v, want %v", name, listed, want)
		}
	}
}

func TestASingleFileNamesItsScriptsByHash(t *testing.T) {
	page, err := Single(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range [][]byte{program.Exec, asset("visit.js"), asset("seams.js"), asset("article.js"), asset("second.js"), asset("start.js"), asset("shell.css"), asset("styles.css")} {
		if !strings.Contains(string(page), integrity(source)) || !strings.Contains(string(page), string(source)) {
			t.Errorf("the policy or the page lacks a source that begins %.40q", source)
		}
	}
	for _, unsafe := range []string{"unsafe-inline", "unsafe-eval'; ", "'self'"} {
		if strings.Contains(strings.ReplaceAll(string(page), "'wasm-unsafe-eval'; ", ""), unsafe) {
			t.Errorf("the single file's policy has %s", unsafe)
		}
	}
}

func TestASourceThatWouldEndItsElementIsRefused(t *testing.T) {
	for _, bad := range []string{"a </SCRIPT> b", "</style>", "<!-- x", "line\r\nline"} {
		if _, err := Single(Program{Wasm: program.Wasm, Second: program.Second, Exec: []byte(bad)}); err == nil {
			t.Errorf("a script that holds %q stands in the page", bad)
		}
	}
}

func TestTheManifestStaysInItsFolder(t *testing.T) {
	site := newSite(t, program, Options{})
	var m manifest
	if err := json.Unmarshal(site.Files["manifest.webmanifest"], &m); err != nil {
		t.Fatal(err)
	}
	if want, got := [3]string{"./", "./", "./"}, [3]string{m.ID, m.StartURL, m.Scope}; want != got {
		t.Errorf("id, start_url, scope: %q, want %q", got, want)
	}
	for _, icon := range m.Icons {
		if site.Files[strings.TrimPrefix(icon.Src, "./")] == nil {
			t.Errorf("the manifest names %s, which is not there", icon.Src)
		}
	}
}

func TestWritingASiteRemovesTheOlderVersion(t *testing.T) {
	folder := t.TempDir()
	older := filepath.Join(folder, "web-0123456789abcdef", "start.js")
	kept := filepath.Join(folder, "CNAME")
	for _, path := range []string{older, kept} {
		os.MkdirAll(filepath.Dir(path), 0o755)
		os.WriteFile(path, nil, 0o644)
	}
	site := newSite(t, program, Options{})
	if err := site.Write(folder); err != nil {
		t.Fatal(err)
	}
	for name, want := range site.Files {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != string(want) {
			t.Errorf("%s was not written: %v", name, err)
		}
	}
	if _, err := os.Stat(older); err == nil {
		t.Error("the older version's folder is still there")
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error("a file that is not ours was removed")
	}
}

func TestOnlyTheLoopbackInterfaceIsListenedOn(t *testing.T) {
	first, err := Listen(18430)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := Listen(first.Addr().(*net.TCPAddr).Port)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	for _, listener := range []net.Listener{first, second} {
		if ip := listener.Addr().(*net.TCPAddr).IP; !ip.IsLoopback() {
			t.Errorf("listens on %v", ip)
		}
	}
	if first.Addr().String() == second.Addr().String() {
		t.Error("a taken port was taken again")
	}
}

func TestTheLocalServerSaysWhatItsFilesAre(t *testing.T) {
	site := newSite(t, program, Options{})
	host := httptest.NewServer(site)
	defer host.Close()
	for name, data := range site.Files {
		response, err := http.Get(host.URL + "/" + strings.TrimSuffix(name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if string(body) != string(data) {
			t.Errorf("%s: %d bytes, want %d", name, len(body), len(data))
		}
		if response.Header.Get("Content-Type") == "" || response.Header.Get("Content-Security-Policy") != Policy {
			t.Errorf("%s: headers %v", name, response.Header)
		}
	}
	response, err := http.Get(host.URL + "/nothing")
	if err != nil {
		t.Fatal(err)
	}
	if response.Body.Close(); response.StatusCode != http.StatusNotFound {
		t.Errorf("a file that is not there: %d, want 404", response.StatusCode)
	}
}
