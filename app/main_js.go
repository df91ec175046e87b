package main

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// start draws the page. There is one page, whatever the path it is served
// under: one route takes them all.
func start() {
	app.RouteWithRegexp(".*", func() app.Composer { return &hello{} })
	app.RunWhenOnBrowser()
}

// hello stands in until the page is there.
type hello struct{ app.Compo }

func (*hello) Render() app.UI {
	return app.Main().Body(app.H1().Text("Spanwise"))
}
