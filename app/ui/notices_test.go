package ui

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestANoticeOfWhatWentWrongStaysUntilItIsPutAway(t *testing.T) {
	var n notices
	n.add(failure, "a.txt: there is no text in it")
	n.add(done, "Added 1 article.")
	n.add(warning, "Added 2 articles.", "“b”: 3 line ends were changed.")
	n.add(done, "Added 1 article.")
	n.add(done)
	want := []notice{
		{Kind: done, Sentences: []string{"Added 1 article."}},
		{Kind: warning, Sentences: []string{"Added 2 articles.", "“b”: 3 line ends were changed."}},
		{Kind: failure, Sentences: []string{"a.txt: there is no text in it"}},
	}
	if diff := cmp.Diff(want, n.list); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	n.goOn()
	n.remove(0)
	n.remove(7)
	if len(n.list) != 1 || n.list[0].Kind != failure {
		t.Errorf("working on and putting one away left %v", n.list)
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
		if diff := cmp.Diff(c.want, notDone(c.err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
