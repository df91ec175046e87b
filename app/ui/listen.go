package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// listen attaches what belongs to the window and not to one element: a drag
// may end outside the text, and keys go wherever the focus is. A handler
// reports whether the page has to be drawn again.
func (p *Page) listen(ctx app.Context) {
	on := func(target app.Value, event string, handler func(app.Context, app.Event) bool) {
		browser.Listen(target, event, func(v app.Value) {
			ctx.Dispatch(func(ctx app.Context) {
				if !handler(ctx, app.Event{Value: v}) {
					ctx.PreventUpdate()
				}
			})
		})
	}
	window := app.Window()
	p.text.Listen(ctx, on)
	on(window, "keydown", p.onKey)
	on(window, "dragover", p.bringing.OnDragOver)
	on(window, "dragleave", p.bringing.OnDragLeave)
	on(window, "drop", p.bringing.OnDrop)
	on(window, "beforeunload", p.keeping.OnLeave)
	on(window, "spanwise-update", p.onUpdateReady)
	on(window, "spanwise-fault", p.onFault)
	p.keys.Listen(ctx)
	p.relations.Listen()
}
