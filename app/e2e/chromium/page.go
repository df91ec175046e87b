package chromium

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
)

// Patience is how long a page gets for anything that a test waits for. It is
// long, because the machine may be busy, and costs nothing where all is well.
const Patience = time.Minute

// Options say how a page is opened. The zero value is a site of its own in a
// folder of a fresh host, in a fresh profile, by day, at 1280 by 800.
type Options struct {
	Width, Height int    // CSS pixels
	Dark          bool   // the system asks for a dark page
	Touch         bool   // a touch screen in place of a mouse
	File          bool   // the single file, from file://
	Address       string // an address of the test's own, in place of the built site
	UserDataDir   string // a browser of its own, whose profile outlives it
	OwnBrowser    bool   // a browser of its own; KillRenderer needs one
	NoWait        bool   // do not wait until the program runs
	Script        string // JavaScript that runs before the page's own
}

// Page is one tab with the program in it.
type Page struct {
	t       testing.TB
	o       Options
	browser context.Context // where further tabs are opened
	profile cdp.BrowserContextID
	ctx     context.Context // the tab
	watcher *watcher
	close   func()
	folder  string // where downloads go
	Server  *Server
	URL     string
}

// Open opens a page and waits until its program runs. Whatever the watcher
// finds while it is open fails the test.
func Open(t testing.TB, o Options) *Page {
	t.Helper()
	p := &Page{t: t, o: o, watcher: &watcher{}, folder: t.TempDir(), close: func() {}}
	p.URL = p.address()
	p.watcher.origin = origin(p.URL)
	p.openProfile()
	t.Cleanup(p.finish)
	p.openTab()
	p.Go(p.URL)
	return p
}

// address is what the page opens: the test's own address, the single file, or
// the built site in a folder of a fresh host.
func (p *Page) address() string {
	switch {
	case p.o.Address != "":
		return p.o.Address
	case p.o.File:
		return "file://" + filepath.ToSlash(Single(p.t))
	default:
		p.Server = NewServer(p.t)
		return p.Server.Mount("/some/folder/", Built(p.t))
	}
}

// origin is the scheme and host of an address.
func origin(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + host
}

// openProfile prepares the browser that the page's tabs open in.
func (p *Page) openProfile() {
	p.t.Helper()
	if !p.o.OwnBrowser && p.o.UserDataDir == "" {
		p.browser = sharedBrowser(p.t)
		return
	}
	browser, close, err := launch(p.o.UserDataDir)
	p.must(err, "start a browser")
	p.browser, p.close = browser, close
}

// openTab opens a tab in the page's profile and makes it the page's own.
func (p *Page) openTab() {
	p.t.Helper()
	options := []chromedp.ContextOption{chromedp.WithListener(p.see)}
	switch {
	case p.profile != "":
		options = append(options, chromedp.WithExistingBrowserContext(p.profile))
	case !p.o.OwnBrowser && p.o.UserDataDir == "":
		options = append(options, chromedp.WithNewBrowserContext())
	}
	p.ctx, _ = chromedp.NewContext(p.browser, options...)
	// The first call decides how long the tab lives, so it can have no deadline
	// of its own.
	opened := make(chan error, 1)
	go func() { opened <- chromedp.Do(p.ctx) }()
	select {
	case err := <-opened:
		p.must(err, "open a tab")
	case <-time.After(Patience):
		p.t.Fatal("the browser opens no tab")
	}
	p.profile = chromedp.FromContext(p.ctx).BrowserContextID
	p.prepare()
}

// prepare sets the tab's screen, preferences, watcher and downloads.
func (p *Page) prepare() {
	p.t.Helper()
	width, height := p.o.Width, p.o.Height
	if width == 0 {
		width, height = 1280, 800
	}
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: 1, Mobile: p.o.Touch})
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: p.o.Touch, MaxTouchPoints: 5})
	scheme := "light"
	if p.o.Dark {
		scheme = "dark"
	}
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	// Every tab has the keyboard, however many there are beside it.
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	call(p, runtime.AddBinding, runtime.AddBindingParams{Name: violationBinding})
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: reportViolations})
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: p.o.Script})
	p.Slow(1)
	events := true
	callBrowser(p, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllowAndName, BrowserContextID: p.profile,
		DownloadPath: p.folder, EventsEnabled: &events})
}

// see hands the tab's events to the watcher, and closes dialogs, which would
// hold the page up for ever.
func (p *Page) see(event any) {
	p.watcher.see(event)
	if _, ok := event.(*page.EventJavascriptDialogOpening); ok {
		go chromedp.Call(p.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
	}
}

// finish fails the test for what the watcher found, and closes the page.
func (p *Page) finish() {
	p.seeOutside()
	for _, problem := range p.watcher.unexpected() {
		p.t.Errorf("the page: %s", problem)
	}
	if p.t.Failed() {
		p.LogState(p.t)
		p.saveFailure()
	}
	p.Close()
}

// Problems are what the watcher has found since the page was opened, first things
// first.
func (p *Page) Problems() []string {
	p.seeOutside()
	return p.watcher.unexpected()
}

// seeOutside notes what was asked of other machines, by whatever part of the
// browser.
func (p *Page) seeOutside() {
	for _, request := range askedOutside() {
		p.watcher.add("request to another machine: %s", request)
	}
}

// Noticed says whether the watcher has found a problem that contains the text.
func (p *Page) Noticed(text string) bool {
	p.seeOutside()
	return containsAny(strings.Join(p.watcher.unexpected(), "\n"), []string{text})
}

// saveFailure keeps a picture of a failed page in $SPANWISE_SCREENSHOTS.
func (p *Page) saveFailure() {
	folder := os.Getenv("SPANWISE_SCREENSHOTS")
	if folder == "" || p.ctx.Err() != nil {
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
	defer cancel()
	if data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot()); err == nil {
		path := filepath.Join(folder, strings.ReplaceAll(p.t.Name(), "/", "_")+".png")
		if os.WriteFile(path, data, 0o644) == nil {
			p.t.Logf("the page as it was: %s", path)
		}
	}
}

// Close closes the tab, and the browser if it is the page's own. It may be
// called more than once.
func (p *Page) Close() {
	if p.ctx.Err() == nil {
		ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
		defer cancel()
		chromedp.Cancel(ctx)
	}
	p.close()
	p.close = func() {}
}

// Allow makes a problem that contains the text expected: a request that fails
// off-line, an error the test provokes.
func (p *Page) Allow(text string) { p.watcher.allow(text) }

// Go loads an address in the tab and waits until the program runs.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.do(chromedp.Navigate(address), "open %s", address)
	p.waitStarted()
}

// Reload reloads the page and waits until the program runs again.
func (p *Page) Reload() {
	p.t.Helper()
	p.do(chromedp.Reload(), "reload")
	p.waitStarted()
}

// Reopen leaves the tab, crashed or not, and opens the page in a new one of
// the same profile.
func (p *Page) Reopen() {
	p.t.Helper()
	p.openTab()
	p.Go(p.URL)
}

// Another opens the same page in a second tab of the same profile.
func (p *Page) Another() *Page {
	p.t.Helper()
	other := *p
	other.watcher = &watcher{origin: p.watcher.origin}
	other.close = func() {}
	p.t.Cleanup(other.finish)
	other.openTab()
	other.Go(other.URL)
	return &other
}

// waitStarted waits until the program has drawn its page. The answer counts that ended
// the waiting: an address of another project has the page load once more, and who
// asked again could ask a page that is not there yet.
func (p *Page) waitStarted() {
	p.t.Helper()
	if p.o.NoWait {
		return
	}
	state := ""
	p.waitUntil(func() (ended bool, err error) {
		state, err = eval[string](p, `document.documentElement.dataset.program ?? ""`)
		return state == "running" || state == "failed" || state == "stopped", err
	}, "the program")
	if state != "running" {
		p.t.Fatalf("the program %s: %s", state, Eval[string](p, `document.body.innerText`))
	}
}

// Offline cuts the tab and its service worker off the network, or connects
// them again.
func (p *Page) Offline(offline bool) {
	p.t.Helper()
	var conditions []*network.Conditions
	if offline {
		conditions = []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}}
	}
	p.emulateNetwork(conditions, offline)
}

// Slow makes the page's own thread at least so many times slower than the machine
// is; 1 is as it is. Work that is over before the page speaks of it is seen then.
func (p *Page) Slow(times float64) {
	p.t.Helper()
	call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: max(times, slowness())})
}

// slowness is how many times slower all pages are than the machine, which
// $SPANWISE_SLOW says: tests that take a quick page for granted fail then.
func slowness() float64 {
	times, err := strconv.ParseFloat(os.Getenv("SPANWISE_SLOW"), 64)
	if err != nil || times < 1 {
		return 1
	}
	return times
}

// SlowLine makes the tab's downloads take the given bytes a second.
func (p *Page) SlowLine(bytesPerSecond float64) {
	p.t.Helper()
	p.emulateNetwork([]*network.Conditions{{DownloadThroughput: bytesPerSecond, UploadThroughput: -1}}, false)
}

func (p *Page) emulateNetwork(conditions []*network.Conditions, worker bool) {
	p.t.Helper()
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: conditions, EmulateOfflineServiceWorker: &worker})
}

// KillRenderer kills the processes that hold the browser's pages, as when a
// tab crashes: no page gets to say a last word. Go on with Reopen.
func (p *Page) KillRenderer() {
	p.t.Helper()
	crashed := make(chan struct{}, 1)
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	p.must(chromedp.Listen(ctx, func(event any) {
		if _, ok := event.(*inspector.EventTargetCrashed); ok && len(crashed) == 0 {
			crashed <- struct{}{}
		}
	}), "listen for the crash")
	killed := p.KillRenderers()
	select {
	case <-crashed:
	case <-time.After(Patience):
		p.t.Fatalf("the tab lives on although the renderers %v were killed", killed)
	}
}

// KillRenderers is KillRenderer for a page that may only be about to have a
// process, since it is being opened. It returns what it has killed.
func (p *Page) KillRenderers() (pids []int) {
	p.t.Helper()
	if !p.o.OwnBrowser && p.o.UserDataDir == "" {
		p.t.Fatal("to kill renderers needs Options.OwnBrowser")
	}
	p.Allow("when fetching the script") // the service worker may just be installing
	pids = p.renderers()
	for _, pid := range pids {
		process, err := os.FindProcess(pid)
		p.must(err, "find renderer %d", pid)
		process.Kill()
	}
	// A tab that is opened before the browser has noticed may get a dead
	// process.
	p.waitUntil(func() (bool, error) {
		return !slices.ContainsFunc(p.renderers(), func(pid int) bool { return slices.Contains(pids, pid) }), nil
	}, "the browser to notice")
	return pids
}

// renderers are the process ids of the browser's renderers.
func (p *Page) renderers() (pids []int) {
	p.t.Helper()
	for _, process := range callBrowser(p, systeminfo.GetProcessInfo, cdp.Empty{}).ProcessInfo {
		if process.Type == "renderer" {
			pids = append(pids, int(process.ID))
		}
	}
	return pids
}

// Screenshot writes a picture of what the window shows, as PNG.
func (p *Page) Screenshot(path string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	p.must(err, "take a screenshot")
	p.must(os.WriteFile(path, data, 0o644), "write the screenshot")
}

// do runs an action on the tab.
func (p *Page) do(action chromedp.Action[chromedp.Void], format string, args ...any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	p.must(chromedp.Do(ctx, action), format, args...)
}

// must ends the test on an error.
func (p *Page) must(err error, format string, args ...any) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf(format+": %v", append(args, err)...)
	}
}

// Command runs a command of the browser's protocol on the page's tab.
func Command[P, R any](p *Page, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	return call(p, command, params)
}

// call runs a command of the protocol on the tab.
func call[P, R any](p *Page, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	result, err := try(p, command, params)
	p.must(err, "%s", command.Method)
	return result
}

// try is call for a command that may fail.
func try[P, R any](p *Page, command cdp.Command[P, R], params P) (R, error) {
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	return chromedp.Call(ctx, command, params)
}

// callBrowser runs a command of the protocol on the browser.
func callBrowser[P, R any](p *Page, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	result, err := chromedp.CallBrowser(ctx, command, params)
	p.must(err, "%s", command.Method)
	return result
}
