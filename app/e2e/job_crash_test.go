package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

// TestATabThatIsKilledLosesNothingThatWasAcknowledged kills the page's process
// at several moments of an edit. What the page had called saved must be there
// again; what it had not may be, but whole or not at all.
func TestATabThatIsKilledLosesNothingThatWasAcknowledged(t *testing.T) {
	p := openAs(t, chromium.Options{OwnBrowser: true})
	p.Allow("crash")
	openArticle(t, p, "Moscow summit stands by")
	began := time.Now()
	acknowledged := []string{}
	moments := []struct {
		name string
		wait func(want string)
		kept bool // the page has said Saved, so the edit has to be there
	}{
		{"after Saved", func(string) { p.WaitSaved() }, true},
		{"as soon as Saved stands on the page", func(string) { p.WaitFor(`document.querySelector("[role=status]").textContent === "Saved"`) }, true},
		{"when the list shows it", func(want string) {
			expect(t, "the list", true, func() bool { return slices.Contains(listed(p), want) })
		}, false},
		{"at once", func(string) {}, false},
	}
	for i := range kills {
		moment := moments[i%len(moments)]
		word := words[i]
		p.Do(watchSaving)
		p.Select(word)
		expectPicked(t, p, word)
		p.Press("1")
		if moment.kept {
			p.WaitFor(`window.sawSaving`)
		}
		moment.wait("Actor " + word)
		p.KillRenderer()
		p.Reopen()
		p.WaitSaved()
		acknowledged = checkKept(t, p, acknowledged, "Actor "+word, moment.name, moment.kept)
	}
	t.Logf("%d kills in %v; %d edits were there again", kills, time.Since(began).Round(time.Millisecond), len(acknowledged))
}

// kills is how often the tab is killed, twice at each moment; every one costs
// some seconds.
const kills = 8

// words are words of the last article, each of which stands there once or
// stands first where it is marked.
var words = []string{"sovereignty", "roadmap", "landmark", "Iran", "communiqué", "atmosphere",
	"separatism", "Astana", "Resolution", "humanitarian", "reconciliation", "rapprochement"}

// watchSaving notes whether the status has said Saving… since.
const watchSaving = `
	window.sawSaving = false;
	const status = document.querySelector("[role=status]");
	new MutationObserver(() => { window.sawSaving ||= status.textContent === "Saving…" })
		.observe(status, { childList: true, characterData: true, subtree: true });`

// checkKept holds what a reopened page lists to what it has to, and returns
// what it has to list from now on.
func checkKept(t *testing.T, p *chromium.Page, acknowledged []string, edit, moment string, kept bool) []string {
	t.Helper()
	have := listed(p)
	may := append(slices.Clone(acknowledged), edit)
	if slices.Contains(have, edit) || kept {
		acknowledged = may
	}
	same(t, fmt.Sprintf("the spans after a kill %s of marking", moment), sorted(acknowledged), sorted(have))
	same(t, "the exported spans", len(have), len(readExport(t, p).spans("Moscow summit stands by Syria’s sovereignty, orders roadmap for Damascus–Ankara ties")))
	return sorted(have)
}
