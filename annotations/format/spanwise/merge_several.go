package spanwise

import (
	"fmt"

	"spanwise/annotations"
)

// Source is one of several files that are merged, and what was decided about it.
type Source struct {
	Name    string // of the file
	Project *annotations.Project
	Choices Choices
}

// PlanMerges is PlanMerge for several files: each is merged into what those before
// it gave. There is a plan for each, and one edit for all.
func PlanMerges(into *annotations.Project, files []Source, pace annotations.Pace) (plans []Plan, all annotations.Batch, err error) {
	for i, file := range files {
		part := pace.Nth(i, len(files))
		plan, err := PlanMerge(into, file.Project, file.Choices, part.Part(0, 0.5))
		if err != nil {
			return nil, all, fmt.Errorf("%s: %w", file.Name, err)
		}
		plans, all.Edits = append(plans, plan), append(all.Edits, plan.Edit.Edits...)
		if i == len(files)-1 {
			break
		}
		if into, _, err = annotations.Apply(plan.Edit, into, part.Part(0.5, 1)); err != nil {
			return nil, all, fmt.Errorf("%s: %w", file.Name, err)
		}
	}
	return plans, all, nil
}
