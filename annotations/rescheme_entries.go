package annotations

import (
	"slices"
	"strings"
)

// refit gives what a label can say of values of the one that they were made for,
// and counts those of which something is lost. at says whose values they are.
func (r *rescheming) refit(at Naming, old, label *Label, values []Value) (fit []Value) {
	for _, v := range values {
		at.Attribute = v.Attribute
		w, whole := Value{}, false
		was, _ := old.Attribute(v.Attribute)
		if a, known := label.Attribute(v.Attribute); known {
			w, whole = r.refitValue(at, was, a, v)
		}
		if w.Attribute != "" {
			fit = append(fit, w)
		}
		if !whole {
			r.affected.Values++
		}
	}
	return fit
}

// refitValue says a value of one attribute as one of another, and reports whether it
// is there as a whole.
func (r *rescheming) refitValue(at Naming, was, a *Attribute, v Value) (w Value, whole bool) {
	switch {
	case a.Type == Entries && v.Entries != nil:
		return r.remaining(a, v)
	case a.Type == Entries:
		return r.pointing(at, a, v, was.words(v))
	case a.Type == Text && v.Entries != nil:
		return r.naming(a, v)
	}
	return a.refit(v)
}

// remaining is a value with those of its entries that stay and that the attribute
// takes then.
func (r *rescheming) remaining(a *Attribute, v Value) (Value, bool) {
	w := Value{Attribute: a.ID}
	for _, id := range v.Entries {
		e, _ := r.p.Entry(id)
		label, moves := r.moving[id]
		if !moves {
			label = e.Label
		}
		if label != "" && a.Takes(label) {
			w.Entries = append(w.Entries, id)
		}
	}
	if w.check(a) != nil {
		return Value{}, false
	}
	return w, len(w.Entries) == len(v.Entries)
}

// naming is a value of entries as a text with their names.
func (r *rescheming) naming(a *Attribute, v Value) (Value, bool) {
	names := make([]string, len(v.Entries))
	for i, id := range v.Entries {
		e, _ := r.p.Entry(id)
		names[i] = e.Name
	}
	return Value{Attribute: a.ID, Text: strings.Join(names, ", ")}, true
}

// words are what a value says in words that can be a name: a text, or the names of
// options.
func (a *Attribute) words(v Value) []string {
	switch a.Type {
	case Text:
		return []string{v.Text}
	case Choice:
		return a.optionNames([]string{v.Text})
	case Choices:
		return a.optionNames(v.Choices)
	}
	return nil
}

func (a *Attribute) optionNames(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		o, _ := a.Option(id)
		names[i] = o.Name
	}
	return names
}

// pointing is a value that points to the entries that are called as the words say.
// Words that are no entry's name become one, where that was decided on, or are
// listed.
func (r *rescheming) pointing(at Naming, a *Attribute, v Value, words []string) (Value, bool) {
	w, whole := Value{Attribute: a.ID}, true
	if len(words) > 1 && !a.Several {
		return Value{}, false
	}
	for _, name := range words {
		e, namesakes := r.entryNames().Find(a, name)
		if e == nil && namesakes == 0 && r.instead.NewEntries {
			e = r.newEntry(a, name)
		}
		if e == nil {
			r.affected.Unnamed = append(r.affected.Unnamed, Unnamed{at, name, namesakes})
			whole = false
			continue
		}
		if !slices.Contains(w.Entries, e.ID) {
			w.Entries = append(w.Entries, e.ID)
		}
	}
	if w.check(a) != nil {
		return Value{}, false
	}
	r.affected.Pointing++
	return w, whole
}

// entryNames are the names of the entries that stay, under their labels to come.
func (r *rescheming) entryNames() *EntryNames {
	if r.names != nil {
		return r.names
	}
	r.names = NewEntryNames(func(yield func(*Entry) bool) {
		for e := range r.p.Entries() {
			label, moves := r.moving[e.ID]
			if moves {
				other := *e
				other.Label, e = label, &other
			}
			if label != "" || !moves {
				if !yield(e) {
					return
				}
			}
		}
	})
	return r.names
}

// newEntry makes an entry that is called so, for the first label whose entries the
// attribute takes. It is nil where there is no label at all.
func (r *rescheming) newEntry(a *Attribute, name string) *Entry {
	label := ""
	switch labels := r.next.scheme.Labels; {
	case len(a.Labels) > 0:
		label = a.Labels[0]
	case len(labels) > 0:
		label = labels[0].ID
	default:
		return nil
	}
	e := &Entry{ID: NewID(), Label: label, Name: strings.Join(strings.Fields(name), " ")}
	if e.Name == "" {
		return nil
	}
	r.made = append(r.made, AddEntry{*e})
	r.names.Add(e)
	r.affected.NewEntries++
	return e
}

// settled are values without the entries that get another label, or go, before the
// register is changed.
func (r *rescheming) settled(values []Value) []Value {
	settled := values
	for _, v := range values {
		for _, id := range v.Entries {
			if _, moves := r.moving[id]; moves {
				settled = replaceEntry(settled, v.Attribute, id, "")
			}
		}
	}
	return settled
}
