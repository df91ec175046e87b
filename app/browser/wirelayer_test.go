//go:build js

package browser

import "testing"

func TestWhatIsWiredIsDrawnAnewOnlyWhereItIsOtherThanBefore(t *testing.T) {
	script(t, `document.body.insertAdjacentHTML("beforeend", "<div id='layer'></div>")`)
	t.Cleanup(func() { script(t, `document.getElementById("layer").remove()`) })
	at := rectOf(ByID("layer"))
	wiring := func(right float64) Wiring {
		begin, end := Spot{at.Left, at.Top}, Spot{at.Left + right, at.Top}
		return Wiring{
			Wires:    []Wire{{Spots: []Spot{begin, end}, Aside: [2]Spot{begin, end}, Hint: "<b>same as</b>"}},
			Heads:    []Head{{At: end}},
			Captions: []Caption{{Class: "c", At: end, Begins: true, Width: 80, Text: "<i>same</i> as"}},
			Boxes:    []Rect{at},
		}
	}
	layer := &WireLayer{ID: "layer"}
	layer.Draw(wiring(40))
	drawn := func() string {
		return script(t, `[...document.querySelectorAll("#layer path, #layer title, #layer span")].map((e) => e.getAttribute("class") + ":" + (e.getAttribute("d") ?? e.textContent)).join("|")`).String()
	}
	width := script(t, `document.getElementById("layer").getBoundingClientRect().width.toFixed(1)`).String()
	want := "wire:M0.0 0.0L40.0 0.0|head:M36.0 -6.0L40.0 0.0L44.0 -6.0Z" +
		"|box:M0.0 0.0L" + width + " 0.0L" + width + " 0.0L0.0 0.0Z" +
		"|aside:M0.0 0.0L40.0 0.0|null:<b>same as</b>|c notranslate:<i>same</i> as"
	if got := drawn(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	script(t, `window.kept = document.querySelector("#layer svg")`)
	layer.Draw(wiring(40))
	if !script(t, `window.kept === document.querySelector("#layer svg")`).Bool() {
		t.Error("the same was drawn anew")
	}
	layer.Draw(wiring(60))
	if script(t, `window.kept === document.querySelector("#layer svg")`).Bool() {
		t.Error("something else was not drawn")
	}
	layer.Draw(Wiring{})
	if got := drawn(); got != "" {
		t.Errorf("nothing is drawn as %q", got)
	}
}
