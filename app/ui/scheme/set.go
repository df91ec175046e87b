package scheme

import (
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// set puts what was typed into a field of the form into the draft. What cannot
// be taken stays in the field, with a sentence why.
func (d *schemeDraft) set(field, value string) {
	delete(d.rejected, field)
	switch {
	case d.at.Kind == aboutPart:
		d.setAbout(field, value)
	case d.at.Kind == relationPart:
		d.setRelation(field, value)
	case d.at.Kind != labelPart && d.at.Kind != tagPart:
	case d.at.Attribute != noAttribute:
		d.setAttribute(field, value)
	default:
		d.setLabel(field, value)
	}
}

func (d *schemeDraft) reject(field, why string) {
	if d.rejected == nil {
		d.rejected = map[string]string{}
	}
	d.rejected[field] = why
}

func (d *schemeDraft) setAbout(field, value string) {
	switch field {
	case "name":
		d.scheme.Name = kit.OneLine(value)
	case "source":
		d.scheme.Source = kit.OneLine(value)
	case "guidelines":
		d.scheme.Guidelines = strings.TrimSpace(value)
	}
}

func (d *schemeDraft) setLabel(field, value string) {
	l := d.label(d.at)
	switch field {
	case "name":
		l.Name = kit.OneLine(value)
	case "id":
		d.setID(&l.ID, value)
	case "key":
		l.Key = strings.TrimSpace(value)
	case "color":
		l.Color = value
	case "definition":
		l.Definition = strings.TrimSpace(value)
	case "examples":
		l.Examples = kit.LinesOf(value)
	case "parent":
		l.Parent = value
	case "entry":
		l.Entry = annotations.EntryRule(value)
	case "overlap":
		l.NoOverlap = value != "true"
	}
}

// setID takes a new ID for the part that is shown, if no other has it.
func (d *schemeDraft) setID(into *string, value string) {
	id := strings.TrimSpace(value)
	switch {
	case id == "":
		d.reject("id", "It needs an ID, such as “actor”.")
	case d.taken(id):
		d.reject("id", "Another one has the ID “"+id+"”.")
	default:
		if d.at.Kind == labelPart && d.at.Attribute == noAttribute {
			d.rename(*into, id, id)
		}
		*into = id
	}
}

func (d *schemeDraft) setRelation(field, value string) {
	r := d.relation(d.at)
	end, label, _ := strings.Cut(field, ":")
	switch end {
	case "name":
		r.Name = kit.OneLine(value)
	case "id":
		d.setID(&r.ID, value)
	case "definition":
		r.Definition = strings.TrimSpace(value)
	case "from":
		r.From = d.withLabel(r.From, label, value == "true")
	case "to":
		r.To = d.withLabel(r.To, label, value == "true")
	}
}

// withLabel puts a label's ID among some, or takes it out, in the scheme's order.
func (d *schemeDraft) withLabel(ids []string, id string, in bool) []string {
	var all []string
	for _, l := range d.scheme.Labels {
		if l.ID == id && in || l.ID != id && slices.Contains(ids, l.ID) {
			all = append(all, l.ID)
		}
	}
	return all
}

func (d *schemeDraft) setAttribute(field, value string) {
	a := d.attribute(d.at)
	if label, takes := strings.CutPrefix(field, "takes:"); takes {
		a.Labels = d.withLabel(a.Labels, label, value == "true")
		return
	}
	switch field {
	case "name":
		a.Name = kit.OneLine(value)
	case "id":
		d.setID(&a.ID, value)
	case "type":
		retype(a, annotations.AttributeType(value))
	case "definition":
		a.Definition = strings.TrimSpace(value)
	case "required":
		a.Required = value == "true"
	case "options":
		a.Options = optionsOf(value, a.Options)
	case "default":
		a.Default = defaultOf(a, value)
	case "min":
		a.Min = strings.TrimSpace(value)
	case "max":
		a.Max = strings.TrimSpace(value)
	case "offers":
		a.Offers = value
	case "several":
		a.Several = value == "true"
	}
}

// retype gives an attribute another type, without what that does not know.
func retype(a *annotations.Attribute, to annotations.AttributeType) {
	if !hasOptions(to) {
		a.Options = nil
	}
	if !hasOptions(to) || !hasOptions(a.Type) {
		a.Default = nil
	}
	if to != annotations.Number {
		a.Min, a.Max = "", ""
	}
	if to == annotations.Entries && a.Offers != "" {
		a.Labels = []string{a.Offers} // whose entries it has named so far
	}
	if to != annotations.Entries {
		a.Labels, a.Several = nil, false
	}
	if to != annotations.Text {
		a.Offers = ""
	}
	a.Type = to
}

func hasOptions(t annotations.AttributeType) bool {
	return t == annotations.Choice || t == annotations.Choices
}

// optionsOf reads options, one a line: “name”, “id = name”, and after either
// “| definition”. One whose name was there before keeps its ID.
func optionsOf(text string, before []annotations.Option) []annotations.Option {
	var all []annotations.Option
	for _, line := range kit.LinesOf(text) {
		line, definition, _ := strings.Cut(line, "|")
		id, name, given := strings.Cut(line, "=")
		if !given {
			name = id
			id = idOf(name)
			if i := slices.IndexFunc(before, func(o annotations.Option) bool { return o.Name == strings.TrimSpace(name) }); i >= 0 {
				id = before[i].ID
			}
		}
		all = append(all, annotations.Option{ID: strings.TrimSpace(id), Name: strings.TrimSpace(name), Definition: strings.TrimSpace(definition)})
	}
	return all
}

// optionLines writes options as optionsOf reads them.
func optionLines(options []annotations.Option) string {
	var lines []string
	for _, o := range options {
		line := o.Name
		if o.ID != idOf(o.Name) || strings.Contains(o.Name, "=") {
			line = o.ID + " = " + o.Name
		}
		if o.Definition != "" {
			line += " | " + o.Definition
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// defaultOf reads the words of a default: of choices one a line, by name or ID.
func defaultOf(a *annotations.Attribute, text string) []string {
	words := []string{strings.TrimSpace(text)}
	if a.Type == annotations.Choices {
		words = kit.LinesOf(text)
	}
	for i, word := range words {
		for _, o := range a.Options {
			if strings.EqualFold(o.Name, word) {
				words[i] = o.ID
			}
		}
	}
	if len(words) == 1 && words[0] == "" {
		return nil
	}
	return words
}

// defaultLines writes a default as defaultOf reads it.
func defaultLines(a *annotations.Attribute) string {
	lines := slices.Clone(a.Default)
	for i, word := range lines {
		if o, known := a.Option(word); known {
			lines[i] = o.Name
		}
	}
	return strings.Join(lines, "\n")
}
