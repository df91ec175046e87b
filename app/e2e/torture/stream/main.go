//go:build js

// Stream is the program of the torture: it opens the work as the page does, with
// the browser's own database, makes the random steps that its seed gives, and
// reports what it found, what it does and what was acknowledged. It is ended by
// killing its process.
package main

import (
	"context"
	"encoding/json"
	"os"

	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
	"spanwise/corpus"
)

func main() {
	var order report.Order
	err := json.Unmarshal([]byte(os.Args[1]), &order)
	p := &program{Order: order}
	if err == nil {
		err = p.run(context.Background())
	}
	if err != nil {
		p.tell(report.Line{Kind: report.Failed, Text: err.Error()})
	}
	select {} // what was begun in the background goes on
}

// run does all that was ordered.
func (p *program) run(ctx context.Context) error {
	articles, err := corpus.Bundled()
	if err != nil {
		return err
	}
	if err := p.open(ctx, articles); err != nil {
		return err
	}
	if p.Walk {
		if err := p.walk(ctx); err != nil {
			return err
		}
	}
	stream := edits.Stream{Seed: p.Seed, Run: p.Run}
	if p.Tab == "" {
		return p.make(ctx, stream, func(k int) edits.Step { return stream.Step(k, p.session.Project()) })
	}
	tab := edits.Tab{Seed: p.Seed, Run: p.Run, Name: p.Tab, Articles: articles}
	if p.Other != "" {
		go p.look(edits.Tab{Seed: p.Seed, Run: p.Run, Name: p.Other, Articles: articles})
	}
	return p.make(ctx, stream, func(k int) edits.Step { return edits.Step{Edit: tab.Edit(k)} })
}
