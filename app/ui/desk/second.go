package desk

import (
	"context"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/worker"
)

// slower is said once where the second program has no thread of its own.
const slower = "This browser does nothing in the background: while Spanwise works on a file, the page answers slowly."

// startSecond starts the second program. It is not for the UI goroutine.
func (d *Desk) startSecond(receive func(frame []byte), ended func(why error)) (worker.Port, worker.Place, error) {
	port, beside, err := browser.StartSecond(receive, ended)
	if err != nil || !beside {
		return port, worker.Aside, err
	}
	d.Dispatch(func() {
		if !d.slowed {
			d.slowed = true
			d.Notices.Add(Warning, slower)
		}
	})
	return port, worker.Beside, nil
}

// WarmSecond starts the second program while a person chooses what it will be
// needed for. What fails is told when it is needed.
func (d *Desk) WarmSecond() {
	d.Context.Async(func() { d.Second.Warm(d.Context) })
}

// AskSecond has the second program do something, as an errand of that title. It is
// not for the UI goroutine.
func (d *Desk) AskSecond(title, doing string, q worker.Request, a worker.Answer) error {
	return d.Run(title, func(ctx context.Context, tell session.Progress) error {
		tell(doing, 0)
		return d.Second.Do(ctx, q, a, worker.Progress(tell))
	})
}
