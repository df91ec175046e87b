package session

import (
	"context"
	"errors"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/corpus"
)

// begin sets the project to the snapshot or, where there is none, to a new one.
func (s *Session) begin(snapshot []byte, start Start, pace annotations.Pace) (notices []string, err error) {
	if snapshot == nil {
		s.project, err = newProject(start)
		return nil, err
	}
	project, repairs, err := spanwise.Read(snapshot, pace)
	var newer *spanwise.NewerError
	if errors.As(err, &newer) {
		return nil, &NewerDataError{What: "the saved work", Version: newer.Version, Reads: spanwise.Version}
	}
	if err != nil {
		return nil, fmt.Errorf("read the saved work: %w", err)
	}
	s.project = project
	return repairs, nil
}

// replay applies the journal's records, and says of each one that it skips its
// number, counted from 1, and why. A record that is there twice, since its first
// writing seemed to have failed, is applied once.
func (s *Session) replay(ctx context.Context, records [][]byte, pace annotations.Pace) (skipped []string, err error) {
	seen := make(map[string]bool, len(records))
	for i, data := range records {
		part := pace.Nth(i, len(records))
		r, err := readRecord(data, part.Part(0, 0.5))
		var newer *NewerDataError
		if errors.As(err, &newer) {
			newer.What = fmt.Sprintf("record %d of the journal", i+1)
			return nil, newer
		}
		if err == nil && !seen[r.id] {
			seen[r.id] = true
			err = s.apply(r.edit, part.Part(0.5, 1))
		}
		if ctx.Err() != nil { // not the record's fault
			return nil, ctx.Err()
		}
		if err != nil {
			skipped = append(skipped, fmt.Sprintf("record %d of the journal was skipped, and stays stored: %v", i+1, err))
		}
	}
	return skipped, nil
}

// apply makes an edit of the journal, which is neither undone nor kept again.
func (s *Session) apply(edit annotations.Edit, pace annotations.Pace) error {
	next, _, err := annotations.Apply(edit, s.project, pace)
	if err == nil {
		s.project = next
	}
	return err
}

// addBundled adds the bundled articles that the project lacks, each after the
// one that goes before it in the bundle. These are edits of the journal, since
// later records build on them, but not of the history: nobody made them.
func (s *Session) addBundled(bundled []*corpus.Document) error {
	place := 0
	for _, d := range bundled {
		if at := indexOf(s.project.Documents(), d.ID); at >= 0 {
			place = at + 1
			continue
		}
		edit := annotations.AddDocument{Document: d, At: place}
		next, _, err := edit.Apply(s.project)
		if err != nil {
			return fmt.Errorf("add a bundled article: %w", err)
		}
		r, err := writeRecord(edit, s.now(), nil)
		if err != nil {
			return fmt.Errorf("add a bundled article: %w", err)
		}
		s.project, s.pending = next, append(s.pending, r)
		place++
	}
	return nil
}

// indexOf gives a document's place among others, -1 if it is not there.
func indexOf(docs []*corpus.Document, id string) int {
	for i, d := range docs {
		if d.ID == id {
			return i
		}
	}
	return -1
}

// compact puts a snapshot in the place of a journal that has grown long. If that
// fails the journal goes on growing, which costs time and loses nothing.
func (s *Session) compact(ctx context.Context) (notices []string) {
	snapshot, err := snapshotOf(s.project, s.work(ctx, nil).part("", 0, 1))
	if err == nil {
		err = s.store.Compact(ctx, snapshot)
	}
	if err != nil {
		return []string{fmt.Sprintf("the journal could not be shortened: %v", err)}
	}
	s.pending = nil
	return nil
}

// snapshotOf writes the project and reads it back, because the journal goes in
// exchange for it: a snapshot that does not say the same must never get there.
func snapshotOf(p *annotations.Project, pace annotations.Pace) ([]byte, error) {
	snapshot, err := spanwise.Write(p, pace.Part(0, 0.4))
	if err != nil {
		return nil, err
	}
	again, repairs, err := spanwise.Read(snapshot, pace.Part(0.4, 1))
	if err != nil {
		return nil, fmt.Errorf("check the snapshot: %w", err)
	}
	if len(repairs) > 0 || !p.Equal(again) {
		return nil, errors.New("check the snapshot: it does not say the same as the project")
	}
	return snapshot, nil
}
