package labels

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

// The ids of the finder and of what in it takes the keyboard.
const (
	finderID     = "label-finder"
	finderField  = "label-finder-text"
	finderListID = "label-finder-list"
)

// labelSearch is where a label is found by typing some letters of its name: for
// schemes with more labels than there are keys. At is the place of the label, among
// those found, that Enter takes.
type labelSearch struct {
	open  bool
	typed string
	at    int
}

// FindLabel opens the finder over the page: at once, since a quick hand goes on
// with the letters of a name, which are keys of other commands as well.
func (room *Room) FindLabel() {
	if !room.desk.Ask.AdoptSelection() {
		return
	}
	room.finder = labelSearch{open: true}
	browser.SetField(finderField, "")
	browser.ShowModal(finderID)
	browser.Focus(finderField)
}

// OnFindLabel opens the finder.
func (room *Room) OnFindLabel(app.Context, app.Event) { room.FindLabel() }

// renderFinder draws the finder also while it is closed, without what it finds.
func (room *Room) renderFinder() app.UI {
	f := &labelFinder{Room: room, Scheme: room.desk.Scheme()}
	if room.finder.open {
		f.Found = labelsLike(f.Scheme.Labels, room.finder.typed)
		f.At = room.finder.at
		f.Marks = !room.desk.Selection.Text.Empty() || room.desk.Selection.Span != ""
	}
	return f
}

// labelsLike gives the indices of the labels whose name has what was typed: at its
// beginning first, then at a word's, then anywhere. All letters' cases count the same.
func labelsLike(labels []annotations.Label, typed string) []int {
	typed = strings.ToLower(kit.FoldSpace(typed))
	var ranks [4][]int
	for _, b := range kit.LabelTree(labels) {
		if rank := likeness(labels[b.Index], typed); rank >= 0 {
			ranks[rank] = append(ranks[rank], b.Index)
		}
	}
	return slices.Concat(ranks[:]...)
}

// likeness is 0 for the best and -1 for none.
func likeness(l annotations.Label, typed string) int {
	name := strings.ToLower(l.Name)
	words := strings.FieldsFunc(name, func(c rune) bool { return strings.ContainsRune(" _-,/()", c) })
	switch {
	case strings.HasPrefix(name, typed):
		return 0
	case slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, typed) }):
		return 1
	case strings.Contains(name, typed):
		return 2
	case strings.Contains(strings.ToLower(l.ID), typed):
		return 3
	}
	return -1
}

// labelFinder is the finder: a field, and the labels found in a list.
type labelFinder struct {
	app.Compo

	Room   *Room
	Scheme *annotations.Scheme
	Found  []int
	At     int
	Marks  bool // there is something to mark or to relabel
}

// Render draws the finder.
func (f *labelFinder) Render() app.UI {
	return app.Dialog().ID(finderID).Class("form", "finder").Aria("label", "Find a label").
		On("close", f.onClose).Body(
		app.Div().Class("heading").Body(
			kit.Field("Label: type some letters of its name", f.renderField()),
			app.Button().Type("button").Class("icon", "close").Aria("label", "Close").OnClick(f.onPressClose),
		),
		app.P().Class("hint").Aria("live", "polite").Text(f.hint()),
		app.Ul().ID(finderListID).Class("found").Attr("role", "listbox").Aria("label", "Labels found").
			OnMouseDown(kit.HoldSelection).OnClick(f.onClick).Body(
			app.Range(f.Found).Slice(func(i int) app.UI { return f.renderFound(i) }),
		),
	)
}

func (f *labelFinder) renderField() app.UI {
	in := app.Input().ID(finderField).Type("text").AutoComplete(false).Dir("auto").
		Attr("role", "combobox").DataSet(desk.Passes, true).Aria("expanded", true).Aria("controls", finderListID).Aria("autocomplete", "list").
		OnInput(f.onInput).OnKeyDown(f.onKeyDown)
	if len(f.Found) > 0 {
		in = in.Aria("activedescendant", foundID(f.At))
	}
	return in
}

func (f *labelFinder) hint() string {
	switch {
	case len(f.Found) == 0:
		return "No label is called so."
	case f.Marks:
		return "Enter takes the label."
	}
	return "Enter holds the label as a pen: whatever you select is marked with it."
}

func (f *labelFinder) renderFound(i int) app.UI {
	l := f.Scheme.Labels[f.Found[i]]
	return app.Li().ID(foundID(i)).Class("label", kit.LabelClass(f.Found[i])).Attr("role", "option").
		DataSet("found", i).Aria("selected", i == f.At).Title(l.Definition).Body(
		app.Span().Class("swatch"),
		kit.AsWritten(app.Span()).Class("name").Text(kit.Spelt(l.Name)),
		app.Kbd().Aria("hidden", true).Hidden(l.Key == "").Text(l.Key),
	)
}

func foundID(i int) string { return "found-label-" + strconv.Itoa(i) }

// onClose hears of every way in which the finder closes, Esc included, and may
// hear of it when the finder is open again.
func (f *labelFinder) onClose(_ app.Context, e app.Event) {
	f.Room.finder.open = e.Get("target").Get("open").Bool()
}

func (f *labelFinder) onPressClose(app.Context, app.Event) { browser.CloseModal(finderID) }

func (f *labelFinder) onInput(ctx app.Context, e app.Event) {
	f.Room.finder.typed, f.Room.finder.at = ctx.JSSrc().Get("value").String(), 0
}

// onKeyDown walks through what was found, and takes it.
func (f *labelFinder) onKeyDown(ctx app.Context, e app.Event) {
	key := kit.StrokeOf(e).Name
	if key == keyboard.Home || key == keyboard.End {
		return
	}
	if key == keyboard.Enter {
		e.PreventDefault()
		f.take(ctx, f.Room.finder.at)
		return
	}
	if to, ok := kit.RowAfter(key, f.Room.finder.at, len(f.Found)); ok {
		e.PreventDefault()
		f.Room.finder.at = to
		f.Room.desk.Later(func() { browser.ScrollInto(finderListID, "[aria-selected=true]") })
	}
}

func (f *labelFinder) onClick(ctx app.Context, e app.Event) {
	i, err := strconv.Atoi(browser.Data(browser.Closest(e.Get("target"), "[data-found]"), "found"))
	if err == nil {
		f.take(ctx, i)
	}
}

// take uses the label: for the selected text, for the chosen span, or as a pen.
// What was typed may not be drawn yet.
func (f *labelFinder) take(ctx app.Context, i int) {
	room := f.Room
	found := labelsLike(f.Scheme.Labels, room.finder.typed)
	if i >= len(found) {
		return
	}
	label := f.Scheme.Labels[found[i]].ID
	browser.CloseModal(finderID)
	if !room.desk.Ask.UseLabel(label) {
		room.desk.Ask.TakePen(label)
		room.desk.FocusText()
	}
}
