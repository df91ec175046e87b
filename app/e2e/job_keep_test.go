package e2e

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"spanwise/app/e2e/chromium"
)

// holdJournal keeps a transaction of our own open on the page's database, so
// that no edit can be written until releaseJournal ends it. It stands for a
// slow disk. ownDatabase is the name of the database of the project that is open.
const (
	ownDatabase = `(["", "1"].includes(location.hash.replace("#project=", "")) ? "spanwise" : location.hash.replace("#project=", "spanwise.project."))`
	holdJournal = `
		const request = indexedDB.open(` + ownDatabase + `);
		await new Promise((done) => request.onsuccess = done);
		const held = request.result.transaction(["journal", "snapshots"], "readwrite");
		window.heldJournal = true;
		const spin = () => { if (window.heldJournal) held.objectStore("journal").count().onsuccess = spin; };
		spin();
		held.oncomplete = () => request.result.close();`
	releaseJournal = `window.heldJournal = false`
	countRecords   = `(async () => {
		const request = indexedDB.open("spanwise");
		await new Promise((done) => request.onsuccess = done);
		const count = request.result.transaction("journal").objectStore("journal").count();
		await new Promise((done) => count.onsuccess = done);
		request.result.close();
		return count.result;
	})()`
)

// records is how many edits the database holds.
func records(p *chromium.Page) int { return chromium.Eval[int](p, countRecords) }

// watchStatus has the page remember every text of the status from now on.
const watchStatus = `
	window.statusTexts = [];
	const status = document.querySelector("[role=status]");
	new MutationObserver(() => {
		if (window.statusTexts.at(-1) !== status.textContent) window.statusTexts.push(status.textContent);
	}).observe(status, { childList: true, characterData: true, subtree: true });`

func TestSavedIsSaidOnlyWhenTheDatabaseHasTheEdit(t *testing.T) {
	t.Parallel()
	p := open(t)
	same(t, "the records before", 0, records(p))
	p.Do(watchStatus)
	p.Do(holdJournal)
	p.Select("Saudi Arabia")
	p.Press("1")
	expectListed(t, p, "Actor Saudi Arabia")
	expect(t, "the status while the database is busy", "Saving…", p.Status)
	p.Select("Tunisia")
	p.Press("1")
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
	same(t, "the statuses while the database is busy", []string{"Saving…"}, chromium.Eval[[]string](p, "statusTexts"))
	p.Do(releaseJournal)
	waitSaved(p)
	same(t, "the records after", 2, records(p))
	same(t, "the statuses", []string{"Saving…", "Saved"}, chromium.Eval[[]string](p, "statusTexts"))
}

// watchUnsaved has the page remember what the status said at the moment at which
// the list of spans changed, before the browser could paint.
const watchUnsaved = `
	window.statusBeside = [];
	const status = document.querySelector("[role=status]");
	new MutationObserver(() => window.statusBeside.push(status.textContent))
		.observe(document.querySelector("[role=list][aria-label=Spans]"), { childList: true });`

func TestNoSpanIsEverSeenBesideASavedThatIsNotMeantForIt(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do(watchUnsaved)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	p.Press("Control+z")
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "the statuses beside a list that changed", []string{"Saving…", "Saving…"}, chromium.Eval[[]string](p, "statusBeside"))
}

func TestEveryEditIsWrittenWithStrictDurability(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Do(`
		window.durabilities = [];
		const transaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (stores, mode, options) {
			if (mode === "readwrite") window.durabilities.push(options?.durability ?? "default");
			return transaction.call(this, stores, mode, options);
		}`)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	kinds := chromium.Eval[[]string](p, "durabilities")
	same(t, "the kinds of writing", []string{"strict"}, slices.Compact(kinds))
}

func TestAFailureToSaveIsSaidAndTheWorkCanBeExportedAndSavedLater(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Allow("QuotaExceededError")
	p.Do(`
		window.addRecord = IDBObjectStore.prototype.add;
		IDBObjectStore.prototype.add = function () { throw new DOMException("the disk is full", "QuotaExceededError") };`)
	p.Select("Saudi Arabia")
	p.Press("1")
	expectListed(t, p, "Actor Saudi Arabia")
	expect(t, "the status", "Not saved", p.Status)
	expectNotice(t, p, "could not be saved", "the disk is full")
	f := parseExport(t, p.Download(func() { p.Click("button", "Export now") }).Data)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))

	p.Do(`IDBObjectStore.prototype.add = window.addRecord`)
	tryAgain(p)
	waitSaved(p)
	expect(t, "the notices", "", func() string { return notices(p) })
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestAReloadBringsBackTheWorkTheArticleAndThePlace(t *testing.T) {
	t.Parallel()
	p := open(t)
	docs := bundled(t)
	mark(t, p, "Saudi Arabia", "1")
	openArticle(t, p, docs[2].Title)
	mark(t, p, "Sergei Shoigu", "1")
	waitSaved(p)
	before := export(p)
	read := scrollTo(t, p, "Do lado turco")

	p.Reload()
	expectListed(t, p, "Actor Sergei Shoigu")
	expect(t, "the open text", docs[2].Text(), p.ArticleText)
	expectPlace(t, p, "Do lado turco", read)
	if !bytes.Equal(before, export(p)) {
		t.Error("the export after a reload differs")
	}
}

func TestClosingTheBrowserKeepsTheWorkTheArticleAndThePlace(t *testing.T) {
	t.Parallel()
	o := chromium.Options{UserDataDir: t.TempDir()}
	p := openAs(t, o)
	o.Address = p.URL
	docs := bundled(t)
	openArticle(t, p, docs[3].Title)
	mark(t, p, "Ankara and Moscow", "1")
	waitSaved(p)
	read := scrollTo(t, p, "Tuesday's meeting was not the first")
	p.Close()

	again := openAs(t, o)
	expect(t, "the open text", docs[3].Text(), again.ArticleText)
	expectListed(t, again, "Actor Ankara and Moscow")
	expectPlace(t, again, "Tuesday's meeting was not the first", read)
}

// scrollTo scrolls a phrase to the middle of the window, waits until the page
// has remembered it, and returns how far from the top it stands.
func scrollTo(t *testing.T, p *chromium.Page, phrase string) float64 {
	t.Helper()
	p.Do(`await new Promise(requestAnimationFrame); window.remembered = JSON.stringify(localStorage)`)
	begin, _ := p.Phrase(phrase, 0)
	p.WaitFor(`JSON.stringify(localStorage) !== window.remembered`)
	return begin.Y
}

// expectPlace waits until the phrase stands again where it stood, give or take
// a line or so: a browser that closes may set the text anew in another width.
func expectPlace(t *testing.T, p *chromium.Page, phrase string, top float64) {
	t.Helper()
	expect(t, "“"+phrase+"” stands where it stood", true, func() bool {
		return math.Abs(topOf(p, phrase)-top) < 40
	})
}

// topOf is the middle of a phrase's first line, without scrolling to it.
func topOf(p *chromium.Page, phrase string) float64 {
	return chromium.Call[float64](p.Region(), `function (phrase) {
		for (const block of this.querySelectorAll("p")) {
			const at = block.textContent.indexOf(phrase);
			if (at < 0) continue;
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = document.createRange();
			let node = walker.nextNode(), before = 0;
			while (before + node.length <= at) before += node.length, node = walker.nextNode();
			range.setStart(node, at - before);
			range.setEnd(node, at - before + 1);
			const r = range.getBoundingClientRect();
			return (r.top + r.bottom) / 2;
		}
		return -1e6;
	}`, phrase)
}
