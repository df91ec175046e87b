package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// Listen attaches what belongs to the window: a drag may end outside the text. On
// has a handler called, which reports whether the page has to be drawn again.
func (room *Room) Listen(ctx app.Context, on func(target app.Value, event string, handler func(app.Context, app.Event) bool)) {
	window := app.Window()
	on(window, "pointerdown", room.onPointerDown)
	browser.Listen(window, "mousedown", func(e app.Value) {
		if e.Get("detail").Int() > 1 {
			ctx.Dispatch(func(ctx app.Context) {
				room.onPressAgain(e)
				ctx.PreventUpdate()
			})
		}
	})
	on(window, "mouseup", room.onMouseUp)
	browser.Listen(window.Get("document"), "selectionchange", func(app.Value) {
		if room.pressed.inText && room.pressed.touch {
			ctx.Dispatch(room.onTouchSelection)
		}
	})
	on(window, "scrollend", room.onScrollEnd)
	browser.OnHide(func() { ctx.Dispatch(room.onHide) })
	room.listenNear(ctx)
	room.listenPrint()
}
