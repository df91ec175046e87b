package annotations

import "fmt"

// Reconcile gives the edit that does on p what e meant to do on the project that
// it was made for, where other edits may have come in between: the later one
// wins, and nothing else is lost. A span that is there is changed instead of
// added, one that is gone is added instead of changed; what was to be removed and
// is gone already counts as done; a label that has come into use stays in the
// scheme. What cannot be done any more is left out, and dropped says so, one
// error each, in words for a reader.
//
// fits applies to p; it is an empty Batch where nothing is left to do. What
// applies as it is stays as it is.
func Reconcile(e Edit, p *Project) (fits Edit, dropped []error) {
	r := &reconciler{project: p}
	r.one(e)
	if len(r.fits) == 1 {
		return r.fits[0], r.dropped
	}
	return Batch{r.fits}, r.dropped
}

// reconciler goes through edits that were made elsewhere.
type reconciler struct {
	project *Project // as what fits has left it
	fits    []Edit
	dropped []error
}

// several reconciles edits in order, each with what the ones before it have left.
func (r *reconciler) several(edits []Edit) {
	for len(edits) > 0 {
		run := alike(edits)
		r.run(run)
		edits = edits[len(run):]
	}
}

// run reconciles edits that are alike. They are done together, and where that
// cannot be, half of them and then the other half: a few that do not fit among
// very many are found without doing all of them one by one.
func (r *reconciler) run(edits []Edit) {
	if len(edits) == 1 {
		r.one(edits[0])
		return
	}
	// Without a Pace nothing but a misfit stops it, which it does not tell.
	if next, _, err := r.project.together(edits, nil); err == nil && next != nil {
		r.project, r.fits = next, append(r.fits, edits...)
		return
	}
	half := len(edits) / 2
	r.run(edits[:half])
	r.run(edits[half:])
}

func (r *reconciler) one(e Edit) {
	if e == nil {
		r.drop("a change could not be kept: there is none")
		return
	}
	e.reconcile(r)
}

func (r *reconciler) drop(format string, args ...any) {
	r.dropped = append(r.dropped, fmt.Errorf(format, args...))
}

// do does an edit that has been made to fit.
func (r *reconciler) do(e Edit) {
	next, _, err := e.Apply(r.project)
	if err != nil {
		r.drop("a change could not be kept: %w", err)
		return
	}
	r.project, r.fits = next, append(r.fits, e)
}
