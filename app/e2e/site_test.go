package e2e

import (
	"regexp"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

func TestTheSiteRunsFromAnyFolder(t *testing.T) {
	t.Parallel()
	files := chromium.Built(t)
	for _, folder := range []string{"/", "/a/", "/a/deep/path with space/"} {
		t.Run(folder, func(t *testing.T) {
			host := chromium.NewServer(t)
			chromium.Open(t, chromium.Options{Address: host.Mount(folder, files)}).WaitInstalled()
			for _, path := range host.Requests() {
				if !strings.HasPrefix(path, folder) {
					t.Errorf("the page in %s asked for %s: addresses are relative", folder, path)
				}
			}
		})
	}
}

func TestTheSiteNamesNoOtherHost(t *testing.T) {
	t.Parallel()
	absolute := regexp.MustCompile(`(?:src|href|content)="/|https?://[^ "']+`)
	for name, data := range chromium.Built(t) {
		if !regexp.MustCompile(`\.(html|css|webmanifest|svg)$|(worker|start|article)\.js$`).MatchString(name) || name == "spanwise.html" {
			continue
		}
		for _, found := range absolute.FindAllString(string(data), -1) {
			if found != "http://www.w3.org/2000/svg" {
				t.Errorf("%s names %s", name, found)
			}
		}
	}
}

func TestTheProgramIsFetchedOnceAndPacked(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{Script: `delete Navigator.prototype.serviceWorker`})
	var fetched []string
	for _, path := range p.Server.Requests() {
		if strings.Contains(path, ".wasm") {
			fetched = append(fetched, path)
		}
	}
	if len(fetched) != 1 || !strings.HasSuffix(fetched[0], "/app.wasm.gz") {
		t.Errorf("programs fetched: %q, want app.wasm.gz once", fetched)
	}
}

func TestTheProgramStartsHoweverTheHostSendsIt(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, script string
		declared     bool
		why          string
	}{
		{"as a packed file", "", false, "a host that knows nothing of packing"},
		{"declared as an encoding", "", true, "the browser has unpacked it before the page sees it"},
		{"plain", "delete window.DecompressionStream", false, "a browser that cannot unpack"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			host := chromium.NewServer(t)
			if test.declared {
				host.DeclareEncoding()
			}
			p := chromium.Open(t, chromium.Options{Address: host.Mount("/x/", chromium.Built(t)), Script: test.script})
			if test.script != "" {
				return // only the page is without it, not its service worker
			}
			p.WaitInstalled()
			host.Down(true)
			p.Reload()
		})
	}
}

func TestASlowLineShowsTheNameAndHowFarItIs(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{Address: "about:blank", NoWait: true})
	host := chromium.NewServer(t)
	address := host.Mount("/", chromium.Built(t))
	p.Allow(address) // another origin than about:blank
	p.SlowLine(500e3)
	p.Go(address)
	p.WaitFor(`[...document.querySelectorAll("#shell-title, #preview .brand")].some((e) => e.checkVisibility())`)
	p.WaitFor(`(() => { const part = document.getElementById("shell-progress").value; return part > 0.1 && part < 0.9 })()`)
	p.WaitFor(`document.documentElement.dataset.program === "running"`)
	p.WaitFor(`!document.getElementById("shell")`)
}

func TestAProgramThatCannotBeLoadedIsSaid(t *testing.T) {
	t.Parallel()
	files := chromium.Built(t)
	delete(files, "web-"+files.Version()+"/app.wasm.gz")
	p := chromium.Open(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files), NoWait: true})
	p.Allow("404")
	p.WaitFor(`document.documentElement.dataset.program === "failed"`)
	if said := p.Find("status", "").Text(); !strings.Contains(said, "404") || !strings.Contains(said, "reload") {
		t.Errorf("the page says %q, want the reason and what to do", said)
	}
}

func TestAProgramThatEndsIsSaid(t *testing.T) {
	t.Parallel()
	files := chromium.Built(t)
	files["web-"+files.Version()+"/wasm_exec.js"] = []byte(`class Go { env = {}; importObject = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) }); async run() {} }`)
	p := chromium.Open(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files), NoWait: true})
	p.Find("alert", "")
	p.Find("button", "Reload the page")
}

func TestTheSingleFileRunsFromAFolder(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{File: true})
	if got := chromium.Eval[int](p, `performance.getEntriesByType("resource").length`); got != 0 {
		t.Errorf("the single file loaded %d things, want none", got)
	}
}

func TestThePolicyHoldsInThePage(t *testing.T) {
	p := chromium.Open(t, chromium.Options{})
	p.Allow("policy violation")
	p.Allow("Content Security Policy")
	p.Allow("https://example.org/")
	tests := []struct{ name, attempt, why string }{
		{"code out of text", `await new Promise((done, failed) => setTimeout(() => { try { done(new Function("return 1")()) } catch (e) { failed(e) } }))`, "foreign text never becomes code"},
		{"another origin", `await fetch("https://example.org/")`, "no byte leaves the machine"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !chromium.Eval[bool](p, `(async () => { try { `+test.attempt+`; return false } catch { return true } })()`) {
				t.Errorf("the policy lets it pass: %s", test.why)
			}
		})
	}
}

func TestTheWatcherSeesWhatLeavesThePage(t *testing.T) {
	files := chromium.Built(t)
	files["worker.js"] = append(files["worker.js"], "\nself.addEventListener('install', (e) => e.waitUntil(fetch('http://elsewhere.example/from-the-worker').catch(() => {})));\n"...)
	p := chromium.Open(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files)})
	p.WaitInstalled()
	p.Do(`
		const image = new Image();
		image.src = "http://elsewhere.example/from-the-page";
		await new Promise((resolve) => { image.onerror = resolve });
		setTimeout(() => { throw new Error("thrown") });
		await new Promise((resolve) => setTimeout(resolve, 50));
		alert("a dialog");`)
	for _, want := range []string{"another machine: GET elsewhere.example/from-the-worker", "policy violation: img-src", "exception: Error: thrown", "dialog (alert): a dialog"} {
		if !p.Noticed(want) {
			t.Errorf("the watcher did not notice %q", want)
		}
		p.Allow(want)
	}
	p.Allow("from-the-page")
}
