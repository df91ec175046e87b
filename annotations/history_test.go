package annotations

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// steps names what a history can take back and bring back, the next first.
func steps(h History) (undo, redo []string) {
	for s := h.undo; s != nil; s = s.below {
		undo = append(undo, s.id)
	}
	for s := h.redo; s != nil; s = s.below {
		redo = append(redo, s.id)
	}
	return undo, redo
}

func checkSteps(t *testing.T, when string, h History, undo, redo string) {
	t.Helper()
	gotUndo, gotRedo := steps(h)
	want := [2][]string{strings.Fields(undo), strings.Fields(redo)}
	if diff := cmp.Diff(fmt.Sprint(want), fmt.Sprint([2][]string{gotUndo, gotRedo})); diff != "" {
		t.Errorf("%s: what can be undone and redone (-want +got):\n%s", when, diff)
	}
	if h.CanUndo() != (undo != "") || h.CanRedo() != (redo != "") {
		t.Errorf("%s: can undo %v, can redo %v", when, h.CanUndo(), h.CanRedo())
	}
}

func TestAHistoryKnowsItsStepsByName(t *testing.T) {
	back := RemoveSpan{"doc", DefaultAnnotator, "x"}
	three := History{}.Did("a", back).Did("b", back).Did("c", back)
	for _, tt := range []struct {
		name, undo, redo string
		history          History
		why              string
	}{
		{"three steps", "c b a", "", three, "the latest is taken back first"},
		{"one back", "b a", "c", three.Undid("c", back), ""},
		{"all back", "", "a b c", three.Undid("c", back).Undid("b", back).Undid("a", back), "what was taken back last is brought back first"},
		{"back and forth", "c b a", "", three.Undid("c", back).Redid("c", back), ""},
		{"a new one", "d b a", "", three.Undid("c", back).Did("d", back), "what was taken back cannot be brought back over a later step"},
		{"one below", "c a", "b", three.Undid("b", back), "another tab took back a step that was the latest there"},
		{"one unknown", "c b a", "x", three.Undid("x", back), "it is older than what was kept"},
		{"one lost brought back", "x c b a", "", three.Redid("x", back), "a later step had ended it"},
		{"one of two back", "c b", "a", three.Undid("a", back), "the lowest"},
	} {
		checkSteps(t, tt.name+" ("+tt.why+")", tt.history, tt.undo, tt.redo)
	}
	checkSteps(t, "the first, after all that", three, "c b a", "")
	if !three.Undoes("b") || three.Undoes("x") || three.Redoes("b") || !three.Undid("b", back).Redoes("b") {
		t.Error("a step is said to be where it is not")
	}
}

func TestAHistoryGoesBackAndForth(t *testing.T) {
	var h History
	states := []*Project{project(t, sentence)}
	for i, e := range []Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 2)}, RemoveDocument{"doc"}} {
		next, inverse, err := e.Apply(states[i])
		if err != nil {
			t.Fatal(err)
		}
		states, h = append(states, next), h.Did(fmt.Sprint(i), inverse)
	}
	for _, kept := range []bool{false, true} {
		p := states[3]
		for _, to := range []int{2, 1, 2, 1, 0, 1, 2, 3} {
			before := p
			if kept {
				h = readAgain(t, h)
			}
			p, h = walk(t, p, h, states, to)
			if before == p {
				t.Error("the project stayed")
			}
		}
	}
}

// walk goes one step towards a state and checks that it is reached.
func walk(t *testing.T, p *Project, h History, states []*Project, to int) (*Project, History) {
	t.Helper()
	next, turned := h.NextUndo, h.Undid
	if p.Equal(states[max(0, to-1)]) {
		next, turned = h.NextRedo, h.Redid
	}
	step, err := next()
	if err != nil || step.Edit == nil {
		t.Fatalf("step %v, %v", step, err)
	}
	reached, inverse, err := step.Edit.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	checkLeads(t, "the step", reached, Batch{}, states[to])
	return reached, turned(step.ID, inverse)
}

// readAgain is a history out of its bytes.
func readAgain(t *testing.T, h History) History {
	t.Helper()
	data, err := h.Write(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ReadHistory(data)
	if err != nil {
		t.Fatal(err)
	}
	twice, err := again.Write(nil)
	if err != nil || string(twice) != string(data) {
		t.Errorf("written as %s and, after reading that, as %s (%v)", data, twice, err)
	}
	return again
}

func TestAStepThatGoesOnLeadsBackToItsBeginning(t *testing.T) {
	full := project(t, sentence)
	changed := func(note string) Edit {
		next, _ := full.Set("doc", DefaultAnnotator).Span("a")
		s := *next
		s.Note = note
		return ChangeSpan{"doc", DefaultAnnotator, s}
	}
	other := AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 2)}
	tests := []struct {
		name  string
		edits []Edit
		kept  int // edits that lead back
		why   string
	}{
		{"one place", []Edit{changed("a"), changed("ab"), changed("abc")}, 1, "a note is kept once a second for an hour"},
		{"two places", []Edit{changed("a"), other, changed("ab")}, 3, "what is not one place is gone back through"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, h := full, History{}
			for i, e := range tt.edits {
				next, inverse, err := e.Apply(p)
				if err != nil {
					t.Fatal(err)
				}
				if i == 0 {
					p, h = next, h.Did("step", inverse)
					continue
				}
				longer, same := readAgain(t, h).WentOn("step", inverse)
				if !same {
					t.Fatal("the step did not go on")
				}
				p, h = next, longer
			}
			step, err := h.NextUndo()
			if err != nil {
				t.Fatal(err)
			}
			back, _, err := step.Edit.Apply(p)
			if err != nil || !back.Equal(full) {
				t.Errorf("the step does not lead back (%v): %s", err, tt.why)
			}
			if got := leaves(step.Edit); got != tt.kept {
				t.Errorf("%d edits lead back, not %d: %s", got, tt.kept, tt.why)
			}
			if h = h.Undid("step", step.Edit); h.CanUndo() {
				t.Error("a part of the step is left")
			}
		})
	}
}

// leaves counts the edits that are no batch.
func leaves(e Edit) int {
	batch, ok := e.(Batch)
	if !ok {
		return 1
	}
	n := 0
	for _, e := range batch.Edits {
		n += leaves(e)
	}
	return n
}

func TestAHistoryGoesOnWithItsLatestStepOnly(t *testing.T) {
	back := RemoveSpan{"doc", DefaultAnnotator, "a"}
	h := History{}.Did("a", back).Did("b", back)
	for _, id := range []string{"a", "c", ""} {
		if _, same := h.WentOn(id, back); same {
			t.Errorf("it went on with %q", id)
		}
	}
	checkSteps(t, "an undone step", History{}.Undid("a", back).Did("b", back), "b", "")
	if longer, same := (History{}.Did("b", back)).Undid("c", back).WentOn("b", back); !same || longer.CanRedo() {
		t.Error("what was undone could be redone over a later edit")
	}
}

func TestAnEmptyHistoryHasNoStep(t *testing.T) {
	for _, h := range []History{{}, readAgain(t, History{})} {
		undo, undoErr := h.NextUndo()
		redo, redoErr := h.NextRedo()
		if undo.Edit != nil || redo.Edit != nil || undoErr != nil || redoErr != nil {
			t.Errorf("steps %v and %v, errors %v and %v", undo, redo, undoErr, redoErr)
		}
	}
}

func TestOfAVeryLongHistoryTheLatestStepsAreKept(t *testing.T) {
	var h History
	for i := range keptSteps + 5 {
		h = h.Did(fmt.Sprint(i), RemoveSpan{"doc", DefaultAnnotator, "x"})
	}
	undo, _ := steps(readAgain(t, h))
	if len(undo) != keptSteps || undo[0] != fmt.Sprint(keptSteps+4) {
		t.Errorf("%d steps are kept, the latest is %s", len(undo), undo[0])
	}
	large := AddSpan{"doc", DefaultAnnotator, Span{ID: "x", Note: strings.Repeat("n", keptBytes/2)}}
	undo, _ = steps(readAgain(t, History{}.Did("a", large).Did("b", large).Did("c", large)))
	if diff := cmp.Diff([]string{"c"}, undo); diff != "" {
		t.Errorf("of three large steps (-want +got):\n%s", diff)
	}
}

func TestADamagedHistoryIsAnError(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"no step", "{}\n", "line 1 is not a step"},
		{"cut short", "{\"undo\":\"a\",\"edit\":{}}\n{\"undo\":\"b\"", "line 2 is not a step"},
		{"no name", "{\"undo\":\"\",\"edit\":{}}\n", "line 1 is not a step"},
		{"blank line", "\n", "line 1 is not a step"},
	} {
		if _, err := ReadHistory([]byte(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
	for _, tt := range []struct{ name, line, want string }{
		{"no edit", `{"undo":"a","more":1}`, "it has no edit"},
		{"unknown edit", `{"undo":"a","edit":{"kind":"paint"}}`, "paint"},
		{"more behind", `{"undo":"a","edit":{"kind":"remove-document","id":"d"}}}`, "in place of the end"},
		{"not UTF-8", "{\"undo\":\"a\",\"edit\":\"\xff\"}", "UTF-8"},
	} {
		h, err := ReadHistory([]byte(tt.line + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.NextUndo(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}
