package e2e

import (
	"path/filepath"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// startSecond starts the second program in the page, as the page's own program
// does, with what speaks to it: ask(kind, text) posts a request, number 1 and on,
// and answers with the frames that come back about it until the last of them.
const startSecond = `
	const said = [];
	let hear = () => {};
	const second = await spanwiseSecond((frame) => { said.push(frame); hear(); }, (reason) => { said.push(reason); hear(); });
	const encode = (text) => { const bytes = new TextEncoder().encode(text); return [bytes.length * 2, ...bytes]; };
	let last = 0;
	const post = (...frame) => second.post(Uint8Array.from(frame));
	const ask = (kind, text) => post(0, ++last * 2, ...encode(kind), ...encode(text));
	const next = async (what) => {
		for (;;) {
			const i = said.findIndex((s) => typeof s === "string" || s[0] === what * 2);
			if (i >= 0) return typeof said[i] === "string" ? "ended: " + said[i] : new TextDecoder().decode(said[i].subarray(3));
			await new Promise((done) => { hear = done; });
			hear = () => {};
		}
	};
`

// numbers of the frames that come back (app/worker).
const (
	isProgress = "2"
	isAnswer   = "3"
	isFailure  = "4"
)

func TestTheSecondProgramDoesWhatItIsAsked(t *testing.T) {
	dist := filepath.Join(t.TempDir(), "dist")
	files, err := chromium.Make(chromium.Root(), dist, "SECOND=./app/e2e/testdata/second")
	if err != nil {
		t.Fatal(err)
	}
	const none = `delete window.Worker`
	const broken = `window.Worker = class { constructor() { setTimeout(() => this.onerror({ message: "not allowed here" })); } }`
	tests := []struct {
		name   string
		file   bool
		script string
		why    string
	}{
		{"in a worker", false, "", "the page goes on beside it"},
		{"without workers", false, none, "a browser that has none"},
		{"with workers that do not start", false, broken, "a browser that allows none"},
		{"in the single file", true, "", "a file has no host to fetch anything from"},
		{"in the single file without workers", true, none, "so do some browsers for files"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			address := "file://" + filepath.ToSlash(filepath.Join(dist, "spanwise.html"))
			if !test.file {
				address = chromium.NewServer(t).Mount("/x/", files)
			}
			p := chromium.Open(t, chromium.Options{Address: address, Script: test.script})
			checkSecond(t, p, test.script != "", test.why)
		})
	}
	t.Run("off-line", func(t *testing.T) {
		host := chromium.NewServer(t)
		p := chromium.Open(t, chromium.Options{Address: host.Mount("/s/", files)})
		p.WaitInstalled()
		host.Down(true)
		p.Reload()
		checkSecond(t, p, false, "it is kept with the rest")
	})
}

func TestAFaultOfTheSecondProgramLosesNothing(t *testing.T) {
	files := chromium.Built(t)
	files["web-"+files.Version()+"/second.wasm.gz"] = []byte("no program")
	p := openAs(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files), Script: `delete Navigator.prototype.serviceWorker`})
	mark(t, p, "Saudi Arabia", "1")
	offerFiles(p, write(t, "café.txt", []byte("In the Caf\xe9\n")), write(t, "plain.txt", []byte("A plain text.\n\nIt needs nobody.\n")))
	expectNotice(t, p, "“café.txt” was not opened: a fault of Spanwise: the second program has ended")
	expect(t, "the text that is in UTF-8", "A plain text.\n\nIt needs nobody.\n", p.ArticleText)
	waitSaved(p)
	p.Reload()
	openArticle(t, p, bundled(t)[0].Title)
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestWhereTheSecondProgramHasNoThreadOfItsOwnThatIsSaid(t *testing.T) {
	p := openAs(t, chromium.Options{Script: `delete window.Worker`})
	offerFiles(p, write(t, "café.txt", []byte("In the Caf\xe9\n")))
	p.Find("dialog", "Open café.txt").Find("button", "Open").Click()
	expect(t, "the text", "In the Café\n", p.ArticleText)
	expectNotice(t, p, "does nothing in the background")
}

// checkSecond has the second program answer, tell how far it is, be called off,
// fail in one thing and go on, and end and be started anew.
func checkSecond(t *testing.T, p *chromium.Page, beside bool, why string) {
	t.Helper()
	if got := chromium.Eval[bool](p, `(async () => {`+startSecond+`return second.beside})()`); got != beside {
		t.Errorf("beside the page: %v, want %v: %s", got, beside, why)
	}
	p.Allow("goroutine") // Go prints where the panic was
	p.Allow("exit code")
	tests := []struct{ name, script, want, why string }{
		{"an answer", `ask("echo", "né \u{1f680}"); return next(` + isAnswer + `)`, "né \U0001f680", "that is what it is for"},
		{"progress", `ask("spin", ""); return next(` + isProgress + `)`, "Spinning…", "long work says how far it is"},
		{"called off", `ask("spin", ""); await next(` + isProgress + `); post(2, 2); return next(` + isFailure + `)`, "context canceled", "work that nobody waits for ends"},
		{"a fault", `ask("fault", ""); return next(` + isFailure + `)`, "it was asked to fail", "what fails says so"},
		{"after a fault", `ask("fault", ""); await next(` + isFailure + `); ask("echo", "on"); return next(` + isAnswer + `)`, "on", "a fault ends one thing and nothing else"},
		{"the end", `ask("end", ""); return next(` + isAnswer + `)`, "ended: it has stopped", "the page hears of it"},
		{"after the end", `ask("echo", "anew"); return next(` + isAnswer + `)`, "anew", "it can be started again"},
	}
	for _, test := range tests {
		got := chromium.Eval[string](p, `(async () => {`+startSecond+test.script+`})()`)
		if !strings.Contains(got, test.want) {
			t.Errorf("%s: %q, want %q: %s", test.name, got, test.want, test.why)
		}
	}
}

func TestASecondProgramThatCannotBeFetchedIsSaid(t *testing.T) {
	files := chromium.Built(t)
	delete(files, "web-"+files.Version()+"/second.wasm.gz")
	p := chromium.Open(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files), Script: `delete Navigator.prototype.serviceWorker`})
	p.Allow("404")
	got := chromium.Eval[string](p, `spanwiseSecond(() => {}, () => {}).catch((error) => error.message)`)
	if !strings.Contains(got, "404") || !strings.Contains(got, "could not be loaded") {
		t.Errorf("the error is %q, want the reason", got)
	}
}

func TestTheFirstScreenDoesNotWaitForTheSecondProgram(t *testing.T) {
	p := chromium.Open(t, chromium.Options{Script: `delete Navigator.prototype.serviceWorker`})
	p.WaitFor(`document.querySelector("#article-text")?.textContent.trim()`)
	for _, path := range p.Server.Requests() {
		if strings.Contains(path, "second.wasm") {
			t.Errorf("%s was fetched although nothing needs it", path)
		}
	}
}
