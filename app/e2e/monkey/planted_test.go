package monkey

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// onTheThird runs a piece of JavaScript at the third event of a kind, so that the
// fault is in the middle of what is played.
func onTheThird(kind, script string) string {
	return `
		let times = 0;
		addEventListener("` + kind + `", () => { if (++times === 3) { ` + script + ` } }, true);`
}

// fault is something that a script breaks.
type fault struct {
	name, script string
	does         func(i int) Event // what brings the fault about, the third time
	problem      string            // as it begins
}

func clickText(int) Event {
	return Event{Kind: Click, By: "mouse", At: Spot{On: InText, X: 0.3}, Times: 1}
}

func markText(i int) Event {
	at := float64(i) / 20
	return Event{Kind: Mark, By: "mouse", At: Spot{On: InText, X: at}, To: Spot{On: InText, X: at + 0.02}, What: "1"}
}

func pressKey(int) Event { return Event{Kind: Key, What: "F8"} }

var faults = []fault{
	{"a request to another origin", onTheThird("mousedown", `new Image().src = "https://example.org/pixel"`), clickText, "browser log (security)"},
	{"an exception", onTheThird("mousedown", `throw new Error("planted")`), clickText, "exception: Error: planted"},
	{"a program that stops", onTheThird("mousedown", `performance.now = undefined`), clickText, "exception: TypeError"},
	{"a function of the browser that fails", onTheThird("mousedown", `window.getSelection = () => { throw new Error("planted") }`), clickText, "console"},
	{"a letter that is drawn wrong", onTheThird("keydown", `document.querySelector("[aria-label='Article text'] p").firstChild.data = "Other words."`), pressKey, "what is drawn"},
	{"a record that is kept as another", `
		const addTruly = IDBObjectStore.prototype.add;
		let broken = false;
		let first = null;
		IDBObjectStore.prototype.add = function (...args) {
			if (this.name === "journal" && !broken) first = args;
			return addTruly.apply(this, this.name === "journal" ? first : args);
		};` + onTheThird("keydown", `broken = true`), markText, "what a tab shows is not what the journal holds"},
	{"a Saved that is said too early", onTheThird("keydown", `
		const addAgain = IDBObjectStore.prototype.add;
		IDBObjectStore.prototype.add = function (...args) {
			queueMicrotask(() => { document.querySelector("[aria-label='Saving state']").textContent = "Saved"; });
			return addAgain.apply(this, args);
		}`), markText, "console: monkey: Saved was said"},
}

// TestTheMonkeyFindsWhatIsPlanted breaks the page in the ways that the monkey is
// to find.
func TestTheMonkeyFindsWhatIsPlanted(t *testing.T) {
	t.Parallel()
	for _, planted := range faults {
		t.Run(planted.name, func(t *testing.T) {
			f := playOnce(t, planted.script, amid(planted.does))
			if f == nil || !strings.HasPrefix(f.Problem, planted.problem) {
				t.Errorf("the monkey found %+v, want a problem that begins with %q", f, planted.problem)
			}
		})
	}
}

// TestTheMonkeyFindsTheEventsThatMatter is about one of the faults on the real
// page; the search itself is tested without.
func TestTheMonkeyFindsTheEventsThatMatter(t *testing.T) {
	t.Parallel()
	planted := faults[1]
	list := amid(planted.does)
	f := playOnce(t, planted.script, list)
	if f == nil {
		t.Fatal("it does not fail")
	}
	shortest, last := shrink(t, planted.script, list, f)
	want := []Event{planted.does(0), planted.does(1), planted.does(2)}
	if diff := cmp.Diff(want, shortest); diff != "" || last == nil {
		t.Errorf("the last failure is %+v (-want +got):\n%s", last, diff)
	}
}

// amid puts events that bring a fault about among others that have nothing to do
// with it.
func amid(does func(int) Event) []Event {
	return []Event{does(0), {Kind: Wait, Times: 1}, does(1), {Kind: Look, What: "dark"}, does(2), {Kind: Audit}}
}
