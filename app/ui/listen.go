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
	window, document := app.Window(), app.Window().Get("document")
	on(window, "pointerdown", p.text.onPointerDown)
	browser.Listen(window, "mousedown", func(e app.Value) {
		if e.Get("detail").Int() > 1 {
			ctx.Dispatch(func(ctx app.Context) {
				p.text.onPressAgain(e)
				ctx.PreventUpdate()
			})
		}
	})
	on(window, "mouseup", p.text.onMouseUp)
	browser.Listen(document, "selectionchange", func(app.Value) {
		if p.text.pressed.inText && p.text.pressed.touch {
			ctx.Dispatch(p.text.onTouchSelection)
		}
	})
	on(window, "keydown", p.onKey)
	on(window, "scrollend", p.text.onScrollEnd)
	on(window, "dragover", p.bringing.onDragOver)
	on(window, "dragleave", p.bringing.onDragLeave)
	on(window, "drop", p.bringing.onDrop)
	on(window, "beforeunload", p.keeping.onLeave)
	on(window, "spanwise-update", p.onUpdateReady)
	on(window, "spanwise-fault", p.onFault)
	browser.OnHide(func() { ctx.Dispatch(p.text.onHide) })
	p.keys.listenKeys(ctx)
	p.text.listenNear(ctx)
	p.relations.listenRelations()
	p.text.listenPrint()
}
