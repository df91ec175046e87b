package session

import (
	"context"
	"fmt"

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
	Report   []string // what was repaired in the file and what its merging had to decide, in sentences
	Revision int      // the one that it made, 0 if it changed nothing
	Added    []string // the IDs of the documents that are new, in order
}

// Import merges a Spanwise file into the project, as one edit that can be
// undone. With an error nothing has changed; ctx's end is one. A file that is
// whole but does not fit itself is a *spanwise.BrokenError.
//
// The work goes on beside everything else. Where an edit was made meanwhile, the
// file is merged anew into what that gave.
func (s *Session) Import(ctx context.Context, data []byte, tell Progress) (Imported, error) {
	return s.importAs(ctx, spanwise.Read, data, tell)
}

// ImportRepaired is Import with the repairs that a BrokenError has told of. The
// report says each.
func (s *Session) ImportRepaired(ctx context.Context, data []byte, tell Progress) (Imported, error) {
	return s.importAs(ctx, spanwise.ReadRepaired, data, tell)
}

// reader reads a Spanwise file.
type reader func(data []byte, pace annotations.Pace) (p *annotations.Project, repairs []string, err error)

func (s *Session) importAs(ctx context.Context, read reader, data []byte, tell Progress) (Imported, error) {
	w := s.work(ctx, tell)
	file, repairs, err := read(data, w.part("Reading the file…", 0, 0.6))
	if err != nil {
		return Imported{}, err
	}
	for {
		told, done, err := s.merge(file, w)
		if err != nil {
			return Imported{}, fmt.Errorf("import: %w", err)
		}
		if done {
			told.Report = append(repairs, told.Report...)
			return told, nil
		}
	}
}

// merge works out the edit that brings a file in, and makes it if the project
// is still the same then.
func (s *Session) merge(file *annotations.Project, w work) (told Imported, done bool, err error) {
	on := s.present()
	edit, report, err := spanwise.Merge(on.state.project, file, w.part("Comparing it with your work…", 0.6, 0.7))
	if err != nil {
		return Imported{}, false, err
	}
	told.Report = report
	if len(edit.Edits) == 0 {
		return told, true, nil
	}
	made, err := s.prepare(edit, on, w.part("Adding it to your work…", 0.7, 1))
	if err != nil {
		return Imported{}, false, err
	}
	for _, e := range edit.Edits {
		if add, ok := e.(annotations.AddDocument); ok {
			told.Added = append(told.Added, add.Document.ID)
		}
	}
	told.Revision, done, err = s.take(made, on)
	return told, done, err
}
