package desk

import "spanwise/annotations"

// OwnProject is a file, or several, as a project of the reader's own.
type OwnProject struct {
	From    string // the file
	Project *annotations.Project
	Me      annotations.Annotator // whom they work as
	Repairs []string
}

// OwnReader makes an OwnProject, and pauses meanwhile.
type OwnReader func(pace annotations.Pace) (OwnProject, error)
