package annotations

import (
	"fmt"
	"strings"
	"testing"
)

// scratch is a kind of edit that is made for these tests: it renames the project.
// The kinds below it are the same, and each forgets a part.
type scratch struct{ RenameProject }

func (scratch) kind() string { return "scratch" }

func (e scratch) reconcile(r *reconciler) { r.do(e) }

func (e scratch) Apply(p *Project) (*Project, Edit, error) {
	next, inverse, err := e.RenameProject.Apply(p)
	if err != nil {
		return nil, nil, err
	}
	return next, scratch{inverse.(RenameProject)}, nil
}

func readScratch(r *JSONReader) (Edit, error) {
	e, err := readRenameProject(r)
	if err != nil {
		return nil, err
	}
	return scratch{e.(RenameProject)}, nil
}

// newName is what the sample of a scratch kind does.
var newName = scratch{RenameProject{"new"}}

type forgetsToWrite struct{ scratch }

func (forgetsToWrite) write(*JSONWriter, Pace) error { return nil }

type forgetsToReconcile struct{ scratch }

func (forgetsToReconcile) reconcile(*reconciler) {}

type forgetsTheWayBack struct{ scratch }

func (e forgetsTheWayBack) Apply(p *Project) (*Project, Edit, error) {
	next, _, err := e.scratch.Apply(p)
	return next, Batch{}, err
}

type forgetsWhatItTouches struct{ ChangeSpan }

func (forgetsWhatItTouches) effect() effect { return effect{parts: 1, bytes: 1} }

type forgetsHowMuchItIs struct{ ChangeSpan }

func (e forgetsHowMuchItIs) effect() effect { return effect{one: e.ChangeSpan.effect().one} }

type forgetsWhatItAdds struct{ AddEntry }

func (e forgetsWhatItAdds) effect() effect { return effectOn(Target{Entry: e.Entry.ID}, "") }

func TestAKindThatForgetsAPartFails(t *testing.T) {
	change := ChangeSpan{"one", "zoë", filledSpan("a")}
	for _, tt := range []struct {
		name string
		edit Edit
		read editReader // nil: it is not registered
		want string     // "": nothing is wrong
	}{
		{"nothing forgotten", newName, readScratch, ""},
		{"not registered", newName, nil, `the kind of edit "scratch" is unknown here`},
		{"what it says is not written", forgetsToWrite{newName}, readScratch, `the field "name" is missing`},
		{"what it says is not read", newName, readNothing, "out of its JSON it is another"},
		{"a field is not in the sample", scratch{}, readScratch, `the sample does not test the fields ["annotations.scratch.Name"]`},
		{"it does nothing on another project", forgetsToReconcile{newName}, readScratch, "fits as it is, but Reconcile changes it"},
		{"its inverse does not lead back", forgetsTheWayBack{newName}, readScratch, "the inverse of scratch"},
		{"it does not say what it touches", forgetsWhatItTouches{change}, readChangeSpan, `lost the span "a" of "one"`},
		{"it does not say how much it is", forgetsHowMuchItIs{change}, readChangeSpan, "it says that it has 0 parts and 0 bytes"},
		{"it does not say what it adds", forgetsWhatItAdds{AddEntry{filledEntry("new")}}, readAddEntry, "but there are 1 Entries more"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.edit.kind() == "scratch" && tt.read != nil {
				editKinds["scratch"] = tt.read
				defer delete(editKinds, "scratch")
			}
			said := hear(t, func(t testing.TB) { checkKind(t, tt.edit, everybody(t)) })
			if tt.want == "" && said != "" || !strings.Contains(said, tt.want) {
				t.Errorf("the tests say %q, want %q", said, tt.want)
			}
		})
	}
}

// readNothing reads the edit and keeps nothing of it.
func readNothing(r *JSONReader) (Edit, error) { return scratch{}, r.Skip() }

// hearing is a test that writes down what it would fail with.
type hearing struct {
	testing.TB
	said strings.Builder
}

func (h *hearing) Helper()                           {}
func (h *hearing) Error(args ...any)                 { fmt.Fprintln(&h.said, args...) }
func (h *hearing) Errorf(format string, args ...any) { fmt.Fprintf(&h.said, format+"\n", args...) }
func (h *hearing) Fatalf(format string, args ...any) { h.Errorf(format, args...); panic(h) }
func (h *hearing) Fatal(args ...any)                 { h.Error(args...); panic(h) }

// hear gives what a check fails with.
func hear(t *testing.T, check func(testing.TB)) string {
	h := &hearing{TB: t}
	func() {
		defer func() {
			if r := recover(); r != nil && r != any(h) {
				panic(r)
			}
		}()
		check(h)
	}()
	return h.said.String()
}

func TestTwoKindsOfOneNameAreAFault(t *testing.T) {
	defer func() {
		if fault := fmt.Sprint(recover()); !strings.Contains(fault, "two kinds of edit have the name scratch") {
			t.Errorf("it gave %q", fault)
		}
	}()
	registered(editKind{"scratch", readScratch}, editKind{"other", readScratch}, editKind{"scratch", readNothing})
}
