package chromium

import (
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Hear gives the tab's pages a global function of that name, and calls f with
// every text that they call it with, in order. f must return quickly, and may not
// call the page. The function is there in pages that are opened from now on, also
// after the renderer was killed.
func (p *Page) Hear(name string, f func(text string)) {
	p.t.Helper()
	p.must(chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*runtime.EventBindingCalled); ok && e.Name == name {
			f(e.Payload)
		}
	}), "listen to %s", name)
	call(p, runtime.AddBinding, runtime.AddBindingParams{Name: name})
}
