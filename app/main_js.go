//go:build !worker

package main

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui"
)

// start draws the page. There is one page, whatever the path it is served
// under: one route takes them all.
func start() {
	app.RouteWithRegexp(".*", func() app.Composer { return ui.NewPage() })
	app.RunWhenOnBrowser()
}
