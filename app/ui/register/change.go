package register

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// renderDoing draws what is still to be said before something is done.
func (d *registerDialog) renderDoing(e *annotations.Entry, mentions int) app.UI {
	box := app.Div().Class("part", "doing").Attr("role", "group")
	switch d.Doing {
	case doMerge:
		return box.Aria("label", "Merge").Body(
			app.P().Text(kit.Upright("All mentions of “"+e.Name+"” go to the entry that you choose, and its names become other names of that one.")),
			&entryfield.Field{Desk: d.Room.desk, For: mergeOf{d.Room, e}, Name: "Merge into"},
		)
	case doSplit:
		return d.renderSplit(box)
	case doDelete:
		return d.renderDelete(box, e, mentions)
	}
	return box.Hidden(true)
}

func (d *registerDialog) renderSplit(box app.HTMLDiv) app.UI {
	return box.Aria("label", "Split").Body(
		app.P().Text("Press the mentions below that are something else, and name it."),
		app.Form().Class("named").OnSubmit(d.onDoSplit).Body(
			app.Input().ID(splitNameID).Type("text").DataSet("writing", desk.KeyFor(desk.SplitWriting, d.Chosen)).AutoComplete(false).Dir("auto").
				Aria("label", "Name of the new entry").Placeholder("Name of the new entry").Required(true),
			app.Button().Type("submit").Class("primary").Disabled(d.Picked == 0).
				Text("Split off "+kit.Count(d.Picked, "mention")),
		),
	)
}

func (d *registerDialog) renderDelete(box app.HTMLDiv, e *annotations.Entry, mentions int) app.UI {
	question, button := "Nothing points to “"+e.Name+"”.", "Delete entry"
	if mentions > 0 {
		question = leftWords(d.Room.register.mentions.counts)
		button = "Release " + kit.Count(mentions, "mention") + " and delete"
	}
	return box.Aria("label", "Delete").Body(
		app.P().Text(kit.Upright(question)),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet", "danger").Text(button).OnClick(d.onDoDelete),
			kit.QuietButton("Cancel", d.onCancel),
		),
	)
}

// leftWords say what would be left without an entry.
func leftWords(c annotations.MentionCount) string {
	var all []string
	if c.Spans > 0 {
		all = append(all, kit.Count(c.Spans, "mention")+" would be left without an entry. The spans stay.")
	}
	if c.Values > 0 {
		all = append(all, "It would be taken out of "+namingWords(c.Values)+".")
	}
	return strings.Join(all, " ")
}

// namingWords are values of attributes in a sentence.
func namingWords(n int) string {
	if n == 1 {
		return "1 attribute that names it"
	}
	return kit.Count(n, "attribute") + " that name it"
}

func (d *registerDialog) onMerge(app.Context, app.Event) {
	d.begin(doMerge)
	d.Room.desk.Later(func() { browser.Focus(mergeIntoID) })
}

func (d *registerDialog) onSplit(app.Context, app.Event) {
	d.begin(doSplit)
	d.Room.desk.Later(func() { browser.Focus(splitNameID) })
}

func (d *registerDialog) onDelete(app.Context, app.Event) { d.begin(doDelete) }

func (d *registerDialog) onCancel(app.Context, app.Event) { d.begin(doNothing) }

// begin asks what is to be known for something, or where it is asked already
// stops asking.
func (d *registerDialog) begin(what doing) {
	r := &d.Room.register
	if r.doing == what {
		what = doNothing
	}
	r.doing = what
	r.mentions.picked = map[string]bool{}
	d.Room.desk.Later(d.Room.drawRegister)
}

// onDoSplit makes the mentions that are picked those of a new entry, and shows it.
func (d *registerDialog) onDoSplit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	room := d.Room
	name := kit.OneLine(browser.Field(splitNameID))
	spans, values := room.register.mentions.chosen()
	picked := len(spans) + len(values)
	old, there := room.desk.Session.Project().Entry(d.Chosen)
	if name == "" || picked == 0 || !there {
		return
	}
	next := annotations.Entry{ID: annotations.NewID(), Label: old.Label, Name: name}
	room.desk.DoAll(annotations.SplitEntry(room.desk.Session.Project(), next, spans, values, kit.Now()).Edits, func() {
		room.desk.Writing.End(desk.KeyFor(desk.SplitWriting, old.ID))
		room.desk.Say(kit.Count(picked, "mention") + " of “" + name + "” now")
		room.chooseEntry(next.ID)
	})
}

// onDoDelete takes the entry out of the register and of the spans that mention it.
func (d *registerDialog) onDoDelete(app.Context, app.Event) {
	room := d.Room
	room.desk.DoAll(annotations.ReleaseEntry(room.desk.Session.Project(), d.Chosen, kit.Now()).Edits, func() {
		room.desk.Say("Entry deleted")
		room.chooseEntry("")
	})
}

// mergeEntries makes the chosen entry one with another, and shows that.
func (room *Room) mergeEntries(from, into string) {
	batch, err := annotations.MergeEntries(room.desk.Session.Project(), from, into, kit.Now())
	if err != nil {
		room.desk.Notices.Add(desk.Failure, "That could not be done: "+err.Error())
		return
	}
	room.desk.DoAll(batch.Edits, func() {
		room.desk.Say("Merged into “" + room.desk.EntryName(into) + "”")
		room.chooseEntry(into)
	})
}
