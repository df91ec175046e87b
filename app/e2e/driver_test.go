package e2e

import (
	"fmt"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// logged notes what is logged in the place of a test.
type logged struct {
	testing.TB
	text strings.Builder
}

func (l *logged) Helper() {}

func (l *logged) Logf(format string, args ...any) { fmt.Fprintf(&l.text, format+"\n", args...) }

func TestAFailureSaysWhatThePageSaid(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Click("button", "Paste")
	dialog := p.Find("dialog", "Paste a text")
	dialog.Find("textbox", "Title").Focus()
	p.Type("Acme and Zed")
	l := &logged{TB: t}
	p.LogState(l)
	for _, want := range []string{
		"heading: " + bundled(t)[0].Title, "dialog: Paste a text: ", "The title is the headline", "status: Saving state: ",
		"focus: input#", "“Title”, in it “Acme and Zed”",
	} {
		if !strings.Contains(l.text.String(), want) {
			t.Errorf("it does not say %q; it says\n%s", want, l.text.String())
		}
	}
}

// movingButton counts how often it was clicked; it moves, or is covered, when the
// mouse comes upon it for the first time.
const movingButton = `
	const box = document.createElement("div");
	box.innerHTML = "<button id=moving>Move</button><button id=beside>Beside</button>";
	Object.assign(box.style, { position: "fixed", top: 0, left: 0, zIndex: 1000 });
	document.body.append(box);
	const [moving, beside] = box.children;
	window.pressed = [];
	for (const kind of ["pointerdown", "mousedown", "click", "touchstart"]) {
		box.addEventListener(kind, (e) => { if (kind === "click" || e.target.id !== "moving") pressed.push(kind + " " + e.target.id); });
	}
	window.whenReached = (change) => addEventListener("pointermove", () => change(moving, beside), { once: true, capture: true });`

func TestAClickMeetsWhatItIsMeantForThoughThatMoves(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Do(movingButton)
	for _, c := range []struct{ what, change string }{
		{"it changes places with another", `moving.before(beside)`},
		{"another lies over it for a while", `Object.assign(beside.style, { position: "fixed", top: 0, left: 0, width: "50vw", height: "50vh" });
			setTimeout(() => beside.style = "", 200)`},
		{"another takes its place for ever", `moving.outerHTML = "<button id=moving>Move</button>"`},
	} {
		p.Do(`window.pressed = []; whenReached((moving, beside) => {` + c.change + `})`)
		p.Click("button", "Move")
		same(t, c.what, []string{"click moving"}, chromium.Eval[[]string](p, `pressed`))
	}
}
