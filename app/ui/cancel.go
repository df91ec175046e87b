package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// cancel lets go of one thing at a time: a relation in the making, the pick, the
// chosen span, the pen, the open side panel.
func (p *Page) cancel(ctx app.Context) bool {
	browser.ClearSelection()
	switch {
	case p.stopRelating():
	case !p.pick.empty():
		p.cursorAt = p.pick.Start
		p.dropPick()
	case p.letGoOfSeveral():
		browser.Focus(articleID)
	case p.chosen != "" || p.colleagues.regarded != "":
		p.choose(ctx, "", nil)
		browser.Focus(articleID)
	case p.pen != "":
		p.pen = ""
	case p.panel != noPanel:
		p.panel = noPanel
	default:
		return false
	}
	return true
}
