package annotations

// The fields of a scheme's parts, in the order of writing; those that come first
// have to be there.
var (
	schemeFields    = []string{"name", "labels", "source", "guidelines", "relations", "tags"}
	labelFields     = []string{"id", "name", "key", "color", "definition", "examples", "parent", "attributes", "entry", "no_overlap"}
	attributeFields = []string{"id", "name", "type", "definition", "required", "default", "options", "min", "max", "offers", "labels", "several"}
	optionFields    = []string{"id", "name", "definition"}
	relationFields  = []string{"id", "name", "definition", "from", "to"}
)

// Scheme reads a scheme, and checks it.
func (r *JSONReader) Scheme() (*Scheme, error) {
	s, err := r.UncheckedScheme()
	if err != nil {
		return nil, err
	}
	if err := s.Check(); err != nil {
		return nil, r.Errorf("%w", err)
	}
	return s, nil
}

// UncheckedScheme reads a scheme as it stands, which may fail its Check.
func (r *JSONReader) UncheckedScheme() (*Scheme, error) {
	var s Scheme
	err := r.ObjectWith(schemeFields, 2, func(i int) (err error) {
		switch schemeFields[i] {
		case "name":
			s.Name, err = r.String()
		case "labels":
			s.Labels, err = listOf(r, r.label)
		case "source":
			s.Source, err = r.String()
		case "guidelines":
			s.Guidelines, err = r.String()
		case "relations":
			s.Relations, err = listOf(r, r.relationLabel)
		case "tags":
			s.Tags, err = listOf(r, r.label)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return &s, nil
}

// listOf reads an array.
func listOf[T any](r *JSONReader, read func() (T, error)) (all []T, err error) {
	err = r.Array(func(int) error {
		v, err := read()
		all = append(all, v)
		return err
	})
	return all, err
}

func (r *JSONReader) label() (l Label, err error) {
	err = r.ObjectWith(labelFields, 5, func(i int) (err error) {
		switch labelFields[i] {
		case "id":
			l.ID, err = r.String()
		case "name":
			l.Name, err = r.String()
		case "key":
			l.Key, err = r.String()
		case "color":
			l.Color, err = r.String()
		case "definition":
			l.Definition, err = r.String()
		case "examples":
			l.Examples, err = r.StringArray()
		case "parent":
			l.Parent, err = r.String()
		case "attributes":
			l.Attributes, err = listOf(r, r.attribute)
		case "entry":
			var rule string
			rule, err = r.String()
			l.Entry = EntryRule(rule)
		case "no_overlap":
			l.NoOverlap, err = r.Bool()
		}
		return err
	})
	return l, err
}

func (r *JSONReader) attribute() (a Attribute, err error) {
	err = r.ObjectWith(attributeFields, 3, func(i int) (err error) {
		switch attributeFields[i] {
		case "id":
			a.ID, err = r.String()
		case "name":
			a.Name, err = r.String()
		case "type":
			var t string
			t, err = r.String()
			a.Type = AttributeType(t)
		case "definition":
			a.Definition, err = r.String()
		case "required":
			a.Required, err = r.Bool()
		case "default":
			a.Default, err = r.StringArray()
		case "options":
			a.Options, err = listOf(r, r.option)
		case "min":
			a.Min, err = r.String()
		case "max":
			a.Max, err = r.String()
		case "offers":
			a.Offers, err = r.String()
		case "labels":
			a.Labels, err = r.StringArray()
		case "several":
			a.Several, err = r.Bool()
		}
		return err
	})
	return a, err
}

func (r *JSONReader) option() (o Option, err error) {
	into := []*string{&o.ID, &o.Name, &o.Definition}
	err = r.ObjectWith(optionFields, 2, func(i int) (err error) {
		*into[i], err = r.String()
		return err
	})
	return o, err
}

func (r *JSONReader) relationLabel() (l RelationLabel, err error) {
	into := []*string{&l.ID, &l.Name, &l.Definition}
	err = r.ObjectWith(relationFields, 2, func(i int) (err error) {
		switch relationFields[i] {
		case "from":
			l.From, err = r.StringArray()
		case "to":
			l.To, err = r.StringArray()
		default:
			*into[i], err = r.String()
		}
		return err
	})
	return l, err
}

// Scheme writes a scheme.
func (w *JSONWriter) Scheme(s *Scheme) {
	w.Open('{')
	w.Field("name", s.Name)
	w.labels("labels", s.Labels)
	w.OptionalField("source", s.Source)
	w.OptionalField("guidelines", s.Guidelines)
	if len(s.Relations) > 0 {
		w.relationLabels(s.Relations)
	}
	if len(s.Tags) > 0 {
		w.labels("tags", s.Tags)
	}
	w.Close('}')
}

func (w *JSONWriter) labels(name string, labels []Label) {
	w.Name(name)
	w.Open('[')
	for i := range labels {
		w.label(&labels[i])
	}
	w.Close(']')
}

func (w *JSONWriter) label(l *Label) {
	w.Open('{')
	w.Fields(labelFields[:5], l.ID, l.Name, l.Key, l.Color, l.Definition)
	w.OptionalStrings("examples", l.Examples)
	w.OptionalField("parent", l.Parent)
	if len(l.Attributes) > 0 {
		w.Name("attributes")
		w.Open('[')
		for i := range l.Attributes {
			w.attribute(&l.Attributes[i])
		}
		w.Close(']')
	}
	w.OptionalField("entry", string(l.Entry))
	w.OptionalFlag("no_overlap", l.NoOverlap)
	w.Close('}')
}

func (w *JSONWriter) attribute(a *Attribute) {
	w.Open('{')
	w.Fields(attributeFields[:3], a.ID, a.Name, string(a.Type))
	w.OptionalField("definition", a.Definition)
	w.OptionalFlag("required", a.Required)
	w.OptionalStrings("default", a.Default)
	if len(a.Options) > 0 {
		w.Name("options")
		w.Open('[')
		for _, o := range a.Options {
			w.Open('{')
			w.Fields(optionFields[:2], o.ID, o.Name)
			w.OptionalField("definition", o.Definition)
			w.Close('}')
		}
		w.Close(']')
	}
	w.OptionalField("min", a.Min)
	w.OptionalField("max", a.Max)
	w.OptionalField("offers", a.Offers)
	w.OptionalStrings("labels", a.Labels)
	w.OptionalFlag("several", a.Several)
	w.Close('}')
}

func (w *JSONWriter) relationLabels(relations []RelationLabel) {
	w.Name("relations")
	w.Open('[')
	for _, r := range relations {
		w.Open('{')
		w.Fields(relationFields[:2], r.ID, r.Name)
		w.OptionalField("definition", r.Definition)
		w.OptionalStrings("from", r.From)
		w.OptionalStrings("to", r.To)
		w.Close('}')
	}
	w.Close(']')
}
