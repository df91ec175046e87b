package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

// requests hands on what rooms ask to the room that answers.
type requests struct{ page *Page }

func (r requests) Refresh()                      { r.page.refresh() }
func (r requests) Undo()                         { r.page.undo() }
func (r requests) Redo()                         { r.page.redo() }
func (r requests) Done(e annotations.Edit)       { r.page.spans.checkSpan(e) }
func (r requests) OpenArticle(id string)         { r.page.text.openArticle(id) }
func (r requests) Reveal(at annotations.Range)   { r.page.text.revealRange(at) }
func (r requests) Paint()                        { r.page.text.paint() }
func (r requests) KeepPlace()                    { r.page.text.keepPlace() }
func (r requests) UseLabel(label string) bool    { return r.page.text.useLabel(label) }
func (r requests) TakePen(label string)          { r.page.text.takePen(label) }
func (r requests) DeleteChosen() bool            { return r.page.text.deleteChosen() }
func (r requests) Reshaped(span, how string)     { r.page.text.reshaped(span, how) }
func (r requests) GiveSpans(ids []string) bool   { return r.page.relations.relateAmong(ids) }
func (r requests) FindLabel()                    { r.page.labels.findLabel() }
func (r requests) OpenRegister(entry string)     { r.page.register.openRegister(entry) }
func (r requests) OpenAnnotators()               { r.page.annotators.openAnnotators() }
func (r requests) CheckSpans(s *session.Session) { r.page.spans.checkSpans(s) }
func (r requests) ShowSaving()                   { r.page.keeping.showSaving() }
func (r requests) Export()                       { r.page.keeping.export() }

func (r requests) ShowArticle(id string, block int) { r.page.text.showAt(id, block) }

func (r requests) Relabel(label string) {
	if !r.page.text.relabelSeveral(label) {
		r.page.text.relabel(label)
	}
}

func (r requests) MergeChosen()                    { r.page.text.mergeSeveral() }
func (r requests) AdoptSelection() bool            { return r.page.text.adoptSelection() }
func (r requests) SpansAt(block, run int) []string { return r.page.text.drawing.spansAt(block, run) }
func (r requests) Drawn(block int) bool            { return r.page.text.near.has(block) }
func (r requests) GivePlace(target app.Value) bool { return r.page.relations.relateAt(target) }
func (r requests) RenameAnnotator(id string)       { r.page.annotators.rename(id) }

func (r requests) OpenAsProject(from string, read desk.OwnReader, fail func(error)) {
	r.page.projects.openAsProject(from, read, fail)
}

func (r requests) TellOwn(it desk.OwnProject) { r.page.projects.tellOwn(it) }

func (r requests) OpenSession(start session.Start) { r.page.openSession(r.page.desk.Context, start) }
