package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// OnHide calls f, on a goroutine of its own, whenever the page goes out of
// sight: on visibilitychange to hidden, the last event that a phone is sure to
// send, and on pagehide. Both may come for one leaving. There may be no time for
// f to finish, so it can only hurry what is already under way.
func OnHide(f func()) (release func()) {
	document := app.Window().Get("document")
	changed := listen(document, "visibilitychange", func(app.Value) {
		if text(document.Get("visibilityState")) == "hidden" {
			beside(f)
		}
	})
	left := listen(app.Window(), "pagehide", func(app.Value) { beside(f) })
	return func() {
		changed()
		left()
	}
}

// onShow calls f whenever the page comes into sight again: on visibilitychange
// to visible, and on pageshow when it was kept whole while the reader was
// elsewhere. f must not block.
func onShow(f func()) (release func()) {
	changed := listen(app.Window().Get("document"), "visibilitychange", func(app.Value) {
		if visible() {
			f()
		}
	})
	shown := listen(app.Window(), "pageshow", func(event app.Value) {
		if event.Get("persisted").Truthy() {
			f()
		}
	})
	return func() {
		changed()
		shown()
	}
}

// visible reports whether the page can be seen, at least in part.
func visible() bool {
	return text(app.Window().Get("document").Get("visibilityState")) == "visible"
}
