package entryfield

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// Field is a field that offers entries of the register while one types: a
// combobox as ARIA has it. There is one rule: what is highlighted is what Tab and
// Enter take, as soon as anything is typed or walked to. What is no entry yet has rows
// of its own behind the entries, and says so.
type Field struct {
	app.Compo

	Desk   *desk.Desk
	For    purpose
	Name   string
	Key    string // "" where nobody writes anything of their own
	Serial int
	Value  string

	text   kit.Frozen
	list   []Suggestion
	at     int  // the suggestion that is highlighted, or -1
	walked bool // something was typed, or walked to, since one came into the field
	unkept bool
}

// CompoID tells the engine when a field is another one.
func (f *Field) CompoID() string {
	return strings.Join([]string{f.For.ID(), f.For.About(), strconv.Itoa(f.Serial)}, " ")
}

// Render draws the field and, while something is offered, the list.
func (f *Field) Render() app.UI {
	listID := f.For.ID() + "-list"
	field := app.Input().ID(f.For.ID()).Type("text").AutoComplete(false).Dir("auto").
		Attr("role", "combobox").Aria("label", f.Name).Aria("autocomplete", "list").
		Aria("expanded", len(f.list) > 0).Aria("controls", listID).Aria("activedescendant", f.activeID()).
		OnFocus(f.onFocus).OnInput(f.onInput).OnKeyDown(f.onKeyDown).On("blur", f.onBlur)
	if begins := f.text.At(f.Value); begins != "" {
		field = field.Value(begins)
	}
	if f.Key == "" {
		field = field.DataSet(desk.Passes, true)
	} else {
		field = field.DataSet("writing", f.Key)
	}
	return app.Div().Class("suggest").Body(
		field,
		app.Ul().ID(listID).Class("suggestions").Attr("role", "listbox").Aria("label", f.Name).
			Hidden(len(f.list) == 0).OnMouseDown(f.onHold).OnClick(f.onPress).Body(
			app.Range(f.list).Slice(func(i int) app.UI { return f.renderRow(i) }),
		),
		app.P().Class("told").DataSet("wrong", true).Attr("role", "status").Hidden(!f.unkept).
			Text(f.For.Unkept()),
	)
}

func (f *Field) activeID() string {
	if f.at < 0 || f.at >= len(f.list) {
		return ""
	}
	return f.rowID(f.at)
}

func (f *Field) rowID(i int) string { return f.For.ID() + "-" + strconv.Itoa(i) }

func (f *Field) renderRow(i int) app.UI {
	s := f.list[i]
	return app.Li().ID(f.rowID(i)).Class("suggestion", newClass(s.New)).Attr("role", "option").Aria("selected", i == f.at).
		DataSet("row", i).Body(
		app.Span().Class("new").Hidden(!s.New).Text(f.For.New()+" "),
		kit.AsWritten(app.Span()).Class("name").Text(quotedIf(s.New, s.Name)),
		kit.AsWritten(app.Span()).Class("also").Hidden(s.Hint == "").Text(s.Hint),
	)
}

// newClass sets what is no entry yet apart from those that are.
func newClass(new bool) string {
	if new {
		return "makes-new"
	}
	return "entry"
}

func quotedIf(when bool, name string) string {
	if when {
		return "“" + name + "”"
	}
	return name
}

// onFocus offers what goes with the span before anything is typed.
func (f *Field) onFocus(ctx app.Context, e app.Event) {
	if f.walked = false; ctx.JSSrc().Get("value").String() == "" {
		if f.offer(""); !f.For.Ready() {
			f.at = -1
		}
		return
	}
	ctx.JSSrc().Call("select")
}

// onInput offers what goes with what is typed.
func (f *Field) onInput(ctx app.Context, e app.Event) {
	f.unkept, f.walked = false, true
	f.offer(ctx.JSSrc().Get("value").String())
}

// offer draws the list for what is typed, and highlights the first of it.
func (f *Field) offer(typed string) {
	f.list, f.at = f.For.List(strings.TrimSpace(typed)), 0
	if len(f.list) > 0 {
		f.Desk.Later(func() { browser.ScrollToSee(f.For.ID() + "-list") })
	}
}

// onBlur closes the list and keeps what is typed, if it is something to keep.
func (f *Field) onBlur(ctx app.Context, e app.Event) {
	f.list, f.walked = nil, false
	f.unkept = !f.leave(ctx.JSSrc().Get("value").String())
}

// leave keeps what is typed where it is something else than before.
func (f *Field) leave(typed string) bool {
	if typed = strings.TrimSpace(typed); typed == f.Value {
		f.For.Forget()
		return true
	}
	return f.For.Leave(typed)
}

// onHold keeps the keyboard in the field while a row is pressed.
func (f *Field) onHold(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	e.PreventDefault()
}

func (f *Field) onPress(ctx app.Context, e app.Event) {
	at, err := strconv.Atoi(browser.Data(browser.Closest(e.Get("target"), "[data-row]"), "row"))
	if err == nil && at < len(f.list) {
		f.takeAt(at)
		f.For.Took()
	}
}

// onKeyDown walks through the list, takes from it, makes a new entry, or leaves.
func (f *Field) onKeyDown(ctx app.Context, e app.Event) {
	s := kit.StrokeOf(e)
	typed := ctx.JSSrc().Get("value").String()
	switch {
	case s.Name == keyboard.Tab && !s.Shift && f.walked && f.highlights():
		f.takeAt(f.at) // and the keyboard goes on to the next field
		return
	case s.Name == keyboard.ArrowDown && len(f.list) == 0:
		f.walked = true
		f.offer(typed)
	case s.Name == keyboard.ArrowDown:
		f.at, f.walked = min(f.at+1, len(f.list)-1), true
	case s.Name == keyboard.ArrowUp:
		f.at, f.walked = max(f.at-1, 0), true
	case s.Name == keyboard.Enter && s.Command:
		f.takeNew(typed)
	case s.Name == keyboard.Enter:
		f.enter(typed)
	case s.Name == keyboard.Escape:
		ctx.JSSrc().Set("value", f.Value)
		f.Desk.Writing.TakeBack(f.Key)
		f.list, f.unkept, f.walked = nil, false, false
		f.For.Forget()
		f.For.Back()
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
}

// highlights reports whether any suggestion is highlighted.
func (f *Field) highlights() bool { return f.at >= 0 && f.at < len(f.list) }

// enter takes the suggestion that is highlighted, else what is typed.
func (f *Field) enter(typed string) {
	switch {
	case f.highlights():
		f.takeAt(f.at)
		f.For.Took()
	case f.leave(typed):
		f.For.Back()
	default:
		f.unkept = true
	}
}

// takeNew makes an entry of what is typed, or if nothing was of the span's own
// words.
func (f *Field) takeNew(typed string) {
	if typed = strings.TrimSpace(typed); typed == f.Value {
		typed = ""
	}
	f.list = f.For.List(typed)
	if first := slices.IndexFunc(f.list, func(s Suggestion) bool { return s.New }); first >= 0 {
		f.takeAt(first)
		f.For.Took()
	}
}

// takeAt takes a suggestion. What was typed is put back first, so that leaving the
// field does not keep it.
func (f *Field) takeAt(at int) {
	taken := f.list[at]
	f.list, f.walked = nil, false
	f.Desk.Writing.End(f.Key)
	browser.SetField(f.For.ID(), f.Value)
	f.For.Forget()
	f.For.Take(taken)
}
