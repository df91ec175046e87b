package keeping

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

// persistKey is the name under which the page remembers that it has asked the
// browser by itself to keep the work: some put the question to the person.
const persistKey = "persist"

// keeping is how safe the work is: whether the browser keeps it, and what of it
// has left the browser. Shown says that the dialog is open.
type keeping struct {
	shown    bool
	begun    bool
	began    int // edits
	promise  promise
	used     int // bytes
	aside    int // pieces
	exported desk.Moment
	reminder reminder
	backup   backup
}

// keeper looks after the keeping at every edit, and draws the dialog. Its fields
// change with what it has to do.
type keeper struct {
	app.Compo

	Room  *Room
	Ready bool
	Edits int
	Shown bool
	Told  keepingTold
}

// Render draws the dialog if it is open.
func (room *Room) Render() app.UI {
	k := &keeper{
		Room:  room,
		Ready: room.desk.Stage == desk.Ready,
		Edits: room.edits(),
		Shown: room.keeping.shown,
	}
	if k.Shown {
		k.Told = room.tellKeeping(time.Now())
	}
	return k
}

// OnMount remembers how it stood when the page was left.
func (k *keeper) OnMount(ctx app.Context) {
	k.Room.recallKeeping()
	browser.OnPlaceElsewhere(func(key string) {
		ctx.Dispatch(func(app.Context) { k.Room.hearKeeping(key) })
	})
	browser.OnHide(func() { ctx.Dispatch(func(app.Context) { k.Room.writeBackup(false) }) })
	k.OnUpdate(ctx)
}

// OnUpdate does what an edit gives to do.
func (k *keeper) OnUpdate(app.Context) {
	if k.Ready {
		k.Room.keepUp(k.Edits)
	}
}

// Render draws the dialog, or nothing.
func (k *keeper) Render() app.UI {
	if !k.Shown {
		return app.Div().Hidden(true)
	}
	return &keepingDialog{Room: k.Room, Told: k.Told}
}

// recallKeeping reads what was remembered.
func (room *Room) recallKeeping() {
	room.keeping.exported = desk.ReadMoment(browser.LoadPlace(room.desk.OwnKey(desk.ExportKey)))
	room.keeping.reminder = readReminder(browser.LoadPlace(room.desk.OwnKey(desk.RemindKey)))
	room.keeping.backup.last = desk.ReadMoment(browser.LoadPlace(room.desk.OwnKey(desk.BackupKey)))
}

// hearKeeping takes over what another tab has remembered. It has picked another
// folder, perhaps, or none.
func (room *Room) hearKeeping(key string) {
	switch key {
	case room.desk.OwnKey(desk.ExportKey), room.desk.OwnKey(desk.RemindKey):
		room.recallKeeping()
	case room.desk.OwnKey(desk.BackupKey):
		room.recallKeeping()
		room.findBackup()
	}
}

// keepUp does what is to be done once so many edits were made in all.
func (room *Room) keepUp(edits int) {
	k := &room.keeping
	if !k.begun {
		k.begun, k.began = true, edits
		room.findBackup()
	}
	if edits > 0 && k.reminder.From.Never() {
		room.remindFrom(desk.Moment{At: time.Now()})
	}
	if edits > k.began {
		room.askOnce()
	}
	room.planBackup()
}

// askOnce asks the browser to keep the work, unless it was ever asked here.
// Where that cannot be remembered it is not asked either.
func (room *Room) askOnce() {
	if browser.LoadPlace(persistKey) == "" && browser.SavePlace(persistKey, "asked") == nil {
		room.askPromise(false)
	}
}

// askPromise asks the browser to keep the work, and takes in its answer. Pressed
// says that a person had it asked.
func (room *Room) askPromise(pressed bool) {
	room.desk.Context.Async(func() {
		kept, err := browser.Persist()
		room.desk.Dispatch(func() { room.keeping.promise = promiseOf(kept, err, pressed) })
	})
}

// edits is how many edits were ever made on the work, 0 where none is open.
func (room *Room) edits() int {
	if room.desk.Session == nil {
		return 0
	}
	return room.desk.Session.Edits()
}

// answersIn is how long the dialog waits for what the browser has to say: it
// should not change under the hand that reaches into it.
const answersIn = 500 * time.Millisecond

// OnKeeping opens the dialog.
func (room *Room) OnKeeping(app.Context, app.Event) {
	room.desk.Context.Async(func() {
		answered := make(chan struct{})
		room.desk.Context.Async(func() {
			defer close(answered)
			room.inquire()
		})
		select {
		case <-answered:
		case <-time.After(answersIn):
		}
		room.desk.Dispatch(func() {
			room.keeping.shown = true
			room.desk.Later(func() { browser.ShowModal(keepingID) })
		})
	})
}

// inquire asks the browser how it stands with the keeping of the work.
func (room *Room) inquire() {
	kept, err := browser.Persisted()
	used, _ := browser.StorageUsed() // 0 is not shown
	var aside [][]byte
	if room.desk.Store != nil {
		aside, _ = room.desk.Store.Aside(room.desk.Context) // what cannot be read now is not offered now
	}
	room.desk.Dispatch(func() {
		room.keeping.promise = promiseOf(kept, err, false)
		room.keeping.used, room.keeping.aside = used, len(aside)
	})
}

// keptWords says how the saving stands.
func (room *Room) keptWords() string {
	if room.desk.Stage != desk.Ready {
		return "The browser is still opening its database."
	}
	if why := room.Unkept(); why != "" {
		return why
	}
	switch room.desk.Session.Saving().State {
	case session.Saved:
		if room.desk.Writing.Loose() {
			return "What you are writing is being saved."
		}
		return "All your work is saved in this browser."
	case session.Writing:
		return "Your last changes are being saved."
	}
	return "This page only reads, and writes no backups."
}
