package scheme

import (
	"strings"

	"spanwise/app/ui/kit"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// line is a field for a line of text.
func (f *schemeForm) line(name, title, value string) app.UI {
	return f.withTrouble(name, kit.Field(title, f.control(name, kit.Input(fieldID(name), value).Dir("auto"))))
}

// control marks an input as one of the form's fields.
func (f *schemeForm) control(name string, in app.HTMLInput) app.HTMLInput {
	return in.DataSet("field", name).Aria("describedby", troubleID(name)).Aria("invalid", f.Fields.Troubles[name] != "")
}

// text is a field for several lines.
func (f *schemeForm) text(name, title, value string, rows int) app.UI {
	area := app.Textarea().ID(fieldID(name)).Rows(rows).Dir("auto").DataSet("field", name).
		Aria("describedby", troubleID(name)).Aria("invalid", f.Fields.Troubles[name] != "").Text(value)
	return f.withTrouble(name, kit.Field(title, area))
}

// withTrouble draws what is wrong with a field below it.
func (f *schemeForm) withTrouble(name string, control app.UI) app.UI {
	wrong := f.Fields.Troubles[name]
	return app.Div().Class("with-trouble").Body(
		control,
		app.P().ID(troubleID(name)).Class("trouble").Aria("live", "polite").Hidden(wrong == "").Text(kit.Upright(wrong)),
	)
}

func troubleID(name string) string { return "scheme-trouble-" + name }

// idField is the field of an ID, or where that is in use the ID.
func (f *schemeForm) idField(id string) app.UI {
	if !f.Fields.Free {
		return app.P().Class("hint").Text("ID: " + id + ". It stays, since it is in use: " + f.Fields.Uses + ".")
	}
	in := kit.Input(fieldID("id"), id).Attr("autocapitalize", "none").Placeholder("Made from the name")
	return f.withTrouble("id", kit.Field("ID, by which files name it", f.control("id", in)))
}

// check is a box to tick.
func (f *schemeForm) check(name, title string, ticked bool) app.HTMLLabel {
	return app.Label().Class("tick").Body(
		app.Input().ID(fieldID(name)).Type("checkbox").Checked(ticked).DataSet("field", name),
		app.Span().Text(title),
	)
}

// choiceSign stands before the values of a list: the engine leaves out empty ones.
const choiceSign = "="

// listChoice is one of several things to choose from, by value.
type listChoice struct{ Value, Name string }

// choose is a field with a list to choose from.
func (f *schemeForm) choose(name, title, value string, choices []listChoice) app.UI {
	return f.withTrouble(name, kit.Field(title, f.list(name, value, choices)))
}

func (f *schemeForm) list(name, value string, choices []listChoice) app.HTMLSelect {
	return kit.Untranslated(app.Select()).ID(fieldID(name)).DataSet("field", name).
		Aria("describedby", troubleID(name)).Aria("invalid", f.Fields.Troubles[name] != "").Body(
		app.Range(choices).Slice(func(i int) app.UI {
			return app.Option().Value(choiceSign + choices[i].Value).Selected(choices[i].Value == value).Text(choices[i].Name)
		}),
	)
}

// colourField is a colour as the browser's own field has it.
func colourField(colour string) string { return strings.ToLower(colour) }
