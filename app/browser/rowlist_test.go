//go:build js

package browser

import (
	"strings"
	"testing"
)

// rowsOf makes a row of each word, which is its key and its text.
func rowsOf(words string) []Row {
	var rows []Row
	for _, word := range strings.Fields(words) {
		rows = append(rows, Row{Key: word, Class: "row", Parts: [4]Part{{Class: "swatch"}, {Class: "name", Text: word}}})
	}
	return rows
}

// newRows gives a list on the page for the length of a test.
func newRows(t *testing.T) *RowList {
	t.Helper()
	script(t, `document.body.insertAdjacentHTML("beforeend", "<ul id='rows'></ul>")`)
	t.Cleanup(func() { script(t, `document.getElementById("rows").remove()`) })
	return &RowList{ID: "rows", Data: "word"}
}

// shown is what the list shows: a row's text, or its room's rows in brackets.
func shown(t *testing.T) string {
	t.Helper()
	return script(t, `[...document.querySelectorAll("#rows > li")].map((li) => li.className === "room"
		? "[" + li.style.getPropertyValue("--rows") + "]"
		: li.textContent + (li.ariaPosInSet ? ":" + li.ariaPosInSet + "/" + li.ariaSetSize : "")).join(" ")`).String()
}

func TestAListShowsItsRowsInOrder(t *testing.T) {
	l := newRows(t)
	for _, c := range []struct{ name, words string }{
		{"the first ones", "b d f"},
		{"one in the middle", "b c d f"},
		{"one at either end", "a b c d f g"},
		{"some gone", "b f g"},
		{"others at once", "b e g h"},
		{"the other way round", "h g e b"},
		{"none", ""},
		{"some again", "x y"},
	} {
		l.Draw(rowsOf(c.words), RowWindow{Of: len(strings.Fields(c.words))})
		if got := shown(t); got != c.words {
			t.Errorf("%s: %q, want %q", c.name, got, c.words)
		}
	}
}

func TestARowThatStaysKeepsItsElementAndTheKeyboard(t *testing.T) {
	l := newRows(t)
	l.Draw(rowsOf("b c d"), RowWindow{Of: 3})
	l.Focus("c")
	script(t, `window.kept = document.activeElement`)
	next := rowsOf("a b c e")
	next[2].Current, next[2].Title = "true", "chosen"
	l.Draw(next, RowWindow{First: 5, Of: 20})
	if !script(t, `kept.isConnected && document.activeElement === kept && kept.ariaCurrent === "true" && kept.title === "chosen"`).Bool() {
		t.Error("the row was made anew or lost what it should show")
	}
	if got := l.Focused(); got != "c" {
		t.Errorf("the keyboard is on %q", got)
	}
}

func TestRowsThatAreNotDrawnHaveRoom(t *testing.T) {
	l := newRows(t)
	for _, c := range []struct {
		words string
		at    RowWindow
		want  string
	}{
		{"a b", RowWindow{Of: 2}, "a b"},
		{"a b", RowWindow{Of: 9}, "[0] a:1/9 b:2/9 [7]"},
		{"b c", RowWindow{First: 1, Of: 9}, "[1] b:2/9 c:3/9 [6]"},
		{"h i", RowWindow{First: 8, Of: 10}, "[8] h:9/10 i:10/10 [0]"},
		{"h i", RowWindow{Of: 2}, "h i"},
	} {
		l.Draw(rowsOf(c.words), c.at)
		if got := shown(t); got != c.want {
			t.Errorf("%q of %v shows %q, want %q", c.words, c.at, got, c.want)
		}
	}
}

func TestAPartThatComesOrGoesLeavesTheOthers(t *testing.T) {
	l := newRows(t)
	rows := rowsOf("a")
	l.Draw(rows, RowWindow{Of: 1})
	rows[0].Parts[2] = Part{Class: "note", Own: true, Lang: "fa", Text: "<b>"}
	l.Draw(rows, RowWindow{Of: 1})
	want := `<button class="row" type="button" data-word="a"><span class="swatch"></span><span class="name">a</span><span class="note" dir="auto" lang="fa">&lt;b&gt;</span></button>`
	if got := script(t, `document.querySelector("#rows li").innerHTML`).String(); got != want {
		t.Errorf("with a note: %s", got)
	}
	rows[0].Parts[2] = Part{}
	l.Draw(rows, RowWindow{Of: 1})
	if got := shown(t); got != "a" {
		t.Errorf("without the note: %q", got)
	}
}
