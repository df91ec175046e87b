package browser

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Row is one row of a list: a button, and in it parts of text. Its key, which
// the button carries as a data attribute, tells it from the others.
type Row struct {
	Key     string
	Class   string
	Title   string
	Current string // what it is the current one of, for aria-current; or ""
	Pressed string // whether it is pressed in, for aria-pressed; or ""
	Parts   [4]Part
}

// Part is a piece of a row. One without a class is left out.
type Part struct {
	Class string
	Lang  string
	Own   bool // the text's own direction counts, not the page's
	Text  string
}

// RowWindow says which rows of a list are drawn: those from First on, of that
// many.
type RowWindow struct{ First, Of int }

// RowList draws rows into a list on the page that holds nothing else, which the
// engine leaves alone. It draws what has changed and nothing more: the engine
// would match rows by their place, and draw every row anew that comes after one
// that was added. A row keeps its element for as long as it is drawn, and with
// it the keyboard.
//
// Where only a part of the list is drawn, it lies between a first and a last
// element that take up the room of the others. The styles work that out from
// their number (--rows) and the height of a row, so that nothing is measured.
type RowList struct {
	ID   string
	Data string // the data attribute of the key

	element app.Value
	order   []string
	drawn   map[string]*drawnRow
	above   app.Value // the rooms; nil where all rows are drawn
	below   app.Value
	whole   bool // the last drawing went through
}

// drawnRow is a row as it is on the page.
type drawnRow struct {
	Row
	item, button app.Value
	parts        [4]app.Value
	place, of    int
}

// Draw makes the list show these rows, of a window.
func (l *RowList) Draw(rows []Row, w RowWindow) {
	element := ByID(l.ID)
	if !element.Truthy() {
		return
	}
	if l.element == nil || !element.Equal(l.element) || !l.whole || l.changed() || !l.keepsOrder(rows) {
		l.begin(element)
	}
	if attempt(func() { l.show(rows, w) }) != nil { // others have moved what was drawn
		l.begin(element)
		l.show(rows, w)
	}
}

func (l *RowList) show(rows []Row, w RowWindow) {
	l.whole = false
	l.dropOthers(rows)
	l.put(rows)
	l.room(w, rows)
	l.whole = true
}

// changed reports whether others have put something into the list, or taken
// something out of it.
func (l *RowList) changed() bool {
	drawn := len(l.order)
	if l.above != nil {
		drawn += 2
	}
	return l.element.Get("childElementCount").Int() != drawn
}

// begin empties the list.
func (l *RowList) begin(element app.Value) {
	element.Call("replaceChildren")
	l.element, l.order, l.drawn, l.above, l.below = element, nil, map[string]*drawnRow{}, nil, nil
}

// keepsOrder reports whether there are rows that stay, and keep their order.
func (l *RowList) keepsOrder(rows []Row) bool {
	var stay []string
	for _, r := range rows {
		if l.drawn[r.Key] != nil {
			stay = append(stay, r.Key)
		}
	}
	i := 0
	for _, key := range l.order {
		if i < len(stay) && stay[i] == key {
			i++
		}
	}
	return i > 0 && i == len(stay)
}

// room makes room above and below for the rows that are not drawn, and says
// which of how many those are that are.
func (l *RowList) room(w RowWindow, rows []Row) {
	all := len(rows) == w.Of
	switch {
	case all && l.above == nil:
		return
	case all:
		l.above.Call("remove")
		l.below.Call("remove")
		l.above, l.below, w = nil, nil, RowWindow{}
	case l.above == nil:
		l.above, l.below = newRoom(), newRoom()
		l.element.Call("prepend", l.above)
		l.element.Call("append", l.below)
	}
	if !all {
		setStyle(l.above, "--rows", strconv.Itoa(w.First))
		setStyle(l.below, "--rows", strconv.Itoa(w.Of-w.First-len(rows)))
	}
	for i, r := range rows {
		l.drawn[r.Key].number(w.First+i+1, w.Of)
	}
}

func newRoom() app.Value {
	room := newElement("li", "room")
	room.Call("setAttribute", "aria-hidden", "true")
	return room
}

// dropOthers removes every row but these.
func (l *RowList) dropOthers(rows []Row) {
	wanted := make(map[string]bool, len(rows))
	for _, r := range rows {
		wanted[r.Key] = true
	}
	l.order = slices.DeleteFunc(l.order, func(key string) bool {
		if wanted[key] {
			return false
		}
		l.drawn[key].item.Call("remove")
		delete(l.drawn, key)
		return true
	})
}

// put brings the rows that stay up to date and inserts those that are new.
func (l *RowList) put(rows []Row) {
	order := make([]string, 0, len(rows))
	stay := l.order
	for _, r := range rows {
		order = append(order, r.Key)
		if len(stay) > 0 && stay[0] == r.Key {
			l.drawn[r.Key].become(r)
			stay = stay[1:]
			continue
		}
		d := l.make(r)
		l.drawn[r.Key] = d
		l.element.Call("insertBefore", d.item, l.before(stay))
	}
	l.order = order
}

// before is what a new row is put in front of: the next row that stays, or the
// end of the rows.
func (l *RowList) before(stay []string) any {
	switch {
	case len(stay) > 0:
		return l.drawn[stay[0]].item
	case l.below != nil:
		return l.below
	}
	return nil
}

// make makes the elements of a row.
func (l *RowList) make(r Row) *drawnRow {
	d := &drawnRow{item: newElement("li", ""), button: newElement("button", r.Class)}
	d.button.Set("type", "button")
	d.button.Call("setAttribute", "data-"+l.Data, r.Key)
	d.item.Call("append", d.button)
	d.Row = Row{Key: r.Key, Class: r.Class}
	d.become(r)
	return d
}

// become changes what differs.
func (d *drawnRow) become(r Row) {
	if d.Row == r {
		return
	}
	if d.Class != r.Class {
		d.button.Set("className", r.Class)
	}
	if d.Title != r.Title {
		d.button.Set("title", r.Title)
	}
	if d.Current != r.Current {
		setOrRemove(d.button, "aria-current", r.Current)
	}
	if d.Pressed != r.Pressed {
		setOrRemove(d.button, "aria-pressed", r.Pressed)
	}
	if d.Parts != r.Parts {
		d.setParts(r.Parts)
	}
	d.Row = r
}

// setParts changes the parts that differ. Where a part comes or goes, all are
// made anew.
func (d *drawnRow) setParts(next [4]Part) {
	for i, p := range next {
		if (p.Class == "") != (d.Parts[i].Class == "") {
			d.button.Call("replaceChildren")
			d.Parts = [4]Part{}
			break
		}
	}
	for i, p := range next {
		switch {
		case p == d.Parts[i]:
		case d.Parts[i].Class == "":
			d.parts[i] = newElement("span", p.Class)
			fillPart(d.parts[i], Part{}, p)
			d.button.Call("append", d.parts[i])
		default:
			d.parts[i].Set("className", p.Class)
			fillPart(d.parts[i], d.Parts[i], p)
		}
	}
}

func fillPart(element app.Value, old, next Part) {
	if next.Own != old.Own {
		element.Set("dir", map[bool]string{true: "auto", false: ""}[next.Own])
	}
	if next.Lang != old.Lang {
		setOrRemove(element, "lang", next.Lang)
	}
	if next.Text != old.Text {
		element.Set("textContent", next.Text)
	}
}

// number says which of how many rows a row is, which a screen reader cannot
// count where not all are drawn. Where all are, of is 0 and nothing is said.
func (d *drawnRow) number(place, of int) {
	switch {
	case of == 0:
		d.item.Call("removeAttribute", "aria-setsize")
		d.item.Call("removeAttribute", "aria-posinset")
		place = 0
	case d.of != of:
		d.item.Call("setAttribute", "aria-setsize", of)
	}
	if of != 0 && d.place != place {
		d.item.Call("setAttribute", "aria-posinset", place)
	}
	d.place, d.of = place, of
}

// Focused is the key of the row that has the keyboard, or "".
func (l *RowList) Focused() string {
	active := app.Window().Get("document").Get("activeElement")
	if !Within(active, "#"+l.ID) {
		return ""
	}
	return Data(active, l.Data)
}

// Focus moves the keyboard to a drawn row, and brings it into view.
func (l *RowList) Focus(key string) {
	if d := l.drawn[key]; d != nil {
		d.button.Call("focus", map[string]any{"preventScroll": true})
		d.button.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// RowMeasures are the heights, in CSS pixels, of what a list has scrolled past,
// of what it shows, of one row, and of the window, which a list cannot outgrow.
type RowMeasures struct{ Top, Height, Row, Window float64 }

// Measure measures the list. Row is 0 where no row is drawn, or the list is
// hidden.
func (l *RowList) Measure() RowMeasures {
	if len(l.order) == 0 {
		return RowMeasures{}
	}
	box := rectOf(l.drawn[l.order[0]].item)
	return RowMeasures{
		Top:    l.element.Get("scrollTop").Float(),
		Height: l.element.Get("clientHeight").Float(),
		Row:    box.Bottom - box.Top,
		Window: app.Window().Get("innerHeight").Float(),
	}
}

// ScrollToTop shows the beginning of the list.
func (l *RowList) ScrollToTop() {
	if l.element != nil {
		l.element.Set("scrollTop", 0)
	}
}

func newElement(tag, class string) app.Value {
	element := app.Window().Get("document").Call("createElement", tag)
	if class != "" {
		element.Set("className", class)
	}
	return element
}

func setOrRemove(element app.Value, name, value string) {
	if value == "" {
		element.Call("removeAttribute", name)
	} else {
		element.Call("setAttribute", name, value)
	}
}
