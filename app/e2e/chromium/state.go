package chromium

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// pageState says what a person would find on the page, in a few lines.
const pageState = `(() => {
	const short = (text, most) => {
		text = (text ?? "").replace(/\s+/g, " ").trim();
		return text.length > most ? text.slice(0, most) + "…" : text;
	};
	const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
	const name = (e) => e.ariaLabel || e.labels?.[0]?.textContent || e.textContent;
	const says = (what, elements, most) => elements.map((e) => what + ": " + short((e.ariaLabel ? e.ariaLabel + ": " : "") + e.innerText, most));
	const focus = document.activeElement ?? document.body;
	return [
		"address: " + location.pathname.split("/").at(-1) + location.hash + ", program: " + document.documentElement.dataset.program,
		...says("heading", shown("h1").slice(0, 1), 100),
		...says("dialog", shown("dialog[open]"), 600),
		...says("told", shown("[role=alert], [role=note]"), 300),
		...says("status", shown("[role=status]"), 100),
		"focus: " + focus.localName + (focus.id ? "#" + focus.id : "") + " " + (focus.role ?? "") + " “" +
			short(focus === document.body ? "" : name(focus), 80) + "”" + (focus.value ? ", in it “" + short(focus.value, 200) + "”" : ""),
	].join("\n");
})()`

// LogState logs what the page says, for whoever has nothing but the log.
func (p *Page) LogState(t testing.TB) {
	t.Helper()
	if p.ctx.Err() != nil {
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
	defer cancel()
	state, err := chromedp.Run(ctx, chromedp.Evaluate[string](pageState))
	if err != nil {
		t.Logf("the page does not say what it shows: %v", err)
		return
	}
	t.Logf("the page as it was:\n%s", state)
}
