package ui

import (
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// cancel lets go of one thing at a time: a relation in the making, the pick, the
// chosen span, the pen, the open side panel.
func (p *Page) cancel() bool {
	browser.ClearSelection()
	switch {
	case p.relations.Stop():
	case !p.desk.Selection.Text.Empty():
		p.desk.CursorAt = p.desk.Selection.Text.Start
		p.desk.Selection.DropText()
	case p.desk.LetGoOfSeveral():
		browser.Focus(kit.ArticleID)
	case p.desk.Selection.Span != "" || p.desk.Selection.Theirs != "":
		p.desk.Choose("", nil)
		browser.Focus(kit.ArticleID)
	case p.desk.Pen != "":
		p.desk.Pen = ""
	case p.desk.Panel != desk.NoPanel:
		p.desk.Panel = desk.NoPanel
	default:
		return false
	}
	return true
}
