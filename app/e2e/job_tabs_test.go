package e2e

import (
	"fmt"
	"testing"

	"spanwise/app/e2e/chromium"
)

func TestTwoTabsWorkOnTheSameSpansAndOneHistory(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	second := p.Another()
	expectListed(t, second, "Actor Saudi Arabia")
	same(t, "what the second tab says", "", notices(second))

	mark(t, second, "Tunisia", "1")
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
	mark(t, p, "Ankara", "1")
	expectListed(t, second, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia")

	second.Press("Control+z") // takes back what the first tab did last
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
	p.Press("Control+z", "Control+z", "Control+y")
	expectListed(t, second, "Actor Saudi Arabia")
	waitSaved(p)
	waitSaved(second)

	second.Reload()
	expectListed(t, second, "Actor Saudi Arabia")
	second.Press("Control+y", "Control+y")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia")
	same(t, "the notices of the first tab", "", notices(p))
}

// watchList has the page remember when its list of spans changed.
const watchList = `
	window.listChanged = 0;
	new MutationObserver(() => window.listChanged ||= Date.now())
		.observe(document.querySelector("[role=list][aria-label=Spans]"), { childList: true, subtree: true });`

func TestAnEditIsInTheOtherTabWithinASecond(t *testing.T) {
	for _, missing := range []string{"", "BroadcastChannel"} {
		t.Run("without "+missing, func(t *testing.T) {
			o := chromium.Options{}
			if missing != "" {
				o.Script = fmt.Sprintf("delete window.%s", missing)
			}
			p := openAs(t, o)
			second := p.Another()
			expectListed(t, second)
			var longest int
			for _, word := range []string{"Saudi Arabia", "Tunisia", "Ankara", "Moscow"} {
				second.Do(watchList)
				p.Do(watchList)
				mark(t, p, word, "1")
				expect(t, "the number of spans in both", len(listed(p)), func() int { return len(listed(second)) })
				took := chromium.Eval[int](second, "listChanged") - chromium.Eval[int](p, "listChanged")
				longest = max(longest, took)
			}
			t.Logf("an edit was in the other tab within %d ms", longest)
			if longest > 1000 {
				t.Errorf("it took %d ms", longest)
			}
		})
	}
}

// bothChoose opens two tabs in which the same span is chosen.
func bothChoose(t *testing.T) (first, second *chromium.Page) {
	t.Helper()
	first = open(t)
	mark(t, first, "Saudi Arabia", "1")
	waitSaved(first)
	second = first.Another()
	expectListed(t, second, "Actor Saudi Arabia")
	for _, tab := range []*chromium.Page{first, second} {
		tab.Click("button", "Actor Saudi Arabia")
		expectShown(t, tab, "Saudi Arabia")
	}
	return first, second
}

// watchWriting has the page count how often it asks to write edits to a database.
const watchWriting = `
	window.writing = 0;
	const transaction = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (stores, mode) {
		if (mode === "readwrite" && [stores].flat().includes("journal")) window.writing++;
		return transaction.apply(this, arguments);
	};`

func TestWhoIsOvertakenByAnotherTabIsTold(t *testing.T) {
	t.Parallel()
	p, second := bothChoose(t)
	second.Do(holdJournal) // so that neither hears of the other before it acts
	p.Do(watchWriting)
	p.Press("2")
	expectListed(t, p, "Demand Saudi Arabia")
	expect(t, "the status while the database is busy", "Saving…", p.Status)
	p.WaitFor(`window.writing > 0`) // its turn at the database comes first
	second.Press("3")
	expectListed(t, second, "Date Saudi Arabia")
	second.Do(releaseJournal)
	waitSaved(p)
	waitSaved(second)

	expectListed(t, p, "Date Saudi Arabia")
	expectListed(t, second, "Date Saudi Arabia")
	expectNotice(t, p, "“Saudi Arabia”", "was changed in another tab after you: its label is Date now, no longer Demand", "Undo brings back what you had")
	same(t, "what the other tab says", "", notices(second))
	p.Press("Control+z")
	expectListed(t, second, "Demand Saudi Arabia")
}

func TestATabThatIsClosedLeavesItsWorkToTheOther(t *testing.T) {
	t.Parallel()
	p := open(t)
	second := p.Another()
	mark(t, second, "Tunisia", "1")
	waitSaved(second)
	second.Close()
	expectListed(t, p, "Actor Tunisia")
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
}

func TestANoteThatIsBeingWrittenIsNotLostToAnotherTabs(t *testing.T) {
	t.Parallel()
	p, second := bothChoose(t)
	second.Do(holdJournal) // so that theirs comes while mine is being written
	second.Do(watchWriting)
	second.Find("textbox", "Note").Click()
	second.Type("theirs")
	second.WaitFor(`window.writing > 0`)
	p.Find("textbox", "Note").Click()
	p.Type("mine, which is longer")
	second.Do(releaseJournal)
	expect(t, "the note in both", []string{"mine, which is longer", "mine, which is longer"}, func() []string {
		const note = `document.querySelector(".note-field textarea").value`
		return []string{chromium.Eval[string](p, note), chromium.Eval[string](second, note)}
	})
}
