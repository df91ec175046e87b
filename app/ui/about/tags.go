package about

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// tagOf is the tag of a label among tags, or nil.
func tagOf(tags []annotations.Tag, label string) *annotations.Tag {
	i := slices.IndexFunc(tags, func(t annotations.Tag) bool { return t.Label == label })
	if i < 0 {
		return nil
	}
	return &tags[i]
}

// tagsSaid says in one line what the tags of an article say, and what they lack.
func tagsSaid(scheme *annotations.Scheme, tags []annotations.Tag, register annotations.EntryFinder) string {
	var parts []string
	for i := range scheme.Tags {
		if t := tagOf(tags, scheme.Tags[i].ID); t != nil {
			parts = append(parts, tagSaid(&scheme.Tags[i], t, register))
		}
	}
	if n := annotations.TagsToDo(scheme, tags); n > 0 {
		parts = append(parts, strconv.Itoa(n)+" to do")
	}
	return strings.Join(parts, " · ")
}

func tagSaid(label *annotations.Label, t *annotations.Tag, register annotations.EntryFinder) string {
	if said := kit.ValuesSaid(label, t.Values, register); said != "" {
		return label.Name + ": " + said
	}
	return label.Name
}

// flagOptions are what a flag is chosen from.
var flagOptions = []annotations.Option{{ID: "true", Name: "Yes"}, {ID: "false", Name: "No"}}

// tagOptions are what an attribute of a tag is chosen from; none where it is typed.
func tagOptions(a *annotations.Attribute) []annotations.Option {
	if a.Type == annotations.Flag {
		return flagOptions
	}
	return a.Options
}

// renderTags draws a button for each tag of the scheme, and beneath them the
// attributes of those that the article has.
func (s *aboutStrip) renderTags() app.UI {
	box := app.Div().ID(tagsID).Class("tags")
	if s.Open != tagsPart {
		return box.Hidden(true)
	}
	labels, tags := s.Room.saying.of.scheme.Tags, s.Room.saying.about.Tags
	return box.Attr("role", "group").Aria("label", "Tags").OnClick(s.onTag).OnKeyDown(s.onTagKey).Body(
		kit.Untranslated(app.Div()).Class("choices").Body(app.Range(labels).Slice(func(i int) app.UI {
			return app.Button().Type("button").ID(tagID(i)).Class("choice").Title(labels[i].Definition).
				DataSet("tag", labels[i].ID).Aria("pressed", tagOf(tags, labels[i].ID) != nil).Text(labels[i].Name)
		})),
		app.Range(labels).Slice(func(i int) app.UI {
			if t := tagOf(tags, labels[i].ID); t != nil && len(labels[i].Attributes) > 0 {
				return s.renderTag(&labels[i], t)
			}
			return app.Div().Hidden(true)
		}),
	)
}

func tagID(i int) string {
	if i == 0 {
		return firstTagID
	}
	return tagsID + "-" + strconv.Itoa(i)
}

// renderTag draws the attributes of a tag that the article has.
func (s *aboutStrip) renderTag(label *annotations.Label, t *annotations.Tag) app.UI {
	return app.Div().Class("tag").Attr("role", "group").Aria("label", label.Name).Body(
		kit.Untranslated(app.P()).Class("tag-name").Aria("hidden", true).Text(label.Name),
		app.Range(label.Attributes).Slice(func(i int) app.UI {
			a := &label.Attributes[i]
			v, there := annotations.ValueOf(t.Values, a.ID)
			return app.Div().Class("tag-attribute").Body(
				app.Div().Class("name").Title(a.Definition).Body(
					kit.Untranslated(app.Span()).Text(a.Name),
					app.Span().Class("to-do").Hidden(!a.Required || there).Text("to do"),
				),
				s.renderTagControl(label.ID, a, v),
			)
		}),
	)
}

// renderTagControl draws what a value is chosen from, or the field to type it in.
func (s *aboutStrip) renderTagControl(tag string, a *annotations.Attribute, v annotations.Value) app.UI {
	options := tagOptions(a)
	if a.Type == annotations.Entries {
		return s.Room.renderPointing(tag, a)
	}
	if len(options) == 0 {
		key, value := s.Room.desk.WritingKey(desk.TagWriting, tag, a.ID), typedValue(v)
		return &tagField{Room: s.Room, Tag: tag, Attribute: a.ID, Name: a.Name, Value: value, Serial: s.Room.desk.Writing.Show(key, value)}
	}
	return kit.Untranslated(app.Div()).Class("choices").Attr("role", "group").Aria("label", a.Name).Body(
		app.Range(options).Slice(func(i int) app.UI {
			o := options[i]
			return app.Button().Type("button").Class("choice").Title(o.Definition).
				DataSet("tag", tag).DataSet("attribute", a.ID).DataSet("option", o.ID).
				Aria("pressed", slices.Contains(kit.TagWords(v), o.ID)).Text(o.Name)
		}),
	)
}

// typedValue is what stands in the field of a value.
func typedValue(v annotations.Value) string {
	if v.Date != nil {
		return v.Date.Value
	}
	return v.Text
}

// onTag gives the article a tag or takes it, or chooses a value of one.
func (s *aboutStrip) onTag(ctx app.Context, e app.Event) {
	if s.Room.pressChip(e.Get("target")) {
		return
	}
	button := browser.Closest(e.Get("target"), "[data-tag]")
	tag, attribute := browser.Data(button, "tag"), browser.Data(button, "attribute")
	switch {
	case tag == "":
	case attribute == "":
		s.Room.toggleTag(tag)
	default:
		s.Room.toggleOption(tag, attribute, browser.Data(button, "option"))
	}
}

// onTagKey folds the tags and goes back to the text.
func (s *aboutStrip) onTagKey(ctx app.Context, e app.Event) {
	if kit.StrokeOf(e).Name != keyboard.Escape || browser.Within(e.Get("target"), "[role=combobox]") {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	s.Room.saying.open = noPart
	s.Room.desk.FocusText()
}

// toggleTag gives the open article a tag, with what it says by default, or takes it.
func (r *Room) toggleTag(id string) {
	label, known := r.desk.Scheme().Tag(id)
	if !known {
		return
	}
	had := tagOf(r.desk.Set().About().Tags, id) != nil
	changed := r.changeAbout(func(about *annotations.About) {
		about.Tags = slices.DeleteFunc(about.Tags, func(t annotations.Tag) bool { return t.Label == id })
		if !had {
			about.Tags = append(about.Tags, annotations.Tag{Label: id, Values: label.Defaults()})
			slices.SortFunc(about.Tags, func(a, b annotations.Tag) int { return strings.Compare(a.Label, b.Label) })
		}
	})
	switch {
	case !changed:
	case had:
		r.desk.Say("No longer tagged as " + label.Name)
	default:
		r.desk.Say("Tagged as " + label.Name)
	}
}

// toggleOption chooses an option of an attribute of a tag, or lets it go.
func (r *Room) toggleOption(tag, attribute, option string) {
	t, a := r.tagAttribute(tag, attribute)
	if a == nil {
		return
	}
	v, _ := annotations.ValueOf(t.Values, attribute)
	words := slices.Clone(kit.TagWords(v))
	switch at := slices.Index(words, option); {
	case at >= 0:
		words = slices.Delete(words, at, at+1)
	case a.Type == annotations.Choices:
		words = append(words, option)
	default:
		words = []string{option}
	}
	if len(words) == 0 {
		r.setTagValue(tag, attribute, nil)
		return
	}
	if v, err := a.Value(words...); err == nil {
		r.setTagValue(tag, attribute, &v)
	}
}

// tagAttribute finds a tag of the open article, and an attribute of its label;
// both are nil where either is not there any more.
func (r *Room) tagAttribute(tag, attribute string) (*annotations.Tag, *annotations.Attribute) {
	label, _ := r.desk.Scheme().Tag(tag)
	a, known := label.Attribute(attribute)
	t := tagOf(r.desk.Set().About().Tags, tag)
	if !known || t == nil {
		return nil, nil
	}
	return t, a
}

// setTagValue gives a tag a value, or with nil takes it away.
func (r *Room) setTagValue(tag, attribute string, v *annotations.Value) {
	r.changeAbout(func(about *annotations.About) {
		t := tagOf(about.Tags, tag)
		if v == nil {
			t.Values = annotations.WithoutValue(t.Values, attribute)
		} else {
			t.Values = annotations.WithValue(t.Values, *v)
		}
	})
}
