package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

// lateAfter is when a person has noticed that nothing can be done.
const lateAfter = time.Second

// welcome shows the bundled articles at once to who has, as far as can be seen,
// never been here: to make a database takes the browser a fifth of the time to
// the first screen, and more on a slow disk. Until it has, they can read. Where there is work all
// the same, it takes the articles' place when it has been read.
func (p *Page) welcome(ctx app.Context) {
	articles, err := desk.Bundled()
	if err != nil || p.projects.Many() || browser.LoadPlace(desk.PlaceKey) != "" {
		return
	}
	s, _, err := session.Open(ctx, session.Start{Bundled: articles, Scheme: annotations.DefaultScheme()})
	if err != nil {
		return
	}
	p.desk.Stage = desk.Previewing
	p.begin(ctx, s)
	ctx.After(lateAfter, func(app.Context) {
		if p.desk.Stage == desk.Previewing {
			p.desk.Stage = desk.Late
		}
	})
}
