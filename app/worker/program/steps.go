package program

import (
	"context"
	"errors"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/app/session/steps"
	"spanwise/app/worker"
	"spanwise/app/worker/jobs"
	"spanwise/corpus"
)

// doing is the steps, with the projects that they are done with.
type doing struct {
	steps    steps.Steps
	projects projects
}

// register has the steps done that a session asks for.
func register(r *worker.Registry, s steps.Steps) {
	d := &doing{steps: s}
	worker.Register(r, d.read)
	worker.Register(r, d.plan)
	worker.Register(r, d.compare)
	worker.Register(r, d.compareText)
	worker.Register(r, d.forget)
}

// How much of the work is done when the projects have been read that it begins with.
const begun = 0.4

// paceOf has the page hear how far the work is. What is being done it knows itself.
func paceOf(tell worker.Tell) annotations.Pace {
	return func(done float64) error { return tell("", done) }
}

func (d *doing) read(ctx context.Context, q *jobs.Read, tell worker.Tell) (a jobs.HasRead, err error) {
	pace := paceOf(tell)
	read, err := d.steps.Read(ctx, q.Format, q.Data, format.Options{Repair: q.Repair}, pace.Part(0, 0.7))
	if errors.As(err, &a.Broken) {
		return a, nil
	}
	if err == nil {
		a.Notes = read.Notes
		a.File, err = spanwise.Write(read.Project, pace.Part(0.7, 1))
	}
	return a, err
}

func (d *doing) plan(ctx context.Context, q *jobs.Plan, tell worker.Tell) (a jobs.Planned, err error) {
	pace := paceOf(tell)
	into, err := d.projects.get(q.Into, pace.Part(0, begun/2))
	if err != nil {
		return a, err
	}
	files := make([]intake.Source, len(q.Files))
	for i, f := range q.Files {
		files[i] = intake.Source{Name: f.Name, Choices: f.Choices}
		if files[i].Project, err = d.projects.get(f.Project, pace.Part(begun/2, begun).Nth(i, len(q.Files))); err != nil {
			return a, err
		}
	}
	if a.Plans, err = d.steps.Plan(ctx, into, files, q.Edits, pace.Part(begun, 0.8)); err != nil || !q.Edits {
		return a, err
	}
	for i, p := range a.Plans {
		var w annotations.JSONWriter
		if err := w.Edit(p.Edit, pace.Part(0.8, 1).Nth(i, len(a.Plans))); err != nil {
			return a, err
		}
		a.Edits = append(a.Edits, w.Bytes())
	}
	return a, nil
}

func (d *doing) compare(ctx context.Context, q *jobs.Compare, tell worker.Tell) (a jobs.Compared, err error) {
	pace := paceOf(tell)
	into, err := d.projects.get(q.Into, pace.Part(0, begun/2))
	if err != nil {
		return a, err
	}
	file, err := d.projects.get(q.File, pace.Part(begun/2, begun))
	if err != nil {
		return a, err
	}
	texts, err := d.steps.Compare(ctx, into, file, pace.Part(begun, 1))
	for _, t := range texts {
		a.Texts = append(a.Texts, jobs.ComparedText{File: t.Old.ID, Here: t.Here.ID, Places: placesOf(t.Comparison)})
	}
	return a, err
}

func (d *doing) compareText(ctx context.Context, q *jobs.CompareText, tell worker.Tell) (jobs.Places, error) {
	pace := paceOf(tell)
	project, err := d.projects.get(q.Project, pace.Part(0, begun))
	if err != nil {
		return nil, err
	}
	text, err := corpus.NewDocument(q.Document, corpus.Details{Title: q.Document}, q.Text)
	if err != nil {
		return nil, err
	}
	c, err := d.steps.CompareText(ctx, project, q.Document, text, pace.Part(begun, 1))
	if err != nil {
		return nil, err
	}
	return placesOf(c), nil
}

func (d *doing) forget(_ context.Context, q *jobs.Forget, _ worker.Tell) (jobs.Forgotten, error) {
	d.projects.forget(q.Through)
	return jobs.Forgotten{}, nil
}

func placesOf(c *intake.Comparison) jobs.Places {
	places := make(jobs.Places, len(c.Spans))
	for i, s := range c.Spans {
		places[i] = s.Place
	}
	return places
}
