package keeping

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/journal"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/corpus"
)

var press = desktest.PressOn("do", "")

// folder stands for a folder that a person has picked.
func folder() *browser.Target {
	return browser.TargetOf(handle{desktest.Object(map[string]any{"kind": word{desktest.Object(nil), "directory"}, "name": word{desktest.Object(nil), "Backups"}})})
}

// word is a text of the browser's, which says that it is one.
type word struct {
	app.Value
	text string
}

func (w word) String() string { return w.text }
func (w word) Type() app.Type { return app.TypeString }
func (w word) Truthy() bool   { return true }

// handle is an object of the browser's.
type handle struct{ app.Value }

func (h handle) Truthy() bool { return true }

func TestTheDialogSaysHowSafeTheWorkIs(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	if got := desktest.Seen(room.Render()); got != "" {
		t.Errorf("before it opens there is %q", got)
	}
	room.recallKeeping()
	room.OnKeeping(d.Context, press)
	d.Settle()
	desktest.MustSay(t, desktest.Seen(room.Render()), "In this browser This browser does not keep your work", "Last export Never", "or [7] days", "This browser cannot write into a folder of yours by itself.")
	room.keeping.used, room.keeping.aside, room.keeping.promise = 2_400_000, 3, refused
	desktest.MustSay(t, desktest.Seen(room.Render()), "About 2.4 MB are stored for this page.", "3 pieces of what was kept could not be used.", "Ask the browser to keep it")
	room.keeping.promise = promised
	desktest.MustNotSay(t, desktest.Seen(room.Render()), "Ask the browser to keep it")
	dialog := &keepingDialog{Room: room}
	dialog.onClose(d.Context, press)
	if got := desktest.Seen(room.Render()); got != "" {
		t.Errorf("closed, there is %q", got)
	}
}

func TestTheDialogSaysWhatBackupsAreWrittenInto(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.keeping.shown = true
	room.keeping.backup.to = folder()
	desktest.MustSay(t, desktest.Seen(room.Render()), "into the folder “Backups” every five minutes", "No backup has been written yet.", "Write one now Stop")
	room.keeping.backup.paused = true
	desktest.MustSay(t, desktest.Seen(room.Render()), "Paused until you allow it again.", "Allow again Stop")
	room.onStopBackups(d.Context, press)
	d.Settle()
	desktest.MustNotSay(t, desktest.Seen(room.Render()), "Backups”")
}

func TestAfterHowMuchOneIsRemindedIsTakenAsItIsTyped(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.recallKeeping()
	dialog := &keepingDialog{Room: room}
	typed := func(id, value string) app.Context {
		return d.On(desktest.Object(map[string]any{"id": id, "value": value}))
	}
	for _, tt := range []struct {
		id, value   string
		edits, days int
		why         string
	}{
		{afterEditsID, "20", 20, 7, "edits"},
		{afterDaysID, "0", 20, 0, "never"},
		{afterDaysID, "-1", 20, 0, "less than never is none"},
		{afterEditsID, "", 20, 0, "what is no number leaves the last one"},
	} {
		dialog.onAmount(typed(tt.id, tt.value), press)
		if r := room.keeping.reminder; r.AfterEdits != tt.edits || r.AfterDays != tt.days {
			t.Errorf("%s: after %d edits or %d days", tt.why, r.AfterEdits, r.AfterDays)
		}
	}
}

func TestAnExportPutsTheReminderOff(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Mark(t, "actor", "Shoigu")
	room.exportedAt(3)
	if k := room.keeping; k.exported.Edits != 3 || k.exported.Never() || k.reminder.From != k.exported {
		t.Errorf("remembered is %+v, reminded from %+v", k.exported, k.reminder.From)
	}
	room.keeping.shown = true
	desktest.MustSay(t, desktest.Seen(room.Render()), "Last export Today at", "(nothing has changed since).")
}

func TestAPersonIsRemindedUntilTheyExportOrPutItOff(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Mark(t, "actor", "Shoigu")
	room.keeping.reminder = reminder{AfterEdits: 1, From: desk.Moment{At: time.Now()}}
	d.Stage = desk.Late
	if got := room.Advice().remind; got != "" {
		t.Errorf("while the page opens it says %q", got)
	}
	d.Stage = desk.Ready
	if got := room.Advice().remind; got != "" {
		t.Errorf("where nothing is kept, which is told already, it says %q", got)
	}
	desktest.MustSay(t, desktest.Seen(room.RenderAdvice(Advice{remind: "You have made 1 edit."})), "You have made 1 edit. Export now Later")
	yesterday := time.Now().AddDate(0, 0, -1)
	room.keeping.reminder.From = desk.Moment{At: yesterday, Edits: 9}
	room.onLater(d.Context, press)
	if from := room.keeping.reminder.From; !from.At.After(yesterday) || from.Edits != d.Session.Edits() {
		t.Errorf("put off, it counts from %+v", from)
	}
}

func TestAdviceOnBackupsIsGivenWhereTheyAreNotWritten(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	b := &room.keeping.backup
	b.to = folder()
	if got := desktest.Seen(room.RenderAdvice(room.Advice())); got != "" {
		t.Errorf("all is well, and it says %q", got)
	}
	b.paused = true
	desktest.MustSay(t, desktest.Seen(room.RenderAdvice(room.Advice())), "Backups into “Backups” are paused", "Allow again Stop backups")
	b.paused, b.trouble = false, "The disk is full."
	desktest.MustSay(t, desktest.Seen(room.RenderAdvice(room.Advice())), "A backup could not be written. The disk is full. The export still works.", "Try again")
}

func TestHowABackupWentIsTakenIn(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	to, at := folder(), desk.Moment{At: time.Now(), Edits: 3}
	b := &room.keeping.backup
	for _, tt := range []struct {
		name    string
		written bool
		err     error
		want    backup
	}{
		{"written", true, nil, backup{last: at}},
		{"by another tab", false, nil, backup{}},
		{"not allowed any more", false, browser.ErrNotAllowed, backup{paused: true}},
		{"failed", false, errors.New("the disk is full"), backup{trouble: "The disk is full."}},
	} {
		*b = backup{to: to, writing: true, planned: true}
		room.backedUp(to, at, tt.written, tt.err)
		if b.last != tt.want.last || b.paused != tt.want.paused || b.trouble != tt.want.trouble || b.writing {
			t.Errorf("%s: %+v", tt.name, *b)
		}
	}
	*b = backup{to: folder(), writing: true, trouble: "of another"}
	room.backedUp(to, at, true, nil)
	if !b.last.Never() || b.trouble == "" {
		t.Error("a backup into what was picked before is taken for one of now")
	}
}

func TestWhereBackupsGoIsForgottenWithThePageAndThatIsTold(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.keeping.backup.paused = true
	d.Session = nil // there is nothing to write yet
	room.backUpInto(folder(), errors.New("no room"))
	if got := d.Told(); len(got) != 1 || !strings.HasPrefix(got[0], "This browser will not remember to write backups into “Backups”") {
		t.Errorf("told is %q", got)
	}
	if room.keeping.backup.paused || room.keeping.backup.writing || room.edits() != 0 {
		t.Errorf("it is %+v", room.keeping.backup)
	}
}

func TestTheStatusSaysWhatIsKept(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	if got := room.savingState(); got != "Not kept" {
		t.Errorf("without a database it says %q", got)
	}
	desktest.MustSay(t, room.Unkept(), "This browser does not keep your work", "Export it before you close this page.")
	desktest.MustSay(t, desktest.Seen(room.RenderUnkept(room.Unkept(), false)), "Export now")
	desktest.MustNotSay(t, desktest.Seen(room.RenderUnkept("x", false)), "Try again")
	desktest.MustSay(t, desktest.Seen(room.RenderUnkept("x", true)), "Try again")
	if room.LockedWhy() != "" {
		t.Errorf("it only reads: %q", room.LockedWhy())
	}
	d.Stage = desk.Previewing
	if room.savingState() != "Opening…" || room.Unkept() != "" {
		t.Errorf("while it opens it says %q, %q", room.savingState(), room.Unkept())
	}
	if got := room.keptWords(); got != "The browser is still opening its database." {
		t.Errorf("it says %q", got)
	}
}

// leaving is the event of closing the page.
func leaving(stopped *bool) app.Event {
	return app.Event{Value: desktest.Object(map[string]any{"preventDefault": func(...any) any { *stopped = true; return nil }})}
}

func TestAPageThatHoldsTheOnlyCopyAsksBeforeItIsClosed(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	for _, tt := range []struct {
		name string
		do   func()
		want bool
	}{
		{"nothing is kept", func() { d.Mark(t, "actor", "Shoigu") }, true},
		{"it was exported", func() { room.exported = d.Session.Revision() }, false},
		{"something is being written", func() { d.Fake.IsLoose = true }, true},
		{"no work is open", func() { d.Session = nil }, false},
	} {
		tt.do()
		stopped := false
		room.OnLeave(d.Context, leaving(&stopped))
		if stopped != tt.want {
			t.Errorf("%s: it asks: %v", tt.name, stopped)
		}
	}
}

func TestTheFirstEditBeginsTheReminder(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.keepUp(0)
	if !room.keeping.reminder.From.Never() {
		t.Error("without an edit it counts already")
	}
	room.keepUp(1)
	if room.keeping.reminder.From.Never() || room.keeping.began != 0 {
		t.Error("after an edit it does not count")
	}
	d.Settle()
}

func TestWhatAnotherTabRemembersIsTakenOver(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.keeping.exported = desk.Moment{At: time.Now(), Edits: 4}
	room.hearKeeping("other")
	if room.keeping.exported.Never() {
		t.Error("what is of no concern is taken over")
	}
	room.hearKeeping(d.OwnKey(desk.ExportKey))
	if !room.keeping.exported.Never() || room.keeping.reminder != usualReminder {
		t.Error("what was forgotten elsewhere is remembered here")
	}
	room.keeping.backup.last = desk.Moment{At: time.Now()}
	room.hearKeeping(d.OwnKey(desk.BackupKey))
	if !room.keeping.backup.last.Never() {
		t.Error("a backup that was forgotten is remembered")
	}
}

func TestWhatCannotBeTakenAwayIsToldOnThePage(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.tellAside(nil)
	d.Beside(func() { room.tellAside(errors.New("it cannot be read")) })
	if got := d.Told(); len(got) != 1 || got[0] != "it cannot be read" {
		t.Errorf("told is %q", got)
	}
}

// willing is a store that says of everything that it has kept it.
type willing struct{ last int }

func (w *willing) Load(context.Context) (journal.Kept, error) { return journal.Kept{}, nil }

func (w *willing) Append(_ context.Context, _ int, records [][]byte) (all []journal.Record, err error) {
	for _, data := range records {
		w.last++
		all = append(all, journal.Record{Position: w.last, Data: data})
	}
	return all, nil
}

func (w *willing) Since(context.Context, int) ([]journal.Record, error) { return nil, nil }
func (w *willing) Compact(context.Context, journal.Snapshot) error      { return nil }

func TestOnlyTheStatusSpeaksOfASave(t *testing.T) {
	doc, err := corpus.NewDocument("d1", corpus.Details{Title: "T"}, "Shoigu met Akar.\n")
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := session.Open(t.Context(), session.Start{Bundled: []*corpus.Document{doc}, Scheme: annotations.DefaultScheme(), Store: &willing{}})
	if err != nil {
		t.Fatal(err)
	}
	d := desktest.Of(t, s)
	d.Stage = desk.Ready
	room := New(d.Desk)
	if room.OnlySaved() {
		t.Error("before anything was shown, only the saving has changed")
	}
	room.follow()
	if !room.OnlySaved() {
		t.Error("more than the saving has changed after nothing was done")
	}
	d.Mark(t, "actor", "Shoigu")
	if room.OnlySaved() {
		t.Error("only the saving has changed after a mark")
	}
	room.follow()
	if err := s.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !room.OnlySaved() {
		t.Error("more than the saving has changed once a mark that is shown is saved")
	}
	room.OnKeeping(d.Context, press)
	d.Settle()
	if room.OnlySaved() {
		t.Error("the open dialog, which speaks of the saving, is left as it is")
	}
}
