package session

import (
	"context"
	"errors"

	"spanwise/annotations"
)

// state is the work at one moment. It is a value and never changes.
type state struct {
	project *annotations.Project
	history annotations.History
}

// applied says what a record came to.
type applied struct {
	edit    annotations.Edit // what was done
	fitted  bool             // the edit was made to fit
	dropped []error          // what of it could not be done any more
}

// after gives the state after a record. What was made on another state than st,
// because other tabs were at work too, is done as far as it can be: every tab
// that goes through the same records comes to the same state. The only error is
// the early end of the pace.
func (st state) after(r record, pace annotations.Pace) (state, applied, error) {
	if st.holds(r) {
		return st, applied{edit: annotations.Batch{}}, nil
	}
	done := applied{edit: r.edit}
	next, inverse, err := annotations.Apply(r.edit, st.project, pace)
	if err != nil && !ended(err) {
		done.fitted = true
		done.edit, done.dropped = annotations.Reconcile(r.edit, st.project)
		next, inverse, err = annotations.Apply(done.edit, st.project, pace)
	}
	if err != nil {
		return st, applied{}, err
	}
	return state{next, remember(st.history, r, done, inverse)}, done, nil
}

// holds reports whether what the record is to undo or redo is so already,
// because another tab did it first.
func (st state) holds(r record) bool {
	return r.how == undid && st.history.Redoes(r.step) || r.how == redid && st.history.Undoes(r.step)
}

// remember gives the history after a record. An edit of which nothing was left to
// do is no step: to undo it would do nothing.
func remember(h annotations.History, r record, done applied, inverse annotations.Edit) annotations.History {
	switch {
	case r.how == undid:
		return h.Undid(r.step, inverse)
	case r.how == redid:
		return h.Redid(r.step, inverse)
	case r.how == did && !done.idle():
		return begun(h, r, inverse)
	}
	return h
}

// begun gives the history after an edit that a person made. One that goes on with a
// step is a part of it as long as that is the latest: where another tab's edit has
// come between, it is a step of its own.
func begun(h annotations.History, r record, inverse annotations.Edit) annotations.History {
	if r.step != "" {
		if longer, same := h.WentOn(r.step, inverse); same {
			return longer
		}
	}
	return h.Did(r.id, inverse)
}

// idle reports whether nothing was left to do of what a record meant, since it was
// done already or cannot be done any more.
func (a applied) idle() bool {
	all, ok := a.edit.(annotations.Batch)
	return ok && a.fitted && len(all.Edits) == 0
}

// nothing reports whether nothing of a record could be done.
func (a applied) nothing() bool { return a.idle() && len(a.dropped) > 0 }

// ended reports whether work ended because its context did.
func ended(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
