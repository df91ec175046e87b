package keeping

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// backupTold is what the dialog says of backups. Name is what they are written
// into, "" where there is none.
type backupTold struct {
	Name    string
	Kind    string // "folder" or "file"
	State   string
	Paused  bool
	Trouble string
}

// tell puts into words how it stands with the backups at a time.
func (b *backup) tell(now time.Time, edits int) backupTold {
	told := backupTold{Paused: b.paused, Trouble: b.trouble, State: b.state(now, edits)}
	if b.to == nil {
		return told
	}
	told.Name, told.Kind = b.to.Name(), "file"
	if b.to.IsFolder() {
		told.Kind = "folder"
	}
	return told
}

func (b *backup) state(now time.Time, edits int) string {
	switch {
	case b.writing:
		return "Writing a backup…"
	case b.paused:
		return "Paused until you allow it again."
	case b.last.Never():
		return "No backup has been written yet."
	}
	return "Last backup: " + desk.MomentWords(b.last, now, edits) + "."
}

// renderBackup draws the dialog's part on backups that are written by themselves.
func (room *Room) renderBackup(told backupTold) app.UI {
	return app.Div().Class("part").Body(
		app.H2().Aria("level", 3).Text("Backups on their own"),
		app.P().Class("trouble").Attr("role", "alert").Hidden(told.Trouble == "").Text(kit.Upright(told.Trouble)),
		app.If(told.Name != "", func() app.UI { return room.renderBackingUp(told) }).
			Else(room.renderNoBackup),
	)
}

// renderBackingUp says where to and when, and offers what can be done.
func (room *Room) renderBackingUp(told backupTold) app.UI {
	now := kit.QuietButton("Write one now", room.onBackupNow).ID(backupNowID)
	if told.Paused {
		now = kit.QuietButton("Allow again", room.onResumeBackups).ID(backupNowID)
	}
	return app.Div().Body(
		app.P().Text(kit.Upright("All your work is written into the "+told.Kind+" “"+told.Name+"” every five minutes while you work, and when you leave the page.")),
		app.P().Aria("live", "polite").Text(told.State),
		app.Div().Class("own").Body(
			now,
			kit.QuietButton("Stop", room.onStopBackups),
		),
	)
}

// renderNoBackup offers to begin with backups where the browser can.
func (room *Room) renderNoBackup() app.UI {
	folder, file := browser.CanPick()
	if !folder && !file {
		return app.P().Text("This browser cannot write into a folder of yours by itself. Chrome, Edge and other browsers of their kind can on a computer; here, export now and then.")
	}
	return app.Div().Body(
		app.P().Text("The page can write all your work into a folder or a file of yours, every five minutes while you work, and when you leave the page."),
		app.Div().Class("own").Body(
			kit.QuietButton("Choose a folder…", room.onPickFolder).ID(pickFolderID).Hidden(!folder),
			kit.QuietButton("Choose a file…", room.onPickFile).Hidden(!file),
		),
	)
}
