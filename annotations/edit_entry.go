package annotations

import "fmt"

// AddEntry brings an entry into the register. Its ID is new there and its label
// in the scheme.
type AddEntry struct{ Entry Entry }

// ChangeEntry puts a new value in the place of the entry with the same ID. The
// label stays what it is as long as spans point to the entry.
type ChangeEntry struct{ Entry Entry }

// RemoveEntry takes an entry out of the register. No span points to it.
type RemoveEntry struct{ ID string }

func (AddEntry) kind() string    { return "add-entry" }
func (ChangeEntry) kind() string { return "change-entry" }
func (RemoveEntry) kind() string { return "remove-entry" }

// Apply implements Edit; the inverse is a RemoveEntry.
func (e AddEntry) Apply(p *Project) (*Project, Edit, error) {
	if err := e.Entry.check(p); err != nil {
		return nil, nil, fmt.Errorf("add entry “%s”: %w", e.Entry.Name, err)
	}
	if _, taken := p.Entry(e.Entry.ID); taken {
		return nil, nil, fmt.Errorf("add entry “%s”: an entry with the ID %q is there already", e.Entry.Name, e.Entry.ID)
	}
	return p.withRegister(p.register.with(e.Entry.kept())), RemoveEntry{e.Entry.ID}, nil
}

// Apply implements Edit; the inverse is a ChangeEntry.
func (e ChangeEntry) Apply(p *Project) (*Project, Edit, error) {
	old, err := p.wantedEntry(e.Entry.ID)
	if err == nil {
		err = e.Entry.check(p)
	}
	if err == nil && old.Label != e.Entry.Label {
		err = p.checkUnused(old)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("change entry “%s”: %w", e.Entry.Name, err)
	}
	return p.withRegister(p.register.without(old).with(e.Entry.kept())), ChangeEntry{*old}, nil
}

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

// checkUnused reports the first span that points to an entry.
func (p *Project) checkUnused(e *Entry) error {
	if !p.mentioned(e.ID) {
		return nil
	}
	for m := range p.Mentions(e.ID) {
		return fmt.Errorf("span %q in %s points to “%s”", m.Span.ID, quoteTitle(m.Document), e.Name)
	}
	return nil
}
