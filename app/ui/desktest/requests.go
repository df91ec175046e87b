package desktest

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

// Requests notes what rooms ask, as "OpenArticle d2". What is to be answered is
// answered as Answers says, by the request's name, or else with no.
type Requests struct {
	Asked   []string
	Answers map[string]bool
	Spans   []string // that lie at any place
}

func (r *Requests) note(request string, about ...any) bool {
	asked := request
	for _, a := range about {
		asked += " " + fmt.Sprint(a)
	}
	r.Asked = append(r.Asked, asked)
	return r.Answers[request]
}

// Refresh notes the request.
func (r *Requests) Refresh() {
	r.note("Refresh")
}

// Undo notes the request.
func (r *Requests) Undo() {
	r.note("Undo")
}

// Redo notes the request.
func (r *Requests) Redo() {
	r.note("Redo")
}

// Done notes the request.
func (r *Requests) Done(_ annotations.Edit) {
	r.note("Done")
}

// OpenArticle notes the request.
func (r *Requests) OpenArticle(id string) {
	r.note("OpenArticle", id)
}

// ShowArticle notes the request.
func (r *Requests) ShowArticle(id string, block int) {
	r.note("ShowArticle", id, block)
}

// Reveal notes the request.
func (r *Requests) Reveal(at annotations.Range) {
	r.note("Reveal", at)
}

// Paint notes the request.
func (r *Requests) Paint() {
	r.note("Paint")
}

// KeepPlace notes the request.
func (r *Requests) KeepPlace() {
	r.note("KeepPlace")
}

// UseLabel notes the request.
func (r *Requests) UseLabel(label string) bool {
	return r.note("UseLabel", label)
}

// TakePen notes the request.
func (r *Requests) TakePen(label string) {
	r.note("TakePen", label)
}

// DeleteChosen notes the request.
func (r *Requests) DeleteChosen() bool {
	return r.note("DeleteChosen")
}

// Relabel notes the request.
func (r *Requests) Relabel(label string) {
	r.note("Relabel", label)
}

// MergeChosen notes the request.
func (r *Requests) MergeChosen() {
	r.note("MergeChosen")
}

// AdoptSelection notes the request.
func (r *Requests) AdoptSelection() bool {
	return r.note("AdoptSelection")
}

// SpansAt notes the request.
func (r *Requests) SpansAt(block, run int) []string {
	r.note("SpansAt", block, run)
	return r.Spans
}

// Drawn notes the request.
func (r *Requests) Drawn(block int) bool {
	return r.note("Drawn", block)
}

// GiveSpans notes the request.
func (r *Requests) GiveSpans(ids []string) bool {
	return r.note("GiveSpans", ids)
}

// GivePlace notes the request.
func (r *Requests) GivePlace(_ app.Value) bool {
	return r.note("GivePlace")
}

// FindLabel notes the request.
func (r *Requests) FindLabel() {
	r.note("FindLabel")
}

// OpenRegister notes the request.
func (r *Requests) OpenRegister(entry string) {
	r.note("OpenRegister", entry)
}

// OpenAnnotators notes the request.
func (r *Requests) OpenAnnotators() {
	r.note("OpenAnnotators")
}

// RenameAnnotator notes the request.
func (r *Requests) RenameAnnotator(id string) {
	r.note("RenameAnnotator", id)
}

// CheckSpans notes the request.
func (r *Requests) CheckSpans(_ *session.Session) {
	r.note("CheckSpans")
}

// ShowSaving notes the request.
func (r *Requests) ShowSaving() {
	r.note("ShowSaving")
}

// OpenAsProject notes the request.
func (r *Requests) OpenAsProject(from string, _ desk.OwnReader, _ func(error)) {
	r.note("OpenAsProject", from)
}

// TellOwn notes the request.
func (r *Requests) TellOwn(_ desk.OwnProject) {
	r.note("TellOwn")
}

// OpenSession notes the request.
func (r *Requests) OpenSession(_ session.Start) {
	r.note("OpenSession")
}
