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
	case !p.text.pick.empty():
		p.text.cursorAt = p.text.pick.Start
		p.text.dropPick()
	case p.spans.letGoOfSeveral():
		browser.Focus(kit.ArticleID)
	case p.chosen != "" || p.annotators.colleagues.regarded != "":
		p.text.choose("", nil)
		browser.Focus(kit.ArticleID)
	case p.text.pen != "":
		p.text.pen = ""
	case p.panel != noPanel:
		p.panel = noPanel
	default:
		return false
	}
	return true
}
