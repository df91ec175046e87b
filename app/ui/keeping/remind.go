package keeping

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/jsontext"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// reminder is after how many edits or days a person wants to be reminded to
// export; 0 is never. Both count from one moment: the first edit, the last
// export or backup, or when the person chose to export later.
type reminder struct {
	AfterEdits int
	AfterDays  int
	From       desk.Moment
}

// Fields are those that are remembered of the reminder.
func (r *reminder) Fields() jsontext.Fields {
	return jsontext.Fields{{Name: "afterEdits", At: &r.AfterEdits}, {Name: "afterDays", At: &r.AfterDays}, {Name: "from", At: r.From.Fields()}}
}

// usualReminder is the reminder of a person who has set none.
var usualReminder = reminder{AfterEdits: 500, AfterDays: 7}

// mostReminder is the greatest number that a reminder can be set to.
const mostReminder = 1_000_000

// readReminder reads what was remembered; what cannot be read is as usual.
func readReminder(text string) reminder {
	r := usualReminder
	if r.Fields().Read(text) != nil || r.From.Edits < 0 ||
		!settable(r.AfterEdits) || !settable(r.AfterDays) {
		return usualReminder
	}
	return r
}

func settable(number int) bool { return number >= 0 && number <= mostReminder }

// due reports whether a person is to be reminded.
func (r reminder) due(now time.Time, edits int) bool {
	return !r.From.Never() &&
		(r.AfterEdits > 0 && r.From.Since(edits) >= r.AfterEdits ||
			r.AfterDays > 0 && kit.DaysBetween(r.From.At, now) >= r.AfterDays)
}

// remindText is the reminder, "" where there is none to give: none is due, or
// there is nothing that was not exported.
func remindText(r reminder, exported desk.Moment, now time.Time, edits int) string {
	left := exported.Since(edits)
	switch {
	case left == 0 || !r.due(now, edits):
		return ""
	case exported.Never():
		return "You have made " + kit.Count(left, "edit") + " and never exported your work."
	}
	return "You have made " + kit.Count(left, "edit") + " since your last export, " + kit.DaysAgo(exported.At, now) + "."
}

// reminding is the reminder that the page gives at this moment. Where it says
// that work is not kept, or that it only reads, that is enough.
func (room *Room) reminding() string {
	if room.Unkept() != "" || room.desk.Locked() || room.desk.Stage != desk.Ready {
		return ""
	}
	return remindText(room.keeping.reminder, room.keeping.exported, time.Now(), room.edits())
}

// exportedAt remembers that work left as a file after so many edits.
func (room *Room) exportedAt(edits int) {
	room.keeping.exported = desk.Moment{At: time.Now(), Edits: edits}
	desk.Remember(room.desk.OwnKey(desk.ExportKey), &room.keeping.exported)
	room.remindFrom(room.keeping.exported)
}

// remindFrom has the reminder count anew.
func (room *Room) remindFrom(m desk.Moment) {
	room.keeping.reminder.From = m
	desk.Remember(room.desk.OwnKey(desk.RemindKey), &room.keeping.reminder)
}

// onLater puts the reminder off until as much has passed once more.
func (room *Room) onLater(app.Context, app.Event) {
	room.remindFrom(desk.Moment{At: time.Now(), Edits: room.edits()})
	room.desk.FocusText()
}

// onRemindedExport exports; the reminder then goes away under the keyboard.
func (room *Room) onRemindedExport(ctx app.Context, e app.Event) {
	room.OnExport(ctx, e)
	room.desk.FocusText()
}
