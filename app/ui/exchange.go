package ui

import (
	"context"
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
)

// onExport downloads the whole project.
func (p *Page) onExport(ctx app.Context, e app.Event) {
	p.keepNote()
	ctx.Async(p.export)
}

// exportName is the file of an export: it has the name of the project, if that
// has one.
func exportName(project string, now time.Time) string {
	word := fileWords(project)
	if word != "" {
		word += "-"
	}
	return "spanwise-" + word + now.Format(time.DateOnly) + ".json"
}

// export makes the file beside the page. Its name carries the day; what is in
// it does not, so that equal work makes equal files.
func (p *Page) export() {
	revision, edits := p.session.Revision(), p.session.Edits()
	err := p.run("Exporting your work", func(ctx context.Context, tell session.Progress) error {
		data, err := p.session.Export(ctx, tell)
		if err != nil {
			return err
		}
		return browser.Download(exportName(p.seat().Name, time.Now()), "application/json", data)
	})
	p.onPage(func() {
		switch {
		case errors.Is(err, context.Canceled):
			p.notices.add(done, "The export was cancelled.")
		case err != nil:
			p.notices.add(failure, "The export failed: "+err.Error())
		default:
			p.exported = revision
			p.exportedAt(edits)
			p.say("Exported")
		}
	})
}

// openAdded shows the first article that a file brought, unless a person is at
// work on the open one.
func (p *Page) openAdded(added []string) {
	if len(added) > 0 && p.set().Len() == 0 {
		p.openArticle(p.ctx, added[0])
	}
}

// savingTime is how long a page that is about to load anew waits for its last
// edit to be saved.
const savingTime = 5 * time.Second
