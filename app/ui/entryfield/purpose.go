package entryfield

// purpose is what a field that offers entries is for.
type purpose interface {
	ID() string    // of the field
	About() string // what it is for tells it from another with that id
	// list gives what to offer for what is typed, which may be "".
	List(typed string) []Suggestion
	Take(s Suggestion)
	// leave keeps what is typed though nothing was taken, if it is something to
	// keep, and reports whether it was.
	Leave(typed string) bool
	// forget lets go of what was typed and not kept.
	Forget()
	// back goes on after something was taken or let go of.
	Back()
	// ready is the suggestion that Enter takes if nobody walks through the list,
	// or -1 where it takes what is typed.
	Ready() int
	// unkept says why what is typed is not kept.
	Unkept() string
}
