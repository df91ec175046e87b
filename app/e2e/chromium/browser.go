package chromium

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// flags start a browser that keeps to itself: no first-run page and as little
// traffic of its own as can be had.
var flags = []chromedp.ExecAllocatorOption{
	chromedp.NoFirstRun,
	chromedp.NoDefaultBrowserCheck,
	chromedp.Headless,
	chromedp.NoSandbox,
	chromedp.DisableGPU,
	chromedp.Flag("disable-quic", true),
	chromedp.Flag("disable-background-networking", true),
	chromedp.Flag("disable-component-update", true),
	chromedp.Flag("disable-default-apps", true),
	chromedp.Flag("disable-extensions", true),
	chromedp.Flag("disable-sync", true),
	chromedp.Flag("disable-breakpad", true),
	chromedp.Flag("disable-dev-shm-usage", true),
	chromedp.Flag("disable-background-timer-throttling", true),
	chromedp.Flag("disable-renderer-backgrounding", true),
	chromedp.Flag("disable-features", "Translate,OptimizationHints,MediaRouter"),
	chromedp.Flag("force-color-profile", "srgb"),
}

// launch starts a browser. An empty folder keeps nothing after it ends. The
// returned function closes the browser and waits until it has.
func launch(folder string) (context.Context, func(), error) {
	path, err := FindOrInstall()
	if err != nil {
		return nil, nil, err
	}
	options := append([]chromedp.ExecAllocatorOption{chromedp.ExecPath(path), chromedp.ProxyServer(proxyAddress())}, flags...)
	if folder != "" {
		options = append(options, chromedp.UserDataDir(folder))
	}
	allocator, release := chromedp.NewExecAllocator(context.Background(), options...)
	browser, _ := chromedp.NewContext(allocator)
	if err := chromedp.Do(browser); err != nil {
		release()
		return nil, nil, err
	}
	return browser, func() { chromedp.Cancel(browser); release() }, nil
}

// shared is the browser that most tests use, each in a context of its own that
// shares nothing with the others. It is started when it is first needed.
var shared struct {
	once    sync.Once
	browser context.Context
	close   func()
	err     error
}

// sharedBrowser returns the shared browser.
func sharedBrowser(t testing.TB) context.Context {
	t.Helper()
	shared.once.Do(func() { shared.browser, shared.close, shared.err = launch("") })
	if shared.err != nil {
		t.Fatalf("start the browser: %v", shared.err)
	}
	return shared.browser
}

// Run runs the tests of a package and ends the shared browser; call it from
// TestMain.
func Run(m *testing.M) int {
	code := m.Run()
	if shared.close != nil {
		shared.close()
	}
	if built.folder != "" {
		os.RemoveAll(built.folder)
	}
	return code
}
