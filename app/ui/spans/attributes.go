package spans

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// The ids of the chosen span's fields and of what in them takes the keyboard.
const (
	fieldsID       = "span-fields"
	entryFieldID   = "entry-field"
	InFields       = "#" + fieldsID // there keys are meant for the fields
	firstField     = "[data-attribute] input, [data-attribute] select, [data-attribute] button[tabindex='0']"
	entryControl   = ".entry input"
	firstAttribute = ".attribute:not(.entry) :is(input, select, button[tabindex='0'])"
)

// details is what the page knows of the fields of spans. Open says that those of
// the chosen span are unfolded.
type details struct {
	open    bool
	refused []rejected
	toDo    map[string]annotations.Outstanding // by document
}

// spanFields are what can be said of a span besides its label: the entry that it
// mentions, and its attributes. They are folded to one line that says what is
// said, since most spans need nothing but their label. What is required and
// missing stays unfolded.
type spanFields struct {
	app.Compo

	Room   *Room
	Doc    *corpus.Document
	Scheme *annotations.Scheme
	Span   *annotations.Span
	Entry  string // the name of its entry
	Named  string // those of the entries that its values point to
	Keys   *keyboard.Table
	Open   bool
}

func (room *Room) renderFields(s *annotations.Span) app.UI {
	return &spanFields{
		Room: room, Doc: room.desk.Document(), Scheme: room.desk.Scheme(), Span: s,
		Entry: room.desk.EntryName(s.Entry), Named: room.named(s), Open: room.details.open, Keys: room.desk.Keys,
	}
}

// Render draws the line and the fields that are unfolded.
func (f *spanFields) Render() app.UI {
	label, _ := f.Scheme.Label(f.Span.Label)
	box := app.Div().ID(fieldsID).Class("particulars")
	if len(label.Attributes) == 0 && label.Entry == annotations.NoEntry {
		return box.Hidden(true)
	}
	return box.Attr("role", "group").Aria("label", "Details").
		OnClick(f.onClick).OnKeyDown(f.onKeyDown).On("change", f.onChange).Body(
		f.renderFold(&label),
		f.renderEntry(&label),
		app.Range(label.Attributes).Slice(func(i int) app.UI { return f.renderAttribute(&label.Attributes[i]) }),
	)
}

// renderFold draws the line, which folds and unfolds the fields.
func (f *spanFields) renderFold(label *annotations.Label) app.UI {
	said, open := summary(label, f.Span, f.Entry, f.Room.desk.Session.Project())
	if f.Open {
		said, open = "", ""
	}
	return app.Button().Type("button").Class("fold").Aria("expanded", f.Open).Aria("keyshortcuts", keyboard.Aria(f.Keys.Key(kit.AttributesCommand))).
		DataSet("fold", "details").Body(
		app.Span().Class(seenClass(f.Open)).Text("Details"),
		kit.AsWritten(app.Span()).Class("said").Text(said),
		app.Span().Class("open-yet").Text(open),
	)
}

// seenClass shows a word only when it stands alone; a screen reader always has it.
func seenClass(alone bool) string {
	if alone {
		return "alone"
	}
	return "unseen"
}

// summary says what is said of a span, and what could be said besides. What is
// required and missing has its field beneath.
func summary(label *annotations.Label, s *annotations.Span, entry string, register annotations.EntryFinder) (said, open string) {
	var parts, names []string
	switch {
	case entry != "":
		parts = append(parts, entry)
	case label.Entry == annotations.EntryOptional:
		names = append(names, entryQuestion(label))
	}
	for i := range label.Attributes {
		a := &label.Attributes[i]
		if v, there := annotations.ValueOf(s.Values, a.ID); there {
			parts = append(parts, a.Name+": "+valueWords(a, v, register))
		} else if !a.Required {
			names = append(names, a.Name)
		}
	}
	open = strings.Join(names, " · ")
	if len(parts) > 0 && open != "" {
		open = " · " + open
	}
	return strings.Join(parts, " · "), open
}

// valueWords says a value as people read it.
func valueWords(a *annotations.Attribute, v annotations.Value, register annotations.EntryFinder) string {
	switch a.Type {
	case annotations.Choice:
		return optionName(a, v.Text)
	case annotations.Choices:
		names := make([]string, len(v.Choices))
		for i, id := range v.Choices {
			names[i] = optionName(a, id)
		}
		return strings.Join(names, ", ")
	case annotations.Flag:
		if v.Text == "true" {
			return "yes"
		}
		return "no"
	case annotations.Date:
		return v.Date.Value
	case annotations.Entries:
		return kit.EntryNames(v, register)
	}
	return v.Text
}

func optionName(a *annotations.Attribute, id string) string {
	if o, there := a.Option(id); there {
		return o.Name
	}
	return id
}

// renderAttribute draws the field of an attribute, unless it is folded away.
func (f *spanFields) renderAttribute(a *annotations.Attribute) app.UI {
	v, said := annotations.ValueOf(f.Span.Values, a.ID)
	missing := a.Required && !said
	if !f.Open && !missing && !f.Room.desk.Writing.On(f.key(a)) {
		return app.Div().Hidden(true)
	}
	return app.Div().Class("attribute", "of-"+string(a.Type), kit.MissingClass(missing)).DataSet("attribute", a.ID).Body(
		app.Div().Class("name").Title(a.Definition).Body(
			kit.Untranslated(app.Span()).Text(a.Name),
			app.Span().Class("to-do").Aria("hidden", true).Hidden(!missing).Text("to do"),
		),
		f.renderControl(a, v),
	)
}

// renderControl draws what the value is set by.
func (f *spanFields) renderControl(a *annotations.Attribute, v annotations.Value) app.UI {
	options := choosable(a)
	switch {
	case a.Type == annotations.Choice && len(options) > mostButtons:
		return renderSelect(a, v)
	case a.Type == annotations.Flag:
		return renderSwitch(a, v)
	case len(options) > 0:
		return renderOptions(a, options, v)
	case a.Type == annotations.Entries:
		return f.renderPointing(a)
	case a.Offers != "":
		return &entryfield.Field{Desk: f.Room.desk, For: textOf{f.Room, f.Span, a.ID, a.Offers}, Name: fieldName(a), Key: f.key(a), Serial: f.Room.desk.Writing.Show(f.key(a), v.Text), Value: v.Text}
	}
	value := valueText(a, v)
	return &wordField{
		Room: f.Room, Doc: f.Doc, Scheme: f.Scheme, Span: f.Span, Attribute: a.ID,
		Key: f.key(a), Serial: f.Room.desk.Writing.Show(f.key(a), value), Value: value,
		Keys: f.Keys,
	}
}

// key is what an attribute's field is known by while a person writes in it.
func (f *spanFields) key(a *annotations.Attribute) string {
	return f.Room.desk.WritingKey(desk.ValueWriting, f.Span.ID, a.ID)
}

// fieldName is an attribute's name for a screen reader.
func fieldName(a *annotations.Attribute) string {
	if a.Required {
		return a.Name + ", required"
	}
	return a.Name
}

// setWords gives a span a value of an attribute, or with no words takes it away,
// and says why where that is no value. What is so already is not done again.
func (room *Room) setWords(span, attribute string, words ...string) error {
	s, a := room.attributeOf(span, attribute)
	if a == nil {
		return nil
	}
	if len(words) == 0 {
		room.clearValue(s, a)
		return nil
	}
	v, err := a.Value(words...)
	if err == nil {
		err = a.Check(v)
	}
	if err == nil {
		room.setValue(s, v)
	}
	return err
}

// attributeOf finds a span of the open article, and an attribute of its label;
// both are nil where either is not there any more.
func (room *Room) attributeOf(span, attribute string) (*annotations.Span, *annotations.Attribute) {
	s, there := room.desk.Set().Span(span)
	if !there {
		return nil, nil
	}
	label, _ := room.desk.Scheme().Label(s.Label)
	a, known := label.Attribute(attribute)
	if !known {
		return nil, nil
	}
	return s, a
}

func (room *Room) setValue(s *annotations.Span, v annotations.Value) {
	if old, there := annotations.ValueOf(s.Values, v.Attribute); !there || !old.Equal(v) {
		room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Values = annotations.WithValue(s.Values, v) })
	}
}

func (room *Room) clearValue(s *annotations.Span, a *annotations.Attribute) {
	if _, there := annotations.ValueOf(s.Values, a.ID); there {
		room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Values = annotations.WithoutValue(s.Values, a.ID) })
	}
}

// openFields unfolds the fields of the chosen span, or of the one that was made
// last, and goes to the first of what is looked for in turn.
func (room *Room) openFields(selectors ...string) bool {
	if room.desk.Selection.Span == "" {
		if _, there := room.desk.Set().Span(room.desk.Selection.Last); !there || !room.desk.Selection.Text.Empty() {
			return false
		}
		room.desk.Choose(room.desk.Selection.Last, nil)
	}
	room.details.open = true
	room.desk.Later(func() { browser.FocusFirst(fieldsID, selectors...) })
	return true
}

// leaveFields folds the fields and goes back to the text.
func (room *Room) leaveFields() {
	room.details.open = false
	room.tellRefused("")
	room.desk.FocusText()
}
