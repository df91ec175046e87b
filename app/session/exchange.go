package session

import (
	"context"
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
)

// Export gives the whole project as a Spanwise file; equal projects give equal
// bytes. It ends early, with ctx's error, when ctx does.
func (s *Session) Export(ctx context.Context, tell Progress) ([]byte, error) {
	return spanwise.Write(s.Project(), s.work(ctx, tell).part("Writing the file…", 0, 1))
}

// Imported says what an import did.
type Imported struct {
	Report   []string       // what was repaired in the file and what its merging had to decide, in sentences
	Revision int            // the one that it made, 0 if it changed nothing
	Added    []string       // the IDs of the documents that are new, in order
	Asked    *spanwise.Plan // what a person is to decide on first; then nothing has changed
}

// Incoming is a Spanwise file that was read, to be merged into the project.
type Incoming struct {
	project *annotations.Project
	repairs []string
}

// ReadFile reads a Spanwise file, and changes nothing. A file that is whole but
// does not fit itself is a *spanwise.BrokenError, which repaired has made fit;
// the report of the merging says each repair.
func (s *Session) ReadFile(ctx context.Context, data []byte, repaired bool, tell Progress) (*Incoming, error) {
	read := spanwise.Read
	if repaired {
		read = spanwise.ReadRepaired
	}
	project, repairs, err := read(data, s.work(ctx, tell).part("Reading the file…", 0, 0.6))
	if err != nil {
		return nil, err
	}
	return &Incoming{project, repairs}, nil
}

// Project is what the file holds.
func (in *Incoming) Project() *annotations.Project { return in.project }

// Revised is the file with another project in the place of its own, such as one
// with the same spans on other texts. The report of the merging says what is said
// of that.
func (in *Incoming) Revised(project *annotations.Project, said []string) *Incoming {
	return &Incoming{project, append(slices.Clip(in.repairs), said...)}
}

// Plan says what Merge would do now.
func (s *Session) Plan(ctx context.Context, in *Incoming, choices spanwise.Choices, tell Progress) (spanwise.Plan, error) {
	return planned(s.Project(), in, choices, s.work(ctx, tell))
}

func planned(project *annotations.Project, in *Incoming, choices spanwise.Choices, w work) (spanwise.Plan, error) {
	plan, err := spanwise.PlanMerge(project, in.project, choices, w.part("Comparing it with your work…", 0.6, 0.7))
	if err != nil {
		return plan, fmt.Errorf("import: %w", err)
	}
	return plan, nil
}

// Merge brings a file into the project, as one edit that can be undone. With an
// error nothing has changed; ctx's end is one. Where asks, which may be nil, says
// of the plan that a person is to decide, the plan is all that there is.
//
// The work goes on beside everything else. Where an edit was made meanwhile, the
// file is merged anew into what that gave; who its annotators are stays as it was.
func (s *Session) Merge(ctx context.Context, in *Incoming, choices spanwise.Choices, asks func(spanwise.Plan) bool, tell Progress) (Imported, error) {
	w := s.work(ctx, tell)
	for {
		told, done, err := s.merge(in, &choices, asks, w)
		if err != nil {
			return Imported{}, err
		}
		if done {
			told.Report = append(slices.Clip(in.repairs), told.Report...)
			return told, nil
		}
	}
}

// Import is ReadFile and Merge in one.
func (s *Session) Import(ctx context.Context, data []byte, choices spanwise.Choices, tell Progress) (Imported, error) {
	in, err := s.ReadFile(ctx, data, false, tell)
	if err != nil {
		return Imported{}, err
	}
	return s.Merge(ctx, in, choices, nil, tell)
}

// merge works out the edit that brings a file in, and makes it if the project
// is still the same then. Who the annotators are goes into the choices.
func (s *Session) merge(in *Incoming, choices *spanwise.Choices, asks func(spanwise.Plan) bool, w work) (told Imported, done bool, err error) {
	on := s.present()
	plan, err := planned(on.state.project, in, *choices, w)
	if err != nil {
		return Imported{}, false, err
	}
	if asks != nil && asks(plan) {
		return Imported{Asked: &plan}, true, nil
	}
	told.Report = plan.Report
	choices.People = map[string]spanwise.Person{}
	for _, person := range plan.People {
		choices.People[person.ID] = person
	}
	if len(plan.Edit.Edits) == 0 {
		return told, true, nil
	}
	made, err := s.prepare(plan.Edit, on, w.part("Adding it to your work…", 0.7, 1))
	if err != nil {
		return Imported{}, false, fmt.Errorf("import: %w", err)
	}
	for _, e := range plan.Edit.Edits {
		if add, ok := e.(annotations.AddDocument); ok {
			told.Added = append(told.Added, add.Document.ID)
		}
	}
	told.Revision, done, err = s.take(made, on)
	return told, done, err
}
