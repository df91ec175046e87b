package ui

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"spanwise/app/ui/desk"

	"github.com/google/go-cmp/cmp"
)

func TestANoticeOfWhatWentWrongStaysUntilItIsPutAway(t *testing.T) {
	var n desk.Notices
	n.Add(desk.Failure, "a.txt: there is no text in it")
	n.Add(desk.Done, "Added 1 article.")
	n.Add(desk.Warning, "Added 2 articles.", "“b”: 3 line ends were changed.")
	n.Add(desk.Done, "Added 1 article.")
	n.Add(desk.Done)
	want := []desk.Notice{
		{Kind: desk.Done, Sentences: []string{"Added 1 article."}},
		{Kind: desk.Warning, Sentences: []string{"Added 2 articles.", "“b”: 3 line ends were changed."}},
		{Kind: desk.Failure, Sentences: []string{"a.txt: there is no text in it"}},
	}
	if diff := cmp.Diff(want, n.List); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	n.GoOn()
	n.Remove(0)
	n.Remove(7)
	if len(n.List) != 1 || n.List[0].Kind != desk.Failure {
		t.Errorf("working on and putting one away left %v", n.List)
	}
}

func TestLongWorkThatChangedNothingSaysWhyUnlessItWasCalledOff(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want []string
	}{
		{"overtaken", nil, []string{"That was not done, since the work was changed meanwhile. Do it again."}},
		{"called off", fmt.Errorf("change: %w", context.Canceled), nil},
		{"failed", errors.New("there is no span “x”"), []string{"That could not be done: there is no span “x”"}},
	} {
		if diff := cmp.Diff(c.want, desk.NotDone(c.err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
