package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/page"

	"spanwise/app/e2e/chromium"
)

// forbidStorage makes a page whose browser lets it keep nothing, as some do in
// a private window.
const forbidStorage = `for (const name of ["indexedDB", "localStorage"])
	Object.defineProperty(window, name, { get() { throw new DOMException("storage is switched off", "SecurityError") } })`

func TestWhereNothingCanBeKeptThatIsSaidAndTheWorkCanBeExported(t *testing.T) {
	t.Parallel()
	p := open(t)
	chromium.Command(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: forbidStorage})
	p.Reload()
	expect(t, "the status", "Not kept", p.Status)
	expectNotice(t, p, "does not keep your work", "Export it before you close this page")
	mark(t, p, "Saudi Arabia", "1")
	f := parseExport(t, p.Download(func() { p.Click("button", "Export now") }).Data)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))
	same(t, "the status after an edit", "Not kept", p.Status())
}

func TestADatabaseThatIsDeletedUnderThePageIsFilledAgain(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do(`await new Promise((done, fail) => {
		const request = indexedDB.deleteDatabase("spanwise");
		request.onsuccess = done;
		request.onerror = request.onblocked = () => fail(new Error("not deleted"));
	})`)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
}
