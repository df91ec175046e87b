package kit

import (
	"strings"

	"spanwise/annotations"
)

// ValuesSaid says values of a label in the order of the scheme. Entries say their
// names.
func ValuesSaid(label *annotations.Label, of []annotations.Value, register annotations.EntryFinder) string {
	var values []string
	for i := range label.Attributes {
		a := &label.Attributes[i]
		if v, there := annotations.ValueOf(of, a.ID); there {
			values = append(values, valueSaid(a, v, register))
		}
	}
	return strings.Join(values, ", ")
}

// valueSaid is a value as people read it.
func valueSaid(a *annotations.Attribute, v annotations.Value, register annotations.EntryFinder) string {
	switch {
	case v.Date != nil:
		return v.Date.Value
	case a.Type == annotations.Flag && v.Text == "true":
		return a.Name
	case a.Type == annotations.Flag:
		return "not " + a.Name
	case a.Type == annotations.Text || a.Type == annotations.Number:
		return v.Text
	case v.Entries != nil:
		return EntryNames(v, register)
	}
	var names []string
	for _, id := range TagWords(v) {
		o, _ := a.Option(id)
		names = append(names, o.Name)
	}
	return strings.Join(names, ", ")
}

// EntryNames are the names of the entries that a value points to.
func EntryNames(v annotations.Value, register annotations.EntryFinder) string {
	var names []string
	for _, id := range v.Entries {
		if e, there := register.Entry(id); there {
			names = append(names, e.Name)
		}
	}
	return strings.Join(names, ", ")
}

// TagWords are the words of a value that is chosen from options.
func TagWords(v annotations.Value) []string {
	if v.Text == "" {
		return v.Choices
	}
	return []string{v.Text}
}
