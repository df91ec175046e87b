package e2e

import (
	"cmp"
	"path/filepath"
	"slices"
	"testing"

	"spanwise/app/e2e/chromium"
)

// startMoments notes how far a page has come, in ms since it was asked for, each two
// frames later so that it is on the screen: readAt when the first article can be
// read, drawnAt when the program has drawn it (or hello), keptAt when what a person
// does is kept.
const startMoments = `(() => {
	const note = (name, holds) => {
		const look = () => requestAnimationFrame(holds() ? () => requestAnimationFrame(() => { window[name] = performance.now(); }) : look);
		look();
	};
	const filled = (selector) => [...document.querySelectorAll(selector)].some((e) => e.textContent.trim() && e.checkVisibility());
	note("readAt", () => filled("[aria-label='Article text'], #hello"));
	note("drawnAt", () => filled("#article-text, #hello") && document.documentElement.dataset.program === "running");
	note("keptAt", () => document.querySelector("#saving-state[data-state='Saved'], #hello"));
})()`

// conditions are the lines and processors with which the start is measured.
var conditions = []struct {
	name  string
	bytes float64 // a second; 0 for as many as there can be
	slow  float64 // how many times slower the page's thread is
}{
	{name: "loopback"},
	{name: "50Mbit", bytes: 50e6 / 8},
	{name: "10Mbit", bytes: 10e6 / 8},
	{name: "slow", slow: 6},
}

// BenchmarkStart opens the static site in a browser that has never seen it, and
// then once more; by turns with a program that only says hello, which is built
// in the same way and stands in the same shell. On the slow processor it measures
// marks by key, too.
func BenchmarkStart(b *testing.B) {
	ours, hello := chromium.Built(b), helloWorld(b)
	for _, c := range conditions {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				for name, site := range map[string]chromium.Files{"": ours, "hello-": hello} {
					p := visit(b, site, c.bytes, c.slow, name)
					if c.bytes == 0 && c.slow == 0 {
						visitAgain(b, p, name)
					}
					if c.slow > 0 && name == "" {
						b.ReportMetric(markByKey(p), "mark-ms")
					}
					p.Close()
				}
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// builtHello is the site of the program that says hello, once it is built.
var builtHello chromium.Files

// helloWorld builds the program that says hello as `make site` builds ours.
func helloWorld(b *testing.B) chromium.Files {
	b.Helper()
	if builtHello == nil {
		files, err := chromium.Make(chromium.Root(), filepath.Join(b.TempDir(), "dist"), "PAGE=./app/e2e/testdata/hello")
		if err != nil {
			b.Fatal(err)
		}
		builtHello = files.WithoutPreview(b)
	}
	return builtHello
}

// visit opens a site for the first time and reports when it had come how far.
func visit(b *testing.B, site chromium.Files, line, slow float64, name string) *chromium.Page {
	p := chromium.Open(b, chromium.Options{OwnBrowser: true, Address: "about:blank", NoWait: true, Script: startMoments})
	address := chromium.NewServer(b).Mount("/some/folder/", site)
	p.URL = address
	p.Allow(address) // another origin than about:blank
	if line > 0 {
		p.SlowLine(line)
	}
	p.Slow(cmp.Or(slow, 1))
	p.Go(address)
	report(b, p, name+"read-ms", "readAt")
	report(b, p, name+"first-ms", "drawnAt")
	report(b, p, name+"kept-ms", "keptAt")
	return p
}

// visitAgain reports when a site that was visited before is drawn.
func visitAgain(b *testing.B, p *chromium.Page, name string) {
	p.WaitInstalled()
	p.Reopen()
	report(b, p, name+"second-ms", "drawnAt")
}

func report(b *testing.B, p *chromium.Page, metric, moment string) {
	p.WaitFor(`window.` + moment)
	b.ReportMetric(chromium.Eval[float64](p, `window.`+moment), metric)
}

// markByKey is how long it takes from a key to the mark that it makes, painted: the
// median of nine, in ms.
func markByKey(p *chromium.Page) float64 {
	p.Do(`addEventListener("keydown", (event) => {
		const before = document.querySelectorAll("#article-text mark").length;
		window.markedAfter = 0;
		const look = () => requestAnimationFrame(() => {
			if (document.querySelectorAll("#article-text mark").length === before) return look();
			requestAnimationFrame(() => { window.markedAfter = performance.now() - event.timeStamp; });
		});
		look();
	}, { capture: true })`)
	var times []float64
	for _, words := range []string{"Syria’s Defence", "counterparts", "isolation", "constructive", "Arab capitals", "Saudi Arabia", "Foreign Minister", "fighting", "Damascus"} {
		p.Select(words)
		p.Press("1")
		p.WaitFor(`window.markedAfter`)
		times = append(times, chromium.Eval[float64](p, `window.markedAfter`))
		p.Do(`window.markedAfter = 0`)
	}
	slices.Sort(times)
	return times[len(times)/2]
}
