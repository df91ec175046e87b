package ui

import (
	"fmt"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// useLabel marks the pick with a label, or without one relabels the chosen
// span, and reports whether there was either.
func (p *Page) useLabel(ctx app.Context, label string) bool {
	switch {
	case !p.pick.empty():
		p.mark(ctx, label)
	case p.relabelSeveral(label):
	case p.chosen != "":
		p.relabel(label)
	default:
		return false
	}
	return true
}

// takePen holds a label as a pen, which marks every selection to come, or lays
// it down. Only a press on the label does that: a key that was struck twice, or
// after a drag that missed, must not. Under a finger a selection grows step by
// step, and there is no telling when a pen should mark it.
func (p *Page) takePen(label string) {
	switch {
	case p.pressed.touch:
		p.say("Select text first, then press a label")
	case p.pen == label:
		p.pen = ""
		p.say("Pen laid down")
	default:
		p.pen = label
		p.say(p.labelName(label) + " is the pen: every selection is marked with it")
	}
}

// penClass shows over the text that a pen is held.
func (p *Page) penClass() string {
	if p.pen == "" {
		return "no-pen"
	}
	return "pen"
}

// mark lays a span of that label over the pick and returns its ID, "" if it may
// not. The browser's selection is let go first: keeping it through the change
// would cost more than the mark.
func (p *Page) mark(ctx app.Context, label string) string {
	if !p.mayEdit() {
		return ""
	}
	browser.ClearSelection()
	at := p.pick
	if twin := p.twin(at, label); twin != "" {
		p.dropPick()
		p.choose(ctx, twin, nil)
		p.say("This is marked as " + p.labelName(label) + " already")
		return ""
	}
	if !p.mayLabel(label, []annotations.Range{{Start: at.Start, End: at.End}}, nil) {
		return ""
	}
	now := time.Now().UTC().Truncate(time.Millisecond)
	span := annotations.Span{
		ID:       annotations.NewID(),
		Label:    label,
		Ranges:   []annotations.Range{{Start: at.Start, End: at.End}},
		Origin:   annotations.FromPerson,
		Created:  now,
		Modified: now,
		Values:   p.defaults(label),
	}
	if !p.do(annotations.AddSpan{Document: p.open, Annotator: p.me(), Span: span}) {
		return ""
	}
	p.dropPick()
	p.shaped.lay(span.ID)
	p.cursorAt = at.End
	p.focusText()
	p.say(fmt.Sprintf("%s: %s", p.labelName(label), span.Text(p.document())))
	return span.ID
}

// twin is the span that a pick marked with a label would repeat, or "". The
// model allows it; made by hand it is a slip.
func (p *Page) twin(at pick, label string) string {
	same := []annotations.Range{{Start: at.Start, End: at.End}}
	for s := range p.set().Overlapping(at.Start, at.End) {
		if s.Label == label && slices.Equal(s.Ranges, same) {
			return s.ID
		}
	}
	return ""
}

func (p *Page) labelName(id string) string {
	label, _ := p.scheme().Label(id)
	return label.Name
}

// choose shows a span's details; among says which other spans lie there.
func (p *Page) choose(ctx app.Context, id string, among []string) {
	p.keepNote()
	p.chosen, p.choice, p.several = id, among, nil
	p.colleagues.regarded = ""
	p.shaped.lay(id)
	p.panel = noPanel
	p.refresh()
	if id != "" {
		browser.ClearSelection()
		p.later(func() { p.reveal(id) })
	}
}

// chooseAtPick chooses the spans that lie under the keyboard's word.
func (p *Page) chooseAtPick(ctx app.Context) bool {
	if p.pick.empty() {
		return false
	}
	var spans []string
	for s := range p.set().Overlapping(p.pick.Start, p.pick.End) {
		spans = append(spans, s.ID)
	}
	if len(spans) == 0 {
		return false
	}
	p.dropPick()
	if p.relateAmong(spans) {
		return true
	}
	p.choose(ctx, p.shortest(spans), spans)
	p.later(func() { browser.Focus(spanID) })
	return true
}

// shortest is the innermost of some spans, which is the one a person means
// who points at a place.
func (p *Page) shortest(ids []string) string {
	best, length := "", 0
	for _, id := range ids {
		if s, ok := p.set().Span(id); ok && (best == "" || s.End()-s.Start() <= length) {
			best, length = id, s.End()-s.Start()
		}
	}
	return best
}

// footHeight is how much of the bottom of the text is covered now: in a narrow
// window the labels and the details of the chosen span lie there.
func footHeight() float64 {
	return browser.CoveredBelow("#" + spanID + ", #" + theirSpanID + ", .labels, .picked, .relating")
}

// air is how far above what covers the bottom of the text a span is brought, in
// CSS pixels: its underlines lie below its words.
const air = 24

// reveal scrolls the text to a span, unless it is in view.
func (p *Page) reveal(id string) {
	if s, ok := p.set().Span(id); ok {
		p.revealRange(annotations.Range{Start: s.Start(), End: s.End()})
	}
}

func (p *Page) revealRange(r annotations.Range) {
	doc := p.document()
	if r.End <= len(doc.Text()) {
		p.article().Reveal(pointOf(doc, r.Start), endPointOf(doc, r.End), p.headHeight(), footHeight()+air)
	}
}

// change puts a new value in the place of the chosen span.
func (p *Page) change(id string, with func(*annotations.Span)) bool {
	s, ok := p.set().Span(id)
	if !ok {
		return false
	}
	next := *s
	with(&next)
	next.Modified = time.Now().UTC().Truncate(time.Millisecond)
	return p.do(annotations.ChangeSpan{Document: p.open, Annotator: p.me(), Span: next})
}

func (p *Page) relabel(label string) {
	s, ok := p.set().Span(p.chosen)
	if !ok || s.Label == label || !p.mayLabel(label, s.Ranges, s) {
		return
	}
	next, lost := annotations.Relabel(s, p.relabelTo(label))
	if p.change(p.chosen, func(s *annotations.Span) { *s = next }) {
		p.tellLost(lost, "went, which "+p.labelName(label)+" does not have.")
		p.say("Label changed to " + p.labelName(label))
	}
}

func (p *Page) deleteChosen(ctx app.Context) bool {
	if p.deleteSeveral() {
		return true
	}
	if p.chosen == "" {
		return false
	}
	if p.do(annotations.RemoveSpan{Document: p.open, Annotator: p.me(), ID: p.chosen}) {
		p.say("Span deleted")
	}
	p.focusText()
	return true
}
