package browser

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Why a project is not deleted, or not brought back.
var (
	ErrProjectOpen = errors.New("this project is open in another tab; close that tab first")
	ErrProjectGone = errors.New("this project has been removed for good")
)

// The locks by which tabs know of each other. Every tab that works on a project
// shares the project's; every tab that can take deletions back shares its visit's.
const (
	openLock  = "spanwise.open"
	visitLock = "spanwise.visit."
)

// HoldProject tells the other tabs that this one works on a project, until it
// calls release. It waits while another tab is removing the project.
func HoldProject(id string) (release func()) { return Share(ProjectKey(openLock, id)) }

// Delete marks a project as deleted by this visit. Nothing is removed. It fails
// with ErrProjectOpen while another tab works on the project; where there are no
// locks nobody knows.
func (l *Projects) Delete(ctx context.Context, id string) error {
	visit := beginVisit()
	release, mine := TryHold(ProjectKey(openLock, id))
	defer release()
	if !mine {
		return ErrProjectOpen
	}
	return l.change(ctx, id, func(was *Project) (*Project, error) {
		if was == nil {
			was = &Project{ID: id}
		}
		was.Deleted, was.DeletedBy = time.Now(), visit
		return was, nil
	})
}

// Restore takes a deletion back. It fails with ErrProjectGone where that comes
// too late.
func (l *Projects) Restore(ctx context.Context, id string) error {
	return l.change(ctx, id, func(was *Project) (*Project, error) {
		if was == nil || was.going {
			return nil, ErrProjectGone
		}
		was.Deleted, was.DeletedBy = time.Time{}, ""
		return was, nil
	})
}

// RemoveDeleted removes the projects that nobody can bring back any more, with
// their databases: the tab that has deleted them is closed. It gives their IDs.
func (l *Projects) RemoveDeleted(ctx context.Context) (removed []string, err error) {
	all, err := l.listed(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if !p.going && (p.Deleted.IsZero() || undoable(p)) {
			continue
		}
		gone, err := l.remove(ctx, p.ID)
		if err != nil {
			return removed, err
		}
		if gone {
			removed = append(removed, p.ID)
		}
	}
	return removed, nil
}

// withoutLocks is how long a deletion can be taken back where no tab can know of
// another: longer than most pages stay open.
const withoutLocks = 24 * time.Hour

// undoable reports whether a tab is still there that can take a deletion back.
func undoable(p *Project) bool {
	if p.DeletedBy == thisVisit() {
		return true
	}
	release, closed, known := tryHold(visitLock + p.DeletedBy)
	release()
	if !known {
		return time.Since(p.Deleted) < withoutLocks
	}
	return !closed
}

// remove removes a deleted project for good, unless a tab works on it. First the
// list says that it is going, in the transaction that makes sure that it is still
// deleted; only then its database goes, and at last its place on the list. Where
// that ends half-way the next call goes on.
func (l *Projects) remove(ctx context.Context, id string) (gone bool, err error) {
	release, mine := TryHold(ProjectKey(openLock, id))
	defer release()
	if !mine {
		return false, nil
	}
	err = l.change(ctx, id, func(was *Project) (*Project, error) {
		if was == nil || was.Deleted.IsZero() {
			return nil, errRestored
		}
		was.going = true
		return was, nil
	})
	if errors.Is(err, errRestored) {
		return false, nil
	}
	if err == nil {
		err = deleteStore(ctx, ProjectStore(id))
	}
	if err == nil {
		err = l.change(ctx, id, func(*Project) (*Project, error) { return nil, nil })
	}
	return err == nil, err
}

// errRestored says that a project is not deleted any more.
var errRestored = errors.New("the project is not deleted")

// deleteStore deletes a database, for good.
func deleteStore(ctx context.Context, name string) error {
	factory, err := property(app.Window(), "indexedDB")
	if err != nil || !factory.Truthy() {
		return ErrUnavailable
	}
	var request app.Value
	if err := attempt(func() { request = factory.Call("deleteDatabase", name) }); err != nil {
		return fmt.Errorf("delete the database %q: %w", name, err)
	}
	ended := make(chan error, 1)
	succeeded := listen(request, "success", func(app.Value) { ended <- nil })
	defer succeeded()
	failed := listen(request, "error", func(app.Value) { ended <- exceptionOf(request.Get("error")) })
	defer failed()
	select {
	case err = <-ended:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("delete the database %q: %w", name, err)
	}
	return nil
}
