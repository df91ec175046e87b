package keeping

import (
	"context"
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// OnExport downloads the whole project.
func (room *Room) OnExport(ctx app.Context, e app.Event) {
	room.desk.Writing.Commit()
	ctx.Async(room.Export)
}

// Export makes the file beside the page. Its name carries the day; what is in
// it does not, so that equal work makes equal files.
func (room *Room) Export() {
	revision, edits := room.desk.Session.Revision(), room.desk.Session.Edits()
	err := room.desk.Run("Exporting your work", func(ctx context.Context, tell session.Progress) error {
		data, err := room.desk.Session.Export(ctx, formats.Own, tell)
		if err != nil {
			return err
		}
		return browser.Download(kit.ExportName(room.desk.Seat().Name, time.Now()), formats.Own.About().MediaType, data)
	})
	room.desk.OnPage(func() {
		switch {
		case errors.Is(err, context.Canceled):
			room.desk.Notices.Add(desk.Done, "The export was cancelled.")
		case err != nil:
			room.desk.Notices.Add(desk.Failure, "The export failed: "+err.Error())
		default:
			room.exported = revision
			room.exportedAt(edits)
			room.desk.Say("Exported")
		}
	})
}
