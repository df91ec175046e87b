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
	case !p.desk.selection.text.empty():
		p.desk.cursorAt = p.desk.selection.text.Start
		p.desk.selection.dropText()
	case p.desk.letGoOfSeveral():
		browser.Focus(kit.ArticleID)
	case p.desk.selection.span != "" || p.desk.selection.theirs != "":
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
