package chromium

import (
	"context"
	"time"

	"github.com/chromedp/chromedp"
)

// Eval evaluates a JavaScript expression in the page, awaits it if it is a
// promise, and returns its value by way of JSON. undefined and null are the
// zero value. Where the page is just being replaced, the one that comes is asked.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	value, err := eval[T](p, expression)
	for end := time.Now().Add(Patience); replaced(err) && time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		value, err = eval[T](p, expression)
	}
	p.must(err, "evaluate %s", expression)
	return value
}

// replaced reports whether an answer did not come because another page did.
func replaced(err error) bool {
	return err != nil && containsAny(err.Error(), []string{"navigated or closed", "context was destroyed", "Cannot find context"})
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
	_, err := eval[any](p, "(async () => {"+expression+"})()")
	p.must(err, "do %s", expression)
}

// WaitFor waits until a JavaScript expression, awaited, is true. A page that is just
// being replaced is asked again.
func (p *Page) WaitFor(expression string) {
	p.t.Helper()
	p.waitUntil(func() (bool, error) { return eval[bool](p, "(async () => !!(await ("+expression+")))()") }, expression)
}

// Settle waits until the program has dealt with what happened so far and has drawn
// it, where that waits for nothing else: it draws with a timer that is set before
// this one and rings earlier.
func (p *Page) Settle() {
	p.t.Helper()
	p.Do(`await new Promise((done) => setTimeout(done, 30))`)
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
