package ui

import (
	"cmp"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// relating is a relation in the making: from which span, and then to which. It
// goes on while other articles are opened.
type relating struct {
	from  annotations.Place // of no document when nothing is being related
	among []annotations.Place
	to    annotations.Place
	ways  []annotations.Way
}

func (r *relating) on() bool { return r.from.Document != "" }

// options is how many there are to choose from now: spans, or ways to relate two.
func (r *relating) options() int { return len(r.among) + len(r.ways) }

// placeOf names a span of the open article.
func (p *Page) placeOf(span string) annotations.Place {
	return annotations.Place{Document: p.open, Span: span}
}

// relate begins to relate the chosen span to another.
func (p *Page) relate() bool {
	if _, chosen := p.set().Span(p.chosen); !chosen || !p.mayEdit() {
		return false
	}
	if len(p.scheme().Relations) == 0 {
		p.say("This scheme has no relations")
		return true
	}
	p.keepNote()
	p.dropPick()
	p.panel, p.several = noPanel, nil
	p.relating = relating{from: p.placeOf(p.chosen)}
	p.focusText()
	p.refresh()
	p.say("Relate " + p.wordsAt(p.relating.from) + ": choose the other span, here or in another article. Escape cancels.")
	return true
}

// stopRelating lets go of a relation in the making, and reports whether there
// was one.
func (p *Page) stopRelating() bool {
	if !p.relating.on() {
		return false
	}
	p.relating = relating{}
	p.refresh()
	p.focusText()
	p.say("Nothing related")
	return true
}

// followRelating lets go of what is gone.
func (p *Page) followRelating() {
	there := func(at annotations.Place) bool {
		_, there := p.session.Project().SpanAt(p.me(), at)
		return at == annotations.Place{} || there
	}
	r := &p.relating
	if !there(r.from) || !there(r.to) {
		p.relating = relating{}
	}
	for _, at := range r.among {
		if !there(at) {
			r.among = nil
		}
	}
}

// relateAmong relates to one of some spans of the open article, which lie where
// a person has pointed. It reports whether something is being related at all.
func (p *Page) relateAmong(spans []string) bool {
	r := &p.relating
	if !r.on() {
		return false
	}
	r.among, r.ways, r.to = nil, nil, annotations.Place{}
	for _, s := range p.shortestFirst(spans) {
		if at := p.placeOf(s.ID); at != r.from {
			r.among = append(r.among, at)
		}
	}
	switch len(r.among) {
	case 0:
		p.say("Choose another span")
	case 1:
		p.relateTo(r.among[0])
	default:
		p.focusOptions("Which of these spans?")
	}
	return true
}

// shortestFirst finds spans of the open article, the innermost first, which is
// the one that a person mostly means.
func (p *Page) shortestFirst(ids []string) []*annotations.Span {
	var spans []*annotations.Span
	for _, id := range ids {
		if s, ok := p.set().Span(id); ok {
			spans = append(spans, s)
		}
	}
	slices.SortFunc(spans, func(a, b *annotations.Span) int {
		return cmp.Or((a.End()-a.Start())-(b.End()-b.Start()), strings.Compare(a.ID, b.ID))
	})
	return spans
}

// relateTo relates to a span: at once if there is one way to do so.
func (p *Page) relateTo(to annotations.Place) {
	project, r := p.session.Project(), &p.relating
	first, _ := project.SpanAt(p.me(), r.from)
	second, _ := project.SpanAt(p.me(), to)
	r.among, r.to = nil, to
	r.ways = p.scheme().Ways(first.Label, second.Label)
	switch len(r.ways) {
	case 0:
		r.to = annotations.Place{}
		p.notices.add(warning, "The scheme has no relation between "+p.labelName(first.Label)+" and "+p.labelName(second.Label)+".")
	case 1:
		p.relateBy(r.ways[0])
	default:
		p.focusOptions("Which relation?")
	}
}

// relateBy makes the relation.
func (p *Page) relateBy(way annotations.Way) {
	at := now()
	made := annotations.Relation{
		ID: annotations.NewID(), Label: way.Relation.ID, Annotator: p.me(),
		From: p.relating.from, To: p.relating.to,
		Origin: annotations.FromPerson, Created: at, Modified: at,
	}
	if way.Back {
		made = made.Turned()
	}
	switch {
	case p.hasRelation(made):
		p.endRelating()
		p.say("They are related so already")
	case p.do(annotations.AddRelation{Relation: made}):
		p.endRelating()
		p.say(p.wordsAt(made.From) + ": " + way.Relation.Name + " " + p.wordsAt(made.To))
	}
}

// endRelating shows what was related: the span from which a person came or, in
// another article, the one to which.
func (p *Page) endRelating() {
	at := p.relating.from
	if at.Document != p.open {
		at = p.relating.to
	}
	p.relating = relating{}
	p.goToSpan(at)
	p.focusText()
}

// hasRelation reports whether a relation would repeat another.
func (p *Page) hasRelation(made annotations.Relation) bool {
	for r := range p.session.Project().RelationsOf(made.Annotator, made.From) {
		if r.Label == made.Label && r.From == made.From && r.To == made.To {
			return true
		}
	}
	return false
}

// goToSpan shows a span, in whichever article it is.
func (p *Page) goToSpan(at annotations.Place) {
	doc, there := p.session.Project().Document(at.Document)
	s, marked := p.session.Project().SpanAt(p.me(), at)
	if !there || !marked {
		return
	}
	p.keepNote()
	if at.Document != p.open {
		p.notices.goOn()
		p.showAt(at.Document, doc.BlockAt(s.Start()))
		p.later(p.paint)
	}
	p.choose(p.ctx, at.Span, nil)
}

// wordsAt is the words of the reader's span at a place.
func (p *Page) wordsAt(at annotations.Place) string {
	doc, there := p.session.Project().Document(at.Document)
	s, marked := p.session.Project().SpanAt(p.me(), at)
	if !there || !marked {
		return ""
	}
	return "“" + shorten(s.Text(doc), 60) + "”"
}

// takeOption chooses one of the spans, or of the relations, that are offered.
func (p *Page) takeOption(i int) bool {
	r := &p.relating
	switch {
	case i < 0 || i >= r.options():
		return false
	case i < len(r.among):
		p.relateTo(r.among[i])
	default:
		p.relateBy(r.ways[i-len(r.among)])
	}
	return true
}

// optionKey takes an option by its number, and reports whether a stroke was one
// that may.
func (p *Page) optionKey(s keyboard.Stroke, may bool) bool {
	digit, ok := s.Digit()
	return ok && may && digit > 0 && digit <= p.relating.options() && !s.Repeat && p.takeOption(digit-1)
}

func (p *Page) focusOptions(question string) {
	p.say(question)
	p.later(func() { browser.Focus(optionID(0)) })
}

// relateAt relates to what lies under an element of the text.
func (p *Page) relateAt(target app.Value) bool {
	if !p.relating.on() {
		return false
	}
	var spans []string
	if block, run, ok := p.article().RunAt(target); ok {
		spans = p.drawing.spansAt(block, run)
	}
	return p.relateAmong(spans)
}
