package merge

import (
	"slices"
	"strconv"
	"strings"

	"spanwise/annotations"
)

// settleScheme unites the schemes: what is missing here is added, what differs is
// settled.
func (m *merger) settleScheme(theirs *annotations.Scheme) error {
	ours := m.into.Scheme()
	s := ours.Clone()
	m.scheme = s
	m.schemeWords(theirs)
	s.Labels = m.unitedLabels("label", s.Labels, theirs.Labels)
	s.Tags = m.unitedLabels("tag", s.Tags, theirs.Tags)
	m.unitedRelations(theirs.Relations)
	m.freeKeys(s)
	if err := s.Check(); err != nil {
		return err
	}
	m.labels = make(map[string]int, len(s.Labels))
	for i, l := range s.Labels {
		m.labels[l.ID] = i
	}
	if !s.Equal(ours) {
		m.do(annotations.ChangeScheme{Scheme: s})
	}
	return nil
}

// schemeWords settles the scheme's name, source and guidelines.
func (m *merger) schemeWords(theirs *annotations.Scheme) {
	s := m.scheme
	ours := s.Name
	if m.fresh {
		s.Name = theirs.Name
	}
	if ours != theirs.Name {
		m.say("the schemes are named “%s” here and “%s” in the file; “%s” was kept", ours, theirs.Name, s.Name)
	}
	if s.Source == "" || m.fresh && theirs.Source != "" {
		s.Source = theirs.Source
	}
	switch {
	case theirs.Guidelines == "" || theirs.Guidelines == s.Guidelines:
		return
	case s.Guidelines == "":
		m.say("the guidelines were taken from the file")
	case m.fresh:
		m.say("the guidelines differ in the file; the file's were taken")
	case m.decide(Conflict{ID: "guidelines", What: "Guidelines", Ours: s.Guidelines, Theirs: theirs.Guidelines}, Ours) == Ours:
		m.settled("the guidelines differ in the file; ours were kept")
		return
	default:
		m.settled("the guidelines differ in the file; the file's were taken")
	}
	s.Guidelines = theirs.Guidelines
}

// unitedLabels unites labels, or tags, by ID.
func (m *merger) unitedLabels(kind string, ours, theirs []annotations.Label) []annotations.Label {
	had := len(ours)
	for _, l := range theirs {
		i := slices.IndexFunc(ours, func(o annotations.Label) bool { return o.ID == l.ID })
		if i < 0 {
			sayNamesake(m, kind, l.ID, l.Name, ours[:had], func(o annotations.Label) (id, name string) { return o.ID, o.Name })
			ours = append(ours, l)
			continue
		}
		ours[i] = m.unitedLabel(kind, ours[i], l)
	}
	names := make([]string, len(ours)-had)
	for i, l := range ours[had:] {
		names[i] = l.Name
	}
	m.sayAdded(kind, names)
	return ours
}

// unitedLabel settles a label, or a tag, that both have.
func (m *merger) unitedLabel(kind string, ours, theirs annotations.Label) annotations.Label {
	if m.fresh {
		if !ours.Equal(theirs) {
			names, _, _ := differences(labelFields(ours, theirs))
			m.say("%s “%s” differs in the file (%s); the file's was taken", kind, ours.Name, strings.Join(names, ", "))
		}
		return theirs
	}
	theirs = filledLabel(theirs, ours)
	m.sayUnlike(kind, ours, theirs)
	kept, taken := widened(ours, theirs, ours), widened(ours, theirs, theirs)
	if !kept.Equal(taken) {
		names, a, b := differences(labelFields(kept, taken))
		side := m.decide(Conflict{ID: kind + " " + ours.ID, What: strings.ToUpper(kind[:1]) + kind[1:] + " “" + ours.Name + "”", Ours: a, Theirs: b}, Ours)
		m.settled("%s “%s” differs in the file (%s); %s", kind, ours.Name, strings.Join(names, ", "), became(side))
		if side == Theirs {
			return taken
		}
	}
	if !kept.Equal(ours) {
		m.say("%s “%s” has the attributes and options of the file, too", kind, ours.Name)
	}
	return kept
}

// filledLabel is a label of the file with what it says nothing about as ours has
// it: a file that is older than attributes and rules does not differ in them.
func filledLabel(theirs, ours annotations.Label) annotations.Label {
	if theirs.Definition == "" {
		theirs.Definition = ours.Definition
	}
	if len(theirs.Examples) == 0 {
		theirs.Examples = ours.Examples
	}
	if theirs.Entry == annotations.NoEntry {
		theirs.Entry = ours.Entry
	}
	theirs.NoOverlap = theirs.NoOverlap || ours.NoOverlap
	return theirs
}

// sayUnlike says where a label of the file cannot be united with ours.
func (m *merger) sayUnlike(kind string, ours, theirs annotations.Label) {
	if theirs.Parent != "" && theirs.Parent != ours.Parent {
		m.say("%s “%s” is in another group in the file; ours stays", kind, ours.Name)
	}
	for _, b := range theirs.Attributes {
		a, both := ours.Attribute(b.ID)
		if !both {
			sayNamesake(m, "in "+kind+" “"+ours.Name+"”, attribute", b.ID, b.Name, ours.Attributes, func(a annotations.Attribute) (id, name string) { return a.ID, a.Name })
		}
		if both && a.Type != b.Type {
			m.say("%s “%s”: its attribute “%s” is %s here and %s in the file; ours stays", kind, ours.Name, a.Name, typeWords(a.Type), typeWords(b.Type))
		}
	}
}

// typeWords are a type with its article.
func typeWords(t annotations.AttributeType) string {
	switch t {
	case annotations.Entries:
		return "an entry"
	case annotations.Choices:
		return "several choices"
	}
	return "a " + string(t)
}

// widened is a label that allows whatever values ours and theirs allow, where
// both can be, in the words of one of the two. Values of ours fit it in any case,
// and its parent is that of ours, so that no circle can come about.
func widened(ours, theirs, words annotations.Label) annotations.Label {
	l := words
	l.Parent, l.Attributes = ours.Parent, slices.Clone(ours.Attributes)
	for i := range l.Attributes {
		a := &l.Attributes[i]
		if b, both := theirs.Attribute(a.ID); both && b.Type == a.Type {
			said, _ := words.Attribute(a.ID)
			*a = widenedAttribute(*a, *b, *said)
		}
	}
	for _, b := range theirs.Attributes {
		if _, here := ours.Attribute(b.ID); !here {
			l.Attributes = append(l.Attributes, b)
		}
	}
	return l
}

func widenedAttribute(ours, theirs, words annotations.Attribute) annotations.Attribute {
	a := words
	a.Options = slices.Clone(ours.Options)
	for i, o := range a.Options {
		if said, there := words.Option(o.ID); there {
			a.Options[i] = said
		}
	}
	for _, o := range theirs.Options {
		if _, here := ours.Option(o.ID); !here {
			a.Options = append(a.Options, o)
		}
	}
	a.Several, a.Labels = ours.Several || theirs.Several, eitherOf(ours.Labels, theirs.Labels)
	a.Min = wider(ours.Min, theirs.Min, func(x, y float64) bool { return x < y })
	a.Max = wider(ours.Max, theirs.Max, func(x, y float64) bool { return x > y })
	if v, err := a.Value(a.Default...); err == nil && a.Type == annotations.Choices && len(v.Choices) > 0 {
		a.Default = v.Choices // in the order of the options
	}
	return a
}

// eitherOf are the labels of two lists, each once. In either, none stand for any.
func eitherOf(ours, theirs []string) []string {
	if len(ours) == 0 || len(theirs) == 0 {
		return nil
	}
	all := slices.Clone(ours)
	for _, id := range theirs {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// wider is the bound of two that lets more pass; "" lets all.
func wider(a, b string, more func(x, y float64) bool) string {
	if a == "" || b == "" {
		return ""
	}
	x, _ := strconv.ParseFloat(a, 64) // both were checked
	y, _ := strconv.ParseFloat(b, 64)
	if more(y, x) {
		return b
	}
	return a
}

// unitedRelations unites the labels of relations by ID.
func (m *merger) unitedRelations(theirs []annotations.RelationLabel) {
	s := m.scheme
	var added []string
	for _, l := range theirs {
		i := slices.IndexFunc(s.Relations, func(o annotations.RelationLabel) bool { return o.ID == l.ID })
		if i < 0 {
			sayNamesake(m, "kind of relation", l.ID, l.Name, s.Relations, func(o annotations.RelationLabel) (id, name string) { return o.ID, o.Name })
			s.Relations, added = append(s.Relations, l), append(added, l.Name)
			continue
		}
		names, a, b := differences(m.relationLabelFields(s.Relations[i], l))
		if len(names) == 0 {
			continue
		}
		side := Theirs
		if !m.fresh {
			side = m.decide(Conflict{ID: "relation label " + l.ID, What: "Kind of relation “" + s.Relations[i].Name + "”", Ours: a, Theirs: b}, Ours)
		}
		m.settled("the relation “%s” differs in the file (%s); %s", s.Relations[i].Name, strings.Join(names, ", "), became(side))
		if side == Theirs {
			s.Relations[i] = l
		}
	}
	m.sayAdded("kind of relation", added)
}

func (m *merger) relationLabelFields(a, b annotations.RelationLabel) []field {
	list := func(ids []string) string { return strings.Join(ids, ", ") }
	return []field{{"name", a.Name, b.Name}, {"definition", a.Definition, b.Definition}, {"from", list(a.From), list(b.From)}, {"to", list(a.To), list(b.To)}}
}

// sayNamesake says that a part of the scheme that the file brings has the name of
// another one here, which a reader of the names would take it for.
func sayNamesake[T any](m *merger, kind, id, name string, ours []T, of func(T) (id, name string)) {
	for _, o := range ours {
		if ourID, ourName := of(o); strings.EqualFold(strings.TrimSpace(ourName), strings.TrimSpace(name)) {
			m.say("%s “%s” of the file (its ID is %q) is not the one that has that name here (%q); both are kept", kind, name, id, ourID)
			return
		}
	}
}

// sayAdded names new parts of the scheme in one line, however many they are.
func (m *merger) sayAdded(kind string, names []string) {
	for i := range names {
		names[i] = "“" + names[i] + "”"
	}
	kinds := strconv.Itoa(len(names)) + " " + strings.Replace(kind, "kind ", "kinds ", 1)
	if !strings.HasPrefix(kind, "kind ") {
		kinds += "s"
	}
	switch len(names) {
	case 0:
	case 1:
		m.say("%s %s added", kind, names[0])
	case 2, 3, 4:
		m.say("%s added: %s", kinds, strings.Join(names, ", "))
	default:
		m.say("%s added: %s and %d more", kinds, strings.Join(names[:3], ", "), len(names)-3)
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

// labelFields are what a reader sees of two labels.
func labelFields(a, b annotations.Label) []field {
	return []field{
		{"name", a.Name, b.Name}, {"key", a.Key, b.Key}, {"colour", a.Color, b.Color}, {"definition", a.Definition, b.Definition},
		{"examples", strings.Join(a.Examples, " · "), strings.Join(b.Examples, " · ")},
		{"group", a.Parent, b.Parent},
		{"entries", string(a.Entry), string(b.Entry)},
		{"overlap", overlapWords(a.NoOverlap), overlapWords(b.NoOverlap)},
		{"attributes", attributeWords(a.Attributes), attributeWords(b.Attributes)},
	}
}

func overlapWords(no bool) string {
	if no {
		return "not with itself"
	}
	return "free"
}

// attributeWords is all that attributes say, on one line.
func attributeWords(list []annotations.Attribute) string {
	var w annotations.JSONWriter
	w.Scheme(&annotations.Scheme{Labels: []annotations.Label{{Attributes: list}}})
	_, said, _ := strings.Cut(string(w.Bytes()), `"attributes":`)
	return strings.TrimSuffix(said, "}]}")
}
