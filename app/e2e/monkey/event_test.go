package monkey

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAListOfEventsIsReadAsItWasWritten(t *testing.T) {
	list := Sitting(3, 500)
	got, err := Decode(Encode(list))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := Decode([]byte("{}\nnonsense")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("nonsense gives %v, want an error with its line", err)
	}
}

func TestAnEventReadsAsASentence(t *testing.T) {
	tests := []struct {
		event Event
		want  string
	}{
		{Event{Kind: Drag, By: "pen", At: Spot{On: InText, X: 0.12}, To: Spot{On: OnButton, X: 0.5}, Held: Ctrl | Shift}, "drag from 0.12 of the text to the button at 0.5 by pen holding Ctrl+Shift"},
		{Event{Kind: Key, What: "я", Code: "KeyZ", Held: Ctrl, Times: 2}, `key "я" (KeyZ) (2) holding Ctrl`},
		{Event{Kind: Rest}, "rest"},
	}
	for _, test := range tests {
		if got := test.event.String(); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestAFailureIsToldWithTheWayToRepeatIt(t *testing.T) {
	f := &Failure{At: 411, Problem: "planted: span 12 is gone"}
	told := Describe(7, f, []Event{{Kind: Rest}}, &Failure{At: 0, Problem: "planted: span 3 is gone"})
	for _, want := range []string{"seed 7", "make monkey SEED=7 EVENTS=413", "has 1 events", "   1  rest"} {
		if !strings.Contains(told, want) {
			t.Errorf("it is not told that %q:\n%s", want, told)
		}
	}
	if other := (&Failure{Problem: "planted: span 3 is gone\nand more"}); other.Kind() != f.Kind() {
		t.Errorf("%q and %q are of one kind", other.Kind(), f.Kind())
	}
}

func TestPlayingEndsWithTheFirstThingThatGoesWrong(t *testing.T) {
	var done []Kind
	f := Play(stageOf(func(e Event) string {
		done = append(done, e.Kind)
		return e.What
	}), []Event{{Kind: Wait}, {Kind: Key, What: "wrong"}, {Kind: Click}})
	if diff := cmp.Diff([]Kind{Wait, Key}, done); diff != "" || f == nil || f.At != 1 || f.Problem != "wrong" {
		t.Errorf("failure %+v (-want +got):\n%s", f, diff)
	}
}

// stageOf is a stage on which a function does the events.
type stageOf func(Event) string

func (s stageOf) Do(e Event) string { return s(e) }
func (s stageOf) Close()            {}
