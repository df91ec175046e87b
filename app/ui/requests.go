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
func (r requests) Done(e annotations.Edit)       { r.page.spans.CheckSpan(e) }
func (r requests) OpenArticle(id string)         { r.page.text.OpenArticle(id) }
func (r requests) Reveal(at annotations.Range)   { r.page.text.RevealRange(at) }
func (r requests) Paint()                        { r.page.text.Paint() }
func (r requests) KeepPlace()                    { r.page.text.KeepPlace() }
func (r requests) UseLabel(label string) bool    { return r.page.text.UseLabel(label) }
func (r requests) TakePen(label string)          { r.page.text.TakePen(label) }
func (r requests) DeleteChosen() bool            { return r.page.text.DeleteChosen() }
func (r requests) GiveSpans(ids []string) bool   { return r.page.relations.GiveSpans(ids) }
func (r requests) FindLabel()                    { r.page.labels.FindLabel() }
func (r requests) OpenRegister(entry string)     { r.page.register.Open(entry) }
func (r requests) OpenAnnotators()               { r.page.annotators.Open() }
func (r requests) CheckSpans(s *session.Session) { r.page.spans.CheckSpans(s) }
func (r requests) ShowSaving()                   { r.page.keeping.ShowSaving() }

func (r requests) ShowArticle(id string, block int) { r.page.text.ShowAt(id, block) }

func (r requests) Relabel(label string) {
	if !r.page.text.RelabelSeveral(label) {
		r.page.text.Relabel(label)
	}
}

func (r requests) MergeChosen()                    { r.page.text.MergeSeveral() }
func (r requests) AdoptSelection() bool            { return r.page.text.AdoptSelection() }
func (r requests) SpansAt(block, run int) []string { return r.page.text.SpansAt(block, run) }
func (r requests) Drawn(block int) bool            { return r.page.text.Drawn(block) }
func (r requests) GivePlace(target app.Value) bool { return r.page.relations.GivePlace(target) }
func (r requests) RenameAnnotator(id string)       { r.page.annotators.Rename(id) }

func (r requests) OpenAsProject(from string, read desk.OwnReader, fail func(error)) {
	r.page.projects.OpenAsProject(from, read, fail)
}

func (r requests) TellOwn(it desk.OwnProject) { r.page.projects.TellOwn(it) }

func (r requests) OpenSession(start session.Start) { r.page.openSession(r.page.desk.Context, start) }
