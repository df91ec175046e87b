package scheme

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// renderLabel draws the form of a label, or of a tag, which has no key, no
// group and no rules.
func (f *schemeForm) renderLabel(l *annotations.Label) app.UI {
	if f.Fields.Part.Kind == tagPart {
		return f.body(
			f.line("name", "Name", l.Name),
			f.text("definition", "Definition: what it says of an article", l.Definition, 3),
			f.renderColour(l),
			f.idField(l.ID),
			f.renderAttributes(l),
			f.renderMoves("Delete tag"),
		)
	}
	return f.body(
		app.Div().Class("row", "name-key").Body(
			f.line("name", "Name", l.Name),
			f.line("key", "Key", l.Key),
		),
		f.text("definition", "Definition: what is to be marked, and what is not", l.Definition, 4),
		f.text("examples", "Examples, one a line", strings.Join(l.Examples, "\n"), 3),
		f.renderColour(l),
		f.renderAttributes(l),
		f.renderRules(l),
		f.idField(l.ID),
		f.renderMoves("Delete label"),
	)
}

// renderColour offers colours that can be told apart, and any other.
func (f *schemeForm) renderColour(l *annotations.Label) app.UI {
	return app.Div().Class("colours").Attr("role", "group").Aria("label", "Colour").Body(
		app.Range(schemeColours).Slice(func(i int) app.UI {
			c := schemeColours[i]
			return app.Button().Type("button").Class("colour", "colour-"+strconv.Itoa(i)).DataSet("do", "colour").DataSet("index", i).
				Aria("label", c.Name).Title(c.Name).Aria("pressed", strings.EqualFold(f.Fields.Colour, c.Value))
		}),
		kit.Field("Another colour", f.control("color", app.Input().ID(fieldID("color")).Type("color").Value(colourField(l.Color)))),
	)
}

// renderAttributes lists the attributes, each of which has a form of its own.
func (f *schemeForm) renderAttributes(l *annotations.Label) app.UI {
	return app.FieldSet().Class("attributes").Body(
		app.Legend().Text("Attributes: what can be said besides the label"),
		app.Range(l.Attributes).Slice(func(i int) app.UI {
			a := l.Attributes[i]
			return app.Button().Type("button").Class("quiet", "attribute").DataSet("do", "attribute").DataSet("index", i).Body(
				kit.AsWritten(app.Span()).Text(nameOr(a.Name, "No name yet")),
				app.Span().Class("uses").Text(typeName(a.Type)+requiredWord(a.Required)),
			)
		}),
		app.Button().Type("button").Class("quiet").DataSet("do", "add-attribute").Text("Add attribute"),
	)
}

func nameOr(name, none string) string {
	if name == "" {
		return none
	}
	return name
}

func requiredWord(required bool) string {
	if required {
		return ", required"
	}
	return ""
}

// renderRules draws how spans of the label stand to others.
func (f *schemeForm) renderRules(l *annotations.Label) app.UI {
	return f.body(
		f.choose("parent", "In the group of", l.Parent, f.parents(l)),
		f.choose("entry", "Do its spans point to register entries?", string(l.Entry), []listChoice{
			{string(annotations.NoEntry), "No"},
			{string(annotations.EntryOptional), "They may"},
			{string(annotations.EntryRequired), "They have to"},
		}),
		f.check("overlap", "Two spans of this label may overlap", !l.NoOverlap),
	)
}

// parents are the labels in whose group one may stand: any but itself and those
// that stand in its own.
func (f *schemeForm) parents(l *annotations.Label) []listChoice {
	choices := []listChoice{{"", "None"}}
	below := 0
	inside := false
	labels := f.Fields.Shown.Labels
	for _, b := range kit.LabelTree(labels) {
		other := &labels[b.Index]
		if inside = inside && b.Depth > below; !inside && other.ID == l.ID {
			inside, below = true, b.Depth
		}
		if !inside && other.ID != "" {
			choices = append(choices, listChoice{other.ID, other.Name})
		}
	}
	return choices
}

// attributeTypes are the types with their names.
var attributeTypes = []listChoice{
	{string(annotations.Text), "Text"},
	{string(annotations.Choice), "One of several"},
	{string(annotations.Choices), "Any of several"},
	{string(annotations.Flag), "Yes or no"},
	{string(annotations.Number), "Number"},
	{string(annotations.Date), "Date"},
	{string(annotations.Entries), "Register entry"},
}

func typeName(t annotations.AttributeType) string {
	for _, c := range attributeTypes {
		if c.Value == string(t) {
			return c.Name
		}
	}
	return string(t)
}

// renderAttribute draws the form of an attribute, with the fields that its type
// knows.
func (f *schemeForm) renderAttribute(a annotations.Attribute) app.UI {
	fields := []app.UI{
		f.line("name", "Name", a.Name),
		f.choose("type", "Type", string(a.Type), attributeTypes),
		f.text("definition", "Definition", a.Definition, 3),
	}
	if hasOptions(a.Type) {
		fields = append(fields, f.text("options", "Options, one a line: name | definition", optionLines(a.Options), 7))
	}
	if a.Type == annotations.Number {
		fields = append(fields, app.Div().Class("row").Body(f.line("min", "Least", a.Min), f.line("max", "Greatest", a.Max)))
	}
	if a.Type == annotations.Text {
		fields = append(fields, f.choose("offers", "Offers the register entries of", a.Offers, f.offers()))
	}
	if a.Type == annotations.Entries {
		fields = append(fields, f.renderEnds("takes", "Takes the entries of (none: any)", a.Labels),
			f.check("several", "It may be several entries", a.Several))
	}
	fields = append(fields, f.renderDefault(a),
		f.check("required", "Required: a span without it is listed as to do", a.Required),
		f.idField(a.ID), f.renderMoves("Delete attribute"))
	return f.body(fields...)
}

func (f *schemeForm) offers() []listChoice {
	choices := []listChoice{{"", "None"}}
	for _, n := range names(f.Fields.Shown, labelPart) {
		if n.ID != "" {
			choices = append(choices, listChoice{n.ID, n.Name})
		}
	}
	return choices
}

// renderDefault draws the field for what a new span begins with.
func (f *schemeForm) renderDefault(a annotations.Attribute) app.UI {
	const title = "A new span begins with"
	switch a.Type {
	case annotations.Date, annotations.Entries:
		return app.Div().Hidden(true)
	case annotations.Flag:
		return f.choose("default", title, strings.Join(a.Default, ""), []listChoice{{"", "Nothing"}, {"true", "Yes"}, {"false", "No"}})
	case annotations.Choices:
		return f.text("default", title+" (options, one a line)", defaultLines(&a), 3)
	}
	return f.line("default", title, defaultLines(&a))
}
