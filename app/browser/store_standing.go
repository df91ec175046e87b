package browser

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// standing is how far a database is, apart from its records: what tells a tab
// whether others have moved the ground that its own work stands on.
type standing struct {
	generation string // random, made with the database; "" in one not loaded yet
	begun      bool   // there is a snapshot
	through    int    // the last position that the snapshot holds
}

// check says whether records may follow position after in a database that now
// stands at stored, for a tab that knew it as s.
func (s standing) check(stored standing, after int) error {
	if stored.generation != s.generation {
		return s.checkAnew(stored)
	}
	// A snapshot of no record, where there was none, is not what this tab began with.
	foreign := stored.begun && !s.begun && stored.through == 0
	if foreign || stored.through > after {
		return journal.ErrOvertaken
	}
	return nil
}

// checkAnew tells a database that was emptied from one that another tab has
// already begun anew.
func (s standing) checkAnew(stored standing) error {
	if stored.begun || s.generation == "" {
		return journal.ErrOvertaken
	}
	return journal.ErrEmptied
}

// checkSnapshot says whether a snapshot through a position may be put into a
// database that now stands at stored and has a number of records, for a tab that
// knew it as s. One that was emptied takes any, as long as it is empty.
func (s standing) checkSnapshot(stored standing, records, through int) error {
	if stored.generation != s.generation {
		if stored.begun || records > 0 || s.generation == "" {
			return journal.ErrOvertaken
		}
		return nil
	}
	if stored.begun != s.begun || stored.through > s.through || stored.through > through {
		return journal.ErrOvertaken
	}
	return nil
}

// standingRequest asks for a standing. Its requests come before all others of a
// transaction, so they are answered when a later one is.
type standingRequest struct{ generation, begun, through app.Value }

func askStanding(t *transaction) standingRequest {
	snapshots := t.store(snapshotsStore)
	return standingRequest{
		generation: snapshots.Call("get", generationKey),
		begun:      snapshots.Call("count", projectKey),
		through:    snapshots.Call("get", throughKey),
	}
}

// answer gives what was asked for.
func (r standingRequest) answer() standing {
	s := standing{generation: text(r.generation.Get("result")), begun: r.begun.Get("result").Int() > 0}
	if through := r.through.Get("result"); through.Type() == app.TypeNumber {
		s.through = through.Int()
	}
	return s
}
