// Package session is the one place where work changes: every edit, undo and
// import goes through a [Session], which applies it, remembers how to take it
// back, and keeps it.
//
// What is kept is a snapshot (a Spanwise file of the whole project) and a journal
// of the edits after it, one record each. Records are appended as edits are made,
// and the state is Saved only when the store has said that it has them. Nothing
// acknowledged is lost: a crash at any moment leaves the snapshot and a beginning
// of the journal that holds at least every acknowledged record.
//
// The package does not know what a browser is: a [Store] keeps bytes, and the
// page hears of changes through one listener.
package session
