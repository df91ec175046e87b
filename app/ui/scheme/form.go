package scheme

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// schemeFields is what the form of a scheme's part is drawn from. Shown is the
// scheme as it was when the form was made: a field is not written over while a
// person types in it.
type schemeFields struct {
	Part     part
	Serial   int
	Shown    *annotations.Scheme
	Free     bool // the ID may be changed
	Uses     string
	Troubles map[string]string
	Gone     []goneLabel
	Colour   string
}

// fields is the form as it is now.
func (d *schemeDraft) fields() schemeFields {
	f := schemeFields{Part: d.at, Serial: d.serial, Shown: d.shown, Troubles: d.troubles()}
	switch d.at.Kind {
	case gonePart:
		f.Gone = d.gone()
	case relationPart:
		f.Free, f.Uses = d.free(d.at), things(0, 0, d.uses.Relations[d.relation(d.at).ID], 0)
	case tagPart:
		l := d.label(d.at)
		f.Free, f.Uses, f.Colour = d.free(d.at), things(0, 0, 0, d.uses.Tags[l.ID]), l.Color
	case labelPart:
		l := d.label(d.at)
		f.Free, f.Uses, f.Colour = d.free(d.at), things(d.uses.Spans[l.ID], d.uses.Entries[l.ID], 0, 0), l.Color
	}
	return f
}

// schemeForm is the form. It is mounted anew for another part, so that its
// fields begin with what belongs there.
type schemeForm struct {
	app.Compo

	Room   *Room
	Fields schemeFields
}

// CompoID tells the engine when a form is another one.
func (f *schemeForm) CompoID() string { return "scheme form " + strconv.Itoa(f.Fields.Serial) }

// Render draws the form.
func (f *schemeForm) Render() app.UI {
	return app.Section().ID(schemePartID).Class("scheme-part", f.class()).TabIndex(-1).Aria("label", f.title()).
		On("input", f.onInput).On("change", f.onChange).OnClick(f.onClick).Body(
		app.Button().Type("button").Class("quiet", "back").DataSet("do", "back").Text(f.backText()),
		f.renderPart(),
	)
}

func (f *schemeForm) class() string {
	if f.Fields.Part.Attribute != noAttribute {
		return "of-attribute"
	}
	return "of-whole"
}

// title is what the form is about.
func (f *schemeForm) title() string {
	switch f.Fields.Part.Kind {
	case labelPart:
		return f.titleOf("Label")
	case tagPart:
		return f.titleOf("Tag")
	case relationPart:
		return "Relation"
	case gonePart:
		return "Deleted, but in use"
	case readyPart:
		return "Ready-made schemes"
	}
	return "Name and guidelines"
}

func (f *schemeForm) titleOf(thing string) string {
	if f.Fields.Part.Attribute != noAttribute {
		return "Attribute"
	}
	return thing
}

func (f *schemeForm) backText() string {
	if f.Fields.Part.Attribute == noAttribute {
		return "Back to the list"
	}
	if name := f.label().Name; name != "" {
		return "Back to " + kit.Shorten(name, kit.InClause)
	}
	return "Back to the label"
}

// label is the label or the tag that the form is about.
func (f *schemeForm) label() *annotations.Label {
	return &(*list(f.Fields.Shown, f.Fields.Part.Kind))[f.Fields.Part.At]
}

func (f *schemeForm) renderPart() app.UI {
	switch at := f.Fields.Part; {
	case at.Kind == readyPart:
		return f.renderReady()
	case at.Kind == gonePart:
		return f.renderGone()
	case at.Kind == relationPart:
		return f.renderRelation(f.Fields.Shown.Relations[at.At])
	case at.Kind == aboutPart:
		return f.renderAbout(f.Fields.Shown)
	case at.Attribute != noAttribute:
		return f.renderAttribute(f.label().Attributes[at.Attribute])
	}
	return f.renderLabel(f.label())
}

func (f *schemeForm) renderAbout(s *annotations.Scheme) app.UI {
	return f.body(
		f.line("name", "Name of the scheme", s.Name),
		f.line("source", "Where its labels come from", s.Source),
		f.text("guidelines", "Guidelines: how to mark, in paragraphs", s.Guidelines, 14),
	)
}

func (f *schemeForm) renderRelation(r annotations.RelationLabel) app.UI {
	return f.body(
		f.line("name", "Name", r.Name),
		f.idField(r.ID),
		f.text("definition", "Definition", r.Definition, 3),
		f.renderEnds("from", "Goes from spans of (none: any)", r.From),
		f.renderEnds("to", "Goes to spans of (none: any)", r.To),
		f.renderMoves("Delete relation"),
	)
}

func (f *schemeForm) renderEnds(end, name string, ids []string) app.UI {
	labels := f.Fields.Shown.Labels
	return app.FieldSet().Class("ends").Body(
		app.Legend().Text(name),
		app.Range(labels).Slice(func(i int) app.UI {
			return f.check(end+":"+labels[i].ID, labels[i].Name, slices.Contains(ids, labels[i].ID)).Hidden(labels[i].ID == "")
		}),
	)
}

// body holds fields, one below the other.
func (f *schemeForm) body(fields ...app.UI) app.UI { return app.Div().Class("fields").Body(fields...) }

// renderMoves draws what is done with the whole part.
func (f *schemeForm) renderMoves(remove string) app.UI {
	do := func(what, name string) app.HTMLButton {
		return app.Button().Type("button").Class("quiet").DataSet("do", what).Text(name)
	}
	return app.Div().Class("own").Body(
		do("up", "Move up"),
		do("down", "Move down"),
		do("remove", remove).Class("danger"),
	)
}

// onInput takes what is typed or chosen.
func (f *schemeForm) onInput(ctx app.Context, e app.Event) {
	target := e.Get("target")
	field := browser.Data(target, "field")
	if field == "" {
		return
	}
	value := target.Get("value").String()
	switch target.Get("type").String() {
	case "checkbox":
		value = strconv.FormatBool(target.Get("checked").Bool())
	case "select-one":
		value = strings.TrimPrefix(value, choiceSign)
	}
	f.Room.editScheme(field, value)
}

// editScheme puts what was typed into a field into the draft.
func (room *Room) editScheme(field, value string) {
	d := room.scheming
	d.question, d.trouble = noQuestion, ""
	if d.at.Kind == gonePart {
		d.chooseInstead(field, value)
		return
	}
	d.set(field, value)
	switch {
	case field == "color":
		room.drawDraft()
	case field == "type":
		d.show(d.at)
		room.desk.Later(func() { browser.Focus(fieldID("type")) })
	}
}

// onChange makes the ID when a new name is done.
func (f *schemeForm) onChange(ctx app.Context, e app.Event) {
	if browser.Data(e.Get("target"), "field") != "name" {
		ctx.PreventUpdate()
		return
	}
	if id, made := f.Room.scheming.giveID(); made {
		browser.SetField(fieldID("id"), id)
	}
}

// onClick does what a button of the form is for.
func (f *schemeForm) onClick(ctx app.Context, e app.Event) {
	button := browser.Closest(e.Get("target"), "[data-do]")
	if !button.Truthy() {
		ctx.PreventUpdate()
		return
	}
	index, _ := strconv.Atoi(browser.Data(button, "index"))
	f.Room.changeScheme(browser.Data(button, "do"), index)
}

// changeScheme does what changes more than a field.
func (room *Room) changeScheme(what string, index int) {
	d := room.scheming
	d.question, d.trouble = noQuestion, ""
	switch what {
	case "back":
		room.backInScheme()
	case "up", "down":
		if d.move(map[string]int{"up": -1, "down": 1}[what]) {
			room.showPart(d.at)
		}
	case "remove":
		d.remove()
		room.showPart(d.at)
	case "attribute":
		room.showPart(part{d.at.Kind, d.at.At, index})
	case "add-attribute":
		d.addAttribute(d.at)
		room.desk.Later(func() { browser.Focus(fieldID("name")) })
	case "colour":
		d.set("color", schemeColours[index].Value)
		browser.SetField(fieldID("color"), colourField(schemeColours[index].Value))
		room.drawDraft()
	case "keep":
		d.bringBack(d.gone()[index])
		room.showPart(d.at)
	case "point":
		d.point()
		room.showPart(d.at)
	case "ready":
		room.loadScheme(annotations.ReadyMade()[index].Scheme)
	}
}

// backInScheme goes from an attribute to its label, and from a part to the list
// of a narrow window.
func (room *Room) backInScheme() {
	d := room.scheming
	if d.at.Attribute != noAttribute {
		room.showPart(partOf(d.at.Kind, d.at.At))
		return
	}
	d.narrow = false
	for i, row := range d.rows() {
		if row.Current {
			room.desk.Later(func() { browser.Focus(partID(i)) })
		}
	}
}
