package intake

import "spanwise/annotations"

// Source is one of several files that are merged, and what was decided about it.
type Source struct {
	Name    string // of the file
	Project *annotations.Project
	Choices Choices
}

// Choices are what a person has decided about a merging. The zero Choices leave
// everything to the plan.
type Choices struct {
	Source string            // what a new annotator is called who has not said their name; "" leaves it open
	People map[string]Person // by their ID in the file
	ByID   bool              // the file is another state of the same project: even the DefaultAnnotator is who has that ID here
	IDs    map[string]string // the IDs of those new who cannot keep theirs, by that; who has none here gets a random one
	Sides  map[string]Side   // by the ID of the conflict
	All    Side              // of the conflicts that Sides does not have
}

// Plan is what a merging would do.
type Plan struct {
	Edit      annotations.Batch       // where it is wanted
	Changes   int                     // how many edits that is made of
	Report    []annotations.Message   // about everything that it does
	Brings    []annotations.Message   // of them those that hold whatever side is chosen in the conflicts
	Adds      annotations.Tally       // what it adds
	Here      []annotations.Annotator // those whom an annotator of the file may be
	People    []Person                // the annotators of the file who say anything, in its order
	Conflicts []Conflict              // what both have and differs, and how the plan settles it
}

// Person is an annotator of a file, and who they are in a project.
//
// Somebody of a file is somebody here if the ID says so, or a person. All else is
// a hint: thirty pupils may have one name, and copies of the same spans. The
// DefaultAnnotator's ID says nothing, since everybody had it once.
type Person struct {
	ID, Name  string // in the file
	As        string // the ID of the annotator here who they are, or "" for somebody new
	New       string // the name of somebody new
	Known     bool   // that the ID in the file says who they are
	Contested bool   // that it would, but other files say the same of themselves
	Like      string // the ID of the annotator here of whose spans many are theirs too, or ""
	Shared    int    // how many those are
}

// Side is whose version of something stays where project and file differ.
type Side int

// The sides. Suggested leaves it to the plan.
const (
	Suggested Side = iota
	Ours
	Theirs
)

// Conflict is something that project and file both have and that they say
// different things of, in words for a reader, none of which ends in a full stop.
type Conflict struct {
	ID           string // the same in every plan for the same project and file
	What         string // such as "Span “Shoigu”"
	Where        string // the title of the article, or ""
	Ours, Theirs string // what each says, as far as they differ
	Side         Side   // Ours or Theirs: what the plan keeps
}
