package bringing

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/intake"
	"spanwise/app/browser"
	"spanwise/app/session/importing"
	"spanwise/app/ui/kit"
)

// mergeID is the id of the dialog.
const mergeID = "merge"

// listedConflicts is how many conflicts are listed one by one, and so many
// sentences; there may be a hundred thousand.
const listedConflicts = 200

// somebodyNew stands among the annotators' IDs for none of them. It is no ID that
// the page gives, and one of a file that is the same can only not be chosen.
const somebodyNew = "+"

// renderMerge draws the dialog about files that are being imported.
func (room *Room) renderMerge() app.UI {
	if room.incoming == nil {
		return app.Div().Hidden(true)
	}
	return &mergeDialog{Room: room, Import: room.incoming, Changes: room.incoming.changes}
}

// mergeDialog says what an import will do, and has a person decide the rest.
type mergeDialog struct {
	app.Compo

	Room    *Room
	Import  *incoming
	Changes int
}

// Render draws the dialog.
func (d *mergeDialog) Render() app.UI {
	i := d.Import
	title, button := "Import "+i.called(), "Merge"
	if i.Apart {
		button = "Open"
	}
	return app.Dialog().ID(mergeID).Class("form", "merge").Aria("label", title).
		On("close", d.onClose).Body(
		app.Form().OnSubmit(d.onImport).OnChange(d.onChange).Body(
			app.H2().Dir("auto").Text(kit.Upright(title)),
			app.P().Class("trouble").Attr("role", "alert").Hidden(i.Trouble == nil).Text(kit.Upright(i.trouble())),
			d.renderWays(),
			d.renderRefused(),
			app.If(!i.Apart || i.Several(), d.renderDecisions),
			app.Div().Class("own").Body(
				app.Button().Type("submit").Class("primary").Text(button),
				kit.QuietButton("Cancel", d.onCancel),
			),
		),
	)
}

// trouble is why it cannot be worked out what was chosen last.
func (i *incoming) trouble() string {
	if i.Trouble == nil {
		return ""
	}
	return kit.Sentence(i.Trouble.Error())
}

// renderWays asks what is to become of the files.
func (d *mergeDialog) renderWays() app.UI {
	i := d.Import
	return app.Div().Attr("role", "radiogroup").Aria("label", "What to do with it").Hidden(i.Decided).Body(
		d.renderWay("apart", i.apartWords(), i.Apart),
		d.renderWay("merge", i.mergeWords(kit.ProjectTitle(d.Room.desk.Seat())), !i.Apart),
	)
}

func (d *mergeDialog) renderWay(way, words string, chosen bool) app.UI {
	return app.Label().Class("way").Body(
		app.Input().Type("radio").Name("import-way").DataSet("way", way).Checked(chosen).AutoFocus(chosen).
			Disabled(way == "apart" && d.Import.Alone),
		app.Span().Dir("auto").Text(kit.Upright(words)),
	)
}

// renderRefused says which of several files are not taken in, and why.
func (d *mergeDialog) renderRefused() app.UI {
	all := d.Import.run.Refused()
	return app.Div().Class("part").Hidden(len(all) == 0).Body(
		app.H2().Aria("level", 3).Text(kit.Count(len(all), "file")+" cannot be imported"),
		app.Ul().Class("brings").Aria("label", "Files that cannot be imported").Body(
			app.Range(all).Slice(func(k int) app.UI {
				return app.Li().Dir("auto").Text(kit.Upright(kit.Sentence(all[k].File.Name + ": " + kit.Shorten(all[k].Err.Error(), 200))))
			}),
		),
	)
}

// renderDecisions asks what else there is to decide.
func (d *mergeDialog) renderDecisions() app.UI {
	return app.Div().Class("parts").Body(d.renderPeople(), d.renderConflicts(), d.renderBrings())
}

// renderPeople asks who has marked the files.
func (d *mergeDialog) renderPeople() app.UI {
	i, plans := d.Import, d.Import.Plans()
	anybody := slices.ContainsFunc(plans, func(plan intake.Plan) bool { return len(plan.People) > 0 })
	who := "Who marked the file?"
	if i.Several() {
		who = "Who marked the files?"
	}
	return app.Div().Class("part").Hidden(!anybody).Body(
		app.H2().Aria("level", 3).Text(who),
		app.P().Class("hint").Text("Marks of the same person are put together. Somebody new keeps marks of their own."),
		app.Range(plans).Slice(d.renderFile),
	)
}

// renderFile asks who has marked the k-th file.
func (d *mergeDialog) renderFile(k int) app.UI {
	i, plan := d.Import, d.Import.Plans()[k]
	return app.Div().Class("file").Body(
		kit.AsWritten(app.P()).Class("hint").Hidden(!i.Several()).Body(
			app.B().Text(kit.Alone(i.Files[k].Name)), app.Text(" · "+planWords(plan))),
		app.Range(plan.People).Slice(func(n int) app.UI { return d.renderPerson(k, n) }),
	)
}

func (d *mergeDialog) renderPerson(file, index int) app.UI {
	i, plan := d.Import, d.Import.Plans()[file]
	person, here := plan.People[index], plan.Here
	who := kit.Upright(fmt.Sprintf("“%s” in the file is", person.Name))
	if i.Several() {
		who = kit.Upright(fmt.Sprintf("“%s” in %s is", person.Name, i.Files[file].Name))
	}
	hint := personHint(person, here)
	return app.Div().Body(
		app.Div().Class("row").Body(
			kit.Field(who, kit.Untranslated(app.Select()).Aria("label", who).DataSet("person", index).DataSet("file", file).Body(
				app.Option().Value(somebodyNew).Selected(person.As == "").Text("Somebody new"),
				app.Range(here).Slice(func(k int) app.UI {
					return app.Option().Value(here[k].ID).Selected(person.As == here[k].ID).Text(kit.Spelt(here[k].Name))
				}),
			)),
			app.Div().Hidden(person.As != "").Body(
				kit.Field("Name here", app.Input().Type("text").Dir("auto").AutoComplete(false).
					DataSet("named", index).DataSet("file", file).Value(person.New)),
			),
		),
		kit.AsWritten(app.P()).Class("hint").Hidden(hint == "").Text(kit.Upright(hint)),
	)
}

// listedConflict is the n-th conflict of a file.
type listedConflict struct {
	file, n int
	intake.Conflict
}

// listConflicts gives as many as are listed.
func listConflicts(plans []intake.Plan) (all []listedConflict) {
	for file, plan := range plans {
		for n, c := range plan.Conflicts {
			if len(all) == listedConflicts {
				return all
			}
			all = append(all, listedConflict{file, n, c})
		}
	}
	return all
}

// renderConflicts lists what differs, with both sides to choose from.
func (d *mergeDialog) renderConflicts() app.UI {
	plans := d.Import.Plans()
	all, shown := importing.Conflicts(plans), listConflicts(plans)
	return app.Div().Class("part").Hidden(all == 0).Body(
		app.H2().Aria("level", 3).Text(kit.Count(all, "difference")+" to decide"),
		app.Div().Class("own").Body(
			kit.QuietButton("Keep all of ours", d.onAllOurs),
			kit.QuietButton("Take all of the file’s", d.onAllTheirs),
		),
		app.Div().Class("conflicts").Body(
			app.Range(shown).Slice(func(k int) app.UI { return d.renderConflict(shown[k]) }),
		),
		app.P().Class("hint").Hidden(len(shown) == all).Text(
			fmt.Sprintf("%d more are not listed. One that nobody decides stays as it was changed last, or as ours.", all-len(shown))),
	)
}

func (d *mergeDialog) renderConflict(c listedConflict) app.UI {
	name := c.What
	if c.Where != "" {
		name += ", in “" + c.Where + "”"
	}
	if d.Import.Several() {
		name += ", of " + d.Import.Files[c.file].Name
	}
	return app.FieldSet().Body(
		app.Legend().Dir("auto").Text(kit.Upright(name)),
		renderSide(c, intake.Ours, "Ours", c.Ours),
		renderSide(c, intake.Theirs, "The file’s", c.Theirs),
	)
}

// renderSide is one of the two sides of a conflict.
func renderSide(c listedConflict, side intake.Side, whose, says string) app.UI {
	return app.Label().Class("side").Body(
		app.Input().Type("radio").Name(fmt.Sprint("conflict-", c.file, "-", c.n)).DataSet("file", c.file).
			DataSet("conflict", c.n).DataSet("side", int(side)).Checked(side == c.Side),
		app.Span().Body(
			app.B().Text(whose+": "),
			kit.AsWritten(app.Span()).Text(kit.Shorten(says, 300)),
		),
	)
}

// broughtBy is what files bring whatever is decided, as much of it as is listed.
func (i *incoming) broughtBy(plans []intake.Plan) (lines []string, all int) {
	for k, plan := range plans {
		all += len(plan.Brings)
		for _, line := range kit.InEnglish(plan.Brings[:min(len(plan.Brings), listedConflicts-len(lines))]) {
			if i.Several() {
				line = i.Files[k].Name + ": " + line
			}
			lines = append(lines, kit.Sentence(line))
		}
	}
	return lines, all
}

// renderBrings says what the files bring whatever is decided.
func (d *mergeDialog) renderBrings() app.UI {
	shown, all := d.Import.broughtBy(d.Import.Plans())
	return app.Div().Class("part").Hidden(all == 0).Body(
		app.H2().Aria("level", 3).Text("What it brings"),
		app.Ul().Class("brings").Aria("label", "What it brings").TabIndex(0).Body(
			app.Range(shown).Slice(func(k int) app.UI { return kit.AsWritten(app.Li()).Text(kit.Upright(shown[k])) }),
			app.Li().Hidden(len(shown) == all).Text(fmt.Sprintf("And %d more.", all-len(shown))),
		),
	)
}

// onChange hears of every choice in the dialog.
func (d *mergeDialog) onChange(ctx app.Context, e app.Event) {
	target, i := e.Get("target"), d.Import
	if way := browser.Data(target, "way"); way != "" {
		i.Apart = way == "apart"
		i.changes++
		return
	}
	file, err := strconv.Atoi(browser.Data(target, "file"))
	if err != nil || file < 0 || file >= len(i.Files) {
		return
	}
	plan, value := i.Plans()[file], target.Get("value").String()
	if at, err := strconv.Atoi(browser.Data(target, "conflict")); err == nil && at >= 0 && at < len(plan.Conflicts) {
		side, _ := strconv.Atoi(browser.Data(target, "side")) // it is our own
		i.keep(file, plan.Conflicts[at].ID, intake.Side(side))
	}
	if at, err := strconv.Atoi(browser.Data(target, "person")); err == nil && at >= 0 && at < len(plan.People) {
		person := plan.People[at]
		if person.As = value; value == somebodyNew {
			person.As = ""
		}
		d.Room.identify(i, file, person)
	}
	if at, err := strconv.Atoi(browser.Data(target, "named")); err == nil && at >= 0 && at < len(plan.People) {
		person := plan.People[at]
		person.New = value
		d.Room.identify(i, file, person)
	}
}

func (d *mergeDialog) onAllOurs(app.Context, app.Event) { d.Import.keep(0, "", intake.Ours) }

func (d *mergeDialog) onAllTheirs(app.Context, app.Event) { d.Import.keep(0, "", intake.Theirs) }

func (d *mergeDialog) onImport(ctx app.Context, e app.Event) {
	e.PreventDefault()
	d.Room.goOn(d.Import)
}

func (d *mergeDialog) onCancel(app.Context, app.Event) { browser.CloseModal(mergeID) }

// onClose hears of every way in which the dialog closes, Esc included.
func (d *mergeDialog) onClose(app.Context, app.Event) { d.Import.say(false) }

// say answers whether to go on; the first answer counts.
func (i *incoming) say(yes bool) {
	select {
	case i.answer <- yes:
	default:
	}
}
