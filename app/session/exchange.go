package session

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
)

// Export gives the whole project as a Spanwise file; equal projects give equal
// bytes.
func (s *Session) Export() ([]byte, error) {
	return spanwise.Write(s.Project())
}

// Import merges a Spanwise file into the project, as one edit that can be
// undone. The report says, in sentences, what was repaired in the file and what
// its merging had to decide. With an error nothing has changed.
func (s *Session) Import(data []byte) (report []string, err error) {
	file, report, err := spanwise.Read(data)
	if err != nil {
		return nil, err
	}
	merged, changed, err := s.merge(file)
	if err != nil {
		return nil, err
	}
	if changed {
		s.notify()
	}
	return append(report, merged...), nil
}

// merge works out and makes the edit under one lock, so that no other edit comes
// between the two.
func (s *Session) merge(file *annotations.Project) (report []string, changed bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	edit, report, err := spanwise.Merge(s.project, file)
	if err != nil {
		return nil, false, fmt.Errorf("import: %w", err)
	}
	if batch, ok := edit.(annotations.Batch); ok && len(batch.Edits) == 0 {
		return report, false, nil
	}
	if err := s.do(edit); err != nil {
		return nil, false, fmt.Errorf("import: %w", err)
	}
	return report, true, nil
}
