package annotations

import "fmt"

// RemoveEntry takes an entry out of the register. No span and no value points to it.
type RemoveEntry struct{ ID string }

func (RemoveEntry) kind() string { return "remove-entry" }

// Apply implements Edit; the inverse is an AddEntry.
func (e RemoveEntry) Apply(p *Project) (*Project, Edit, error) {
	old, err := p.wantedEntry(e.ID)
	if err == nil {
		err = p.checkUnused(old)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("remove entry %q: %w", e.ID, err)
	}
	return p.withRegister(p.register.without(old)), AddEntry{*old}, nil
}

func (p *Project) withRegister(r register) *Project {
	next := *p.beside
	next.register = r
	return p.withBeside(next)
}

func (p *Project) wantedEntry(id string) (*Entry, error) {
	e, there := p.Entry(id)
	if !there {
		return nil, fmt.Errorf("there is no entry %q", id)
	}
	return e, nil
}

// checkUnused reports the first span, or else the first value, that points to an entry.
func (p *Project) checkUnused(e *Entry) error {
	if !p.mentioned(e.ID) {
		return nil
	}
	for m := range p.Mentions(e.ID) {
		return fmt.Errorf("span %q in %s points to “%s”", m.Span.ID, quoteTitle(m.Document), e.Name)
	}
	for n := range p.Namings(e.ID) {
		if n.Span != nil {
			return fmt.Errorf("the attribute %q of span %q in %s points to “%s”", n.Attribute, n.Span.ID, quoteTitle(n.Document), e.Name)
		}
		return fmt.Errorf("the attribute %q of the tag %q of %s points to “%s”", n.Attribute, n.Tag, quoteTitle(n.Document), e.Name)
	}
	return nil
}

func (e RemoveEntry) effect() effect { return effectOn(Target{Entry: e.ID}, "") }

// reconcile counts an entry that is gone as removed. One that is in use stays.
func (e RemoveEntry) reconcile(r *reconciler) {
	entry, there := r.project.Entry(e.ID)
	if !there {
		return
	}
	if r.project.checkUnused(entry) != nil {
		r.drop("the entry “%s” could not be removed: it is in use meanwhile", entry.Name)
		return
	}
	r.do(e)
}

func (e RemoveEntry) write(w *JSONWriter, _ Pace) error {
	w.Field("id", e.ID)
	return nil
}

func readRemoveEntry(r *JSONReader) (Edit, error) {
	id, err := r.editField("id")
	return RemoveEntry{id}, err
}
