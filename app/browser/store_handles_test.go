//go:build js

package browser

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestAHandleOfAFolderOutlivesItsStore(t *testing.T) {
	s := newStore(t)
	ctx := withPatience(t)
	folder, err := await(script(t, `navigator.storage.getDirectory().then(d => d.getDirectoryHandle("backups", {create: true}))`))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.KeepHandle(ctx, "folder", folder); err != nil {
		t.Fatal(err)
	}
	other := anotherTab(t, s)
	s.Close()
	got, err := other.Handle(ctx, "folder")
	if err != nil {
		t.Fatal(err)
	}
	same, err := call(folder, "isSameEntry", got)
	if err != nil || !same.Bool() {
		t.Errorf("the handle that came back is not the same folder's (error %v)", err)
	}
}

func TestAHandleIsReplacedAndRemoved(t *testing.T) {
	cases := []struct {
		name  string
		value app.Value
		want  string
		why   string
	}{
		{"first", app.ValueOf("a"), "a", "any value that can be cloned"},
		{"replaced", app.ValueOf("b"), "b", "one value a key"},
		{"null", app.Null(), "undefined", "null removes"},
		{"again", app.ValueOf("c"), "c", "a key can be used again"},
		{"undefined", app.Undefined(), "undefined", "undefined removes"},
		{"removed twice", nil, "undefined", "nil removes, and nothing there is fine"},
	}
	s := newStore(t)
	for _, c := range cases {
		if err := s.KeepHandle(withPatience(t), "__proto__", c.value); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got, err := s.Handle(withPatience(t), "__proto__")
		if err != nil {
			t.Fatal(err)
		}
		if text := app.Window().Call("String", got).String(); text != c.want {
			t.Errorf("%s: %s, want %s (%s)", c.name, text, c.want, c.why)
		}
	}
}

func TestAValueThatCannotBeKeptIsAClearError(t *testing.T) {
	s := newStore(t)
	if err := s.KeepHandle(withPatience(t), "f", script(t, `() => 1`)); !isException(err, "DataCloneError") {
		t.Errorf("error %v, want a DataCloneError", err)
	}
	mustAppend(t, s, "still working")
}
