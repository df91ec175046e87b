// Package remote has the steps done by the second program.
//
// A project goes there once, as a file of ours, and is known there by a number then,
// until what it was needed for is over. A second program that has ended has forgotten
// all; what it is asked next brings everything along again.
package remote

import (
	"context"
	"errors"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/app/session/steps"
	"spanwise/app/worker"
	"spanwise/app/worker/jobs"
	"spanwise/corpus"
)

// New returns steps that a client's second program does.
func New(client *worker.Client) steps.Steps {
	return &remote{client: client}
}

type remote struct {
	client *worker.Client
	sent
}

// How much of the work is done when what it needs is on its way, and when it is done
// there.
const (
	underWay = 0.2
	answered = 0.8
)

func (r *remote) Read(ctx context.Context, id string, data []byte, options format.Options, pace annotations.Pace) (read format.Reading, err error) {
	var a jobs.HasRead
	if err := r.ask(ctx, jobs.Read{Format: id, Data: data, Repair: options.Repair}, &a, pace.Part(0, answered)); err != nil {
		return read, err
	}
	if a.Broken != nil {
		return read, a.Broken
	}
	read.Notes = a.Notes
	read.Project, _, err = spanwise.ReadFitting(a.File, pace.Part(answered, 1))
	return read, err
}

func (r *remote) Plan(ctx context.Context, into *annotations.Project, files []intake.Source, edits bool, pace annotations.Pace) ([]intake.Plan, error) {
	all := []*annotations.Project{into}
	for _, f := range files {
		all = append(all, f.Project)
	}
	cargo, err := r.pack(ctx, pace.Part(0, underWay), all...)
	if err != nil {
		return nil, err
	}
	q := jobs.Plan{Into: cargo.projects[0], Edits: edits}
	for i, f := range files {
		q.Files = append(q.Files, jobs.File{Name: f.Name, Project: cargo.projects[i+1], Choices: f.Choices})
	}
	var a jobs.Planned
	if err := r.ask(ctx, q, &a, pace.Part(underWay, answered)); err != nil {
		return nil, err
	}
	r.arrived(cargo)
	for i, edit := range a.Edits {
		if a.Plans[i].Edit, err = readBatch(edit, pace.Part(answered, 1).Nth(i, len(a.Edits))); err != nil {
			return nil, err
		}
	}
	return a.Plans, nil
}

// readBatch reads the edit of a plan.
func readBatch(data []byte, pace annotations.Pace) (batch annotations.Batch, err error) {
	r, err := annotations.NewJSONReader(data, pace)
	if err != nil {
		return batch, err
	}
	edit, err := r.Edit()
	if err != nil {
		return batch, err
	}
	batch, _ = edit.(annotations.Batch) // as it was written
	return batch, nil
}

func (r *remote) Compare(ctx context.Context, into, file *annotations.Project, pace annotations.Pace) ([]*steps.ChangedText, error) {
	cargo, err := r.pack(ctx, pace.Part(0, underWay), into, file)
	if err != nil {
		return nil, err
	}
	var a jobs.Compared
	q := jobs.Compare{Into: cargo.projects[0], File: cargo.projects[1]}
	if err := r.ask(ctx, q, &a, pace.Part(underWay, 1)); err != nil {
		return nil, err
	}
	r.arrived(cargo)
	var texts []*steps.ChangedText
	for _, t := range a.Texts {
		here, _ := into.Document(t.Here)
		old, _ := file.Document(t.File)
		compared, err := intake.Lay(file, old, intake.TextHere(here, old), t.Places)
		if err != nil {
			return nil, err
		}
		texts = append(texts, steps.NewChangedText(compared, here))
	}
	return texts, nil
}

func (r *remote) CompareText(ctx context.Context, p *annotations.Project, id string, text *corpus.Document, pace annotations.Pace) (*intake.Comparison, error) {
	old, there := p.Document(id)
	if !there {
		return nil, fmt.Errorf("compare: there is no document %q", id)
	}
	cargo, err := r.pack(ctx, pace.Part(0, underWay), p)
	if err != nil {
		return nil, err
	}
	var places jobs.Places
	q := jobs.CompareText{Project: cargo.projects[0], Document: id, Text: text.Text()}
	if err := r.ask(ctx, q, &places, pace.Part(underWay, 1)); err != nil {
		return nil, err
	}
	r.arrived(cargo)
	return intake.Lay(p, old, text, places)
}

func (r *remote) Forget() {
	if run, through := r.forget(); through > 0 && r.client.Running(run) {
		go r.client.Do(context.Background(), jobs.Forget{Through: through}, &jobs.Forgotten{}, nil)
	}
}

// ask has the second program do something. The pace is called on the goroutine that
// asks: it may block, which whoever receives may not. Its error calls the work off.
func (r *remote) ask(ctx context.Context, q worker.Request, a worker.Answer, pace annotations.Pace) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	heard, over := make(chan float64, 1), make(chan error, 1)
	go func() {
		over <- r.client.Do(ctx, q, a, func(_ string, done float64) {
			select {
			case heard <- done:
			default: // the next will do
			}
		})
	}()
	for {
		select {
		case done := <-heard:
			if pace == nil {
				continue
			}
			if err := pace(done); err != nil {
				cancel(err)
			}
		case err := <-over:
			return reason(ctx, err)
		}
	}
}

// reason is why work came to nothing: since it was called off, since the second program
// is not there, or since what it was given is wrong.
func reason(ctx context.Context, err error) error {
	var failure *worker.Failure
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.As(err, &failure) && !failure.Fault:
		return err
	}
	return &steps.AwayError{Why: err}
}
