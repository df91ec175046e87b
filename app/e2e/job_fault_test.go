package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"

	"spanwise/annotations"
	"spanwise/app/e2e/chromium"
)

// catchDatabases has the page remember every connection to a database that it
// opens, so that a test can take it away.
const catchDatabases = `
	window.connections = [];
	const openDatabase = IDBFactory.prototype.open;
	IDBFactory.prototype.open = function (...args) {
		const request = openDatabase.apply(this, args);
		request.addEventListener("success", () => window.connections.push(request.result));
		return request;
	}`

func TestAConnectionThatIsLostIsOpenedAgainAndNothingIsLost(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: catchDatabases})
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do(`for (const db of connections) db.close()`)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	same(t, "the notices", "", notices(p))
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
}

// TestStorageThatIsClearedFromOutsideIsFilledAgainAtOnce clears the origin's
// databases as the browser's own settings do, and makes no edit after it. It waits
// for the page's next connection: one of its own would wait for ever if it came
// while the browser clears.
func TestStorageThatIsClearedFromOutsideIsFilledAgainAtOnce(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: catchDatabases})
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	before := chromium.Eval[int](p, "connections.length")
	clearStorage(p)
	p.WaitFor(fmt.Sprintf("connections.length > %d", before))
	expect(t, "the snapshot that is kept", true, func() bool {
		return strings.Contains(chromium.Eval[string](p, keptProject), `"text": "Saudi Arabia"`)
	})
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia")
	p.Press("Control+z")
	expectListed(t, p)
}

func TestTwoTabsWhoseStorageIsClearedLoseNothing(t *testing.T) {
	t.Parallel()
	p := open(t)
	second := p.Another()
	mark(t, p, "Saudi Arabia", "1")
	expectListed(t, second, "Actor Saudi Arabia")
	mark(t, second, "Tunisia", "1")
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
	waitSaved(p)
	waitSaved(second)
	clearStorage(p)
	mark(t, p, "Ankara", "1")
	expect(t, "the spans of the other tab", 3, func() int { return len(listed(second)) })
	mark(t, second, "In Moscow", "1")
	waitSaved(p)
	waitSaved(second)
	p.Reload()
	expect(t, "the spans after a reload", 4, func() int { return len(listed(p)) })
	expect(t, "the spans of the other tab", 4, func() int { return len(listed(second)) })
}

func clearStorage(p *chromium.Page) {
	chromium.Command(p, storage.ClearDataForOrigin, storage.ClearDataForOriginParams{
		Origin: chromium.Eval[string](p, "location.origin"), StorageTypes: "indexeddb"})
}

// keptProject is the snapshot in the database, "" without one.
const keptProject = `(async () => {
	const request = indexedDB.open("spanwise");
	await new Promise((done) => request.onsuccess = done);
	const get = request.result.transaction("snapshots").objectStore("snapshots").get("current");
	await new Promise((done) => get.onsuccess = done);
	request.result.close();
	return get.result ? new TextDecoder().decode(get.result) : "";
})()`

// oldDatabase is what version 1 of the database held, and a connection of an old
// page that does not make room.
const oldDatabase = `
	window.older = new Promise((done) => {
		indexedDB.deleteDatabase("spanwise");
		const request = indexedDB.open("spanwise", 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore("journal", { autoIncrement: true });
			request.result.createObjectStore("snapshots");
		};
		request.onsuccess = () => {
			const t = request.result.transaction(["journal", "snapshots"], "readwrite");
			t.objectStore("snapshots").put(new TextEncoder().encode(%s), "current");
			t.objectStore("journal").add(new TextEncoder().encode(%s));
			done(request.result);
		};
	})`

// quoted is a text as JavaScript reads it.
func quoted(t *testing.T, text string) string {
	t.Helper()
	data, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// expectText waits until the page as a whole says something.
func expectText(t *testing.T, p *chromium.Page, want string) {
	t.Helper()
	expect(t, "whether the page says “"+want+"”", true, func() bool {
		return strings.Contains(chromium.Eval[string](p, "document.body.innerText"), want)
	})
}

func TestADatabaseThatAnOlderTabBlocksIsWaitedForAndUpgraded(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	file := bytes.ReplaceAll(export(p), []byte(readExport(t, p).me()), []byte(annotations.DefaultAnnotator)) // whom everybody was
	p.Press("Control+z")
	waitSaved(p)
	// The next page finds a database of version 1, with the span in its snapshot and
	// another one in its journal.
	source := fmt.Sprintf(oldDatabase, quoted(t, string(file)), quoted(t, oldRecord(t)))
	remove := chromium.Command(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})
	p.Reload()
	expectText(t, p, "Another tab still runs an older version of this program")
	chromium.Command(p, page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams(remove))
	p.Do(`(await older).close()`)
	waitSaved(p)
	expectListed(t, p, "Actor Saudi Arabia", "Date Tunisia")
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia", "Date Tunisia")
}

// oldRecord is a record of version 1 that marks Tunisia in the first article.
func oldRecord(t *testing.T) string {
	doc := bundled(t)[0]
	at := strings.Index(doc.Text(), "Tunisia")
	return fmt.Sprintf(`{"v":1,"id":"old","at":"2026-01-31T12:00:00.000Z","edit":{"kind":"add-span","document":%q,"span":{"id":"old","label":"date","ranges":[{"start":%d,"end":%d}],"note":"","origin":"person","created":"","modified":""}}}`,
		doc.ID, at, at+len("Tunisia"))
}

func TestStorageThatTheBrowserForbidsIsSaidAndTheWorkCanBeExported(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	settings := `{"profile": {"default_content_setting_values": {"cookies": 2}}}`
	if err := os.MkdirAll(filepath.Join(folder, "Default"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "Default", "Preferences"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	p := chromium.Open(t, chromium.Options{UserDataDir: folder})
	expect(t, "the status", "Not kept", p.Status)
	expectNotice(t, p, "does not keep your work", "Export it before you close this page")
	mark(t, p, "Saudi Arabia", "1")
	f := parseExport(t, p.Download(func() { p.Click("button", "Export now") }).Data)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))
}

// addRecord puts a record into the database behind the page's back, as another
// version's tab would, and tells the tabs.
const addRecord = `
	const request = indexedDB.open("spanwise");
	await new Promise((done) => request.onsuccess = done);
	const t = request.result.transaction("journal", "readwrite");
	t.objectStore("journal").add(new TextEncoder().encode(%s));
	await new Promise((done) => t.oncomplete = done);
	request.result.close();
	new BroadcastChannel("spanwise.journal.spanwise").postMessage(null)`

func TestANewerVersionsRecordTurnsTheOlderPageReadOnly(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do(fmt.Sprintf(addRecord, quoted(t, `{"v":6,"what":"is this"}`)))
	expect(t, "the status", "Reading", p.Status)
	expectNotice(t, p, "This page only reads now", "newer Spanwise (version 6; this one reads version 5)")
	p.Select("Tunisia")
	p.Press("1")
	p.Press("Control+z")
	expectListed(t, p, "Actor Saudi Arabia")
	f := parseExport(t, p.Download(func() { p.Click("button", "Export now") }).Data)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))
	same(t, "the records", 2, records(p))

	p.Reload() // which the older version of this test does not cure
	expect(t, "the status after a reload", "Reading", p.Status)
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestANewerVersionsDatabaseTurnsTheOlderPageReadOnly(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do(`const request = indexedDB.open("spanwise", 3);
		await new Promise((done) => request.onsuccess = done);
		request.result.close()`)
	expect(t, "the status", "Reading", p.Status)
	expectNotice(t, p, "This page only reads now", "newer version")
	f := parseExport(t, p.Download(func() { p.Click("button", "Export now") }).Data)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))
	p.Reload()
	expectText(t, p, "newer version")
	p.Find("button", "Reload the page")
}

// replaceProject changes the snapshot in the database.
const replaceProject = `
	const request = indexedDB.open("spanwise");
	await new Promise((done) => request.onsuccess = done);
	const store = request.result.transaction("snapshots", "readwrite").objectStore("snapshots");
	store.put(new TextEncoder().encode(%s), "current");
	await new Promise((done) => store.transaction.oncomplete = done);
	request.result.close()`

// withSnapshot opens a page on work with a span, in a snapshot that a test then
// damages.
func withSnapshot(t *testing.T, damage func([]byte) []byte) (p *chromium.Page, damaged []byte) {
	t.Helper()
	p = open(t)
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	damaged = damage(export(p))
	p.Do(fmt.Sprintf(replaceProject, quoted(t, string(damaged))))
	p.Do(`const request = indexedDB.open("spanwise");
		await new Promise((done) => request.onsuccess = done);
		const t = request.result.transaction("journal", "readwrite");
		t.objectStore("journal").clear();
		await new Promise((done) => t.oncomplete = done);
		request.result.close()`)
	p.Reload()
	expectText(t, p, "Spanwise cannot open your work")
	return p, damaged
}

func TestBrokenWorkIsSaidTakenAwayAsItIsAndOpenedRepaired(t *testing.T) {
	t.Parallel()
	p, damaged := withSnapshot(t, func(file []byte) []byte {
		return bytes.Replace(file, []byte(`"label": "actor"`), []byte(`"label": "agent"`), 1)
	})
	expectText(t, p, "agent")
	taken := p.Download(func() { p.Click("button", "Take it away as it is") })
	if !bytes.Equal(damaged, taken.Data) {
		t.Errorf("%s holds %d bytes, kept are %d", taken.Name, len(taken.Data), len(damaged))
	}
	p.Click("button", "Open it repaired")
	waitSaved(p)
	expectListed(t, p, "agent Saudi Arabia", "Actor Tunisia")
	expectNotice(t, p, "agent")
	p.Reload()
	waitSaved(p)
	expectListed(t, p, "agent Saudi Arabia", "Actor Tunisia")
}

func TestWorkThatCannotBeReadIsSetAside(t *testing.T) {
	t.Parallel()
	p, damaged := withSnapshot(t, func(file []byte) []byte { return file[:len(file)/2] })
	taken := p.Download(func() { p.Click("button", "Take it away as it is") })
	if !bytes.Equal(damaged, taken.Data) {
		t.Errorf("%s holds %d bytes, kept are %d", taken.Name, len(taken.Data), len(damaged))
	}
	p.Click("button", "Set it aside and begin anew")
	waitSaved(p)
	mark(t, p, "Ankara", "1")
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Ankara")

	p.Click("button", "Backups")
	aside := p.Download(func() { p.Click("button", "Take it away") })
	same(t, "whether what was set aside is as it was", true, bytes.Equal(damaged, aside.Data))
	p.Click("button", "Forget it")
	expect(t, "what is offered", false, func() bool {
		return strings.Contains(chromium.Eval[string](p, `document.querySelector("dialog[open]").innerText`), "Set aside")
	})
}

func TestABrokenFileIsImportedRepairedWhenThatIsAskedFor(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	file := bytes.Replace(export(p), []byte(`"label": "actor"`), []byte(`"label": "agent"`), 1)
	p.Press("Control+z", "Control+z")
	expectListed(t, p)
	importFile(p, write(t, "broken.json", file))
	expectNotice(t, p, "broken.json was not imported", "agent")
	expectListed(t, p)
	p.Click("button", "Import it repaired")
	expectNotice(t, p, "Opened broken.json as a project of its own", "agent")
	p.Click("button", "Go to the project")
	expectProject(t, p, "broken")
	expectListed(t, p, "agent Saudi Arabia", "Actor Tunisia")
}

func TestABrokenFileIsMergedRepairedWhenThatIsAskedFor(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	file := bytes.Replace(export(p), []byte(`"label": "actor"`), []byte(`"label": "agent"`), 1)
	p.Press("Control+z")
	expectListed(t, p)
	mark(t, p, "Tunisia", "1")
	importFile(p, write(t, "broken.json", file))
	expectNotice(t, p, "broken.json was not imported", "agent")
	p.Click("button", "Import it repaired")
	chooseMerge(p, "Import broken.json").Find("button", "Merge").Click()
	expectListed(t, p, "agent Saudi Arabia", "Actor Tunisia")
	expectNotice(t, p, "Imported broken.json", "agent")
}

func TestASpanThatEndsInWhiteSpaceIsSaidAndMended(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Do(`document.querySelector("input[type=checkbox]").click()`) // whole words off
	p.SelectNth("Saudi Arabia ", 0, 0)
	expect(t, "the text to be marked", "Saudi Arabia", func() string { return strings.TrimSpace(picked(p)) })
	p.Press("1")
	expectNotice(t, p, "begins or ends with white space")
	p.Click("button", "Mend")
	expectNotice(t, p, "Mended 1 span")
	same(t, "the export", []string{"actor: Saudi Arabia"}, readExport(t, p).marks(bundled(t)[0].Title))
}
