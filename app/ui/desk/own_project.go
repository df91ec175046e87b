package desk

import (
	"context"

	"spanwise/annotations"
	"spanwise/app/session/importing"
	"spanwise/app/ui/kit"
)

// OwnProject is a file, or several, as a project of the reader's own.
type OwnProject struct {
	From    string // the file
	Project *annotations.Project
	Me      annotations.Annotator // whom they work as
	Repairs []string
}

// OwnProjectOf is what an import has made a project of.
func OwnProjectOf(from string, apart *importing.Apart) OwnProject {
	return OwnProject{From: from, Project: apart.Project, Me: apart.Me, Repairs: kit.InEnglish(apart.Repairs)}
}

// OwnReader makes an OwnProject, and pauses meanwhile.
type OwnReader func(ctx context.Context, pace annotations.Pace) (OwnProject, error)
