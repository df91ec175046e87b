package desk

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// OnLabel uses the label whose button was pressed: it marks what is selected, relabels
// what is chosen, or else becomes the pen.
func (d *Desk) OnLabel(ctx app.Context, e app.Event) {
	button := browser.Closest(e.Get("target"), "[data-label]")
	if !button.Truthy() {
		return
	}
	if label := browser.Data(button, "label"); !d.Ask.UseLabel(label) {
		d.Ask.TakePen(label)
	}
}
