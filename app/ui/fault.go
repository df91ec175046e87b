package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// onFault puts the page in order after a fault, of which web/start.js has told. What
// was begun is let go of, and what is drawn is what the session holds.
func (p *Page) onFault(app.Context, app.Event) bool {
	if p.desk.Session == nil {
		return true
	}
	for _, r := range p.rooms {
		if r.LetGo != nil {
			r.LetGo()
		}
	}
	p.refresh()
	p.text.Paint()
	return true
}
