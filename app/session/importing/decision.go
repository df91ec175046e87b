package importing

import (
	"cmp"
	"context"
	"maps"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/session"
)

// Decision is the question what is to become of files: a project of its own or part of the open one, who the people in them
// are, and which side stays where both have a thing and differ.
//
// Its methods are for one goroutine, that of who shows it. Only the work that Replan gives is for another.
type Decision struct {
	planned

	Files   []*session.Incoming // those that could be read
	Apart   bool                // they become a project of their own, and are not merged into the open one
	Alone   bool                // there can be no other project
	Decided bool                // that they are merged, so that only what else there is to decide is asked
	Trouble error               // why it cannot be worked out what was chosen last

	session *session.Session
	busy    bool // with other plans
	again   bool // and others yet are wanted
	agreed  bool // a person has said yes meanwhile
}

// planned is what files would come to.
type planned struct {
	Holds    annotations.Tally // in a project of their own
	Merging  []intake.Plan     // of each file that could be read
	Together []intake.Plan     // the same where several become one project
}

// newDecision has what is chosen where nobody chooses: several files are most likely a class's, to be merged.
func newDecision(s *session.Session, files []*session.Incoming, fresh, alone bool) *Decision {
	return &Decision{session: s, Files: files, Alone: alone, Apart: !alone && (fresh || len(files) == 1)}
}

// plan works out what it is to merge the files, and to make a project of them.
func (d *Decision) plan(ctx context.Context, tell session.Progress) (p planned, err error) {
	if p.Merging, err = d.session.Plan(ctx, d.Files, tell); err != nil {
		return p, err
	}
	if len(d.Files) == 1 {
		p.Holds = annotations.TallyOf(d.Files[0].Project())
		return p, nil
	}
	var whole *annotations.Project
	if p.Together, whole, err = d.session.Together(ctx, d.Files, tell); err == nil {
		p.Holds = annotations.TallyOf(whole)
	}
	return p, err
}

// bringsNothing reports whether everything in the files is here already.
func (d *Decision) bringsNothing() bool {
	for _, plan := range d.Merging {
		if plan.Changes > 0 || len(plan.Conflicts) > 0 {
			return false
		}
	}
	return true
}

// Several reports whether more than one file is taken in.
func (d *Decision) Several() bool { return len(d.Files) > 1 }

// Plans are those of what is chosen now.
func (d *Decision) Plans() []intake.Plan {
	if d.Apart && d.Several() {
		return d.Together
	}
	return d.Merging
}

// Identify has an annotator of a file be somebody, on which depends what else there is to decide: Replan is to follow. Nobody
// else of the file is that one then.
func (d *Decision) Identify(file int, person intake.Person) {
	in := d.Files[file]
	people := map[string]intake.Person{}
	maps.Copy(people, in.Choices.People)
	for _, other := range d.Plans()[file].People {
		if other.ID != person.ID && other.As == person.As && person.As != "" {
			other.As = ""
			people[other.ID] = other
		}
	}
	people[person.ID] = person
	in.Choices.People = people
}

// Keep takes a side in one conflict of a file, or with no ID in all of all files.
func (d *Decision) Keep(file int, id string, side intake.Side) {
	d.again = d.again || d.busy // what is being worked out does not know of it
	for k, in := range d.Files {
		switch {
		case id == "":
			in.Choices.All, in.Choices.Sides = side, nil
		case k == file:
			sides := map[string]intake.Side{id: side}
			for other, chosen := range in.Choices.Sides {
				sides[other] = cmp.Or(sides[other], chosen)
			}
			in.Choices.Sides = sides
		}
	}
	for _, plans := range [][]intake.Plan{d.Merging, d.Together} {
		for k := range plans {
			for n := range plans[k].Conflicts {
				if c := &plans[k].Conflicts[n]; id == "" || k == file && c.ID == id {
					c.Side = side
				}
			}
		}
	}
}

// Replanned is a Decision that was worked out anew beside the one that is shown.
type Replanned struct {
	planned

	err error
}

// Replan gives the work of finding out what an import does now, which may go on anywhere; what comes of it is for Take.
// There is none while such work is being done: Take says when to ask again.
func (d *Decision) Replan() (work func(context.Context) Replanned, ok bool) {
	if d.again = d.busy; d.busy {
		return nil, false
	}
	d.busy = true
	next := &Decision{session: d.session, Files: make([]*session.Incoming, len(d.Files))}
	for k, in := range d.Files {
		copied := *in
		copied.Choices.Sides = maps.Clone(in.Choices.Sides)
		next.Files[k] = &copied
	}
	return func(ctx context.Context) Replanned {
		p, err := next.plan(ctx, nil)
		return Replanned{p, err}
	}, true
}

// Take takes in what an import does now. again says that something else was chosen meanwhile, so that it is to be worked out
// once more; agreed that a person has said yes to it: whoever types a name and presses Enter has, unless there is more to
// decide than they could see.
func (d *Decision) Take(next Replanned) (again, agreed bool) {
	d.busy, d.Trouble = false, nil
	if d.again {
		return true, false
	}
	agreed, d.agreed = d.agreed, false
	if next.err != nil {
		d.Trouble = next.err
		return false, false
	}
	seen := Conflicts(d.Plans())
	d.planned = next.planned
	return false, agreed && Conflicts(d.Plans()) <= seen
}

// Agree reports whether the import can go on as a person has decided. Where it is being worked out what that is, Take says
// when it can.
func (d *Decision) Agree() bool {
	d.agreed = d.busy
	return !d.busy
}
