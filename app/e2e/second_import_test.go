package e2e

import (
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

// toMerge is a file that a page of its own has made of its work, with Eve's.
func toMerge(t *testing.T) string {
	t.Helper()
	p := open(t)
	mark(t, p, "Tunisia", "1")
	return write(t, "theirs.json", withEve(t, export(p)))
}

// mergesTheirs merges that file into work of the page's own.
func mergesTheirs(t *testing.T, p *chromium.Page, file string) {
	t.Helper()
	mark(t, p, "Saudi Arabia", "1")
	mergeFile(p, file)
	expectNotice(t, p, "Imported theirs.json", "Annotator “Eve” added")
	checkEve(t, project(t, export(p)))
}

func TestAFileIsMergedWhereverTheSecondProgramRuns(t *testing.T) {
	t.Parallel()
	file := toMerge(t)
	for _, test := range []struct {
		name, why string
		options   chromium.Options
	}{
		{"without workers", "it runs beside the page then", chromium.Options{Script: `delete window.Worker`}},
		{"in the single file", "which carries it", chromium.Options{File: true, OwnBrowser: true}},
	} {
		t.Run(test.name, func(t *testing.T) { mergesTheirs(t, openAs(t, test.options), file) })
	}
	t.Run("off-line", func(t *testing.T) {
		host := chromium.NewServer(t)
		p := openAs(t, chromium.Options{Address: host.Mount("/s/", chromium.Built(t))})
		p.WaitInstalled()
		host.Down(true)
		p.Reload()
		mergesTheirs(t, p, file)
	})
}

func TestAnImportWithoutASecondProgramIsSaidAndLosesNothing(t *testing.T) {
	t.Parallel()
	file := toMerge(t)
	files := chromium.Built(t)
	files["web-"+files.Version()+"/second.wasm.gz"] = []byte("no program")
	p := openAs(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files), Script: `delete Navigator.prototype.serviceWorker`})
	mark(t, p, "Saudi Arabia", "1")
	before := export(p)
	importFile(p, file)
	expectNotice(t, p, "theirs.json could not be imported", "the second program has ended", "Nothing here was changed")
	same(t, "the work", string(before), string(export(p)))
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia")
}

// TestAPageThatIsKilledAmidAnImportLosesNothing kills the page's process at several
// moments of an import: all of the file is there again, or nothing of it.
func TestAPageThatIsKilledAmidAnImportLosesNothing(t *testing.T) {
	t.Parallel()
	file := toMerge(t)
	p := openAs(t, chromium.Options{OwnBrowser: true})
	p.Allow("crash")
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	before := export(p)
	for _, after := range []time.Duration{0, 20 * time.Millisecond, 60 * time.Millisecond, 150 * time.Millisecond} {
		importFile(p, file)
		chooseMerge(p, "Import theirs.json").Find("button", "Merge").Click()
		time.Sleep(after) // a moment of the import, whichever it is
		p.KillRenderer()
		p.Reopen()
		waitSaved(p)
		if got := export(p); string(got) != string(before) {
			checkEve(t, project(t, got))
			p.Click("button", "Undo")
			expect(t, "the work after taking the import back", string(before), func() string { return string(export(p)) })
			waitSaved(p)
		}
	}
}
