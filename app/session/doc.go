// Package session is the one place where work changes: every edit, undo and
// import goes through a [Session], which applies it, remembers how to take it
// back, and keeps it.
//
// What is kept is a snapshot (a Spanwise file of the whole project, and what can
// be undone) and a journal of the edits after it, one record each. Records are
// appended as edits are made, and the state is Saved only when the store has said
// that it has them. Nothing acknowledged is lost: a crash at any moment leaves the
// snapshot and a beginning of the journal that holds at least every acknowledged
// record.
//
// Several tabs may work at once, each with a session of its own on one store. The
// store gives their records one order. A session shows what is kept and, on top,
// what was made in it and is not kept yet; when another tab's records come in
// between, it does its own again on top of those. So all tabs come to the same
// work and the same history, the later edit wins, and who lost by that is told.
//
// The package does not know what a browser is: a journal.Store keeps bytes, and
// the page hears of changes through one listener.
package session
