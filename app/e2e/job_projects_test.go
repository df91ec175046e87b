package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

// expectProject waits until the page shows the project with that name, and has
// kept what it shows.
func expectProject(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	p.WaitFor(fmt.Sprintf(`[...document.querySelectorAll(".project-button")].some((b) => b.getAttribute("aria-label") === %q)`, "Project: "+name))
	waitSaved(p)
}

// openProjects opens the dialog from the project that is shown.
func openProjects(p *chromium.Page, name string) *chromium.Element {
	p.Click("button", "Project: "+name)
	return p.Find("dialog", "Projects")
}

// makeProject makes a project of the practice articles and waits until it is
// shown.
func makeProject(t *testing.T, p *chromium.Page, from, name string) {
	t.Helper()
	dialog := openProjects(p, from)
	dialog.Find("button", "New project").Click()
	dialog.Find("textbox", "Name").Click()
	p.Type(name)
	dialog.Find("button", "Create").Click()
	expectProject(t, p, name)
}

// goToProject opens another project.
func goToProject(t *testing.T, p *chromium.Page, from, name string) {
	t.Helper()
	openProjects(p, from)
	openListedProject(t, p, name)
}

// openListedProject presses a row of the open dialog.
func openListedProject(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	expect(t, "the row of “"+name+"” is there", true, func() bool {
		return chromium.Eval[bool](p, fmt.Sprintf(`(() => {
			const row = [...document.querySelectorAll(".opener")].find((b) => b.querySelector(".title").textContent === %q);
			row?.click();
			return !!row;
		})()`, name))
	})
	expectProject(t, p, name)
}

// projectsTold are the rows of the open dialog: each title with what is said.
func projectsTold(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, `[...document.querySelectorAll(".project .named")].map((n) => [...n.children].map((c) => c.textContent).join(": "))`)
}

// expectProjects waits until the open dialog has rows that begin so.
func expectProjects(t *testing.T, p *chromium.Page, want ...string) {
	t.Helper()
	expect(t, "the projects", want, func() []string {
		told := projectsTold(p)
		for i := range told {
			if i < len(want) && strings.HasPrefix(told[i], want[i]) {
				told[i] = want[i]
			}
		}
		return told
	})
}

// stores are the databases of the page.
func stores(p *chromium.Page) []string {
	return sorted(chromium.Eval[[]string](p, `indexedDB.databases().then((all) => all.map((d) => d.name))`))
}

func TestAProjectIsMadeMarkedRenamedAndLeftForTheFirst(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	same(t, "the databases while there is one project", []string{"spanwise"}, stores(p))
	makeProject(t, p, "First project", "Haiti")
	expectListed(t, p)
	mark(t, p, "Tunisia", "2")
	waitSaved(p)
	p.Reload()
	expectProject(t, p, "Haiti")
	expectListed(t, p, "Demand Tunisia")

	dialog := openProjects(p, "Haiti")
	expectProjects(t, p, "Haiti: 5 articles · 1 span · open here", "First project: 5 articles · 1 span · opened today at ")
	dialog.Find("button", "Rename Haiti").Click()
	dialog.Find("textbox", "Name").Fill("Port-au-Prince, 2023")
	dialog.Find("button", "Rename").Click()
	expectProjects(t, p, "Port-au-Prince, 2023: 5 articles", "First project")
	openListedProject(t, p, "First project")
	expectListed(t, p, "Actor Saudi Arabia")
	p.Press("Control+z")
	expectListed(t, p)
	p.Press("Control+y")
	expectListed(t, p, "Actor Saudi Arabia")
	goToProject(t, p, "First project", "Port-au-Prince, 2023")
	expectListed(t, p, "Demand Tunisia")
	same(t, "the name of an export", "spanwise-Port-au-Prince-2023-"+time.Now().Format(time.DateOnly)+".json",
		p.Download(func() { p.Click("button", "Export") }).Name)
}

func TestTheNameOfAProjectIsItsOwn(t *testing.T) {
	t.Parallel()
	p := open(t)
	second := p.Another()
	dialog := openProjects(p, "First project")
	dialog.Find("button", "Rename First project").Click()
	dialog.Find("textbox", "Name").Fill("  The   class of 7b ")
	dialog.Find("button", "Rename").Click()
	expectProjects(t, p, "The class of 7b: 5 articles")
	p.Press("Escape")
	expectProject(t, p, "The class of 7b")
	expectProject(t, second, "The class of 7b")
	p.Reload()
	expectProject(t, p, "The class of 7b")
	p.Press("Control+z")
	expectProject(t, second, "First project")
}

func TestWhoseProjectCannotBeOpenedCanOpenAnother(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	makeProject(t, p, "First project", "Haiti")
	p.Do(`
		const name = (await indexedDB.databases()).map((d) => d.name).find((n) => n.startsWith("spanwise.project."));
		const request = indexedDB.open(name);
		await new Promise((done) => request.onsuccess = done);
		const t = request.result.transaction("snapshots", "readwrite");
		t.objectStore("snapshots").put(new TextEncoder().encode("{"), "current");
		await new Promise((done) => t.oncomplete = done);
		request.result.close();`)
	p.Reload()
	p.Find("heading", "Spanwise cannot open your work")
	p.Click("button", "Projects")
	openListedProject(t, p, "First project")
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestTheWayBackLeadsToTheProjectOfBefore(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	makeProject(t, p, "First project", "Haiti")
	address := chromium.Eval[string](p, "location.href")
	goToProject(t, p, "Haiti", "First project")
	p.Do("history.back()")
	expectProject(t, p, "Haiti")
	p.Do("history.back()")
	expectProject(t, p, "First project")
	expectListed(t, p, "Actor Saudi Arabia")

	second := p.Another()
	expectProject(t, second, "First project")
	second.Go(address)
	expectProject(t, second, "Haiti")
	mark(t, second, "Tunisia", "1")
	waitSaved(second)
	expectListed(t, p, "Actor Saudi Arabia")
	p.Reload()
	expectProject(t, p, "First project")
}

func TestWhatIsBeingSavedIsSavedBeforeAnotherProjectIsShown(t *testing.T) {
	t.Parallel()
	p := open(t)
	makeProject(t, p, "First project", "Haiti")
	goToProject(t, p, "Haiti", "First project")
	p.Do(holdJournal)
	mark(t, p, "Saudi Arabia", "1")
	openProjects(p, "First project")
	p.Do(`[...document.querySelectorAll(".opener")].find((b) => b.innerText.includes("Haiti")).click()`)
	p.Find("dialog", "Saving your last changes")
	same(t, "the status while the database is busy", "Saving…", chromium.Eval[string](p, `document.querySelector("[role=status]").textContent`))
	p.Do(releaseJournal)
	expectProject(t, p, "Haiti")
	goToProject(t, p, "Haiti", "First project")
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestWorkThatCannotBeSavedKeepsItsProjectOpen(t *testing.T) {
	t.Parallel()
	p := open(t)
	makeProject(t, p, "First project", "Haiti")
	p.Allow("QuotaExceededError")
	p.Do(`
		window.addRecord = IDBObjectStore.prototype.add;
		IDBObjectStore.prototype.add = function () { throw new DOMException("the disk is full", "QuotaExceededError") };`)
	mark(t, p, "Saudi Arabia", "1")
	expect(t, "the status", "Not saved", p.Status)
	openProjects(p, "Haiti")
	p.Do(`[...document.querySelectorAll(".opener")].find((b) => b.innerText.includes("First")).click()`)
	expectNotice(t, p, "The project stays open", "the disk is full")
	expectListed(t, p, "Actor Saudi Arabia")
	p.Do(`IDBObjectStore.prototype.add = window.addRecord`)
	tryAgain(p)
	waitSaved(p)
	goToProject(t, p, "Haiti", "First project")
}

func TestACopyHoldsWhatItsProjectHeldAndGoesItsOwnWay(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	dialog := openProjects(p, "First project")
	dialog.Find("button", "Duplicate First project").Click()
	expectProjects(t, p, "First project (copy): 5 articles · 1 span · never opened", "First project: 5 articles")
	openListedProject(t, p, "First project (copy)")
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "there is something to undo", "true", chromium.Eval[string](p, `document.querySelector("[aria-label=Undo]").ariaDisabled`))
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	dialog = openProjects(p, "First project (copy)")
	dialog.Find("button", "Duplicate First project").Click()
	expectProjects(t, p, "First project (copy 2): 5 articles · 1 span", "First project (copy)", "First project")
	openListedProject(t, p, "First project")
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestADeletedProjectComesBackUntilThePageIsClosed(t *testing.T) {
	t.Parallel()
	p := open(t)
	makeProject(t, p, "First project", "Haiti")
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	goToProject(t, p, "Haiti", "First project")
	second := p.Another()
	goToProject(t, second, "First project", "Haiti")

	dialog := openProjects(p, "First project")
	dialog.Find("button", "Delete First project").Click()
	expectTold(t, p, []string{"This project is open here"})
	askDelete(t, p, dialog)
	expectTold(t, p, []string{"Haiti", "5 articles · 1 span", "never been exported"})
	dialog.Find("button", "Delete").Click()
	expectTold(t, p, []string{"open in another tab"})
	second.Close()
	p.WaitFor(noOther)

	file := p.Download(func() { dialog.Find("button", "Export it first").Click() })
	same(t, "the export", []string{"actor: Saudi Arabia"}, parseExport(t, file.Data).marks(bundled(t)[0].Title))
	expectTold(t, p, []string{"Last export: Today at", "nothing has changed since"})
	dialog.Find("button", "Delete").Click()
	expectProjects(t, p, "First project", "Haiti: Deleted")
	dialog.Find("button", "Bring back Haiti").Click()
	expectProjects(t, p, "First project", "Haiti: 5 articles · 1 span · opened")
	askDelete(t, p, dialog)
	dialog.Find("button", "Delete").Click()
	expectProjects(t, p, "First project", "Haiti: Deleted")
	p.Press("Escape")
	expectNotice(t, p, "Deleted the project “Haiti”")

	p.Reload()
	expectProject(t, p, "First project")
	openProjects(p, "First project").Find("button", "Bring back Haiti").Click()
	openListedProject(t, p, "Haiti")
	expectListed(t, p, "Actor Saudi Arabia")
}

// noOther tells whether this is the only tab that has a project open: the browser takes
// its time to give up what a closed one had.
const noOther = `navigator.locks.query().then(({ held }) => held.filter((lock) => lock.name.startsWith("spanwise.open")).length === 1)`

// askDelete presses Delete in the row of the project Haiti.
func askDelete(t *testing.T, p *chromium.Page, dialog *chromium.Element) {
	t.Helper()
	dialog.Find("button", "Delete Haiti").Click()
	expectTold(t, p, []string{"You can bring it back until you close this page."})
}

// lingeringLocks has the page keep locks that it shares for half a second longer.
const lingeringLocks = `
	const request = navigator.locks.request;
	navigator.locks.request = function (name, options, held) {
		if (options?.mode !== "shared") return request.apply(this, arguments);
		return request.call(this, name, options, (lock) => Promise.resolve(held(lock)).then(() => new Promise((done) => setTimeout(done, 500))));
	};`

// TestAProjectIsDeletedWhileItsExportIsEnding: the page tells of an export before it
// has let go of the project, which then is open in no other tab.
func TestAProjectIsDeletedWhileItsExportIsEnding(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: lingeringLocks})
	makeProject(t, p, "First project", "Haiti")
	goToProject(t, p, "Haiti", "First project")
	dialog := openProjects(p, "First project")
	askDelete(t, p, dialog)
	p.Download(func() { dialog.Find("button", "Export it first").Click() })
	dialog.Find("button", "Delete").Click()
	expectProjects(t, p, "First project", "Haiti: Deleted")
}

// watchLocks has the page remember the locks that it asked for at once or not at all,
// once it knows whether it has them.
const watchLocks = `
	window.triedLocks = [];
	const request = navigator.locks.request;
	navigator.locks.request = function (name, options, held) {
		if (!options?.ifAvailable) return request.apply(this, arguments);
		return request.call(this, name, options, (lock) => { triedLocks.push(name); return held(lock); });
	};`

func TestADeletedProjectIsRemovedWhenItsTabIsClosed(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: watchLocks})
	makeProject(t, p, "First project", "Haiti")
	address := chromium.Eval[string](p, "location.href")
	goToProject(t, p, "Haiti", "First project")
	other := p.Another()
	expectProject(t, other, "First project")
	dialog := openProjects(other, "First project")
	askDelete(t, other, dialog)
	dialog.Find("button", "Delete").Click()
	expectProjects(t, other, "First project", "Haiti: Deleted")
	gone := func() bool {
		return !slices.ContainsFunc(stores(p), func(name string) bool { return strings.HasPrefix(name, "spanwise.project.") })
	}
	p.Reload()
	p.WaitFor(`triedLocks.some((name) => name.startsWith("spanwise.visit."))`) // is its tab open?
	p.Settle()
	same(t, "the project is taken to be removed while its tab is open", false, chromium.Eval[bool](p, `triedLocks.some((name) => name.startsWith("spanwise.open"))`))
	same(t, "it is removed while its tab is open", false, gone())
	other.Close()
	p.WaitFor(noOther)
	p.Reload()
	expect(t, "it is removed when its tab is closed", true, gone)

	p.Do(fmt.Sprintf("setTimeout(() => location.href = %q)", address))
	p.WaitFor(`document.body.innerText.includes("is not in this browser, or was deleted. This is “First project”.")`)
	expectProject(t, p, "First project")
	same(t, "an address made no project", true, gone())
}

func TestAFileOpensAsAProjectOfItsOwn(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	data := export(p)
	p.Press("Control+z")
	dialog := openProjects(p, "First project")
	dialog.Find("button", "New project").Click()
	p.Choose(func() { dialog.Find("button", "Open a project file…").Click() }, write(t, "class 7b.json", data))
	expectProject(t, p, "class 7b")
	expectListed(t, p, "Actor Saudi Arabia")
	goToProject(t, p, "class 7b", "First project")
	expectListed(t, p)

	dialog = openProjects(p, "First project")
	dialog.Find("button", "New project").Click()
	p.Choose(func() { dialog.Find("button", "Open a project file…").Click() }, write(t, "class 7c.json", append([]byte("\ufeff"), data...)))
	expectNotice(t, p, "Opened class 7c.json as a project of its own.", "A byte order mark at the start of the file was taken off.")
	expectProject(t, p, "First project")
	p.Click("button", "Go to the project")
	expectProject(t, p, "class 7c")
	goToProject(t, p, "class 7c", "First project")

	dialog = openProjects(p, "First project")
	dialog.Find("button", "New project").Click()
	p.Choose(func() { dialog.Find("button", "Open a project file…").Click() }, write(t, "bad.json", []byte(`{"x":1}`)))
	expectTold(t, p, []string{"bad.json was not opened"})
	p.Do(`document.querySelector("#project-file").dispatchEvent(new Event("cancel", { bubbles: true }))`)
	expectTold(t, p, []string{"New project", "bad.json was not opened"})
	p.Press("Escape")
	expectProjects(t, p, "First project", "class 7c", "class 7b")
}

func TestAnEmptyProjectIsMadeAndFilledByKeys(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Press("Tab", "Enter")
	p.Find("dialog", "Projects")
	p.Do(`document.querySelector(".project-rows").scrollIntoView()`)
	for range 6 {
		if chromium.Eval[string](p, "document.activeElement.id") != "new-project" {
			p.Press("Tab")
		}
	}
	p.Press("Enter")
	expect(t, "the field has the keyboard", "project-name", func() string { return chromium.Eval[string](p, "document.activeElement.id") })
	p.Type("Our own")
	p.Press("Tab", "ArrowDown", "Enter")
	expectProject(t, p, "Our own")
	p.Find("heading", "This project has no articles yet")
	same(t, "there is a text", false, p.Has("region", "Article text"))
	p.Press("1", "Delete", "Enter", "ArrowDown")

	bringOne(t, p, "Ana met Bo.")
	mark(t, p, "Ana", "1")
	waitSaved(p)
	p.Click("button", "Remove article")
	p.Find("heading", "This project has no articles yet")
	waitSaved(p)
	p.Reload()
	p.Find("heading", "This project has no articles yet")
	p.Press("Control+z")
	expectListed(t, p, "Actor Ana")
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Ana")
}

// bringOne brings the first text of a project that has none.
func bringOne(t *testing.T, p *chromium.Page, text string) {
	t.Helper()
	p.Choose(func() { p.Click("button", "Open text files…") }, write(t, "own.txt", []byte(text)))
	expect(t, "the text", text, func() string {
		return chromium.Eval[string](p, `document.querySelector("[aria-label='Article text']")?.textContent ?? ""`)
	})
}

// focusedProject is the name of the project whose row has the keyboard.
const focusedProject = `document.activeElement.closest(".project")?.querySelector(".title").textContent ?? ""`

func TestThirtyProjectsAreReachedOnAPhone(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	makeProject(t, p, "First project", "Last")
	p.Do(`
		const request = indexedDB.open("spanwise.projects");
		await new Promise((done) => request.onsuccess = done);
		const change = request.result.transaction("handles", "readwrite");
		for (let i = 0; i < 30; i++) change.objectStore("handles").put({ name: "Class " + i, created: 1000 + i, articles: i }, "class" + i);
		await new Promise((done) => change.oncomplete = done);
		request.result.close();`)
	dialog := openProjects(p, "Last")
	expect(t, "the open project has the keyboard", "Last", func() string { return chromium.Eval[string](p, focusedProject) })
	p.Press("ArrowDown", "ArrowDown")
	same(t, "two rows below", "Class 29", chromium.Eval[string](p, focusedProject))
	p.Press("End")
	same(t, "the last row", "Class 0", chromium.Eval[string](p, focusedProject))
	dialog.Find("button", "Rename Class 0").Click()
	dialog.Find("textbox", "Name").Fill("مشروع <b>")
	dialog.Find("button", "Rename").Click()
	expect(t, "the last row", []string{"مشروع <b>: 0 articles · 0 spans · never opened"}, func() []string {
		told := projectsTold(p)
		return told[max(0, len(told)-1):]
	})
	same(t, "the page is wider than the screen", false, chromium.Eval[bool](p, `document.documentElement.scrollWidth > innerWidth || document.querySelector("#projects").scrollWidth > document.querySelector("#projects").clientWidth`))
	openListedProject(t, p, "First project")
}

func TestTheSingleFileHasProjectsToo(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{File: true, OwnBrowser: true})
	mark(t, p, "Saudi Arabia", "1")
	makeProject(t, p, "First project", "Haiti")
	expectListed(t, p)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	p.Reload()
	expectProject(t, p, "Haiti")
	expectListed(t, p, "Actor Tunisia")
	goToProject(t, p, "Haiti", "First project")
	expectListed(t, p, "Actor Saudi Arabia")
}

func TestABrowserWithoutLocksOrMemoryHasProjectsToo(t *testing.T) {
	t.Parallel()
	for _, missing := range []string{
		`Object.defineProperty(navigator, "locks", { value: undefined })`,
		`delete window.BroadcastChannel`,
		`Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError") } })`,
		`delete IDBFactory.prototype.databases`,
	} {
		t.Run(missing, func(t *testing.T) {
			p := openAs(t, chromium.Options{Script: missing})
			mark(t, p, "Saudi Arabia", "1")
			makeProject(t, p, "First project", "Haiti")
			expectListed(t, p)
			goToProject(t, p, "Haiti", "First project")
			expectListed(t, p, "Actor Saudi Arabia")
			dialog := openProjects(p, "First project")
			askDelete(t, p, dialog)
			dialog.Find("button", "Delete").Click()
			dialog.Find("button", "Bring back Haiti").Click()
			openListedProject(t, p, "Haiti")
		})
	}
}

func TestWhereNothingIsKeptThereIsOneProject(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{Script: `Object.defineProperty(window, "indexedDB", { value: undefined })`})
	expect(t, "the status", "Not kept", p.Status)
	openProjects(p, "First project")
	expectTold(t, p, []string{"there is only the project on this page"}, "New project")
}
