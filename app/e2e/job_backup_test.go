package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/e2e/chromium"
)

// pickPrivately has the browser's own private folder picked where a person would
// pick one: its handles are like those of a real folder, and no dialog opens.
const pickPrivately = `
	window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("Coding", { create: true });
	window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle("work.json", { create: true });`

// filesWritten gives the content of each file of the folder, by name.
const filesWritten = `(async () => {
	const root = await navigator.storage.getDirectory(), found = {};
	for (const folder of [root, await root.getDirectoryHandle("Coding", { create: true })])
		for await (const [name, file] of folder)
			if (file.kind === "file") found[name] = await (await file.getFile()).text();
	return found;
})()`

// expectBackup waits until the files that were written are one of that name with
// the bytes of an export.
func expectBackup(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	want := map[string]string{name: string(export(p))}
	expect(t, "the backups", want, func() map[string]string { return chromium.Eval[map[string]string](p, filesWritten) })
}

// today is the name of the file that takes the backups of this day.
func today() string { return "spanwise-backup-" + time.Now().Format(time.DateOnly) + ".json" }

// openKeeping opens the dialog on how safe the work is.
func openKeeping(p *chromium.Page) *chromium.Element {
	p.Click("button", "Backups")
	return p.Find("dialog", "Backups")
}

// closeKeeping closes the dialog with the keyboard.
func closeKeeping(p *chromium.Page) {
	p.Press("Escape")
	p.Gone("dialog", "Backups")
}

// expectTold waits until the open dialog says all that, and nothing of what is
// not to be said.
func expectTold(t *testing.T, p *chromium.Page, want []string, not ...string) {
	t.Helper()
	missing := func() []string {
		text := chromium.Eval[string](p, `document.querySelector("dialog[open]")?.innerText ?? ""`)
		found := []string{}
		for _, w := range want {
			if !strings.Contains(text, w) {
				found = append(found, w)
			}
		}
		for _, n := range not {
			if strings.Contains(text, n) {
				found = append(found, "not "+n)
			}
		}
		return found
	}
	expect(t, "what the dialog does not say, of what it should", []string{}, missing)
}

// leave has the page believe that it goes out of sight.
func leave(p *chromium.Page) { p.Do(`window.dispatchEvent(new Event("pagehide"))`) }

func TestBackupsIntoAFolderHoldTheBytesOfAnExportAndGoOnAfterAReload(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: pickPrivately})
	mark(t, p, "Saudi Arabia", "1")
	dialog := openKeeping(p)
	expectTold(t, p, []string{"every five minutes"}, "Stop")
	dialog.Find("button", "Choose a folder…").Click()
	expectTold(t, p, []string{"the folder “Coding”", "Last backup: Today at", "nothing has changed since"}, "Choose a folder…")
	closeKeeping(p)
	expectBackup(t, p, today())

	mark(t, p, "Tunisia", "1")
	leave(p)
	expectBackup(t, p, today())

	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
	mark(t, p, "Ankara", "1")
	openKeeping(p)
	expectTold(t, p, []string{"the folder “Coding”", "1 edit ago"})
	dialog = p.Find("dialog", "Backups")
	dialog.Find("button", "Write one now").Click()
	expectTold(t, p, []string{"nothing has changed since"})
	expect(t, "the files", []string{today()}, func() []string { return filesOf(p) })

	dialog.Find("button", "Stop").Click()
	expectTold(t, p, []string{"Choose a folder…"}, "Coding")
	closeKeeping(p)
	p.Reload()
	openKeeping(p)
	expectTold(t, p, []string{"Choose a folder…"}, "Coding")
}

// filesOf are the names of the files that were written.
func filesOf(p *chromium.Page) []string {
	var list []string
	for name := range chromium.Eval[map[string]string](p, filesWritten) {
		list = append(list, name)
	}
	return sorted(list)
}

// hurry has the program's clock run on by a time, in which nothing else happens.
func hurry(p *chromium.Page, by time.Duration) {
	p.Do(fmt.Sprintf(`const now = performance.now.bind(performance); performance.now = () => now() + %d`, by.Milliseconds()))
}

func TestABackupIsWrittenFiveMinutesAfterAChangeAndNotBefore(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: pickPrivately})
	dialog := openKeeping(p)
	dialog.Find("button", "Choose a file…").Click()
	expectTold(t, p, []string{"the file “work.json”", "nothing has changed since"})
	closeKeeping(p)
	expectBackup(t, p, "work.json")
	before := chromium.Eval[map[string]string](p, filesWritten)

	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	hurry(p, 4*time.Minute)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	same(t, "the backup four minutes after a change", before, chromium.Eval[map[string]string](p, filesWritten))
	hurry(p, time.Minute)
	p.Press("Shift") // a clock that jumps wakes nobody
	expectBackup(t, p, "work.json")
}

// askAgain makes the browser want to ask before a folder of an earlier visit is
// written to; the answer is in window.answer.
const askAgain = pickPrivately + `
	window.answer = "granted";
	window.allowed = sessionStorage.getItem("visited") === null;
	sessionStorage.setItem("visited", "yes");
	FileSystemHandle.prototype.queryPermission = async () => window.allowed ? "granted" : "prompt";
	FileSystemHandle.prototype.requestPermission = async () => {
		window.asked = navigator.userActivation.isActive;
		window.allowed = window.answer === "granted";
		return window.answer;
	};`

func TestBackupsThatTheBrowserHasPausedAreSaidAndResumed(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: askAgain})
	openKeeping(p).Find("button", "Choose a folder…").Click()
	expectTold(t, p, []string{"Last backup: Today at"})
	p.Reload()
	mark(t, p, "Saudi Arabia", "1")
	expectNotice(t, p, "Backups into “Coding” are paused until you allow it again.")
	leave(p)

	p.Do(`window.answer = "denied"`)
	p.Click("button", "Allow again")
	expectNotice(t, p, "paused", "The browser has not allowed it.")
	same(t, "asked within a click", true, chromium.Eval[bool](p, `window.asked`))
	p.Do(`window.answer = "granted"`)
	p.Click("button", "Allow again")
	expect(t, "the notices", "", func() string { return notices(p) })
	expectBackup(t, p, today())
}

func TestABackupThatFailsIsSaidAndTheExportStillWorks(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: pickPrivately})
	openKeeping(p).Find("button", "Choose a folder…").Click()
	expectTold(t, p, []string{"Last backup: Today at"})
	closeKeeping(p)
	p.Do(`await (await navigator.storage.getDirectory()).removeEntry("Coding", { recursive: true })`)
	mark(t, p, "Saudi Arabia", "1")
	leave(p)
	expectNotice(t, p, "A backup could not be written", "The folder “Coding” is not there any more", "The export still works")
	same(t, "the status", "Saved", p.Status())
	f := readExport(t, p)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))

	openKeeping(p)
	expectTold(t, p, []string{"is not there any more", "Stop"})
	closeKeeping(p)
	p.Click("button", "Stop backups")
	expect(t, "the notices", "", func() string { return notices(p) })
	expect(t, "the focus", "Article text", func() string { return focused(p).Name })
}

func TestTwoTabsWriteBackupsOnce(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: pickPrivately + `
		const create = FileSystemFileHandle.prototype.createWritable;
		FileSystemFileHandle.prototype.createWritable = function (...options) {
			localStorage.setItem("written", 1 + Number(localStorage.getItem("written")));
			return create.apply(this, options);
		};`})
	written := func() int { return chromium.Eval[int](p, `Number(localStorage.getItem("written"))`) }
	second := p.Another()
	openKeeping(p).Find("button", "Choose a folder…").Click()
	expectTold(t, p, []string{"Last backup: Today at"})
	closeKeeping(p)
	openKeeping(second)
	expectTold(t, second, []string{"the folder “Coding”", "Last backup: Today at"})
	leave(second)
	leave(p)
	mark(t, p, "Saudi Arabia", "1")
	second.Do(`await new Promise((held) => navigator.locks.request("spanwise.backup",
		() => new Promise((free) => { window.freeBackup = free; held(); })))`)
	leave(p)
	before := written()
	waitSaved(p)
	same(t, "the number of backups while another tab writes one", before, written())
	second.Do(`window.freeBackup()`)
	leave(p)
	expectBackup(t, p, today())
	same(t, "the number of backups", 2, written())
}

func TestAPageThatOnlyReadsLeavesTheBackupsToTheNewerOne(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: pickPrivately})
	openKeeping(p).Find("button", "Choose a file…").Click()
	expectTold(t, p, []string{"Last backup: Today at"})
	closeKeeping(p)
	before := chromium.Eval[map[string]string](p, filesWritten)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Do(fmt.Sprintf(addRecord, quoted(t, `{"v":6,"what":"is this"}`)))
	expect(t, "the status", "Reading", p.Status)
	leave(p)
	dialog := openKeeping(p)
	expectTold(t, p, []string{"This page only reads, and writes no backups."})
	dialog.Find("button", "Write one now").Click()
	p.Download(func() { dialog.Find("button", "Export now").Click() })
	same(t, "the backups", before, chromium.Eval[map[string]string](p, filesWritten))
}

func TestABrowserThatCannotWriteFilesSaysSo(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: `window.showDirectoryPicker = window.showSaveFilePicker = undefined`})
	openKeeping(p)
	expectTold(t, p, []string{"cannot write into a folder"}, "Choose a")
}

// answers makes the browser answer when it is asked to keep the work, and count
// how often it was.
func answers(granted bool) string {
	return fmt.Sprintf(`
	StorageManager.prototype.persisted = async () => sessionStorage.getItem("granted") === "true";
	StorageManager.prototype.persist = async () => {
		sessionStorage.setItem("asked", 1 + Number(sessionStorage.getItem("asked")));
		sessionStorage.setItem("granted", "%v");
		return %v;
	};`, granted, granted)
}

func TestTheBrowserIsAskedOnceToKeepTheWorkAndItsAnswerShown(t *testing.T) {
	t.Parallel()
	const may = "The browser may throw your work away"
	for _, granted := range []bool{true, false} {
		t.Run(fmt.Sprint(granted), func(t *testing.T) {
			p := openAs(t, chromium.Options{Script: answers(granted)})
			asked := func() int { return chromium.Eval[int](p, `Number(sessionStorage.getItem("asked"))`) }
			openKeeping(p)
			expectTold(t, p, []string{"All your work is saved in this browser.", may, "private window", "are stored for this page"})
			closeKeeping(p)
			same(t, "asked before the first edit", 0, asked())
			mark(t, p, "Saudi Arabia", "1")
			expect(t, "asked after the first edit", 1, asked)
			mark(t, p, "Tunisia", "1")
			waitSaved(p)
			p.Reload()
			expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
			mark(t, p, "Ankara", "1")
			waitSaved(p)
			same(t, "asked after more of them", 1, asked())

			dialog := openKeeping(p)
			if granted {
				expectTold(t, p, []string{"The browser has promised to keep your work."}, may, "Ask the browser")
				return
			}
			expectTold(t, p, []string{may})
			dialog.Find("button", "Ask the browser to keep it").Click()
			expectTold(t, p, []string{"The browser did not promise it"})
			same(t, "asked", 2, asked())
		})
	}
}

func TestThePageSaysWhenTheLastExportWas(t *testing.T) {
	t.Parallel()
	p := open(t)
	openKeeping(p)
	expectTold(t, p, []string{"Last export\n", "Never."})
	closeKeeping(p)
	mark(t, p, "Saudi Arabia", "1")
	dialog := openKeeping(p)
	p.Download(func() { dialog.Find("button", "Export now").Click() })
	expectTold(t, p, []string{"Today at", "(nothing has changed since)"}, "Never.")
	closeKeeping(p)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	p.Reload()
	openKeeping(p)
	expectTold(t, p, []string{"Today at", "(1 edit ago)"})
}

// remindAfter sets the reminder.
func remindAfter(t *testing.T, p *chromium.Page, edits, days string) {
	t.Helper()
	dialog := openKeeping(p)
	dialog.Find("spinbutton", "Remind after edits").Fill(edits)
	dialog.Find("spinbutton", "Remind after days").Fill(days)
	closeKeeping(p)
}

func TestTheReminderComesAfterAsManyEditsAsWereSet(t *testing.T) {
	t.Parallel()
	p := open(t)
	remindAfter(t, p, "2", "0")
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Reload()
	waitSaved(p)
	same(t, "the notices after one edit", "", notices(p))
	mark(t, p, "Tunisia", "1")
	expectNotice(t, p, "You have made 2 edits and never exported your work.")
	p.Click("button", "Later")
	expect(t, "the notices", "", func() string { return notices(p) })
	expect(t, "the focus", "Article text", func() string { return focused(p).Name })
	mark(t, p, "Ankara", "1")
	same(t, "the notices one edit later", "", notices(p))
	mark(t, p, "In Moscow", "1")
	expectNotice(t, p, "You have made 4 edits and never exported your work.")
	p.Download(func() { p.Click("button", "Export now") })
	expect(t, "the notices", "", func() string { return notices(p) })

	openKeeping(p)
	fields := chromium.Eval[[]string](p, `[...document.querySelectorAll("dialog[open] input")].map((e) => e.value)`)
	if diff := cmp.Diff([]string{"2", "0"}, fields); diff != "" {
		t.Errorf("what was set (-want +got):\n%s", diff)
	}
}

func TestTheReminderComesAfterAsManyDaysAndNeverWithNothingToExport(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	export(p)
	waitSaved(p)
	longAgo := func() {
		p.Do(`for (const key of ["spanwise.export", "spanwise.remind"])
			localStorage.setItem(key, localStorage.getItem(key).replace(/"at":"[^"]*"/, '"at":"' + new Date(Date.now() - 9 * 864e5).toISOString() + '"'))`)
		p.Reload()
		waitSaved(p)
	}
	longAgo()
	same(t, "the notices with nothing to export", "", notices(p))
	mark(t, p, "Tunisia", "1")
	expectNotice(t, p, "You have made 1 edit since your last export, 9 days ago.")
	p.Click("button", "Later")
	expect(t, "the notices", "", func() string { return notices(p) })
	waitSaved(p)
	longAgo()
	expectNotice(t, p, "You have made 1 edit since your last export, 9 days ago.")
}

func TestTheReminderNeverLiesOverTheText(t *testing.T) {
	t.Parallel()
	p := open(t)
	remindAfter(t, p, "1", "0")
	begin, _ := p.Phrase("The break between the two neighbours", 0)
	mark(t, p, "The break between the two neighbours", "4")
	expectNotice(t, p, "You have made 1 edit")
	p.WaitFor(`document.querySelector(".backups").dataset.due === "true"`)
	if moved := topOf(p, "The break between the two neighbours") - begin.Y; moved < -1 || moved > 1 {
		t.Errorf("the text moved by %v px under the pointer", moved)
	}
	same(t, "the reminder stands over the text", false, chromium.Eval[bool](p, `(() => {
		const banner = [...document.querySelectorAll(".notice")].find((n) => n.textContent.includes("You have made"));
		return banner.getBoundingClientRect().bottom > document.querySelector("[aria-label='Article text']").getBoundingClientRect().top;
	})()`))
}

func TestTheDialogOnBackupsFitsEveryScreenAndIsLeftWithTheKeyboard(t *testing.T) {
	t.Parallel()
	for _, o := range screens {
		o.Script = pickPrivately
		t.Run(fmt.Sprint(o.Width), func(t *testing.T) {
			p := openAs(t, o)
			remindAfter(t, p, "1", "7")
			if o.Touch {
				selectByTouch(p, "Ankara")
				expectPicked(t, p, "Ankara")
				tapLabel(p, "Actor")
			} else {
				mark(t, p, "Ankara", "1")
			}
			expectNotice(t, p, "You have made 1 edit")
			checkKeeping(t, p, o.Width, "reminder")
			openKeeping(p)
			expectTold(t, p, []string{"The browser may", "are stored"})
			checkKeeping(t, p, o.Width, "dialog")
			p.Find("dialog", "Backups").Find("button", "Choose a folder…").Click()
			expectTold(t, p, []string{"Last backup"})
			checkKeeping(t, p, o.Width, "backups")
			closeKeeping(p)
			expect(t, "the focus", "Backups", func() string { return focused(p).Name })
		})
	}
}

// checkKeeping looks at the page by day and by night.
func checkKeeping(t *testing.T, p *chromium.Page, width int, state string) {
	t.Helper()
	inBothThemes(p, func(theme string) {
		state := state + ", " + theme
		checkWidth(t, p, width, state)
		checkNames(t, p, state)
		same(t, state+": texts that are cut off", []string{}, chromium.Eval[[]string](p, cutOff))
		same(t, state+": texts that are hard to read", []string{}, chromium.Eval[[]string](p, faint))
		keepPicture(p, fmt.Sprintf("keeping-%d-%s.png", width, strings.ReplaceAll(state, ", ", "-")))
	})
}
