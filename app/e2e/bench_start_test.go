package e2e

import (
	"fmt"
	"path/filepath"
	"testing"

	"spanwise/app/e2e/chromium"
)

// drawn notes when something is on the page that has text in it, in ms since
// the page was asked for, two frames later so that it is on the screen.
const drawn = `(() => {
	const look = () => requestAnimationFrame(document.querySelector(%q)?.textContent.trim()
		? () => requestAnimationFrame(() => { window.drawnAt = performance.now(); })
		: look);
	look();
})()`

// BenchmarkStart opens the static site in a browser that has never seen it, and
// then once more; by turns with a program that only says hello, which is built
// in the same way and stands in the same shell.
func BenchmarkStart(b *testing.B) {
	ours, hello := chromium.Built(b), helloWorld(b)
	for b.Loop() {
		visit(b, ours, "#article-text", "")
		visit(b, hello, "#hello", "hello-")
	}
	b.ReportMetric(0, "ns/op")
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
		builtHello = files
	}
	return builtHello
}

// visit reports how long a site takes to be drawn at the first visit and at the
// second.
func visit(b *testing.B, site chromium.Files, selector, name string) {
	p := chromium.Open(b, chromium.Options{
		OwnBrowser: true, Address: chromium.NewServer(b).Mount("/some/folder/", site), Script: fmt.Sprintf(drawn, selector),
	})
	defer p.Close()
	report := func(visit string) {
		p.WaitFor(`window.drawnAt`)
		b.ReportMetric(chromium.Eval[float64](p, `window.drawnAt`), name+visit+"-ms")
	}
	report("first")
	p.WaitInstalled()
	p.Reopen()
	report("second")
}
