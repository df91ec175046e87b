//go:build js

package browser

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestFieldsAreReadAndFilledAgain(t *testing.T) {
	body := app.Window().Get("document").Get("body")
	form := app.Window().Get("document").Call("createElement", "form")
	form.Set("innerHTML", `<input id="a"><textarea id="b"></textarea><input type="checkbox" id="c">
		<select id="d"><option value="1"><option value="2"></select><input type="search" id="e"><input>`)
	body.Call("appendChild", form)
	t.Cleanup(func() { form.Call("remove") })
	heard := 0
	release := listen(form, "input", func(app.Value) { heard++ })
	t.Cleanup(release)

	filled := map[string]string{"a": "one line", "b": "two\nlines", "c": "true", "d": "2"}
	FillFields(form, map[string]string{"a": "one line", "b": "two\nlines", "c": "true", "d": "2", "gone": "x"})
	if diff := cmp.Diff(filled, FieldsIn(form)); diff != "" {
		t.Errorf("the fields (-want +got):\n%s", diff)
	}
	if heard != len(filled) {
		t.Errorf("the form heard of %d fields, want %d", heard, len(filled))
	}
	alone := form.Call("querySelector", "#a")
	FillFields(alone, map[string]string{"": "another"})
	if diff := cmp.Diff(map[string]string{"": "another"}, FieldsIn(alone)); diff != "" {
		t.Errorf("a field alone (-want +got):\n%s", diff)
	}
}

func TestTypingIsHeardBeforeThePageHearsOfIt(t *testing.T) {
	body := app.Window().Get("document").Get("body")
	field := app.Window().Get("document").Call("createElement", "input")
	body.Call("appendChild", field)
	t.Cleanup(func() { field.Call("remove") })
	var order []string
	hear := func(what string) func(app.Value) {
		return func(app.Value) { order = append(order, what) }
	}
	dealt := make(chan struct{})
	OnTyping(Typing{Typed: hear("typed"), Dealt: func(app.Value) { close(dealt) }, Pressed: hear("pressed"), Entered: hear("entered"), Left: hear("left")})
	release := listen(field, "input", func(e app.Value) {
		order = append(order, "the page")
		e.Call("stopPropagation")
	})
	t.Cleanup(release)
	FillFields(field, map[string]string{"": "a"})
	if diff := cmp.Diff([]string{"typed", "the page"}, order); diff != "" {
		t.Errorf("who heard (-want +got):\n%s", diff)
	}
	select {
	case <-dealt:
	case <-time.After(10 * time.Second):
		t.Error("nobody was told that the page has heard of it")
	}
}
