package ui

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/format/spanwise"
	"spanwise/app/browser"
)

// mergeID is the id of the dialog.
const mergeID = "merge"

// listedConflicts is how many conflicts are listed one by one, and so many
// sentences; there may be a hundred thousand.
const listedConflicts = 200

// somebodyNew stands among the annotators' IDs for none of them. It is no ID that
// the page gives, and one of a file that is the same can only not be chosen.
const somebodyNew = "+"

// renderMerge draws the dialog about a file that is being imported.
func (p *Page) renderMerge() app.UI {
	if p.importing == nil {
		return app.Div().Hidden(true)
	}
	return &mergeDialog{Page: p, Import: p.importing, Changes: p.importing.changes}
}

// mergeDialog says what an import will do, and has a person decide the rest.
type mergeDialog struct {
	app.Compo

	Page    *Page
	Import  *importing
	Changes int
}

// Render draws the dialog.
func (d *mergeDialog) Render() app.UI {
	title := "Import " + d.Import.file.Name
	return app.Dialog().ID(mergeID).Class("form", "merge").Aria("label", title).
		On("close", d.onClose).Body(
		app.Form().OnSubmit(d.onImport).OnChange(d.onChange).Body(
			app.H2().Text(title),
			app.P().Class("trouble").Attr("role", "alert").Hidden(d.Import.trouble == "").Text(d.Import.trouble),
			d.renderPeople(),
			d.renderConflicts(),
			d.renderBrings(),
			app.Div().Class("own").Body(
				app.Button().Type("submit").Class("primary").Text("Import").Disabled(d.Import.busy),
				app.Button().Type("button").Class("quiet").Text("Open as a new project").
					Hidden(d.Import.among).OnClick(d.onAsProject),
				app.Button().Type("button").Class("quiet").Text("Cancel").OnClick(d.onCancel),
			),
		),
	)
}

// renderPeople asks who has marked the file.
func (d *mergeDialog) renderPeople() app.UI {
	people := d.Import.plan.People
	return app.Div().Class("part").Hidden(len(people) == 0).Body(
		app.H2().Aria("level", 3).Text("Who marked the file?"),
		app.P().Class("hint").Text("Marks of the same person are put together. Somebody new keeps marks of their own."),
		app.Range(people).Slice(func(i int) app.UI { return d.renderPerson(i, people[i]) }),
	)
}

func (d *mergeDialog) renderPerson(index int, person spanwise.Person) app.UI {
	chosen := d.Import.choices.People[person.ID]
	here := d.Page.session.Project().Annotators()
	who := fmt.Sprintf("“%s” in the file is", person.Name)
	return app.Div().Class("row").Body(
		field(who, app.Select().Aria("label", who).DataSet("person", index).Body(
			app.Option().Value(somebodyNew).Selected(chosen.As == "").Text("Somebody new"),
			app.Range(here).Slice(func(i int) app.UI {
				return app.Option().Value(here[i].ID).Selected(chosen.As == here[i].ID).Text(here[i].Name)
			}),
		)),
		app.Div().Hidden(chosen.As != "").Body(
			field("Name here", app.Input().Type("text").Dir("auto").AutoComplete(false).DataSet("named", index).Value(chosen.New)),
		),
	)
}

// renderConflicts lists what differs, with both sides to choose from.
func (d *mergeDialog) renderConflicts() app.UI {
	all := d.Import.plan.Conflicts
	shown := all[:min(len(all), listedConflicts)]
	return app.Div().Class("part").Hidden(len(all) == 0).Body(
		app.H2().Aria("level", 3).Text(count(len(all), "difference")+" to decide"),
		app.Div().Class("own").Body(
			quiet("Keep all of ours", d.onAllOurs),
			quiet("Take all of the file’s", d.onAllTheirs),
		),
		app.Div().Class("conflicts").Body(
			app.Range(shown).Slice(func(i int) app.UI { return d.renderConflict(i, shown[i]) }),
		),
		app.P().Class("hint").Hidden(len(shown) == len(all)).Text(
			fmt.Sprintf("%d more are not listed. One that nobody decides stays as it was changed last, or as ours.", len(all)-len(shown))),
	)
}

func (d *mergeDialog) renderConflict(index int, c spanwise.Conflict) app.UI {
	name := c.What
	if c.Where != "" {
		name += ", in “" + c.Where + "”"
	}
	return app.FieldSet().Body(
		app.Legend().Dir("auto").Text(name),
		renderSide(index, spanwise.Ours, c.Side, "Ours", c.Ours),
		renderSide(index, spanwise.Theirs, c.Side, "The file’s", c.Theirs),
	)
}

// renderSide is one of the two sides of a conflict.
func renderSide(index int, side, chosen spanwise.Side, whose, says string) app.UI {
	return app.Label().Class("side").Body(
		app.Input().Type("radio").Name("conflict-"+strconv.Itoa(index)).
			DataSet("conflict", index).DataSet("side", int(side)).Checked(side == chosen),
		app.Span().Body(
			app.B().Text(whose+": "),
			app.Span().Dir("auto").Text(shorten(says, 300)),
		),
	)
}

// renderBrings says what the file brings whatever is decided.
func (d *mergeDialog) renderBrings() app.UI {
	all := d.Import.plan.Brings
	shown := all[:min(len(all), listedConflicts)]
	return app.Div().Class("part").Hidden(len(all) == 0).Body(
		app.H2().Aria("level", 3).Text("What it brings"),
		app.Ul().Class("brings").Aria("label", "What it brings").TabIndex(0).Body(
			app.Range(shown).Slice(func(i int) app.UI { return app.Li().Dir("auto").Text(sentence(shown[i])) }),
			app.Li().Hidden(len(shown) == len(all)).Text(fmt.Sprintf("And %d more.", len(all)-len(shown))),
		),
	)
}

// onChange hears of every choice in the dialog.
func (d *mergeDialog) onChange(ctx app.Context, e app.Event) {
	target, i := e.Get("target"), d.Import
	if at, err := strconv.Atoi(browser.Data(target, "conflict")); err == nil && at < len(i.plan.Conflicts) {
		side, _ := strconv.Atoi(browser.Data(target, "side")) // we wrote it
		i.keep(i.plan.Conflicts[at].ID, spanwise.Side(side))
		return
	}
	value := target.Get("value").String()
	if at, err := strconv.Atoi(browser.Data(target, "person")); err == nil && at < len(i.plan.People) {
		person := i.choices.People[i.plan.People[at].ID]
		if person.As = value; value == somebodyNew {
			person.As = ""
		}
		d.Page.be(i, person)
	}
	if at, err := strconv.Atoi(browser.Data(target, "named")); err == nil && at < len(i.plan.People) {
		person := i.choices.People[i.plan.People[at].ID]
		person.New = value
		d.Page.be(i, person)
	}
}

func (d *mergeDialog) onAllOurs(app.Context, app.Event) { d.Import.keep("", spanwise.Ours) }

func (d *mergeDialog) onAllTheirs(app.Context, app.Event) { d.Import.keep("", spanwise.Theirs) }

func (d *mergeDialog) onImport(ctx app.Context, e app.Event) {
	e.PreventDefault()
	if d.Import.busy {
		return
	}
	d.Import.say(true)
	browser.CloseModal(mergeID)
}

// onAsProject leaves this project alone, and makes another one of the file.
func (d *mergeDialog) onAsProject(app.Context, app.Event) {
	read := spanwise.Read
	if d.Import.repaired {
		read = spanwise.ReadRepaired
	}
	browser.CloseModal(mergeID)
	d.Page.openAsProject(d.Import.file, read)
}

func (d *mergeDialog) onCancel(app.Context, app.Event) { browser.CloseModal(mergeID) }

// onClose hears of every way in which the dialog closes, Esc included.
func (d *mergeDialog) onClose(app.Context, app.Event) { d.Import.say(false) }

// say answers whether to go on; the first answer counts.
func (i *importing) say(yes bool) {
	select {
	case i.answer <- yes:
	default:
	}
}
