package keeping

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// The ids of the dialog and of what in it takes the keyboard.
const (
	keepingID    = "keeping"
	exportNowID  = "export-now"
	pickFolderID = "pick-backup-folder"
	backupNowID  = "backup-now"
	afterEditsID = "remind-after-edits"
	afterDaysID  = "remind-after-days"
)

// keepingTold is what the dialog says, as far as it changes while it is open.
type keepingTold struct {
	Kept       string
	Promise    promise
	Used       string
	Aside      int
	Exported   string
	AfterEdits int
	AfterDays  int
	Backup     backupTold
}

// tellKeeping puts into words how it stands at a time.
func (room *Room) tellKeeping(now time.Time) keepingTold {
	k, edits := &room.keeping, room.edits()
	told := keepingTold{
		Kept:       room.keptWords(),
		Promise:    k.promise,
		Aside:      k.aside,
		Exported:   desk.MomentWords(k.exported, now, edits) + ".",
		AfterEdits: k.reminder.AfterEdits,
		AfterDays:  k.reminder.AfterDays,
		Backup:     k.backup.tell(now, edits),
	}
	if k.used > 0 {
		told.Used = "About " + sizeWords(k.used) + " are stored for this page."
	}
	return told
}

// keepingDialog is the dialog. It is mounted anew each time it opens, so that
// its fields begin with what is set.
type keepingDialog struct {
	app.Compo

	Room *Room
	Told keepingTold
}

// Render draws the dialog.
func (d *keepingDialog) Render() app.UI {
	return app.Dialog().ID(keepingID).Class("form", "keeping").Aria("label", "Backups").
		On("close", d.onClose).Body(
		app.Div().Class("heading").Body(
			app.H2().Text("Backups"),
			app.Button().Type("button").Class("icon", "close").Aria("label", "Close").OnClick(d.onPressClose),
		),
		d.renderHere(),
		d.renderExport(),
		d.renderReminder(),
		d.Room.renderBackup(d.Told.Backup),
		d.renderAside(),
	)
}

// renderHere says how long the browser keeps the work.
func (d *keepingDialog) renderHere() app.UI {
	may := d.Told.Promise == unsure || d.Told.Promise == refused
	return app.Div().Class("part").Body(
		app.H2().Aria("level", 3).Text("In this browser"),
		app.P().Text(d.Told.Kept),
		app.P().Aria("live", "polite").Text(promiseWords(d.Told.Promise)),
		kit.QuietButton("Ask the browser to keep it", d.onAsk).Hidden(!may),
		app.P().Class("hint").Text(kit.Sentences(d.Told.Used,
			"In a private window everything goes when it is closed; a page cannot see whether it is in one.")),
	)
}

// renderExport says when work last left as a file.
func (d *keepingDialog) renderExport() app.UI {
	return app.Div().Class("part").Body(
		app.H2().Aria("level", 3).Text("Last export"),
		app.P().Aria("live", "polite").Text(d.Told.Exported),
		kit.QuietButton("Export now", d.onExport).ID(exportNowID),
	)
}

// renderReminder sets after how much the page reminds.
func (d *keepingDialog) renderReminder() app.UI {
	return app.Div().Class("part").Body(
		app.H2().Aria("level", 3).Text("Remind me to export"),
		app.Div().Class("amounts").Body(
			amount("after", afterEditsID, d.Told.AfterEdits, "edits", d.onAmount),
			amount("or", afterDaysID, d.Told.AfterDays, "days", d.onAmount),
		),
		app.P().Class("hint").Text("0 is never. A backup counts as an export."),
	)
}

// amount is a field for a number of things, within the sentence that it is part
// of.
func amount(before, id string, number int, things string, onInput app.EventHandler) app.UI {
	return app.Label().Class("amount").Body(
		app.Span().Text(before),
		app.Input().ID(id).Type("number").Aria("label", "Remind after "+things).
			Min(0).Max(mostReminder).Value(number).OnInput(onInput),
		app.Span().Text(things),
	)
}

// onClose hears of every way in which the dialog closes, Esc included.
func (d *keepingDialog) onClose(app.Context, app.Event) { d.Room.keeping.shown = false }

func (d *keepingDialog) onPressClose(app.Context, app.Event) { browser.CloseModal(keepingID) }

func (d *keepingDialog) onAsk(app.Context, app.Event) {
	d.Room.askPromise(true)
}

// onExport exports. A failure is told on the page, so the dialog gives way.
func (d *keepingDialog) onExport(ctx app.Context, e app.Event) {
	room := d.Room
	room.desk.Writing.Commit()
	before := room.keeping.exported
	room.desk.Context.Async(func() {
		room.Export()
		room.desk.OnPage(func() {
			if room.keeping.exported == before {
				browser.CloseModal(keepingID)
				return
			}
			room.desk.Later(func() { browser.Focus(exportNowID) })
		})
	})
}

// onAmount keeps a number as it is typed; what is none leaves the last one.
func (d *keepingDialog) onAmount(ctx app.Context, e app.Event) {
	n, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if err != nil || !settable(n) {
		return
	}
	set := &d.Room.keeping.reminder.AfterEdits
	if ctx.JSSrc().Get("id").String() == afterDaysID {
		set = &d.Room.keeping.reminder.AfterDays
	}
	*set = n
	desk.Remember(d.Room.desk.OwnKey(desk.RemindKey), &d.Room.keeping.reminder)
}
