//go:build js

package main

import (
	"context"

	"spanwise/app/browser"
	"spanwise/app/e2e/torture/report"
	"spanwise/app/journal"
)

// watched is the browser's store, which reports when it is compacted.
type watched struct {
	*browser.Store
	p *program
}

// Compact reports before and after what the store does.
func (w watched) Compact(ctx context.Context, snapshot journal.Snapshot) error {
	w.p.tell(report.Line{Kind: report.Compacting})
	defer w.p.tell(report.Line{Kind: report.Compacted})
	return w.Store.Compact(ctx, snapshot)
}
