package browser

import (
	"context"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Aside gives the records that compactions have set aside, in order.
func (s *Store) Aside(ctx context.Context) ([][]byte, error) {
	s.turn.Lock()
	defer s.turn.Unlock()

	var found app.Value
	err := s.transact(ctx, "readonly", []any{asideStore}, func(t *transaction) error {
		found = t.store(asideStore).Call("getAll")
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read what was set aside in the database %q: %w", s.name, err)
	}
	values := found.Get("result")
	records := make([][]byte, values.Length())
	for i := range records {
		records[i] = goBytes(values.Index(i))
	}
	return records, nil
}

// DropAside throws away what was set aside.
func (s *Store) DropAside(ctx context.Context) error {
	s.turn.Lock()
	defer s.turn.Unlock()

	err := s.transact(ctx, "readwrite", []any{asideStore}, func(t *transaction) error {
		t.store(asideStore).Call("clear")
		return nil
	})
	if err != nil {
		return fmt.Errorf("drop what was set aside in the database %q: %w", s.name, err)
	}
	return nil
}
