package torture

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"spanwise/app/e2e/chromium"
	"spanwise/app/e2e/torture/report"
)

//go:embed stream.html
var streamPage []byte

//go:embed stream.js
var streamScript []byte

// blankPage is a page that asks its host for nothing.
var blankPage = []byte(`<!doctype html><title>Blank</title><link rel="icon" href="data:,">`)

// program is the page of the torture's program, built and on a host.
type program struct{ blank, address string }

// hosted builds the program and puts it on a host of its own. The browser may keep
// it, and what it has compiled: so it opens in half the time.
func hosted(t *testing.T) program {
	t.Helper()
	wasm := built(t)
	server := chromium.NewServer(t)
	base := server.Mount("/", chromium.Files{
		"blank.html": blankPage, "index.html": streamPage, "stream.js": streamScript, "wasm_exec.js": loader(t),
	})
	server.Answer("/stream.wasm", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600")
		http.ServeFile(w, r, wasm)
	})
	return program{base + "blank.html", base}
}

// built builds the program and gives the path of its file.
func built(t *testing.T) string {
	t.Helper()
	wasm := filepath.Join(t.TempDir(), "stream.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", wasm, "./stream")
	build.Dir = filepath.Join(chromium.Root(), "app", "e2e", "torture")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, output)
	}
	return wasm
}

// loader reads the script that comes with Go and loads its programs.
func loader(t *testing.T) []byte {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// tab opens an empty tab in a browser of its own, and listens to what the program
// will report there.
func (r program) tab(t *testing.T, h *heard) *chromium.Page {
	t.Helper()
	p := chromium.Open(t, chromium.Options{Address: r.blank, OwnBrowser: true, NoWait: true})
	p.Hear(report.Binding, h.line)
	return p
}

// another opens another empty tab in the same browser.
func another(p *chromium.Page, h *heard) *chromium.Page {
	other := p.Another()
	other.Hear(report.Binding, h.line)
	return other
}

// start starts the program in a tab, whatever is there, and does not wait.
func (r program) start(t *testing.T, p *chromium.Page, order report.Order) {
	t.Helper()
	query, err := json.Marshal(order)
	if err != nil {
		t.Fatal(err)
	}
	address := r.address + "?" + url.PathEscape(string(query))
	if result := chromium.Command(p, page.Navigate, page.NavigateParams{URL: address}); result.ErrorText != "" {
		t.Fatalf("open %s: %s", address, result.ErrorText)
	}
}
