package e2e

import (
	"testing"

	"spanwise/app/e2e/chromium"
)

// offeredIn are the names of what a field offers.
func offeredIn(p *chromium.Page, field string) []string {
	return chromium.Eval[[]string](p, `[...document.querySelectorAll("#`+field+`-list:not([hidden]) .name")].map((n) => n.textContent)`)
}

// TestWhoMakesADemandIsNamedOnceAndFollowsTheRegister names actors by keys, takes
// what is highlighted and nothing else, and finds them in the register and under
// their new name.
func TestWhoMakesADemandIsNamedOnceAndFollowsTheRegister(t *testing.T) {
	t.Parallel()
	p := open(t)
	nameActor(t, p, "Saudi Arabia", "Control+Enter") // an entry of the span's own words
	p.Press("Escape", "Escape")
	mark(t, p, "readmitted to diplomatic life", "2")
	strike(p, "a")
	expectFocus(t, p, "Made by")
	p.Type("Saud")
	expect(t, "what is offered", []string{"Saudi Arabia", "“Saud”"}, func() []string { return offeredIn(p, "field-of-made-by") })
	p.Press("ArrowDown", "ArrowUp", "Tab") // the entry, and not the letters
	expectFocus(t, p, "Addressed to")
	p.Type("Arab League")
	expect(t, "what is offered", []string{"“Arab League”"}, func() []string { return offeredIn(p, "field-of-addressed-to") })
	p.Press("Enter", "Escape")
	expectSummary(t, p, "Made by: Saudi Arabia · Addressed to: Arab League")

	p.Click("button", "Register")
	expectRows(t, p, "entries", "Actor 0 mentions · named 1 time Arab League", "Actor 1 mention · named 1 time Saudi Arabia")
	pressRow(t, p, "entries", "Actor 1 mention")
	expectRows(t, p, "mentions", "Saudi Arabia "+bundled(t)[0].Title, "readmitted to diplomatic life "+bundled(t)[0].Title+" Made by")
	p.Find("textbox", "Name").Fill("Riyadh")
	expectRows(t, p, "entries", "Actor 0 mentions · named 1 time Arab League", "Actor 1 mention · named 1 time Riyadh")
	p.Press("Escape")
	p.Gone("dialog", "Register")
	p.ClickText("readmitted", 1)
	expectSummary(t, p, "Made by: Riyadh · Addressed to: Arab League")

	strike(p, "a")
	expectFocus(t, p, "Made by")
	p.Click("button", "Take out Riyadh")
	p.Gone("button", "Take out Riyadh")
	p.Find("combobox", "Made by").Click()
	p.Type("Def")
	p.Find("combobox", "Addressed to").Click()
	p.Press("Escape")
	expectSummary(t, p, "Addressed to: Arab League")
	expectNotice(t, p, "“Def” was not kept: it is not in the register")
}
