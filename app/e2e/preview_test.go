package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// heldBack opens the site on a host that hands the program over when it is told to.
func heldBack(t *testing.T, o chromium.Options) (p *chromium.Page, handOver func()) {
	t.Helper()
	host, files := chromium.NewServer(t), chromium.Built(t)
	path := "web-" + files.Version() + "/app.wasm.gz"
	gate := make(chan struct{})
	o.Address, o.NoWait = host.Mount("/", files), true
	host.Answer("/"+path, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-gate:
			w.Write(files[path])
		case <-r.Context().Done():
		}
	})
	return chromium.Open(t, o), func() { close(gate) }
}

// placesOf are where the blocks of a text and what stands above it are on the page.
const placesOf = `[...document.querySelectorAll("%[1]s h1, %[1]s p:not([hidden]), %[1]s .article")].filter((e) => e.closest("article, nav")).map((e) => {
	const b = e.getBoundingClientRect();
	return [e.textContent.trim().slice(0, 20), Math.round(b.left), Math.round(b.top + (e.closest("nav") ? 0 : scrollY)), Math.round(b.width), Math.round(b.height)].join(" ");
}).join("\n")`

func TestTheFirstArticleCanBeReadBeforeTheProgramIsThereAndStaysWhereItIs(t *testing.T) {
	for _, o := range []chromium.Options{{Width: 1280, Height: 800}, {Width: 1000, Height: 700, Dark: true}, {Width: 390, Height: 800, Touch: true}} {
		t.Run(fmt.Sprint(o.Width), func(t *testing.T) {
			p, handOver := heldBack(t, o)
			same(t, "the text", strings.TrimSpace(bundled(t)[0].Text()), strings.TrimSpace(chromium.Eval[string](p, `document.querySelector("#preview [role=region]").textContent`)))
			same(t, "who waits for the article is told that it is not ready", "true", chromium.Eval[string](p, `document.querySelector("[aria-label='Article text']").getAttribute("aria-busy")`))
			before := chromium.Eval[string](p, fmt.Sprintf(placesOf, "#preview"))
			p.Do(`scrollTo(0, 120)`)

			handOver()
			p.WaitFor(`document.documentElement.dataset.program === "running"`)
			same(t, "what is where", before, chromium.Eval[string](p, fmt.Sprintf(placesOf, ".page")))
			same(t, "how far it is scrolled", 120, chromium.Eval[int](p, `scrollY`))
			if chromium.Eval[bool](p, `!!document.querySelector("#preview, #shell, [aria-busy]")`) {
				t.Error("the page still has what stood there before the program")
			}
		})
	}
}

func TestOneWhoComesBackIsNotShownTheFirstArticle(t *testing.T) {
	p, handOver := heldBack(t, chromium.Options{Script: `localStorage.setItem("spanwise.place", "")`})
	if chromium.Eval[bool](p, `document.querySelector("#preview").checkVisibility()`) {
		t.Error("the first article is shown in the place of their own")
	}
	handOver()
	p.WaitFor(`document.documentElement.dataset.program === "running"`)
}
