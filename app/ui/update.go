package ui

import (
	"context"

	"spanwise/app/ui/desk"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func (p *Page) onUpdateReady(ctx app.Context, e app.Event) bool {
	p.update = true
	return true
}

// onAcceptUpdate loads the new version once everything is saved. Work that
// cannot be saved keeps the page as it is.
func (p *Page) onAcceptUpdate(ctx app.Context, e app.Event) {
	p.desk.Writing.Commit()
	ctx.Async(func() {
		wait, cancel := context.WithTimeout(ctx, desk.SavingTime)
		defer cancel()
		if err := p.desk.Session.Wait(wait); err != nil {
			ctx.Dispatch(func(app.Context) {
				p.desk.Notices.Add(desk.Failure, "The page was not loaded anew, since your last changes are not saved: "+err.Error())
			})
			return
		}
		app.Window().Call("spanwiseAcceptUpdate")
	})
}
