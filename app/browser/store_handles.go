package browser

import (
	"context"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// KeepHandle keeps a value that can be had again after a reload only if the
// database holds it, such as a FileSystemDirectoryHandle, under a key; nil, null
// and undefined remove what is there. The error is a DataCloneError for a value
// that cannot be kept.
func (s *Store) KeepHandle(ctx context.Context, key string, value app.Value) error {
	s.turn.Lock()
	defer s.turn.Unlock()

	err := s.transact(ctx, "readwrite", []any{handlesStore}, func(t *transaction) error {
		if value == nil || value.IsNull() || value.IsUndefined() {
			t.store(handlesStore).Call("delete", key)
		} else {
			t.store(handlesStore).Call("put", value, key)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep %q in the database %q: %w", key, s.name, err)
	}
	return nil
}

// Handle gives the value under a key, undefined where there is none.
func (s *Store) Handle(ctx context.Context, key string) (app.Value, error) {
	s.turn.Lock()
	defer s.turn.Unlock()

	var found app.Value
	err := s.transact(ctx, "readonly", []any{handlesStore}, func(t *transaction) error {
		found = t.store(handlesStore).Call("get", key)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("find %q in the database %q: %w", key, s.name, err)
	}
	return found.Get("result"), nil
}
