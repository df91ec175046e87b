package chromium

import (
	"context"
	"time"

	"github.com/chromedp/chromedp"
)

// Eval evaluates a JavaScript expression in the page, awaits it if it is a
// promise, and returns its value by way of JSON. undefined and null are the
// zero value.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	value, err := eval[T](p, expression)
	p.must(err, "evaluate %s", expression)
	return value
}

func eval[T any](p *Page, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[*T](expression, chromedp.EvalAwaitPromise))
	if err != nil || value == nil {
		var zero T
		return zero, err
	}
	return *value, nil
}

// Do evaluates JavaScript for what it does.
func (p *Page) Do(expression string) {
	p.t.Helper()
	Eval[any](p, "(async () => {"+expression+"})()")
}

// WaitFor waits until a JavaScript expression, awaited, is true. A page that is just
// being replaced is asked again.
func (p *Page) WaitFor(expression string) {
	p.t.Helper()
	p.waitUntil(func() (bool, error) { return eval[bool](p, "(async () => !!(await ("+expression+")))()") }, expression)
}

// waitUntil asks again and again until the condition holds.
func (p *Page) waitUntil(holds func() (bool, error), what string) {
	p.t.Helper()
	var last error
	for end := time.Now().Add(Patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		var ok bool
		if ok, last = holds(); ok && last == nil {
			return
		}
	}
	text, _ := eval[string](p, "document.body.innerText.slice(0, 1000)")
	p.t.Fatalf("waited in vain for %s (last error: %v); problems: %q; the page shows:\n%s", what, last, p.watcher.unexpected(), text)
}
