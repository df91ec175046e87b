package spanwise

import (
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// scheme adds the labels that are missing here, and settles those that differ.
func (m *merger) scheme(theirs *annotations.Scheme) error {
	ours := m.into.Scheme()
	merged := ours.Clone()
	if m.fresh {
		merged.Name = theirs.Name
	}
	if ours.Name != theirs.Name {
		m.say("the schemes are named “%s” here and “%s” in the file; “%s” was kept", ours.Name, theirs.Name, merged.Name)
	}
	for _, l := range theirs.Labels {
		m.label(merged, l)
	}
	m.sayAdded(merged.Labels[len(ours.Labels):])
	m.freeKeys(merged)
	if err := merged.Check(); err != nil {
		return err
	}
	if merged.Name != ours.Name || !merged.Equal(ours) {
		m.do(annotations.ChangeScheme{Scheme: merged})
	}
	return nil
}

func (m *merger) label(merged *annotations.Scheme, l annotations.Label) {
	i := slices.IndexFunc(merged.Labels, func(o annotations.Label) bool { return o.ID == l.ID })
	switch {
	case i < 0:
		merged.Labels = append(merged.Labels, l)
	case merged.Labels[i].Equal(l):
	case m.fresh:
		m.say("label “%s” differs in the file (%s); the file's was taken", l.Name, labelDifference(merged.Labels[i], l))
		merged.Labels[i] = l
	default:
		m.say("label “%s” differs in the file (%s); ours was kept", merged.Labels[i].Name, labelDifference(merged.Labels[i], l))
	}
}

// sayAdded names new labels in one line, however many they are.
func (m *merger) sayAdded(labels []annotations.Label) {
	names := make([]string, len(labels))
	for i, l := range labels {
		names[i] = "“" + l.Name + "”"
	}
	switch len(names) {
	case 0:
	case 1:
		m.say("label %s added", names[0])
	case 2, 3, 4:
		m.say("%d labels added: %s", len(names), strings.Join(names, ", "))
	default:
		m.say("%d labels added: %s and %d more", len(names), strings.Join(names[:3], ", "), len(names)-3)
	}
}

// freeKeys takes the key from every label whose key an earlier one has.
func (m *merger) freeKeys(s *annotations.Scheme) {
	owner := map[string]string{}
	for i := range s.Labels {
		l := &s.Labels[i]
		if other, taken := owner[l.Key]; taken && l.Key != "" {
			m.say("label “%s” has no key now, since “%s” is the key of “%s”", l.Name, l.Key, other)
			l.Key = ""
			continue
		}
		owner[l.Key] = l.Name
	}
}

func labelDifference(a, b annotations.Label) string {
	return differing([]string{"name", "key", "colour", "definition"},
		[]string{a.Name, a.Key, a.Color, a.Definition}, []string{b.Name, b.Key, b.Color, b.Definition})
}

// differing names the fields whose values differ.
func differing(names, a, b []string) string {
	var out []string
	for i, name := range names {
		if a[i] != b[i] {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// details settles the details of a document that both have.
func (m *merger) details(ours, theirs *corpus.Document) {
	kept := filled(ours.Details, theirs.Details)
	if m.fresh {
		kept = filled(theirs.Details, ours.Details)
	}
	if kept != ours.Details {
		m.do(annotations.DescribeDocument{ID: ours.ID, Details: kept})
		m.say("“%s”: taken from the file: %s", ours.Title, detailsDifference(ours.Details, kept))
	}
	if lost := detailsDifference(filled(kept, theirs.Details), filled(theirs.Details, kept)); lost != "" {
		m.say("“%s”: different in the file, ours kept: %s", ours.Title, lost)
	}
}

// filled returns d with its empty fields taken from other.
func filled(d, other corpus.Details) corpus.Details {
	for _, f := range []struct{ into, from *string }{
		{&d.Title, &other.Title}, {&d.Outlet, &other.Outlet}, {&d.Language, &other.Language},
		{&d.Published, &other.Published}, {&d.URL, &other.URL}, {&d.Note, &other.Note},
	} {
		if *f.into == "" {
			*f.into = *f.from
		}
	}
	return d
}

func detailsDifference(a, b corpus.Details) string {
	return differing([]string{"title", "outlet", "language", "date", "address", "note"},
		[]string{a.Title, a.Outlet, a.Language, a.Published, a.URL, a.Note},
		[]string{b.Title, b.Outlet, b.Language, b.Published, b.URL, b.Note})
}
