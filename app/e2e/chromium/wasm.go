package chromium

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed wasm.html
var wasmPage []byte

//go:embed wasm.js
var wasmScript []byte

// RunWasm runs a test program compiled for js/wasm in the browser, with the
// arguments that `go test -exec` hands on, and returns its exit code. The
// program may read files below the module and beside it; it cannot write any.
func RunWasm(program string, args []string, output io.Writer) (int, error) {
	host, err := wasmHost(program, args)
	if err != nil {
		return 0, err
	}
	defer host.Close()
	browser, close, err := launch("")
	if err != nil {
		return 0, err
	}
	defer close()

	events := make(chan any, 4096)
	if err := chromedp.Listen(browser, func(event any) { events <- event }); err != nil {
		return 0, err
	}
	for _, name := range []string{"spanwiseOutput", "spanwiseExit"} {
		if _, err := chromedp.Call(browser, runtime.AddBinding, runtime.AddBindingParams{Name: name}); err != nil {
			return 0, err
		}
	}
	go chromedp.Do(browser, chromedp.Navigate(host.URL))
	return follow(events, output)
}

// follow copies what the program prints until it exits or its page dies.
func follow(events <-chan any, output io.Writer) (int, error) {
	for event := range events {
		switch e := event.(type) {
		case *runtime.EventBindingCalled:
			if e.Name == "spanwiseExit" {
				var code int
				return code, json.Unmarshal([]byte(e.Payload), &code)
			}
			io.WriteString(output, e.Payload)
		case *runtime.EventExceptionThrown:
			return 0, fmt.Errorf("the page threw: %s", exceptionText(e.ExceptionDetails))
		case *inspector.EventTargetCrashed:
			return 0, fmt.Errorf("the page crashed")
		}
	}
	return 0, io.ErrUnexpectedEOF
}

// wasmHost serves the program, Go's loader, the script that starts it, and the
// files that it reads.
func wasmHost(program string, args []string) (*httptest.Server, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	folder, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	settings, err := json.Marshal(map[string]any{"argv": append([]string{filepath.Base(program)}, args...), "cwd": filepath.ToSlash(folder)})
	if err != nil {
		return nil, err
	}
	loader := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	mux := http.NewServeMux()
	mux.HandleFunc("/", constant("text/html; charset=utf-8", wasmPage))
	mux.HandleFunc("/start.js", constant("text/javascript", wasmScript))
	mux.HandleFunc("/settings.json", constant("application/json", settings))
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, loader) })
	mux.HandleFunc("/program", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, program)
	})
	mux.HandleFunc("/file", serveFile(filepath.Dir(Root()), folder))
	return httptest.NewServer(mux), nil
}

func constant(mediaType string, data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		w.Write(data)
	}
}

// serveFile answers for a file's content or a folder's names, seen from the
// folder that the tests run in. Nothing outside root is there.
func serveFile(root, folder string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := filepath.FromSlash(r.URL.Query().Get("path"))
		if !filepath.IsAbs(path) {
			path = filepath.Join(folder, path)
		}
		inside, err := filepath.Rel(root, path)
		if err != nil || !filepath.IsLocal(inside) {
			http.NotFound(w, r)
			return
		}
		if entries, err := os.ReadDir(path); err == nil {
			names := make([]string, len(entries))
			for i, entry := range entries {
				names[i] = entry.Name()
			}
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("X-Folder", "yes")
			json.NewEncoder(w).Encode(names)
			return
		}
		data, err := os.ReadFile(path)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Write(data)
	}
}
