package e2e

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// countLoads has a tab count how often it has loaded a page.
const countLoads = `if (self === top) sessionStorage.loads = +(sessionStorage.loads ?? 0) + 1`

// installed opens the built site and waits until it is there off-line and the
// page is loaded from there.
func installed(t *testing.T, folder string) (*chromium.Page, *chromium.Server, chromium.Files) {
	t.Helper()
	host, files := chromium.NewServer(t), chromium.Built(t)
	p := chromium.Open(t, chromium.Options{Address: host.Mount(folder, files), Script: countLoads})
	p.WaitInstalled()
	p.Reload()
	return p, host, files
}

func TestAfterTheFirstVisitTheSiteWorksOffline(t *testing.T) {
	t.Parallel()
	host := chromium.NewServer(t)
	p := chromium.Open(t, chromium.Options{Address: host.Mount("/s/", chromium.Built(t))})
	p.WaitInstalled()
	host.Down(true)
	p.Reload()
	p.Another()
	p.Go(p.URL + "index.html")
	p.Go(p.URL + "?from=somewhere#there")
}

func TestTheSecondVisitStartsFromTheCache(t *testing.T) {
	t.Parallel()
	p, host, _ := installed(t, "/")
	host.Requests()
	p.Reload()
	for _, asked := range host.Requests() {
		if asked != "/worker.js" {
			t.Errorf("the second visit asked the host for %s", asked)
		}
	}
}

func TestANewerVersionWaitsUntilItIsAccepted(t *testing.T) {
	t.Parallel()
	p, host, old := installed(t, "/s/")
	newer := old.Next(t, "newer")
	host.Mount("/s/", newer)
	p.Do(`window.untouched = true; window.addEventListener("spanwise-update", () => { window.told = true })`)
	p.LookForUpdate()
	p.WaitFor(`window.told && window.spanwiseUpdateWaiting`)
	if !chromium.Eval[bool](p, `window.untouched`) {
		t.Error("the page was reloaded although nobody accepted")
	}

	p.Reload()
	if got := p.Version(); got != old.Version() {
		t.Errorf("after a reload the page is version %s, want still %s", got, old.Version())
	}
	p.WaitFor(`window.spanwiseUpdateWaiting`)

	before := chromium.Eval[int](p, `+sessionStorage.loads`)
	p.Do(`spanwiseAcceptUpdate()`)
	p.WaitFor(`document.querySelector("script[data-assets]")?.dataset.assets === "./web-` + newer.Version() + `"`)
	p.WaitFor(`document.documentElement.dataset.program === "running"`)
	p.WaitFor(`navigator.serviceWorker.getRegistration().then((r) => !r.waiting && !r.installing && r.active.state === "activated")`)
	p.Settle() // nothing is left that could reload it
	if loads := chromium.Eval[int](p, `+sessionStorage.loads`); loads != before+1 {
		t.Errorf("the page was reloaded %d times", loads-before)
	}
	if chromium.Eval[bool](p, `!!window.spanwiseUpdateWaiting`) {
		t.Error("the page still speaks of an update")
	}
}

func TestAnotherTabGoesOnWithItsVersion(t *testing.T) {
	t.Parallel()
	p, host, old := installed(t, "/s/")
	other := p.Another()
	newer := old.Next(t, "newer")
	host.Mount("/s/", newer)
	other.Do(`window.untouched = true`)
	p.LookForUpdate()
	p.WaitFor(`window.spanwiseUpdateWaiting`)
	p.Do(`spanwiseAcceptUpdate()`)
	p.WaitFor(`document.querySelector("script[data-assets]")?.dataset.assets === "./web-` + newer.Version() + `"`)

	other.WaitFor(`window.spanwiseUpdateWaiting`)
	if !chromium.Eval[bool](other, `window.untouched`) || other.Version() != old.Version() {
		t.Error("the other tab was reloaded under the hands of its reader")
	}
	other.Do(`spanwiseAcceptUpdate()`)
	other.WaitFor(`document.querySelector("script[data-assets]")?.dataset.assets === "./web-` + newer.Version() + `"`)
}

func TestAnOpenPageIsNeverGivenFilesOfAnotherVersion(t *testing.T) {
	t.Parallel()
	p, host, old := installed(t, "/s/")
	newer := old.Next(t, "newer")
	host.Mount("/s/", newer)
	p.LookForUpdate()
	ask := func(path string) int {
		return chromium.Eval[int](p, `fetch("./`+path+`").then((r) => r.status)`)
	}
	host.Requests()
	if got := ask("web-" + old.Version() + "/start.js"); got != http.StatusOK || len(host.Requests()) > 0 {
		t.Errorf("the page gets %d for a file of its version, want 200 out of its own cache", got)
	}
	ask("web-" + newer.Version() + "/start.js")
	if want := "/s/web-" + newer.Version() + "/start.js"; !slices.Contains(host.Requests(), want) {
		t.Errorf("the host was not asked for %s: the page's worker answered out of another version's cache", want)
	}
}

func TestAnInstallationThatFailsHalfWayLeavesTheOldVersion(t *testing.T) {
	t.Parallel()
	broken := func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusInternalServerError) }
	portal := func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("<title>Log in to the network</title>")) }
	tests := []struct {
		name   string
		answer http.HandlerFunc
		why    string
	}{
		{"a file is missing", broken, "a half-uploaded site"},
		{"a file is something else", portal, "a login page of the network in between answers 200 for everything"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, host, old := installed(t, "/s/")
			newer := old.Next(t, "newer")
			host.Mount("/s/", newer)
			host.Answer("/s/web-"+newer.Version()+"/styles.css", test.answer)
			p.Allow("500")
			p.Allow("integrity")
			p.LookForUpdate()
			if chromium.Eval[bool](p, `!!window.spanwiseUpdateWaiting`) {
				t.Error("a version that is not whole is offered")
			}
			if want, got := []string{"spanwise-/s/-" + old.Version()}, p.Caches(); !slices.Equal(want, got) {
				t.Errorf("caches: %q, want %q", got, want)
			}
			host.Down(true)
			p.Reload()
			if got := p.Version(); got != old.Version() {
				t.Errorf("version %s, want %s", got, old.Version())
			}

			host.Down(false)
			host.Answer("/s/web-"+newer.Version()+"/styles.css", nil)
			p.LookForUpdate()
			p.WaitFor(`window.spanwiseUpdateWaiting`)
		})
	}
}

func TestNeighboursOfTheSameOriginAreLeftAlone(t *testing.T) {
	t.Parallel()
	p, host, old := installed(t, "/a/")
	foreign := []string{"theirs", "spanwise-/a/-b/-0123456789abcdef", "spanwise-/b/-0123456789abcdef", "spanwise-notes"}
	for _, name := range foreign {
		p.Do(`await caches.open("` + name + `")`)
	}
	host.Mount("/a/b/", old)
	neighbour := p.Another()
	neighbour.Go(strings.TrimSuffix(p.URL, "/") + "/b/")
	neighbour.WaitInstalled()

	newer := old.Next(t, "newer")
	host.Mount("/a/", newer)
	p.LookForUpdate()
	p.WaitFor(`window.spanwiseUpdateWaiting`)
	p.Do(`spanwiseAcceptUpdate()`)
	p.WaitFor(`document.querySelector("script[data-assets]")?.dataset.assets === "./web-` + newer.Version() + `"`)

	want := append(foreign, "spanwise-/a/-"+newer.Version(), "spanwise-/a/b/-"+old.Version())
	slices.Sort(want)
	got := p.Caches()
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("caches after the update: %q, want %q", got, want)
	}
	host.Down(true)
	neighbour.Reload()
	if got := neighbour.Version(); got != old.Version() {
		t.Errorf("the neighbour is version %s, want its own %s", got, old.Version())
	}
}
