// Hello is the least that a program made with go-app can be: the start of the
// page is measured against it, in the same shell and built in the same way.
package main

import "github.com/maxence-charriere/go-app/v10/pkg/app"

type hello struct{ app.Compo }

func (*hello) Render() app.UI { return app.Main().ID("hello").Text("Hello world") }

func main() {
	app.RouteWithRegexp(".*", func() app.Composer { return &hello{} })
	app.RunWhenOnBrowser()
}
