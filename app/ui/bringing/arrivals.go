package bringing

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session/importing"
	"spanwise/app/ui/kit"
	"spanwise/corpus/ingest/charset"
)

// arrivals are the files about which the open dialog asks.
type arrivals struct {
	list    []*importing.Text
	changes int       // of what the dialog shows
	answer  chan bool // whether to open what was chosen
}

// opens is how many of the files would be opened as it is chosen now.
func (a *arrivals) opens() int {
	n := 0
	for _, file := range a.list {
		if file.Choice != "" {
			n++
		}
	}
	return n
}

// damaged is how many of the files have an encoding to be chosen.
func (a *arrivals) damaged() int {
	n := 0
	for _, file := range a.list {
		if len(file.Fitting) > 0 {
			n++
		}
	}
	return n
}

// single is the one file that the dialog asks about, if it is one.
func (a *arrivals) single() *importing.Text {
	if len(a.list) == 1 {
		return a.list[0]
	}
	return nil
}

// choose takes what was chosen for the file of that index.
func (a *arrivals) choose(index int, label string) {
	if index >= 0 && index < len(a.list) {
		a.list[index].Choose(label, browser.DecodeText)
		a.changes++
	}
}

// chooseForAll takes an encoding for each file that it fits.
func (a *arrivals) chooseForAll(label string, decode charset.Decode) {
	for _, file := range a.list {
		for _, c := range file.Fitting {
			if c.Label == label && c.Damage == 0 {
				file.Choose(label, decode)
			}
		}
	}
	a.changes++
}

// leaveOut leaves all the files out.
func (a *arrivals) leaveOut() {
	for _, file := range a.list {
		file.Choice = ""
	}
}

// say ends the asking; the first answer counts.
func (a *arrivals) say(open bool) {
	select {
	case a.answer <- open:
	default:
	}
}

// askArrivals asks a person about files and waits for the answer. It is not for
// the UI goroutine.
func (room *Room) askArrivals(list []*importing.Text) {
	if len(list) == 0 {
		return
	}
	room.asking.Lock() // two dialogs would be one too many
	defer room.asking.Unlock()
	a := &arrivals{list: list, answer: make(chan bool, 1)}
	room.desk.OnPage(func() {
		room.arriving = a
		room.desk.Later(func() { browser.ShowModal(arrivalsID) })
	})
	open := false
	select {
	case open = <-a.answer:
	case <-room.desk.Context.Done():
		return
	}
	if !open {
		a.leaveOut()
	}
	room.desk.OnPage(func() {
		room.arriving = nil
		room.desk.FocusText()
	})
}

// arrivalsID is the id of the dialog.
const arrivalsID = "arrivals"

// leftOut stands among the encodings' labels for leaving a file out.
const leftOut = "-"

func (room *Room) renderArrivals() app.UI {
	if room.arriving == nil {
		return app.Div().Hidden(true)
	}
	return &arrivalsDialog{Asked: room.arriving, Changes: room.arriving.changes}
}

// arrivalsDialog asks in which encoding texts are, and whether what is no plain
// text is to be opened as one.
type arrivalsDialog struct {
	app.Compo

	Asked   *arrivals
	Changes int
}

// Render draws the dialog.
func (d *arrivalsDialog) Render() app.UI {
	list := d.Asked.list
	title := kit.Count(len(list), "file") + " to look at"
	if single := d.Asked.single(); single != nil {
		title = "Open " + kit.Alone(single.Name)
	}
	return app.Dialog().ID(arrivalsID).Class("form", "merge").Aria("label", title).On("close", d.onClose).Body(
		app.Form().OnSubmit(d.onOpen).OnChange(d.onChange).Body(
			app.H2().Dir("auto").Text(title),
			app.Range(list).Slice(func(i int) app.UI { return d.renderFile(i, list[i]) }),
			app.Div().Class("own").Body(
				app.Button().Type("submit").Class("primary").Text(d.openText()).Disabled(d.Asked.single() == nil && d.Asked.opens() == 0),
				kit.QuietButton(d.leaveText(), d.onLeave),
			),
		),
	)
}

func (d *arrivalsDialog) openText() string {
	switch single := d.Asked.single(); {
	case single == nil:
		return "Open " + kit.Count(d.Asked.opens(), "text")
	case len(single.Fitting) == 0:
		return "Open as a plain text"
	}
	return "Open"
}

func (d *arrivalsDialog) leaveText() string {
	if d.Asked.single() != nil {
		return "Leave it out"
	}
	return "Leave them all out"
}

func (d *arrivalsDialog) renderFile(index int, a *importing.Text) app.UI {
	return app.Div().Class("part").Body(
		app.H2().Aria("level", 3).Dir("auto").Hidden(d.Asked.single() != nil).Text(kit.Alone(a.Name)),
		app.P().Class("hint").Text(arrivalQuestion(a)),
		d.renderChoice(index, a),
		app.Div().Class("preview").Attr("role", "group").Aria("label", "Preview").Aria("live", "polite").Body(
			app.Range(a.Preview).Slice(func(i int) app.UI { return kit.AsWritten(app.P()).Text(a.Preview[i]) }),
		),
	)
}

// renderChoice draws what there is to choose: an encoding of those that fit, and,
// unless the dialog's buttons say that, whether to open the file at all.
func (d *arrivalsDialog) renderChoice(index int, a *importing.Text) app.UI {
	single := d.Asked.single() != nil
	if len(a.Fitting) == 0 {
		return app.Label().Class("side").Hidden(single).Body(
			app.Input().Type("checkbox").DataSet("arrival", index).Checked(a.Choice != ""),
			app.Span().Text("Open as a plain text"),
		)
	}
	name := "Encoding of " + kit.Alone(a.Name)
	return app.Div().Class("encoding").Body(
		kit.Field("Encoding", kit.Untranslated(app.Select()).Aria("label", name).DataSet("arrival", index).AutoFocus(index == 0).Body(
			app.Range(a.Fitting).Slice(func(i int) app.UI {
				c := a.Fitting[i]
				return app.Option().Value(c.Label).Selected(a.Choice == c.Label).Text(encodingText(i, a))
			}),
			app.Option().Value(leftOut).Selected(a.Choice == "" && !single).Hidden(single).Disabled(single).Text("Leave this file out"),
		)),
		kit.QuietButton("Use it for all", d.onForAll).DataSet("arrival", index).Hidden(d.Asked.damaged() < 2 || a.Choice == ""),
	)
}

// encodingText names an encoding as the list does.
func encodingText(index int, a *importing.Text) string {
	c := a.Fitting[index]
	switch {
	case c.Damage > 0:
		return c.Name + ": " + kit.Count(c.Damage, "place") + " lost (�)"
	case index == 0 && len(a.Fitting) > 1:
		return c.Name + ", the likeliest"
	}
	return c.Name
}

// onChange hears of every choice in the dialog.
func (d *arrivalsDialog) onChange(ctx app.Context, e app.Event) {
	target := e.Get("target")
	index := kit.NumberIn(target, "arrival")
	label := target.Get("value").String()
	switch {
	case label == leftOut:
		label = ""
	case target.Get("type").String() == "checkbox":
		label = ""
		if target.Get("checked").Bool() {
			label = importing.AsItStands
		}
	}
	d.Asked.choose(index, label)
}

func (d *arrivalsDialog) onForAll(ctx app.Context, e app.Event) {
	if i := kit.IndexOf(ctx, "arrival"); i >= 0 && i < len(d.Asked.list) {
		d.Asked.chooseForAll(d.Asked.list[i].Choice, browser.DecodeText)
	}
}

func (d *arrivalsDialog) onOpen(ctx app.Context, e app.Event) {
	e.PreventDefault()
	if single := d.Asked.single(); single != nil && single.Choice == "" {
		single.OpenAnyway()
	}
	d.Asked.say(true)
	browser.CloseModal(arrivalsID)
}

func (d *arrivalsDialog) onLeave(app.Context, app.Event) { browser.CloseModal(arrivalsID) }

// onClose hears of every way in which the dialog closes, Esc included.
func (d *arrivalsDialog) onClose(app.Context, app.Event) { d.Asked.say(false) }
