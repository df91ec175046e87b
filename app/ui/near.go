package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// blocks is a half-open range of a document's blocks, by index.
type blocks struct{ from, to int }

// everything is all blocks of any document.
var everything = blocks{0, 1 << 30}

func (b blocks) has(i int) bool { return b.from <= i && i < b.to }

func (b blocks) holds(other blocks) bool { return b.from <= other.from && other.to <= b.to }

// wider adds n blocks at either end.
func (b blocks) wider(n int) blocks { return blocks{max(0, b.from-n), b.to + n} }

// drawAllSpans is how many spans an article may have for all of them to be
// drawn at once. In an article with more, the spans of blocks far off the
// screen are drawn when they come near it: making elements is dear, and a
// mark takes no room, so nothing moves when it comes or goes.
const drawAllSpans = 400

// nearBlocks is how many blocks beyond either edge of the screen have their
// spans drawn, so that scrolling meets no plain text.
const nearBlocks = 40

// firstNear is near the screen when an article is opened at its beginning.
var firstNear = blocks{0, nearBlocks}

// follow gives what is near when the blocks in view are known. What was near
// stays so until the view comes close to its edge.
func (b blocks) follow(view blocks) blocks {
	if b != everything && b.holds(view.wider(nearBlocks/2)) {
		return b
	}
	return view.wider(nearBlocks)
}

// keepNear decides between drawing all spans and those near the screen. An
// article passes from the one to the other while it is being marked.
func (p *Page) keepNear() {
	switch {
	case p.set().Len() <= drawAllSpans:
		p.near = everything
	case p.near == everything:
		p.lookAround()
	}
}

// lookAround works out what is near the screen.
func (p *Page) lookAround() {
	p.near = p.near.follow(p.view())
}

// view is the blocks that the window shows.
func (p *Page) view() blocks {
	if !p.article().Drawn() {
		return blocks{}
	}
	from, to := p.article().BlocksInView()
	return blocks{from, to}
}

// onScroll draws the spans of what comes into view.
func (p *Page) onScroll(ctx app.Context, e app.Event) bool {
	if p.session == nil || p.set().Len() <= drawAllSpans {
		return false
	}
	before := p.near
	p.lookAround()
	if p.near == before {
		return false
	}
	p.refresh()
	return true
}
