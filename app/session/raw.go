package session

import (
	"bytes"
	"context"
	"fmt"

	"spanwise/app/journal"
)

// Raw gives what a store keeps, as it is: the snapshot, a Spanwise file if all is
// well with it, and the journal's records after it, one a line. Either may be
// empty. It is for work that cannot be opened.
func Raw(ctx context.Context, store journal.Store) (snapshot, records []byte, err error) {
	kept, err := store.Load(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("take the work away: %w", err)
	}
	var lines bytes.Buffer
	for _, r := range kept.Records {
		lines.Write(r.Data)
		lines.WriteByte('\n')
	}
	return kept.Project, lines.Bytes(), nil
}
