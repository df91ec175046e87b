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
	Took() // goes on after something was taken by Enter or a press
	Back() // goes on after the field was let go of
	// ready reports whether the first of what is offered before anything is typed is
	// highlighted at once.
	Ready() bool
	// new says what the last rows of the list make of what is typed.
	New() string
	// unkept says why what is typed is not kept.
	Unkept() string
}
