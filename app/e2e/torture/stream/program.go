//go:build js

package main

import (
	"context"
	"fmt"
	"syscall/js"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/app/browser"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
	"spanwise/app/session"
	"spanwise/app/session/steps/direct"
	"spanwise/corpus"
)

// program is one page's work. All of it runs on the browser's one thread, where
// goroutines take turns only when they wait.
type program struct {
	report.Order
	session *session.Session
	made    int // the last step that was made
	acked   int // the last one of which acknowledgement was reported
}

// tell reports a line.
func (p *program) tell(l report.Line) {
	l.Run, l.Tab = p.Run, p.Tab
	js.Global().Call(report.Binding, l.String())
}

// now is the time in ms by the clock that all tabs share.
func now() float64 {
	performance := js.Global().Get("performance")
	return performance.Get("timeOrigin").Float() + performance.Call("now").Float()
}

// open opens the work as the page does, and reports what it found.
func (p *program) open(ctx context.Context, articles []*corpus.Document) error {
	store, err := browser.OpenStore(ctx, p.Store)
	if err != nil {
		return err
	}
	s, notices, err := session.Open(ctx, session.Start{
		Store: watched{store, p}, Bundled: articles, Scheme: annotations.DefaultScheme(), Annotator: annotations.DefaultAnnotator, Pause: browser.Pause, Steps: direct.New(format.NewRegistry(spanwise.Codec)),
		CompactAbove: p.Compact, TakeTurn: func() (func(), bool) { return browser.TryHold(p.Store + " snapshot") },
	})
	if err != nil {
		return err
	}
	p.session = s
	p.hear(notices)
	s.OnTold(p.hear)
	s.OnChange(p.acknowledge)
	store.OnNews(s.LookForNews)
	js.Global().Set("show", js.FuncOf(func(js.Value, []js.Value) any { go p.show(report.Shown); return nil }))
	return p.show(report.Opened)
}

// hear reports what the reader is told. There is nothing to tell when nothing
// goes wrong and no two tabs change the same.
func (p *program) hear(sentences []string) {
	if len(sentences) > 0 {
		p.tell(report.Line{Kind: report.Failed, Text: fmt.Sprintf("the reader was told: %q", sentences)})
	}
}

// show reports the work as it is.
func (p *program) show(kind report.Kind) error {
	data, err := p.session.Export(context.Background(), spanwise.Codec, nil)
	if err == nil {
		p.tell(report.Line{Kind: kind, At: now(), Project: string(data), CanUndo: p.session.CanUndo(), CanRedo: p.session.CanRedo()})
	}
	return err
}

// acknowledge reports what the session says is saved. The order matters: what
// was made before the session is asked is what its answer is about.
func (p *program) acknowledge() {
	k := p.made
	if s := p.session.Saving(); k > p.acked && s.State == session.Saved && s.Pending == 0 {
		p.acked = k
		p.tell(report.Line{Kind: report.Acked, K: k, At: now()})
	}
}

// make makes steps at the stream's pace.
func (p *program) make(ctx context.Context, stream edits.Stream, step func(k int) edits.Step) error {
	for k := 1; k <= p.Steps || p.Steps < 0; k++ {
		p.tell(report.Line{Kind: report.Making, K: k})
		if err := p.take(ctx, step(k)); err != nil {
			return fmt.Errorf("step %d: %w", k, err)
		}
		p.made = k
		if err := p.rest(ctx, stream.Pace(k)); err != nil {
			return fmt.Errorf("after step %d: %w", k, err)
		}
	}
	return p.rest(ctx, edits.Pace{Wait: true})
}

// take takes one step. There may be nothing to undo or redo.
func (p *program) take(ctx context.Context, step edits.Step) (err error) {
	switch {
	case step.Undo:
		p.session.Undo()
	case step.Redo:
		p.session.Redo()
	case step.File != nil:
		_, err = p.session.Import(ctx, session.File{Data: step.File, Codec: spanwise.Codec}, intake.Choices{ByID: true}, nil)
	default:
		err = p.session.Do(step.Edit)
	}
	return err
}

// rest waits as the pace says.
func (p *program) rest(ctx context.Context, pace edits.Pace) error {
	if pace.Wait {
		if err := p.session.Wait(ctx); err != nil {
			return err
		}
		p.acknowledge()
	}
	time.Sleep(pace.Pause)
	return nil
}
