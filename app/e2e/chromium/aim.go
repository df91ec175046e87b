package chromium

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/runtime"
)

// A place that is worked out is old when the browser's events get there: what stood
// in it has moved, another thing is drawn over it, or a dialog has opened. So a press
// that is meant for something is watched where it arrives, before the page hears of
// it. One that meets anything else is kept from the page, all of it, and made again at
// a new place.

// aiming begins a function that is called on the page: watch keeps the page from the
// presses that come next unless the first of their events hits, which a function of
// that event decides.
const aiming = `
  const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "contextmenu",
    "touchstart", "touchend", "touchcancel"];
  const describe = (node) => node instanceof Element ?
    node.localName + (node.id ? "#" + node.id : "") + " “" + (node.ariaLabel ?? node.textContent).trim().slice(0, 60) + "”" : String(node);
  const watch = (hits) => {
    window.spanwiseAim?.end();
    const aim = { verdict: "", met: "" };
    const see = (event) => {
      if (!event.isTrusted) return;
      if (!aim.verdict) {
        const path = event.composedPath();
        const point = event.changedTouches?.[0] ?? event;
        aim.verdict = hits(path, point.clientX, point.clientY) ? "hit" : "missed";
        aim.met = describe(path[0]);
      }
      if (aim.verdict === "missed") {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    for (const kind of kinds) addEventListener(kind, see, { capture: true, passive: false });
    aim.end = () => {
      for (const kind of kinds) removeEventListener(kind, see, { capture: true });
      delete window.spanwiseAim;
    };
    window.spanwiseAim = aim;
  };
`

// aimAtElement watches for the element, what is inside it, or its label.
const aimAtElement = `function() {` + aiming + `
  const element = this instanceof Element ? this : this.parentElement;
  watch((path) => path.some((node) => node === element || node.control === element));
}`

// verdict is what has become of a press that was watched.
type verdict struct {
	Verdict string `json:"verdict"` // "hit", "missed", or "" where no event has come
	Met     string `json:"met"`     // what stood there
}

// judge asks for it. Where the page has gone since, it was the press that has sent it
// away.
func (p *Page) judge(ends bool) verdict {
	p.t.Helper()
	end := ""
	if ends {
		end = "window.spanwiseAim?.end();"
	}
	got, err := eval[verdict](p, `(() => {
		const { verdict, met } = window.spanwiseAim ?? { verdict: "hit", met: "" };
		`+end+`
		return { verdict, met };
	})()`)
	if replaced(err) {
		return verdict{Verdict: "hit"}
	}
	p.must(err, "see what was pressed")
	return got
}

// unseen is how long a press that no event came of is made again: the browser throws
// away what comes before it has drawn a page. Later it is taken for one on a control
// that is off, of which pages do not hear.
const unseen = 2 * time.Second

// surely aims and presses until that has met what it was meant for.
func (p *Page) surely(what string, aim func() error, press func() verdict) {
	p.t.Helper()
	var got verdict
	var err error
	began := time.Now()
	for time.Since(began) < Patience {
		if err = aim(); err == nil {
			got = press()
			if got.Verdict == "hit" || got.Verdict == "" && time.Since(began) > unseen {
				return
			}
			p.t.Logf("%s is pressed again: in its place was %s", what, cmp.Or(got.Met, "nothing that hears"))
		}
		time.Sleep(15 * time.Millisecond)
	}
	p.t.Fatalf("%s could not be pressed: %v; in its place is %s", what, err, got.Met)
}

// press does something with the middle of the element, which begins by pressing
// there, and gives what that has met.
func (e *Element) press(do func(at Point) verdict) {
	e.p.t.Helper()
	var at Point
	e.p.surely(fmt.Sprintf("%s %q", e.Role, e.Name), func() (err error) {
		at, err = e.aim()
		return err
	}, func() verdict { return do(at) })
}

// watched does something and gives what its press has met.
func (p *Page) watched(do func(at Point)) func(at Point) verdict {
	return func(at Point) verdict {
		p.t.Helper()
		do(at)
		return p.judge(true)
	}
}

// aim aims at the middle of the element.
func (e *Element) aim() (at Point, err error) {
	if at, err = e.middle(); err != nil {
		e.renew()
		return at, err
	}
	object, err := e.resolve()
	if err != nil {
		return at, err
	}
	result, err := try(e.p, runtime.CallFunctionOn, runtime.CallFunctionOnParams{FunctionDeclaration: aimAtElement, ObjectID: object})
	if err == nil && result.ExceptionDetails != nil {
		err = errors.New(exceptionText(result.ExceptionDetails))
	}
	return at, err
}
