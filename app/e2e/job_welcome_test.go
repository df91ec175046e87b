package e2e

import (
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// slowDatabase has every database open only when the page is told openDatabase.
const slowDatabase = `
	const told = new Promise((done) => { window.openDatabase = done; });
	const open = IDBFactory.prototype.open;
	IDBFactory.prototype.open = function (...args) {
		const request = open.apply(this, args);
		let held = false;
		request.addEventListener("success", (event) => {
			if (held) return;
			held = true;
			event.stopImmediatePropagation();
			told.then(() => request.dispatchEvent(new Event("success")));
		});
		return request;
	};`

func TestWhoIsNewReadsBeforeTheDatabaseIsOpen(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{Script: slowDatabase, OwnBrowser: true})
	first := bundled(t)[0]
	expect(t, "the text of the first article", first.Text(), p.ArticleText)
	expect(t, "it is said that nothing is kept yet", true, func() bool {
		return strings.Contains(notices(p), "still opening its database")
	})
	p.Select("Saudi Arabia")
	p.Press("1")
	same(t, "the spans before the database is open", []string{}, listed(p))

	p.Do("openDatabase()")
	waitSaved(p)
	expect(t, "the notices when it is open", "", func() string { return notices(p) })
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do("localStorage.clear()")
	p.KillRenderer()
	p.Reopen()
	p.Do("openDatabase()")
	expectListed(t, p, "Actor Saudi Arabia")
}
