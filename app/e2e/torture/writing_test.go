package torture

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

// eachWriting is among how many kill points of the program one is of the page: it
// takes longer.
const eachWriting = 5

// writingBinding is the function through which the witness in the page reports.
const writingBinding = "spanwiseSaved"

// savedWitness reports what stands on the page whenever that says Saved: in the
// field that has the keyboard, and how many spans are listed. All in one task of the
// browser: nothing can come in between.
const savedWitness = `
(() => {
	let last;
	const look = () => {
		if (document.querySelector("[aria-label='Saving state']")?.textContent !== "Saved") return;
		const field = document.activeElement;
		const report = JSON.stringify({
			Text: field?.matches("input, textarea") ? field.value : "",
			Marks: document.querySelectorAll("[role=list][aria-label=Spans] button").length,
		});
		if (report !== last) window.` + writingBinding + `?.(last = report);
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
})()`

// savedReport is what the page showed beside Saved.
type savedReport struct {
	Text  string
	Marks int
}

// writer is a person who writes on the page, and whose browser is killed.
type writer struct {
	t    *testing.T
	page *chromium.Page
	dice *rand.Rand

	mu    sync.Mutex
	saved savedReport // what was acknowledged last
	acks  int
}

// place is a field that is written in: how it is opened, what it is, and how what
// is kept of it is read in a page that was opened anew.
type place struct {
	name, open, field, read string
	offered                 bool
}

var places = []place{
	{
		name:  "a note on a span",
		open:  `document.querySelector("[role=list][aria-label=Spans] button").click()`,
		field: ".note-field textarea",
		read:  `document.querySelector(".note-field textarea").value`,
	},
	{
		name:  "a note on an article",
		open:  `document.querySelector("[data-part=note][aria-expanded=false]")?.click()`,
		field: "#article-note",
		read:  `document.querySelector("#article-note").value`,
	},
	{
		name:    "a text that is pasted",
		open:    `document.querySelector("[aria-label=Paste]").click()`,
		field:   "#field-text",
		read:    `document.querySelector(".notice.draft .words").textContent`,
		offered: true,
	},
}

// TestKillPointsWhileWriting kills the process of the page itself while somebody
// types on it without a rest, among edits, and looks for every word beside which
// the page had said Saved.
func TestKillPointsWhileWriting(t *testing.T) {
	t.Parallel()
	w := &writer{t: t, dice: rand.New(rand.NewPCG(*seed, 1))}
	w.page = chromium.Open(t, chromium.Options{OwnBrowser: true, Script: savedWitness})
	w.page.Allow("crash")
	w.hear()
	began := time.Now()
	for point := range max(1, *points/eachWriting) {
		w.point(point)
		tally.writing++
		if tally.writing%20 == 0 {
			t.Logf("%d kill points while writing in %v, %d acknowledged words lost", tally.writing, time.Since(began).Round(time.Second), tally.words)
		}
	}
	t.Logf("%v in all; Saved was said %d times beside other words", time.Since(began).Round(time.Second), w.acks)
	if w.acks == 0 {
		t.Error("nothing was ever acknowledged")
	}
}

func (w *writer) hear() {
	w.page.Hear(writingBinding, func(text string) {
		var r savedReport
		if json.Unmarshal([]byte(text), &r) != nil {
			return
		}
		w.mu.Lock()
		defer w.mu.Unlock()
		w.saved = r
		w.acks++
	})
}

// reported gives what was acknowledged last.
func (w *writer) reported() savedReport {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.saved
}

func (w *writer) forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.saved = savedReport{}
}

const isSaved = `document.querySelector("[aria-label='Saving state']")?.textContent === "Saved"`

// point marks a word, writes somewhere until the process is killed, and looks at
// what is there again.
func (w *writer) point(n int) {
	p, at := w.page, places[w.dice.IntN(len(places))]
	p.WaitFor(isSaved)
	p.Region().Focus()
	p.Press("ArrowRight", "1")
	p.WaitFor(`document.querySelector("[role=list][aria-label=Spans] button")`)
	p.Press("Escape", "Escape")
	p.Do(at.open)
	p.WaitFor(fmt.Sprintf("!!document.querySelector(%q)", at.field))
	p.Do(fmt.Sprintf("{ const f = document.querySelector(%q); f.focus(); f.setSelectionRange(f.value.length, f.value.length) }", at.field))
	w.forget()
	w.write(n)
	p.KillRenderer()
	p.Reopen()
	w.check(n, at)
}

// write types words without a rest, for a time that is thrown.
func (w *writer) write(n int) {
	deadline := time.Now().Add(time.Duration(200+w.dice.IntN(3500)) * time.Millisecond)
	for word := 0; time.Now().Before(deadline); word++ {
		for _, letter := range fmt.Sprintf("w%dx%d ", n, word) {
			w.page.Press(string(letter))
			time.Sleep(time.Duration(20+w.dice.IntN(120)) * time.Millisecond)
			if time.Now().After(deadline) {
				return
			}
		}
	}
}

// check holds what is there after a kill to what was acknowledged before it.
func (w *writer) check(n int, at place) {
	p, saved := w.page, w.reported()
	w.hear()
	p.WaitFor(isSaved)
	if marks := fmt.Sprintf(`document.querySelectorAll("[role=list][aria-label=Spans] button").length >= %d`, saved.Marks); !holds(p, marks) {
		w.t.Errorf("seed %d, point %d: fewer spans are there than the %d that were acknowledged", *seed, n, saved.Marks)
	}
	if strings.TrimSpace(saved.Text) == "" {
		w.putAway()
		return
	}
	if !at.offered {
		p.Do(at.open)
	}
	there := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		there = chromium.Eval[string](p, "(() => { try { return "+at.read+" } catch { return '' } })()")
		if strings.HasPrefix(there, saved.Text) {
			w.putAway()
			return
		}
	}
	lost := len(strings.Fields(saved.Text)) - commonWords(saved.Text, there)
	tally.words += lost
	w.t.Errorf("seed %d, point %d, %s: %d acknowledged words are lost: %q was acknowledged, %q is there", *seed, n, at.name, lost, saved.Text, there)
	w.putAway()
}

// putAway opens the page anew, with nothing offered any more.
func (w *writer) putAway() {
	p := w.page
	p.Do(`document.activeElement?.blur(); document.querySelector("[data-part=note][aria-expanded=true]")?.click()`)
	p.WaitFor(`(() => {
		const discard = [...document.querySelectorAll(".notice.draft button")].find((b) => b.textContent === "Discard");
		discard?.click();
		return !discard && ` + isSaved + `;
	})()`)
}

// holds reports whether an expression comes to hold.
func holds(p *chromium.Page, expression string) bool {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if chromium.Eval[bool](p, expression) {
			return true
		}
	}
	return false
}

// commonWords counts the words that two texts begin with.
func commonWords(a, b string) int {
	these, those := strings.Fields(a), strings.Fields(b)
	n := 0
	for n < len(these) && n < len(those) && these[n] == those[n] {
		n++
	}
	return n
}
