package session

import (
	"context"
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/app/session/steps"
	"spanwise/corpus"
)

// Export gives the whole project as a file of a format; equal projects give equal
// bytes. It ends early, with ctx's error, when ctx does.
func (s *Session) Export(ctx context.Context, codec format.Codec, tell Progress) ([]byte, error) {
	return codec.Write(s.Project(), s.work(ctx, tell).part("Writing the file…", 0, 1))
}

// Incoming is the file of a project that was read, and what a person has decided about
// taking it in.
type Incoming struct {
	Name    string // of the file
	Choices intake.Choices

	project *annotations.Project
	repairs []annotations.Message
}

// ReadFile reads a file, and changes nothing. One that is whole but does not fit
// itself is a *format.BrokenError, unless it is to be repaired; the report of the
// merging says each repair.
func (s *Session) ReadFile(ctx context.Context, file File, options format.Options, tell Progress) (*Incoming, error) {
	read, err := s.Read(ctx, file, options, s.work(ctx, tell).part("Reading the file…", 0, 0.6))
	if err != nil {
		return nil, err
	}
	return &Incoming{file.Name, choicesFor(file.Name, read.Project), read.Project, format.Messages(read.Notes)}, nil
}

// Read reads a file as ReadFile does, for whoever does not merge it.
func (s *Session) Read(ctx context.Context, file File, options format.Options, pace annotations.Pace) (format.Reading, error) {
	return steps.Read(ctx, s.steps, file.Codec, file.Data, options, pace)
}

// File is a file of a project, and the format that it is in.
type File struct {
	Name  string
	Data  []byte
	Codec format.Codec
}

// choicesFor are the choices before anybody has made any: somebody new is called
// after the file, and has the same ID however often it is worked out; so has a
// reader whom the file has not.
func choicesFor(name string, file *annotations.Project) intake.Choices {
	ids := map[string]string{"": annotations.NewID()}
	for _, a := range file.Annotators() {
		ids[a.ID] = annotations.NewID()
	}
	return intake.Choices{Source: whoFrom(name), IDs: ids}
}

// Project is what the file holds.
func (in *Incoming) Project() *annotations.Project { return in.project }

// Repairs says what was not as it should be in the file.
func (in *Incoming) Repairs() []annotations.Message { return in.repairs }

// revised is the file with another project in the place of its own, such as one
// with the same spans on other texts. The report of the merging says what is said
// of that.
func (in *Incoming) revised(project *annotations.Project, said []annotations.Message) *Incoming {
	return &Incoming{in.Name, in.Choices, project, append(slices.Clip(in.repairs), said...)}
}

// Settled is the file with everybody in it who the plan has them be, whatever the
// work is by the time that it is merged.
func (in *Incoming) Settled(plan intake.Plan) *Incoming {
	next := *in
	next.Choices.People = map[string]intake.Person{}
	for _, person := range plan.People {
		next.Choices.People[person.ID] = person
	}
	return &next
}

// sources are files as they are merged.
func sources(files []*Incoming) []intake.Source {
	all := make([]intake.Source, len(files))
	for i, in := range files {
		all[i] = intake.Source{Name: in.Name, Project: in.project, Choices: in.Choices}
	}
	return all
}

// Plan says of each file what Merge would do now.
func (s *Session) Plan(ctx context.Context, files []*Incoming, tell Progress) ([]intake.Plan, error) {
	return s.plans(s.Project(), files, false, s.work(ctx, tell))
}

// plans plans the merging of files into a project, with the edits if they are wanted.
func (s *Session) plans(into *annotations.Project, files []*Incoming, edits bool, w work) ([]intake.Plan, error) {
	plans, err := s.steps.Plan(w.ctx, into, sources(files), edits, w.part("Comparing it with your work…", 0.6, 0.7))
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	return plans, nil
}

// planned plans the merging of files into a project, and gives the edit that is
// all of it.
func (s *Session) planned(into *annotations.Project, files []*Incoming, w work) (plans []intake.Plan, all annotations.Batch, err error) {
	if plans, err = s.plans(into, files, true, w); err != nil {
		return nil, all, err
	}
	for _, plan := range plans {
		all.Edits = append(all.Edits, plan.Edit.Edits...)
	}
	return plans, all, nil
}

// Compare finds the texts of a file that are not the same here: the k-th of n
// files.
func (s *Session) Compare(ctx context.Context, in *Incoming, k, n int, tell Progress) ([]*steps.ChangedText, error) {
	return s.steps.Compare(ctx, s.Project(), in.project, s.work(ctx, tell).part("Comparing the texts…", 0, 0.6).Nth(k, n))
}

// CompareText finds where the spans on a document would be on another text.
func (s *Session) CompareText(ctx context.Context, id string, text *corpus.Document, tell Progress) (*intake.Comparison, error) {
	defer s.steps.Forget()
	return s.steps.CompareText(ctx, s.Project(), id, text, s.work(ctx, tell).part("Comparing the texts…", 0, 1))
}

// Forget says that what was read to be taken in will not be asked about again.
func (s *Session) Forget() { s.steps.Forget() }

// Place puts the spans of a file on the texts that are here, as it was chosen. The
// report of the merging says what became of them.
func (s *Session) Place(ctx context.Context, in *Incoming, texts []*steps.ChangedText, tell Progress) (*Incoming, error) {
	project, said, err := steps.Place(in.project, texts, s.work(ctx, tell).part("Placing the spans…", 0, 0.6))
	if err != nil {
		return nil, err
	}
	return in.revised(project, said), nil
}

// Imported says what an import did.
type Imported struct {
	Report   []annotations.Message // what was repaired in the files and what their merging had to decide
	Adds     annotations.Tally     // what they brought
	Revision int                   // the one that it made, 0 if it changed nothing
	Added    []string              // the IDs of the documents that are new, in order
}

// Merge brings files into the project, one after the other, as one edit that can
// be undone. With an error nothing has changed; ctx's end is one.
//
// The work goes on beside everything else. Where an edit was made meanwhile, the
// files are merged anew into what that gave; who their annotators are stays as it
// was.
func (s *Session) Merge(ctx context.Context, files []*Incoming, tell Progress) (Imported, error) {
	w := s.work(ctx, tell)
	for {
		told, plans, done, err := s.merge(files, w)
		if err != nil {
			return Imported{}, err
		}
		if done {
			told.Report = report(files, plans)
			return told, nil
		}
		settled := make([]*Incoming, len(files))
		for i, in := range files {
			settled[i] = in.Settled(plans[i])
		}
		files = settled
	}
}

// report says what was repaired and decided, and where there are several files in
// which of them.
func report(files []*Incoming, plans []intake.Plan) (said []annotations.Message) {
	for i, in := range files {
		for _, line := range slices.Concat(in.repairs, plans[i].Report) {
			if len(files) > 1 {
				line = annotations.Say("%s: %s", in.Name, line)
			}
			said = append(said, line)
		}
	}
	return said
}

// Import is ReadFile and Merge of one file, with choices that were made before.
func (s *Session) Import(ctx context.Context, file File, choices intake.Choices, tell Progress) (Imported, error) {
	in, err := s.ReadFile(ctx, file, format.Options{}, tell)
	if err != nil {
		return Imported{}, err
	}
	in.Choices = choices
	return s.Merge(ctx, []*Incoming{in}, tell)
}

// merge works out the edit that brings files in, and makes it if the project is
// still the same then.
func (s *Session) merge(files []*Incoming, w work) (told Imported, plans []intake.Plan, done bool, err error) {
	on := s.present()
	plans, edit, err := s.planned(on.state.project, files, w)
	if err != nil {
		return told, nil, false, err
	}
	for _, plan := range plans {
		told.Adds = told.Adds.Plus(plan.Adds)
	}
	if len(edit.Edits) == 0 {
		return told, plans, true, nil
	}
	made, err := s.prepare(edit, on, w.part("Adding it to your work…", 0.7, 1))
	if err != nil {
		return told, nil, false, fmt.Errorf("import: %w", err)
	}
	for _, e := range edit.Edits {
		if add, ok := e.(annotations.AddDocument); ok {
			told.Added = append(told.Added, add.Document.ID)
		}
	}
	told.Revision, done, err = s.take(made, on)
	return told, plans, done, err
}

// Together makes one project of several files, of the scheme and name of the first
// that has them. The reader is somebody of their own in it.
func (s *Session) Together(ctx context.Context, files []*Incoming, tell Progress) ([]intake.Plan, *annotations.Project, error) {
	w := s.work(ctx, tell)
	p, err := annotations.BeginProject(idFrom("reader of "+files[0].Choices.IDs[""]), files[0].project.Scheme())
	if err != nil {
		return nil, nil, err
	}
	for _, in := range files {
		if name := in.project.Name(); p.Name() == "" && name != "" {
			p, _, err = annotations.RenameProject{Name: name}.Apply(p)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	plans, edit, err := s.planned(p, files, w)
	if err != nil {
		return nil, nil, err
	}
	p, _, err = annotations.Apply(edit, p, w.part("Making the project…", 0.7, 1))
	return plans, p, err
}
