package ui

import (
	"context"
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// onExport downloads the whole project.
func (room *bringingRoom) onExport(ctx app.Context, e app.Event) {
	room.desk.Writing.Commit()
	ctx.Async(room.export)
}

// exportName is the file of an export: it has the name of the project, if that
// has one.
func exportName(project string, now time.Time) string {
	word := kit.FileWords(project)
	if word != "" {
		word += "-"
	}
	return "spanwise-" + word + now.Format(time.DateOnly) + ".json"
}

// export makes the file beside the page. Its name carries the day; what is in
// it does not, so that equal work makes equal files.
func (room *bringingRoom) export() {
	revision, edits := room.desk.Session.Revision(), room.desk.Session.Edits()
	err := room.desk.Run("Exporting your work", func(ctx context.Context, tell session.Progress) error {
		data, err := room.desk.Session.Export(ctx, tell)
		if err != nil {
			return err
		}
		return browser.Download(exportName(room.page.projects.seat().Name, time.Now()), "application/json", data)
	})
	room.desk.OnPage(func() {
		switch {
		case errors.Is(err, context.Canceled):
			room.desk.Notices.Add(desk.Done, "The export was cancelled.")
		case err != nil:
			room.desk.Notices.Add(desk.Failure, "The export failed: "+err.Error())
		default:
			room.page.keeping.exported = revision
			room.page.keeping.exportedAt(edits)
			room.desk.Say("Exported")
		}
	})
}

// openAdded shows the first article that a file brought, unless a person is at
// work on the open one.
func (room *bringingRoom) openAdded(added []string) {
	if len(added) > 0 && room.desk.Set().Len() == 0 {
		room.desk.Ask.OpenArticle(added[0])
	}
}

// savingTime is how long a page that is about to load anew waits for its last
// edit to be saved.
const savingTime = 5 * time.Second
