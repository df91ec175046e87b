package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// Listen attaches what belongs to the window: a drag may end outside the text. On
// has a handler called, which reports whether the page has to be drawn again.
func (room *Room) Listen(ctx app.Context, on func(target app.Value, event string, handler func(app.Context, app.Event) bool)) {
	window := app.Window()
	on(window, "pointerdown", room.OnPointerDown)
	browser.Listen(window, "mousedown", func(e app.Value) {
		if e.Get("detail").Int() > 1 {
			ctx.Dispatch(func(ctx app.Context) {
				room.OnPressAgain(e)
				ctx.PreventUpdate()
			})
		}
	})
	on(window, "mouseup", room.OnMouseUp)
	browser.Listen(window.Get("document"), "selectionchange", func(app.Value) {
		if room.Pressed.InText && room.Pressed.Touch {
			ctx.Dispatch(room.OnTouchSelection)
		}
	})
	on(window, "scrollend", room.OnScrollEnd)
	browser.OnHide(func() { ctx.Dispatch(room.OnHide) })
	room.ListenNear(ctx)
	room.ListenPrint()
}
