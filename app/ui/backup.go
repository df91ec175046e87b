package ui

import (
	"errors"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// backupKey is the name under which the page remembers the last backup, and the
// browser's database the handle of where to.
const backupKey = "backup"

// backupLock is held while a tab writes a backup, so that only one does.
const backupLock = "spanwise.backup"

// backupEvery is how long after the first change that no backup has the next one
// is written.
const backupEvery = 5 * time.Minute

// backupAgain is when a backup that a person has asked for is tried again, after
// another that was being written.
const backupAgain = time.Second

// backup is the writing of backups into what a person has picked.
type backup struct {
	to      *browser.Target // nil: none are written
	last    moment
	paused  bool // until the person allows it again
	trouble string
	writing bool
	planned bool
}

// stale reports whether there are edits that the last backup does not have. A
// backup of more edits than this tab knows of is another tab's, and newer.
func (b *backup) stale(edits int) bool { return b.last.never() || edits > b.last.Edits }

// begunAnew reports whether the edits have been counted anew since the last
// backup, as they are when the browser's storage was cleared. A tab that merely
// lags behind another looks the same for a moment.
func (b *backup) begunAnew(edits int) bool { return edits < b.last.Edits }

// backupName is the file of a folder that takes the backups of a day. Several
// projects may be written into one folder, so all but the first have a word of
// their own.
func backupName(project browser.Project, now time.Time) string {
	word := ""
	if project.ID != browser.FirstProject {
		word = strings.TrimLeft(fileWords(project.Name)+"-"+project.ID+"-", "-")
	}
	return "spanwise-backup-" + word + now.Format(time.DateOnly) + ".json"
}

// findBackup looks up where this tab, or another, was told to write to.
func (p *Page) findBackup() {
	if p.store == nil {
		return
	}
	p.ctx.Async(func() {
		handle, err := p.store.Handle(p.ctx, backupKey)
		to, allowed := browser.TargetOf(handle), false
		if err == nil && to != nil {
			allowed, err = to.Allowed()
		}
		p.onPage(func() {
			p.keeping.backup.found(to, allowed, err)
			p.planBackup()
		})
	})
}

// found takes in where backups go to.
func (b *backup) found(to *browser.Target, allowed bool, err error) {
	b.to, b.paused, b.trouble = to, to != nil && !allowed, ""
	if err != nil {
		b.trouble = "Where your backups go to could not be looked up: " + err.Error()
	}
}

func (p *Page) onPickFolder(app.Context, app.Event) { p.pickBackup(browser.PickFolder) }

func (p *Page) onPickFile(app.Context, app.Event) {
	p.pickBackup(func() (*browser.Target, error) { return browser.PickFile("spanwise-backup.json") })
}

// pickBackup has a person pick where to, and writes the first backup.
func (p *Page) pickBackup(pick func() (*browser.Target, error)) {
	p.ctx.Async(func() {
		to, err := pick()
		if errors.Is(err, browser.ErrNotPicked) {
			return
		}
		if err != nil {
			p.onPage(func() { p.keeping.backup.trouble = sentence(err.Error()) })
			return
		}
		err = p.keepTarget(to.Handle())
		p.onPage(func() { p.backUpInto(to, err) })
	})
}

// backUpInto writes the first backup into what was picked. Where the browser
// could not remember it, it does until the page is closed.
func (p *Page) backUpInto(to *browser.Target, forgotten error) {
	p.keeping.backup = backup{to: to}
	if forgotten != nil {
		p.notices.add(warning, "This browser will not remember to write backups into “"+to.Name()+"” when this page is closed: "+forgotten.Error())
	}
	p.writeBackup(true)
	p.later(func() { browser.Focus(backupNowID) })
}

// keepTarget keeps the handle of where backups go to, or with nil forgets it.
func (p *Page) keepTarget(handle app.Value) error {
	if p.store == nil {
		return nil
	}
	return p.store.KeepHandle(p.ctx, backupKey, handle)
}

// onStopBackups forgets where to. What was written stays.
func (p *Page) onStopBackups(app.Context, app.Event) {
	p.keeping.backup = backup{}
	p.ctx.Async(func() {
		err := p.keepTarget(nil)
		remember(p.own(backupKey), moment{})
		if err != nil {
			p.onPage(func() { p.keeping.backup.trouble = sentence(err.Error()) })
		}
	})
	p.later(p.focusAfterStop)
}

// focusAfterStop puts the keyboard where backups can be begun again, or into the
// text when they were stopped from there.
func (p *Page) focusAfterStop() {
	if p.keeping.shown {
		browser.Focus(pickFolderID)
		return
	}
	browser.Focus(articleID)
}

// planBackup has what was changed written in a while, unless it is to be already.
func (p *Page) planBackup() {
	b := &p.keeping.backup
	if b.to == nil || b.paused || b.planned || b.last.Edits == p.edits() && !b.last.never() {
		return
	}
	b.planned = true
	p.ctx.After(backupEvery, func(app.Context) {
		p.keeping.backup.planned = false
		p.writeBackup(p.keeping.backup.begunAnew(p.edits()))
	})
}

func (p *Page) onBackupNow(app.Context, app.Event) { p.writeBackup(true) }

// writeBackup writes all the work, beside the page; without always, only if the
// last backup is stale. A page that only reads would put old work in the place of
// new.
func (p *Page) writeBackup(always bool) {
	b := &p.keeping.backup
	if p.session == nil || p.locked() || b.to == nil || b.writing || b.paused || !always && !b.stale(p.edits()) {
		return
	}
	b.writing = true
	to, now := b.to, moment{At: time.Now(), Edits: p.edits()}
	p.ctx.Async(func() {
		written, err := p.backUp(to, now, always)
		p.onPage(func() {
			p.backedUp(to, now, written, err)
			if always && !written && err == nil {
				p.ctx.After(backupAgain, func(app.Context) { p.writeBackup(true) })
			}
		})
	})
}

// backUp writes the same bytes as an export, unless another tab is at it or has
// just done so.
func (p *Page) backUp(to *browser.Target, now moment, always bool) (written bool, err error) {
	release, mine := browser.TryHold(p.own(backupLock))
	defer release()
	last := backup{last: readMoment(browser.LoadPlace(p.own(backupKey)))}
	if !mine || !always && !last.stale(now.Edits) {
		return false, nil
	}
	data, err := p.session.Export(p.ctx, nil)
	if err != nil {
		return false, err
	}
	if err := to.Write(backupName(p.seat(), now.At), data); err != nil {
		return false, err
	}
	remember(p.own(backupKey), now)
	return true, nil
}

// backedUp takes in how a backup went.
func (p *Page) backedUp(to *browser.Target, at moment, written bool, err error) {
	b := &p.keeping.backup
	b.writing = false
	if b.to != to {
		return
	}
	b.trouble = ""
	switch {
	case errors.Is(err, browser.ErrNotAllowed):
		b.paused = true
	case err != nil:
		b.trouble = sentence(err.Error())
	case written:
		b.last = at
		p.remindFrom(at)
	default:
		b.heardOf(readMoment(browser.LoadPlace(p.own(backupKey))))
	}
	p.planBackup()
}

// heardOf takes in the last backup of another tab.
func (b *backup) heardOf(m moment) {
	if !m.never() {
		b.last = m
	}
}

// onResumeBackups has the browser ask whether the page may write again, where it
// wants to, and tries once more.
func (p *Page) onResumeBackups(app.Context, app.Event) {
	to := p.keeping.backup.to
	p.ctx.Async(func() {
		allowed, err := to.Allow()
		p.onPage(func() {
			p.keeping.backup.resume(allowed, err)
			p.writeBackup(true)
		})
	})
	if !p.keeping.shown {
		p.focusText()
	}
}

// resume takes in whether the page may write again.
func (b *backup) resume(allowed bool, err error) {
	b.paused, b.trouble = !allowed, ""
	switch {
	case err != nil:
		b.trouble = sentence(err.Error())
	case !allowed:
		b.trouble = "The browser has not allowed it."
	}
}

// backupAdvice is what the page says of backups that are paused, or have failed.
func backupAdvice(name string, paused bool, trouble string) string {
	if paused {
		return sentences("Backups into “"+name+"” are paused until you allow it again.", trouble)
	}
	return sentences("A backup could not be written.", trouble, "The export still works.")
}
