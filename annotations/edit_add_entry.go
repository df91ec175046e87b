package annotations

import "fmt"

// AddEntry brings an entry into the register. Its ID is new there and its label
// in the scheme.
type AddEntry struct{ Entry Entry }

func (AddEntry) kind() string { return "add-entry" }

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

func (e AddEntry) effect() effect {
	return effectOn(Target{Entry: e.Entry.ID}, e.Entry.Note).adding(Tally{Entries: 1})
}

func (e AddEntry) reconcile(r *reconciler) { r.entry(e.Entry) }

// entry sees to it that the register has the entry, whether it is there or not.
func (r *reconciler) entry(e Entry) {
	old, there := r.project.Entry(e.ID)
	switch {
	case r.project.label(e.Label) == nil:
		r.drop("the entry “%s” could not be kept: its label was removed meanwhile", e.Name)
	case !there:
		r.do(AddEntry{e})
	default:
		if old.Label != e.Label && r.project.checkUnused(old) != nil {
			r.drop("the entry “%s” stays with its label: it is in use meanwhile", e.Name)
			e.Label = old.Label
		}
		r.do(ChangeEntry{e})
	}
}

func (e AddEntry) write(w *JSONWriter, _ Pace) error {
	w.Name("entry")
	w.Entry(&e.Entry)
	return nil
}

func readAddEntry(r *JSONReader) (Edit, error) {
	var e AddEntry
	err := r.editOf("entry", func() (err error) {
		e.Entry, err = r.Entry()
		return err
	})
	return e, err
}
