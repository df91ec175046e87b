package browser

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// FirstProject is the ID of the project that a browser has before it has several:
// its database, locks and places have the names that they had when there was no
// other.
const FirstProject = "1"

// projectStorePrefix begins the names of the other projects' databases, which
// end with their IDs.
const projectStorePrefix = DefaultStore + ".project."

// ProjectStore is the name of a project's database.
func ProjectStore(id string) string {
	if id == FirstProject {
		return DefaultStore
	}
	return projectStorePrefix + id
}

// ProjectKey is the name of something that each project has for itself, such as
// a lock or a place.
func ProjectKey(key, id string) string {
	if id == FirstProject {
		return key
	}
	return key + "." + id
}

// projectIDLength is that of a new project's ID: 50 random bits, and short enough
// for an address.
const projectIDLength = 10

// NewProjectID makes an ID that no other project has.
func NewProjectID() string { return randomText(projectIDLength) }

// IsProjectID reports whether a text has the form of a project's ID. Others are
// not to become part of a database's name.
func IsProjectID(text string) bool {
	return text != "" && len(text) <= projectIDLength && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// Project is what the list of projects says of one. All of it but the ID and
// the deletion is as some tab last saw it.
type Project struct {
	ID       string
	Name     string
	Created  time.Time // to the millisecond, like all times here; zero: not known
	Opened   time.Time // last
	Articles int
	Spans    int
	Edits    int // ever made

	Deleted   time.Time // zero: it is not
	DeletedBy string    // the visit that can take it back
	going     bool      // it is being removed for good, or should have been
}

// stored is the project as the list's database keeps it.
func (p *Project) stored() map[string]any {
	return map[string]any{
		"name": p.Name, "created": p.Created.UnixMilli(), "opened": p.Opened.UnixMilli(),
		"articles": p.Articles, "spans": p.Spans, "edits": p.Edits,
		"deleted": p.Deleted.UnixMilli(), "deletedBy": p.DeletedBy, "going": p.going,
	}
}

// projectOf reads what the list's database keeps, nil where it has nothing.
func projectOf(id string, v app.Value) *Project {
	if !v.Truthy() {
		return nil
	}
	number := func(name string) int {
		if n := v.Get(name); n.Type() == app.TypeNumber {
			return n.Int()
		}
		return 0
	}
	moment := func(name string) time.Time {
		if ms := int64(number(name)); ms > 0 {
			return time.UnixMilli(ms).UTC()
		}
		return time.Time{}
	}
	return &Project{
		ID: id, Name: text(v.Get("name")), Created: moment("created"), Opened: moment("opened"),
		Articles: number("articles"), Spans: number("spans"), Edits: number("edits"),
		Deleted: moment("deleted"), DeletedBy: text(v.Get("deletedBy")), going: v.Get("going").Truthy(),
	}
}

// projectsStore is the name of the database of the list.
const projectsStore = DefaultStore + ".projects"

// Projects is the list of this browser's projects, which all tabs share. It is
// kept in a Store of its own, under the projects' IDs where a Store keeps handles;
// every change is one transaction, so no tab overwrites what another has changed.
//
// The list is for people and not what the projects are: one that it lacks is
// found by its database. Its methods wait.
type Projects struct{ store *Store }

// OpenProjects opens the list, and makes it where there is none. It fails as
// OpenStore does.
func OpenProjects(ctx context.Context) (*Projects, error) {
	store, err := OpenStore(ctx, projectsStore)
	if err != nil {
		return nil, err
	}
	return &Projects{store}, nil
}

// OnNews sets what is called, on a goroutine of its own, when another tab has
// perhaps changed the list.
func (l *Projects) OnNews(f func()) { l.store.OnNews(f) }

// Close gives the list up.
func (l *Projects) Close() { l.store.Close() }

// change puts what do makes of a project into its place, in one transaction: was
// is nil where the list has none, and what do gives is nil where it is to have
// none. With an error nothing has changed.
func (l *Projects) change(ctx context.Context, id string, do func(was *Project) (*Project, error)) error {
	s := l.store
	s.turn.Lock()
	defer s.turn.Unlock()

	err := s.transact(ctx, "readwrite", []any{handlesStore}, func(t *transaction) error {
		all := t.store(handlesStore)
		found := all.Call("get", id)
		t.then(found, func() error {
			next, err := do(projectOf(id, found.Get("result")))
			switch {
			case err != nil:
				return err
			case next == nil:
				all.Call("delete", id)
			default:
				all.Call("put", next.stored(), id)
			}
			return nil
		})
		return nil
	})
	if err != nil {
		return fmt.Errorf("change the list of projects: %w", err)
	}
	s.others.tell()
	return nil
}

// Note changes what the list says of a project, which it puts on the list where
// it is not. What has been deleted stays so.
func (l *Projects) Note(ctx context.Context, id string, note func(*Project)) error {
	return l.change(ctx, id, func(was *Project) (*Project, error) {
		if was == nil {
			was = &Project{ID: id, Created: time.Now()}
		}
		note(was)
		return was, nil
	})
}
