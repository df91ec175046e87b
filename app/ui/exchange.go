package ui

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// onExport downloads the whole project. The file's name carries the day; what
// is in it does not, so that equal work makes equal files.
func (p *Page) onExport(ctx app.Context, e app.Event) {
	p.keepNote()
	data, err := p.session.Export()
	if err == nil {
		name := "spanwise-" + time.Now().Format(time.DateOnly) + ".json"
		err = browser.Download(name, "application/json", data)
	}
	if err != nil {
		p.notices.add(failure, "The export failed: "+err.Error())
		return
	}
	p.exported = p.session.Revision()
	p.say("Exported")
}

// importFile takes in a Spanwise file as one edit. A file that is refused
// changes nothing.
func (p *Page) importFile(ctx app.Context, file browser.File) {
	p.keepNote()
	before := p.session.Revision()
	report, err := p.session.Import(file.Data)
	if err != nil {
		p.notices.add(failure, file.Name+" was not imported: "+err.Error(), "Nothing here was changed.")
		return
	}
	p.refresh()
	told := notice{Kind: done, Sentences: []string{"Imported " + file.Name + "."}, Undo: p.session.Revision()}
	if told.Undo == before {
		told = notice{Kind: done, Sentences: []string{"Nothing was imported from " + file.Name + "."}}
	}
	if len(report) > 0 {
		told.Kind, told.Sentences = warning, append(told.Sentences, report...)
	}
	p.notices.put(told)
	p.later(func() { browser.ScrollToTop() })
}

func (p *Page) onUpdateReady(ctx app.Context, e app.Event) bool {
	p.update = true
	return true
}

// savingTime is how long a page that is about to load anew waits for its last
// edit to be saved.
const savingTime = 5 * time.Second

// onAcceptUpdate loads the new version once everything is saved. Work that
// cannot be saved keeps the page as it is.
func (p *Page) onAcceptUpdate(ctx app.Context, e app.Event) {
	p.keepNote()
	ctx.Async(func() {
		wait, cancel := context.WithTimeout(ctx, savingTime)
		defer cancel()
		if err := p.session.Wait(wait); err != nil {
			ctx.Dispatch(func(app.Context) {
				p.notices.add(failure, "The page was not loaded anew, since your last changes are not saved: "+err.Error())
			})
			return
		}
		app.Window().Call("spanwiseAcceptUpdate")
	})
}
