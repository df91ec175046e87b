package keeping

import (
	"errors"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

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
	last    desk.Moment
	paused  bool // until the person allows it again
	trouble string
	writing bool
	planned bool
}

// stale reports whether there are edits that the last backup does not have. A
// backup of more edits than this tab knows of is another tab's, and newer.
func (b *backup) stale(edits int) bool { return b.last.Never() || edits > b.last.Edits }

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
		word = strings.TrimLeft(kit.FileWords(project.Name)+"-"+project.ID+"-", "-")
	}
	return "spanwise-backup-" + word + now.Format(time.DateOnly) + ".json"
}

// findBackup looks up where this tab, or another, was told to write to.
func (room *Room) findBackup() {
	if room.desk.Store == nil {
		return
	}
	room.desk.Context.Async(func() {
		handle, err := room.desk.Store.Handle(room.desk.Context, desk.BackupKey)
		to, allowed := browser.TargetOf(handle), false
		if err == nil && to != nil {
			allowed, err = to.Allowed()
		}
		room.desk.OnPage(func() {
			room.keeping.backup.found(to, allowed, err)
			room.planBackup()
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

func (room *Room) onPickFolder(app.Context, app.Event) { room.pickBackup(browser.PickFolder) }

func (room *Room) onPickFile(app.Context, app.Event) {
	room.pickBackup(func() (*browser.Target, error) { return browser.PickFile("spanwise-backup.json") })
}

// pickBackup has a person pick where to, and writes the first backup.
func (room *Room) pickBackup(pick func() (*browser.Target, error)) {
	room.desk.Context.Async(func() {
		to, err := pick()
		if errors.Is(err, browser.ErrNotPicked) {
			return
		}
		if err != nil {
			room.desk.OnPage(func() { room.keeping.backup.trouble = kit.Sentence(err.Error()) })
			return
		}
		err = room.keepTarget(to.Handle())
		room.desk.OnPage(func() { room.backUpInto(to, err) })
	})
}

// backUpInto writes the first backup into what was picked. Where the browser
// could not remember it, it does until the page is closed.
func (room *Room) backUpInto(to *browser.Target, forgotten error) {
	room.keeping.backup = backup{to: to}
	if forgotten != nil {
		room.desk.Notices.Add(desk.Warning, "This browser will not remember to write backups into “"+to.Name()+"” when this page is closed: "+forgotten.Error())
	}
	room.writeBackup(true)
	room.desk.Later(func() { browser.Focus(backupNowID) })
}

// keepTarget keeps the handle of where backups go to, or with nil forgets it.
func (room *Room) keepTarget(handle app.Value) error {
	if room.desk.Store == nil {
		return nil
	}
	return room.desk.Store.KeepHandle(room.desk.Context, desk.BackupKey, handle)
}

// onStopBackups forgets where to. What was written stays.
func (room *Room) onStopBackups(app.Context, app.Event) {
	room.keeping.backup = backup{}
	room.desk.Context.Async(func() {
		err := room.keepTarget(nil)
		desk.Remember(room.desk.OwnKey(desk.BackupKey), &desk.Moment{})
		if err != nil {
			room.desk.OnPage(func() { room.keeping.backup.trouble = kit.Sentence(err.Error()) })
		}
	})
	room.desk.Later(room.focusAfterStop)
}

// focusAfterStop puts the keyboard where backups can be begun again, or into the
// text when they were stopped from there.
func (room *Room) focusAfterStop() {
	if room.keeping.shown {
		browser.Focus(pickFolderID)
		return
	}
	browser.Focus(kit.ArticleID)
}

// planBackup has what was changed written in a while, unless it is to be already.
func (room *Room) planBackup() {
	b := &room.keeping.backup
	if b.to == nil || b.paused || b.planned || b.last.Edits == room.edits() && !b.last.Never() {
		return
	}
	b.planned = true
	room.desk.Context.After(backupEvery, func(app.Context) {
		room.keeping.backup.planned = false
		room.writeBackup(room.keeping.backup.begunAnew(room.edits()))
	})
}

func (room *Room) onBackupNow(app.Context, app.Event) { room.writeBackup(true) }

// writeBackup writes all the work, beside the page; without always, only if the
// last backup is stale. A page that only reads would put old work in the place of
// new.
func (room *Room) writeBackup(always bool) {
	b := &room.keeping.backup
	if room.desk.Session == nil || room.desk.Locked() || b.to == nil || b.writing || b.paused || !always && !b.stale(room.edits()) {
		return
	}
	b.writing = true
	to, now := b.to, desk.Moment{At: time.Now(), Edits: room.edits()}
	room.desk.Context.Async(func() {
		written, err := room.backUp(to, now, always)
		room.desk.OnPage(func() {
			room.backedUp(to, now, written, err)
			if always && !written && err == nil {
				room.desk.Context.After(backupAgain, func(app.Context) { room.writeBackup(true) })
			}
		})
	})
}

// backUp writes the same bytes as an export, unless another tab is at it or has
// just done so.
func (room *Room) backUp(to *browser.Target, now desk.Moment, always bool) (written bool, err error) {
	release, mine := browser.TryHold(room.desk.OwnKey(backupLock))
	defer release()
	last := backup{last: desk.ReadMoment(browser.LoadPlace(room.desk.OwnKey(desk.BackupKey)))}
	if !mine || !always && !last.stale(now.Edits) {
		return false, nil
	}
	data, err := room.desk.Session.Export(room.desk.Context, formats.Own, nil)
	if err != nil {
		return false, err
	}
	if err := to.Write(backupName(room.desk.Seat(), now.At), data); err != nil {
		return false, err
	}
	desk.Remember(room.desk.OwnKey(desk.BackupKey), &now)
	return true, nil
}

// backedUp takes in how a backup went.
func (room *Room) backedUp(to *browser.Target, at desk.Moment, written bool, err error) {
	b := &room.keeping.backup
	b.writing = false
	if b.to != to {
		return
	}
	b.trouble = ""
	switch {
	case errors.Is(err, browser.ErrNotAllowed):
		b.paused = true
	case err != nil:
		b.trouble = kit.Sentence(err.Error())
	case written:
		b.last = at
		room.remindFrom(at)
	default:
		b.heardOf(desk.ReadMoment(browser.LoadPlace(room.desk.OwnKey(desk.BackupKey))))
	}
	room.planBackup()
}

// heardOf takes in the last backup of another tab.
func (b *backup) heardOf(m desk.Moment) {
	if !m.Never() {
		b.last = m
	}
}

// onResumeBackups has the browser ask whether the page may write again, where it
// wants to, and tries once more.
func (room *Room) onResumeBackups(app.Context, app.Event) {
	to := room.keeping.backup.to
	room.desk.Context.Async(func() {
		allowed, err := to.Allow()
		room.desk.OnPage(func() {
			room.keeping.backup.resume(allowed, err)
			room.writeBackup(true)
		})
	})
	if !room.keeping.shown {
		room.desk.FocusText()
	}
}

// resume takes in whether the page may write again.
func (b *backup) resume(allowed bool, err error) {
	b.paused, b.trouble = !allowed, ""
	switch {
	case err != nil:
		b.trouble = kit.Sentence(err.Error())
	case !allowed:
		b.trouble = "The browser has not allowed it."
	}
}

// backupAdvice is what the page says of backups that are paused, or have failed.
func backupAdvice(name string, paused bool, trouble string) string {
	if paused {
		return kit.Sentences("Backups into “"+name+"” are paused until you allow it again.", trouble)
	}
	return kit.Sentences("A backup could not be written.", trouble, "The export still works.")
}
