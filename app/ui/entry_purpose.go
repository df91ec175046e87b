package ui

// purpose is what a field that offers entries is for.
type purpose interface {
	id() string    // of the field
	about() string // what it is for tells it from another with that id
	// list gives what to offer for what is typed, which may be "".
	list(typed string) []suggestion
	take(s suggestion)
	// leave keeps what is typed though nothing was taken, if it is something to
	// keep, and reports whether it was.
	leave(typed string) bool
	// forget lets go of what was typed and not kept.
	forget()
	// back goes on after something was taken or let go of.
	back()
	// ready is the suggestion that Enter takes if nobody walks through the list,
	// or -1 where it takes what is typed.
	ready() int
	// unkept says why what is typed is not kept.
	unkept() string
}
