package ui

import (
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// cancel lets go of one thing at a time: a relation in the making, the pick, the
// chosen span, the pen, the open side panel.
func (p *Page) cancel() bool {
	browser.ClearSelection()
	switch {
	case p.relations.stopRelating():
	case !p.desk.pick.empty():
		p.desk.cursorAt = p.desk.pick.Start
		p.desk.dropPick()
	case p.desk.letGoOfSeveral():
		browser.Focus(kit.ArticleID)
	case p.desk.chosen != "" || p.annotators.colleagues.regarded != "":
		p.desk.choose("", nil)
		browser.Focus(kit.ArticleID)
	case p.desk.pen != "":
		p.desk.pen = ""
	case p.desk.panel != noPanel:
		p.desk.panel = noPanel
	default:
		return false
	}
	return true
}
