package desktest

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
)

// Writing keeps nothing of what is being written, and notes what it was told.
type Writing struct {
	Told    []string // "Commit", "End KEY" and so on
	IsLoose bool
	Why     error // of Failing
	Written map[string]bool
	session *session.Session
}

// Do makes an edit.
func (w *Writing) Do(e annotations.Edit) error { return w.session.Do(e) }

// Making is false: no edit is one of what is being written.
func (w *Writing) Making() bool { return false }

// Refuse notes that an edit was refused.
func (w *Writing) Refuse() { w.Told = append(w.Told, "Refuse") }

// Commit notes that all that is being written was to become edits.
func (w *Writing) Commit() { w.Told = append(w.Told, "Commit") }

// CommitOne notes that one field was.
func (w *Writing) CommitOne(key string) { w.Told = append(w.Told, "CommitOne "+key) }

// Leave notes that the keyboard has left a field.
func (w *Writing) Leave(app.Value) { w.Told = append(w.Told, "Leave") }

// TakeBack notes that what was typed was taken back.
func (w *Writing) TakeBack(key string) { w.Told = append(w.Told, "TakeBack "+key) }

// End notes that what was typed is let go of.
func (w *Writing) End(key string) { w.Told = append(w.Told, "End "+key) }

// Keep notes that all was to be kept.
func (w *Writing) Keep() { w.Told = append(w.Told, "Keep") }

// On reports what Written says.
func (w *Writing) On(key string) bool { return w.Written[key] }

// Show numbers nothing.
func (w *Writing) Show(string, string) int { return 0 }

// Loose reports what IsLoose says.
func (w *Writing) Loose() bool { return w.IsLoose }

// Failing is Why.
func (w *Writing) Failing() error { return w.Why }
