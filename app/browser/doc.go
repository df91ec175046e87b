// Package browser is the browser as Go sees it: where work is kept (IndexedDB)
// and how tabs share it (BroadcastChannel, Web Locks), how files come and go, what
// the reader has selected, and the small things remembered between visits
// (localStorage).
//
// It knows nothing of articles, spans or sessions: it moves bytes, strings and
// positions, and of the journal it knows the contract only. It compiles natively
// too, so that what uses it can be tested there, but hardly anything in it does
// something without a browser.
//
// # Exceptions
//
// go-app's [app.Value] panics where JavaScript throws from a call, and a getter
// that throws (window.localStorage in a sandboxed frame) ends the program, since
// Go's glue catches exceptions of calls only. So calls that may throw go through
// attempt, and getters that may throw through property; both give an *[Exception].
//
// # Waiting
//
// Functions that wait (OpenStore, OpenProjects, the methods of Store, Projects and
// Target, TryHold, Share, HoldProject, ResumeVisit, Persist, Persisted,
// StorageUsed, PickFolder, PickFile, ReadFiles, Download and Pause) must run on a
// goroutine of their own, never in an event handler: there, nothing could ever
// wake them. No function given to JavaScript here blocks.
//
// # The IndexedDB driver
//
// The driver is our own, some 900 lines for four object stores, half of them about
// what several tabs may do to each other. The ready one,
// github.com/hack-pad/go-indexeddb v0.3.2, was read and set aside: its
// Transaction.Await answers nil after an abort without an error, which would
// show a rollback as Saved; on versionchange it closes the database and tells
// only the log; it does not report blocked; its getters of failing requests
// start a goroutine for each listener; and it exists for js/wasm only, with
// syscall/js in its interface, so that everything that touches it would need
// build tags.
package browser
