package browser

import (
	"context"
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// draftPrefix begins the keys of drafts among what is kept beside the work. What
// can come after a prefix ends before draftEnd.
const (
	draftPrefix = "draft."
	draftEnd    = "draft/"
)

// KeepDraft keeps a draft beside the work under a name, in the place of the one
// that was there. It returns when the disk has it.
func (s *Store) KeepDraft(ctx context.Context, name, draft string) error {
	return s.changeDraft(ctx, name, func(t *transaction) { t.store(handlesStore).Call("put", draft, draftPrefix+name) })
}

// DropDraft forgets a draft.
func (s *Store) DropDraft(ctx context.Context, name string) error {
	return s.changeDraft(ctx, name, func(t *transaction) { t.store(handlesStore).Call("delete", draftPrefix+name) })
}

// changeDraft is one transaction. It is committed at once and does not wait for its
// requests: the page may be about to go.
func (s *Store) changeDraft(ctx context.Context, name string, change func(*transaction)) error {
	s.turn.Lock()
	defer s.turn.Unlock()

	err := s.transact(ctx, "readwrite", []any{handlesStore}, func(t *transaction) error {
		change(t)
		if t.value.Get("commit").Truthy() {
			t.value.Call("commit")
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep the draft %q in the database %q: %w", name, s.name, err)
	}
	return nil
}

// Drafts gives all drafts that are kept, by their names.
func (s *Store) Drafts(ctx context.Context) (map[string]string, error) {
	s.turn.Lock()
	defer s.turn.Unlock()

	var names, drafts app.Value
	err := s.transact(ctx, "readonly", []any{handlesStore}, func(t *transaction) error {
		keys := app.Window().Get("IDBKeyRange").Call("bound", draftPrefix, draftEnd, false, true)
		names = t.store(handlesStore).Call("getAllKeys", keys)
		drafts = t.store(handlesStore).Call("getAll", keys)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("find the drafts in the database %q: %w", s.name, err)
	}
	names, drafts = names.Get("result"), drafts.Get("result")
	found := map[string]string{}
	for i := range names.Length() {
		found[strings.TrimPrefix(text(names.Index(i)), draftPrefix)] = text(drafts.Index(i))
	}
	return found, nil
}
