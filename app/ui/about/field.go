package about

import (
	"errors"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/timex"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// tagField is a field that one types a value of a tag into. What is none when the
// field is left is said beneath it and not kept.
type tagField struct {
	app.Compo

	Room                        *Room
	Tag, Attribute, Name, Value string
	Serial                      int

	text    kit.Frozen
	trouble string
}

// CompoID tells the engine when a field is another one.
func (f *tagField) CompoID() string {
	return f.Tag + " " + f.Attribute + " " + strconv.Itoa(f.Serial)
}

// Render draws the field, and beneath it what is wrong.
func (f *tagField) Render() app.UI {
	field := app.Input().Type("text").AutoComplete(false).Dir("auto").Aria("label", f.Name).
		Aria("invalid", f.trouble != "").OnChange(f.onChange).
		DataSet("writing", f.Room.desk.WritingKey(desk.TagWriting, f.Tag, f.Attribute))
	if begins := f.text.At(f.Value); begins != "" {
		field = field.Value(begins)
	}
	return app.Div().Class("word").Body(
		field,
		app.P().Class("told").Aria("live", "polite").Hidden(f.trouble == "").Text(f.trouble),
	)
}

func (f *tagField) onChange(ctx app.Context, _ app.Event) {
	f.trouble = ""
	f.Room.desk.Writing.CommitOne(f.Room.desk.WritingKey(desk.TagWriting, f.Tag, f.Attribute))
	if err := f.Room.typeTagValue(f.Tag, f.Attribute, ctx.JSSrc().Get("value").String()); err != nil {
		f.trouble = kit.Sentence(err.Error()) + " It was not kept."
	}
}

// typeTagValue makes what was typed the value of a tag's attribute; an empty field
// takes the value away.
func (r *Room) typeTagValue(tag, attribute, typed string) error {
	_, a := r.tagAttribute(tag, attribute)
	if a == nil {
		return errors.New("the tag is not there any more")
	}
	typed = strings.TrimSpace(typed)
	if typed == "" {
		r.setTagValue(tag, attribute, nil)
		return nil
	}
	v, err := r.readTagValue(a, typed)
	if err == nil {
		err = a.Check(v)
	}
	if err == nil {
		r.setTagValue(tag, attribute, &v)
	}
	return err
}

// readTagValue understands a date in the language of the open article, and counted
// from the day on which that was published.
func (r *Room) readTagValue(a *annotations.Attribute, typed string) (annotations.Value, error) {
	if a.Type != annotations.Date {
		return a.Value(typed)
	}
	doc := r.desk.Document()
	date, ok := timex.Read(typed, doc.Language, timex.Anchor(doc.Published))
	if !ok {
		return annotations.Value{}, errors.New("“" + kit.Shorten(typed, kit.InClause) + "” is not understood as a date")
	}
	return annotations.Value{Attribute: a.ID, Date: &date}, nil
}
