package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// OnPlaceElsewhere calls f with the key whenever another tab has saved another
// string under it, for as long as the page lives. f must not block.
func OnPlaceElsewhere(f func(key string)) {
	Listen(app.Window(), "storage", func(event app.Value) {
		if key, ours := strings.CutPrefix(text(event.Get("key")), placePrefix); ours {
			f(key)
		}
	})
}
