package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// selectAll selects the article's text and not, as the browser would, the whole
// page with its buttons and lists. It is adopted as the pick when a label's key
// is pressed; until then it may just as well be meant for copying.
func (p *Page) selectAll() {
	p.dropPick()
	p.article().SelectAll()
}

// moveByWord walks through the text word by word, or extends the pick.
func (p *Page) moveByWord(ctx app.Context, s keyboard.Stroke) bool {
	from, forward := p.cursor(), s.Name == keyboard.ArrowRight
	if s.Shift {
		p.keyPick(ctx, from.extend(p.document(), forward))
	} else {
		p.keyPick(ctx, from.next(p.document(), forward))
	}
	return true
}

// moveByCharacter makes the pick longer or shorter by a character.
func (p *Page) moveByCharacter(ctx app.Context, s keyboard.Stroke) bool {
	p.keyPick(ctx, p.pick.nudge(p.document(), s.Name == keyboard.ArrowRight))
	return true
}

// cursor is where the keyboard is in the text: the pick, else the chosen
// span, else the first block in view.
func (p *Page) cursor() pick {
	if !p.pick.empty() {
		return p.pick
	}
	if s, ok := p.set().Span(p.chosen); ok {
		return pick{Start: s.Start(), End: s.End()}
	}
	if p.cursorAt > 0 && p.cursorAt <= len(p.document().Text()) {
		return pick{Start: p.cursorAt, End: p.cursorAt}
	}
	at := p.article().ReadingPlace(barHeight)
	start := byteOf(p.document(), browser.Point{Block: at.Block})
	return pick{Start: start, End: start}
}

// keyPick makes a pick that came from the keyboard the page's selection.
func (p *Page) keyPick(ctx app.Context, next pick) {
	pen := p.pen
	p.pen = ""
	p.setPick(ctx, next)
	p.pen = pen
	if next.empty() {
		return
	}
	doc := p.document()
	s := next.selection(doc)
	p.article().Select(s)
	p.article().Reveal(s.Focus, s.Focus, p.headHeight(), footHeight()+air)
	p.say(doc.Text()[next.Start:next.End])
}
