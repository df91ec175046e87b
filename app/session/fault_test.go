package session

import (
	"errors"
	"strings"
	"testing"

	"spanwise/annotations"
)

func TestAFaultInWorkBesideThePageIsAnError(t *testing.T) {
	var nothing []int
	err := Attempt(func() error { _ = nothing[len(nothing)]; return nil })
	if err == nil || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("a fault gave the error %v", err)
	}
	refused := errors.New("refused")
	if got := Attempt(func() error { return refused }); got != refused {
		t.Errorf("an error gave %v", got)
	}
}

// faulty is an edit that fails in a way that nobody foresaw.
type faulty struct{ annotations.Edit }

func TestAFaultInAnEditChangesNothingAndLetsGoOfTheLock(t *testing.T) {
	s, _ := opened(t, nil)
	before := s.Project()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the fault was lost")
			}
		}()
		_ = s.Do(faulty{})
	}()
	if s.Project() != before || s.CanUndo() {
		t.Error("half of an edit was done")
	}
}
