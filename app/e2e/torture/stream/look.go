//go:build js

package main

import (
	"context"
	"time"

	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
)

// look looks every 10 ms which steps of another tab have appeared here.
func (p *program) look(other edits.Tab) {
	known := map[string]int{}
	for revision := -1; ; time.Sleep(10 * time.Millisecond) {
		if p.session.Revision() == revision {
			continue
		}
		revision = p.session.Revision()
		written, err := other.In(p.session.Project())
		if err != nil {
			p.tell(report.Line{Kind: report.Failed, Text: err.Error()})
			return
		}
		var steps []int
		for id, k := range written {
			if k > known[id] {
				steps = append(steps, k)
			}
		}
		if known = written; len(steps) > 0 {
			p.tell(report.Line{Kind: report.Seen, Steps: steps, At: now()})
		}
	}
}

// walk goes through the whole history, up, down and up, and back to where the
// work was.
func (p *program) walk(ctx context.Context) error {
	undone, err := p.repeat(ctx, p.session.Redo)
	if err != nil {
		return err
	}
	all, err := p.repeat(ctx, p.session.Undo)
	if err != nil {
		return err
	}
	bottom, err := p.session.Export(ctx, spanwise.Codec, nil)
	if err != nil {
		return err
	}
	if _, err := p.repeat(ctx, p.session.Redo); err != nil {
		return err
	}
	for range undone {
		p.session.Undo()
	}
	p.tell(report.Line{Kind: report.Walked, Bottom: string(bottom), Steps: []int{all, undone}})
	if err := p.session.Wait(ctx); err != nil {
		return err
	}
	return p.show(report.Shown)
}

// repeat goes as far as it gets, and counts.
func (p *program) repeat(ctx context.Context, step func() bool) (n int, err error) {
	for step() {
		if n++; n%100 == 0 {
			if err := p.session.Wait(ctx); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}
