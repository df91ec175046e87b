package ui

import "sync"

// bringingRoom is texts and files that come in, and the file that leaves.
type bringingRoom struct {
	page *Page

	form      form
	dropping  bool
	changed   changedTexts
	replacing replacing
	retyped   retyped
	importing *importing
	arriving  *arrivals
	asking    sync.Mutex
}
