package browser

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// All gives the projects, the one that was opened or made last first. Those that the list
// has lost are found again where the browser tells its databases' names; nothing
// is known of them but the ID. Deleted ones are among them for as long as they can
// be had back.
func (l *Projects) All(ctx context.Context) ([]*Project, error) {
	all, err := l.listed(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, p := range all {
		known[p.ID] = true
	}
	for _, id := range projectsWithStores() {
		if !known[id] {
			all = append(all, &Project{ID: id})
		}
	}
	all = slices.DeleteFunc(all, func(p *Project) bool { return p.going })
	slices.SortFunc(all, func(a, b *Project) int {
		return cmp.Or(b.used().Compare(a.used()), strings.Compare(a.ID, b.ID))
	})
	return all, nil
}

// used is when a project was last opened, or else made.
func (p *Project) used() time.Time {
	if p.Opened.IsZero() {
		return p.Created
	}
	return p.Opened
}

// listed gives what the list has, by ID.
func (l *Projects) listed(ctx context.Context) ([]*Project, error) {
	s := l.store
	s.turn.Lock()
	defer s.turn.Unlock()

	var keys, values app.Value
	err := s.transact(ctx, "readonly", []any{handlesStore}, func(t *transaction) error {
		keys = t.store(handlesStore).Call("getAllKeys")
		values = t.store(handlesStore).Call("getAll")
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the list of projects: %w", err)
	}
	ids, found := keys.Get("result"), values.Get("result")
	all := make([]*Project, ids.Length())
	for i := range all {
		all[i] = projectOf(text(ids.Index(i)), found.Index(i))
	}
	return all, nil
}

// projectsWithStores gives the IDs of the projects that have a database, as far
// as the browser tells; a few of 2024 and before do not.
func projectsWithStores() []string {
	factory, err := property(app.Window(), "indexedDB")
	if err != nil || !factory.Truthy() || !factory.Get("databases").Truthy() {
		return nil
	}
	found, err := call(factory, "databases")
	if err != nil {
		return nil
	}
	var ids []string
	for i := range found.Length() {
		name := text(found.Index(i).Get("name"))
		id, other := strings.CutPrefix(name, projectStorePrefix)
		switch {
		case name == DefaultStore:
			ids = append(ids, FirstProject)
		case other && IsProjectID(id):
			ids = append(ids, id)
		}
	}
	return ids
}
