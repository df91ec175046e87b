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
	t.Parallel()
	p := openAs(t, chromium.Options{OwnBrowser: true})
	p.Allow("crash")
	openArticle(t, p, "Moscow summit stands by")
	began := time.Now()
	kept := []string{}
	for i, word := range words {
		moment := moments[i%len(moments)]
		p.Select(word)
		expectPicked(t, p, word)
		p.Press("1")
		if moment.shows != "" {
			p.WaitFor(fmt.Sprintf(moment.shows, word))
		}
		p.KillRenderer()
		p.Reopen()
		waitSaved(p)
		kept = checkKept(t, p, kept, "Actor "+word, moment)
	}
	t.Logf("%d kills in %v; %d edits were there again", len(words), time.Since(began).Round(time.Millisecond), len(kept))
}

// moment is when a tab is killed: when the page shows something of an edit's
// word, or at once. An edit that was acknowledged has to be there again.
type moment struct {
	name         string
	shows        string
	acknowledged bool
}

// The list is drawn with the status, so that a page which lists the word and
// says Saved says it of this edit.
const (
	lists = `document.querySelector("[role=list][aria-label=Spans]").textContent.includes("%s")`
	saved = lists + ` && document.querySelector("[aria-label='Saving state']").textContent === "Saved"`
)

var moments = []moment{
	{"as soon as it was saved", saved, true},
	{"as soon as it was listed", lists, false},
	{"as soon as it was saved", saved, true},
	{"at once", "", false},
}

// words are words of the last article that are marked one by one.
var words = []string{"sovereignty", "roadmap", "landmark", "communiqué", "atmosphere", "separatism", "Astana", "rapprochement"}

// checkKept holds what a reopened page lists to what it has to, and returns
// what it has to list from now on.
func checkKept(t *testing.T, p *chromium.Page, kept []string, edit string, m moment) []string {
	t.Helper()
	have := sorted(listed(p))
	want := slices.Clone(kept)
	if m.acknowledged || slices.Contains(have, edit) {
		want = append(want, edit)
	}
	same(t, "the spans after a kill "+m.name, sorted(want), have)
	title := bundled(t)[4].Title
	same(t, "the exported spans", len(have), len(readExport(t, p).spans(title)))
	return have
}
