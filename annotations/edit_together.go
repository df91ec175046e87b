package annotations

// together is a kind of edit of which many on one set are quicker done at once. A
// kind that is none is done one by one.
type together interface {
	// on names whose set the edit changes, and how.
	on() setEdits

	// prepare checks the edit against that set, which is a's, and returns its span
	// and its inverse. It does not say why an edit does not fit: doing it alone
	// will tell.
	prepare(p *Project, a *article, set *Set, copies *copier) (s *Span, inverse Edit, fits bool)

	// change does edits of which these are the spans.
	change(set *Set, spans []*Span, pace Pace) (*Set, error)
}

// setEdits is what edits have in common that can be done together.
type setEdits struct{ kind, document, annotator string }

func setEditsOf(e Edit) setEdits {
	if many, ok := e.(together); ok {
		return many.on()
	}
	return setEdits{}
}

// alike returns the edits at the front that can be done together; the first alone
// if it cannot.
func alike(edits []Edit) []Edit {
	first := setEditsOf(edits[0])
	n := 1
	for first != (setEdits{}) && n < len(edits) && setEditsOf(edits[n]) == first {
		n++
	}
	return edits[:n]
}

// together does edits that are alike at once. Where any of them does not fit it
// gives nothing, and does not say why: doing them one by one will tell which.
func (p *Project) together(run []Edit, pace Pace) (_ *Project, inverse []Edit, _ error) {
	of := setEditsOf(run[0])
	a, set, misfit := p.wantedSet(of.document, of.annotator)
	if misfit != nil {
		return nil, nil, nil
	}
	copies := &copier{more: len(run)}
	spans := make([]*Span, len(run))
	inverse = make([]Edit, len(run))
	prepared := pace.Part(0, 0.5)
	for i, e := range run {
		if err := prepared.At(i, len(run)); err != nil {
			return nil, nil, err
		}
		var fits bool
		if spans[i], inverse[i], fits = e.(together).prepare(p, a, set, copies); !fits {
			return nil, nil, nil
		}
	}
	next, err := run[0].(together).change(set, spans, pace.Part(0.5, 1))
	switch err.(type) {
	case nil:
		return p.withSet(a, next), inverse, nil
	case twiceError:
		return nil, nil, nil
	}
	return nil, nil, err
}
