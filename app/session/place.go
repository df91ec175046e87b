package session

import (
	"errors"
	"fmt"

	"spanwise/annotations"
	"spanwise/app/journal"
)

// place is how far a session has gone through the journal that all tabs share,
// and what it has come to. Only the goroutine that calls the store changes it.
type place struct {
	state state
	at    int // the position of the last record
	since int // how many records there are after the snapshot
	known *known
	own   []ownEdit // of them the latest that were made here
	aside [][]byte  // of them those that could not be used
}

// arrived is a record that a session has not gone through yet.
type arrived struct {
	position int
	data     []byte
	record   record
	err      error // why it cannot be read
	ours     *made // that it is; nil for one of another tab or time
}

// arrivedFrom reads records of the journal. One of a newer version is an error,
// and those in front of it are given.
func arrivedFrom(records []journal.Record, pace annotations.Pace) ([]arrived, error) {
	all := make([]arrived, 0, len(records))
	for i, r := range records {
		a := arrived{position: r.Position, data: r.Data}
		a.record, a.err = readRecord(r.Data, pace.Nth(i, len(records)))
		var newer *NewerDataError
		switch {
		case errors.As(a.err, &newer):
			newer.What = fmt.Sprintf("record %d of the journal", r.Position)
			return all, newer
		case a.err != nil && ended(a.err):
			return all, a.err
		}
		all = append(all, a)
	}
	return all, nil
}

// outcome is what came of a record.
type outcome struct {
	applied
	before, after state
}

// follow goes through one record more. One that is there twice, since its first
// writing seemed to have failed, is applied once. The only error is the early end
// of the pace.
func (p *place) follow(a arrived, pace annotations.Pace) (outcome, error) {
	came := outcome{before: p.state, after: p.state}
	if a.err == nil && !p.known.has[a.record.id] {
		var err error
		if came.after, came.applied, err = p.state.after(a.record, pace); err != nil {
			return came, err
		}
		p.known.add(a.record.id)
	}
	p.state, p.at, p.since = came.after, a.position, p.since+1
	if a.err != nil || came.nothing() {
		p.aside = append(p.aside, a.data)
	}
	if a.ours != nil {
		p.noteOwn(a.record.edit, a.position)
	}
	return came, nil
}

// followAll goes through records, and says of each what came of it.
func (p *place) followAll(news []arrived, pace annotations.Pace, each func(arrived, outcome)) error {
	for i, a := range news {
		if err := pace.At(i, len(news)); err != nil {
			return err
		}
		came, err := p.follow(a, pace.Nth(i, len(news)))
		if err != nil {
			return err
		}
		each(a, came)
	}
	return nil
}

// acknowledge notes that edits made here are the journal's next records.
func (p *place) acknowledge(batch []*made, as []journal.Record) {
	for i, m := range batch {
		p.known.add(m.record.id)
		p.noteOwn(m.record.edit, as[i].Position)
		p.state, p.at = m.then, as[i].Position
		if m.lost {
			p.aside = append(p.aside, m.data)
		}
	}
	p.since += len(batch)
}
