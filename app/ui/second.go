package ui

import (
	"context"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/worker"
	"spanwise/app/worker/jobs"
	"spanwise/corpus/ingest/charset"
)

// slower is said once where the second program has no thread of its own.
const slower = "This browser does nothing in the background: while Spanwise works on a file, the page answers slowly."

// startSecond starts the second program. It is not for the UI goroutine.
func (p *Page) startSecond(receive func(frame []byte), ended func(why error)) (worker.Port, worker.Place, error) {
	port, beside, err := browser.StartSecond(receive, ended)
	if err != nil || !beside {
		return port, worker.Aside, err
	}
	p.dispatch(func() {
		if !p.slowed {
			p.slowed = true
			p.notices.add(warning, slower)
		}
	})
	return port, worker.Beside, nil
}

// warmSecond starts the second program while a person chooses what it will be
// needed for. What fails is told when it is needed.
func (p *Page) warmSecond() {
	p.ctx.Async(func() { p.second.Warm(p.ctx) })
}

// ask has the second program do something, as an errand of that title. It is not
// for the UI goroutine.
func (p *Page) ask(title, doing string, q worker.Request, a worker.Answer) error {
	return p.run(title, func(ctx context.Context, tell session.Progress) error {
		tell(doing, 0)
		return p.second.Do(ctx, q, a, worker.Progress(tell))
	})
}

// guess finds the encodings that fit a text which is in none that is certain.
func (room *bringingRoom) guess(name string, data []byte) ([]charset.Candidate, error) {
	var found jobs.Guessed
	err := room.page.ask("Opening "+name, "Looking for the encoding…", jobs.Guess{Data: data}, &found)
	return found.Fitting, err
}
