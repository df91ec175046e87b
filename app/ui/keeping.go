package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
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
	exported moment
	reminder reminder
	backup   backup
}

// keeper looks after the keeping at every edit, and draws the dialog. Its fields
// change with what it has to do.
type keeper struct {
	app.Compo

	Page  *Page
	Ready bool
	Edits int
	Shown bool
	Told  keepingTold
}

// renderKeeping draws the dialog if it is open.
func (p *Page) renderKeeping() app.UI {
	k := &keeper{
		Page:  p,
		Ready: p.welcoming == unwelcomed,
		Edits: p.edits(),
		Shown: p.keeping.shown,
	}
	if k.Shown {
		k.Told = p.tellKeeping(time.Now())
	}
	return k
}

// OnMount remembers how it stood when the page was left.
func (k *keeper) OnMount(ctx app.Context) {
	k.Page.recallKeeping()
	browser.OnPlaceElsewhere(func(key string) {
		ctx.Dispatch(func(app.Context) { k.Page.hearKeeping(key) })
	})
	browser.OnHide(func() { ctx.Dispatch(func(app.Context) { k.Page.writeBackup(false) }) })
	k.OnUpdate(ctx)
}

// OnUpdate does what an edit gives to do.
func (k *keeper) OnUpdate(app.Context) {
	if k.Ready {
		k.Page.keepUp(k.Edits)
	}
}

// Render draws the dialog, or nothing.
func (k *keeper) Render() app.UI {
	if !k.Shown {
		return app.Div().Hidden(true)
	}
	return &keepingDialog{Page: k.Page, Told: k.Told}
}

// recallKeeping reads what was remembered.
func (p *Page) recallKeeping() {
	p.keeping.exported = readMoment(browser.LoadPlace(p.own(exportKey)))
	p.keeping.reminder = readReminder(browser.LoadPlace(p.own(remindKey)))
	p.keeping.backup.last = readMoment(browser.LoadPlace(p.own(backupKey)))
}

// hearKeeping takes over what another tab has remembered. It has picked another
// folder, perhaps, or none.
func (p *Page) hearKeeping(key string) {
	switch key {
	case p.own(exportKey), p.own(remindKey):
		p.recallKeeping()
	case p.own(backupKey):
		p.recallKeeping()
		p.findBackup()
	}
}

// keepUp does what is to be done once so many edits were made in all.
func (p *Page) keepUp(edits int) {
	k := &p.keeping
	if !k.begun {
		k.begun, k.began = true, edits
		p.findBackup()
	}
	if edits > 0 && k.reminder.From.never() {
		p.remindFrom(moment{At: time.Now()})
	}
	if edits > k.began {
		p.askOnce()
	}
	p.planBackup()
}

// askOnce asks the browser to keep the work, unless it was ever asked here.
// Where that cannot be remembered it is not asked either.
func (p *Page) askOnce() {
	if browser.LoadPlace(persistKey) == "" && browser.SavePlace(persistKey, "asked") == nil {
		p.askPromise(false)
	}
}

// askPromise asks the browser to keep the work, and takes in its answer. Pressed
// says that a person had it asked.
func (p *Page) askPromise(pressed bool) {
	p.ctx.Async(func() {
		kept, err := browser.Persist()
		p.dispatch(func() { p.keeping.promise = promiseOf(kept, err, pressed) })
	})
}

// edits is how many edits were ever made on the work, 0 where none is open.
func (p *Page) edits() int {
	if p.session == nil {
		return 0
	}
	return p.session.Edits()
}

// answersIn is how long the dialog waits for what the browser has to say: it
// should not change under the hand that reaches into it.
const answersIn = 500 * time.Millisecond

// onKeeping opens the dialog.
func (p *Page) onKeeping(app.Context, app.Event) {
	p.ctx.Async(func() {
		answered := make(chan struct{})
		p.ctx.Async(func() {
			defer close(answered)
			p.inquire()
		})
		select {
		case <-answered:
		case <-time.After(answersIn):
		}
		p.dispatch(func() {
			p.keeping.shown = true
			p.later(func() { browser.ShowModal(keepingID) })
		})
	})
}

// inquire asks the browser how it stands with the keeping of the work.
func (p *Page) inquire() {
	kept, err := browser.Persisted()
	used, _ := browser.StorageUsed() // 0 is not shown
	var aside [][]byte
	if p.store != nil {
		aside, _ = p.store.Aside(p.ctx) // what cannot be read now is not offered now
	}
	p.dispatch(func() {
		p.keeping.promise = promiseOf(kept, err, false)
		p.keeping.used, p.keeping.aside = used, len(aside)
	})
}

// keptWords says how the saving stands.
func (p *Page) keptWords() string {
	if p.welcoming != unwelcomed {
		return "The browser is still opening its database."
	}
	if why := p.unkept(); why != "" {
		return why
	}
	switch p.session.Saving().State {
	case session.Saved:
		if p.writing.loose() {
			return "What you are writing is being saved."
		}
		return "All your work is saved in this browser."
	case session.Writing:
		return "Your last changes are being saved."
	}
	return "This page only reads, and writes no backups."
}
