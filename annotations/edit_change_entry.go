package annotations

import "fmt"

// ChangeEntry puts a new value in the place of the entry with the same ID. The
// label stays what it is as long as spans or values point to the entry.
type ChangeEntry struct{ Entry Entry }

func (ChangeEntry) kind() string { return "change-entry" }

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

func (e ChangeEntry) effect() effect {
	return effectOn(Target{Entry: e.Entry.ID}, e.Entry.Note).whole()
}

func (e ChangeEntry) reconcile(r *reconciler) { r.entry(e.Entry) }

func (e ChangeEntry) write(w *JSONWriter, pace Pace) error { return AddEntry(e).write(w, pace) }

func readChangeEntry(r *JSONReader) (Edit, error) {
	var e ChangeEntry
	err := r.editOf("entry", func() (err error) {
		e.Entry, err = r.Entry()
		return err
	})
	return e, err
}
