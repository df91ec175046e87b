package merge

import (
	"fmt"

	"spanwise/annotations"
)

// NewPlans is NewPlan for several files: each is merged into what those before
// it gave. There is a plan for each, and one edit for all.
//
// Where files have the same annotator by the ID and neither has all that the other
// has, they may be several people who went on with one file. Each is somebody new
// then, unless a person says who they are.
func NewPlans(into *annotations.Project, files []Source, pace annotations.Pace) (plans []Plan, all annotations.Batch, err error) {
	claimed := contested(files)
	for i, file := range files {
		part := pace.Nth(i, len(files))
		plan, err := newPlan(into, file.Project, file.Choices, claimed, part.Part(0, 0.5))
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

// contested are the IDs of annotators who say different things in several files.
func contested(files []Source) map[string]bool {
	if len(files) < 2 {
		return nil
	}
	found, first := map[string]bool{}, map[string]map[annotations.Place]bool{}
	for _, file := range files {
		for id := range file.Project.Speakers() {
			said := placesOf(file.Project, id)
			switch most := first[id]; {
			case most == nil || within(most, said):
				first[id] = said
			case !within(said, most):
				found[id] = true
			}
		}
	}
	return found
}

// placesOf are the spans of an annotator, by document and ID.
func placesOf(p *annotations.Project, annotator string) map[annotations.Place]bool {
	all := map[annotations.Place]bool{}
	for _, d := range p.Documents() {
		for s := range p.Set(d.ID, annotator).All() {
			all[annotations.Place{Document: d.ID, Span: s.ID}] = true
		}
	}
	return all
}

// within reports whether all of a is in b.
func within(a, b map[annotations.Place]bool) bool {
	for at := range a {
		if !b[at] {
			return false
		}
	}
	return true
}
