package spans

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// mostButtons is how many options of a choice are shown side by side; more are
// in a list that unfolds.
const mostButtons = 6

// mostNumbers is how many whole numbers are shown as buttons.
const mostNumbers = 5

// choosable is what an attribute is chosen from: its options, or the numbers
// from its least to its greatest where these are few.
func choosable(a *annotations.Attribute) []annotations.Option {
	if a.Type != annotations.Number {
		return a.Options
	}
	least, errLeast := strconv.Atoi(a.Min)
	greatest, errGreatest := strconv.Atoi(a.Max)
	if errLeast != nil || errGreatest != nil || least > greatest {
		return nil
	}
	apart := uint(greatest) - uint(least) // as an int it need not fit
	if apart >= mostNumbers {
		return nil
	}
	var options []annotations.Option
	for i := range int(apart) + 1 {
		n := strconv.Itoa(least + i)
		options = append(options, annotations.Option{ID: n, Name: n})
	}
	return options
}

// renderOptions draws the options as buttons, of which one takes the keyboard and
// the arrows lead to the others.
func renderOptions(a *annotations.Attribute, options []annotations.Option, v annotations.Value) app.UI {
	several := a.Type == annotations.Choices
	role, state, group := "radio", "checked", "radiogroup"
	if several {
		role, state, group = "checkbox", "checked", "group"
	}
	first := max(0, slices.IndexFunc(options, func(o annotations.Option) bool { return says(v, o.ID) }))
	return kit.Untranslated(app.Div()).Class("options").Attr("role", group).Aria("label", fieldName(a)).Body(
		app.Range(options).Slice(func(i int) app.UI {
			o := options[i]
			return app.Button().Type("button").Class("option").Attr("role", role).Aria(state, says(v, o.ID)).
				TabIndex(tabIndex(i == first)).DataSet("option", o.ID).Title(o.Definition).Text(o.Name)
		}),
	)
}

func tabIndex(reached bool) int {
	if reached {
		return 0
	}
	return -1
}

// says reports whether a value is an option, or has it among others.
func says(v annotations.Value, option string) bool {
	return v.Text == option || slices.Contains(v.Choices, option)
}

// renderSelect draws the options as a list that unfolds.
func renderSelect(a *annotations.Attribute, v annotations.Value) app.UI {
	return kit.Untranslated(app.Select()).Aria("label", fieldName(a)).Body(
		app.Option().Value(kit.NoOption).Text("–").Selected(v.Text == ""),
		app.Range(a.Options).Slice(func(i int) app.UI {
			o := a.Options[i]
			return app.Option().Value("=" + o.ID).Title(o.Definition).Text(o.Name).Selected(v.Text == o.ID)
		}),
	)
}

// renderSwitch draws a flag. What nobody has said yet is drawn as neither.
func renderSwitch(a *annotations.Attribute, v annotations.Value) app.UI {
	words := "not said"
	if v.Text != "" {
		words = valueWords(a, v, nil)
	}
	return app.Button().Type("button").Class("switch").Attr("role", "switch").TabIndex(0).
		Aria("checked", v.Text == "true").Aria("label", fieldName(a)+": "+words).
		DataSet("said", strconv.FormatBool(v.Text != "")).DataSet("flag", a.ID).Body(
		app.Span().Class("knob"),
		app.Span().Class("words").Text(words),
	)
}

// onClick folds, or sets what was pressed.
func (f *spanFields) onClick(ctx app.Context, e app.Event) {
	target := e.Get("target")
	attribute := attributeAt(target)
	switch {
	case browser.Within(target, "[data-fold]"):
		f.fold()
	case browser.Within(target, "[data-register]"):
		f.Room.desk.Ask.OpenRegister(browser.Data(browser.Closest(target, "[data-register]"), "register"))
	case browser.Within(target, "[data-drop]"):
		f.Room.dropEntry(f.Span.ID, attribute, browser.Data(browser.Closest(target, "[data-drop]"), "drop"))
	case browser.Within(target, "[data-option]"):
		f.press(attribute, browser.Data(browser.Closest(target, "[data-option]"), "option"))
	case browser.Within(target, "[data-flag]"):
		f.flip(attribute)
	default:
		ctx.PreventUpdate()
	}
}

// fold folds the fields, or unfolds them.
func (f *spanFields) fold() {
	d := &f.Room.details
	if d.open = !d.open; !d.open {
		f.Room.tellRefused("")
	}
}

// attributeAt is the attribute in whose field an element lies, or "".
func attributeAt(element app.Value) string {
	return browser.Data(browser.Closest(element, "[data-attribute]"), "attribute")
}

// onChange takes what was selected from a list that unfolds.
func (f *spanFields) onChange(ctx app.Context, e app.Event) {
	list := browser.Closest(e.Get("target"), "select")
	if !list.Truthy() {
		ctx.PreventUpdate()
		return
	}
	if id, chosen := strings.CutPrefix(list.Get("value").String(), "="); chosen {
		f.set(attributeAt(list), id)
	} else {
		f.set(attributeAt(list))
	}
}

// set sets a value, or with no words takes it away. The options are the
// attribute's own, so there is nothing that could be wrong with it.
func (f *spanFields) set(attribute string, words ...string) {
	if err := f.Room.setWords(f.Span.ID, attribute, words...); err != nil {
		f.Room.desk.Notices.Add(desk.Failure, "That could not be set: "+err.Error())
	}
}

// press chooses an option, or lets go of one that is chosen.
func (f *spanFields) press(attribute, option string) {
	v, a := f.now(attribute)
	switch {
	case a == nil:
	case a.Type == annotations.Choices && says(v, option):
		f.set(attribute, slices.DeleteFunc(slices.Clone(v.Choices), func(id string) bool { return id == option })...)
	case a.Type == annotations.Choices:
		f.set(attribute, append(slices.Clone(v.Choices), option)...)
	case says(v, option):
		f.set(attribute)
	default:
		f.set(attribute, option)
	}
}

// flip turns a flag round; one that nobody has set becomes true.
func (f *spanFields) flip(attribute string) {
	if v, a := f.now(attribute); a != nil {
		f.set(attribute, strconv.FormatBool(v.Text != "true"))
	}
}

// now is the value that an attribute has now, which may be another than is drawn
// yet; the attribute is nil where it is gone.
func (f *spanFields) now(attribute string) (annotations.Value, *annotations.Attribute) {
	s, a := f.Room.attributeOf(f.Span.ID, attribute)
	if a == nil {
		return annotations.Value{}, nil
	}
	v, _ := annotations.ValueOf(s.Values, attribute)
	return v, a
}
