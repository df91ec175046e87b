package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/corpus"
)

// blocks is a half-open range of a document's blocks, by index.
type blocks struct{ from, to int }

// everything is all blocks of any document.
var everything = blocks{0, 1 << 30}

func (b blocks) has(i int) bool { return b.from <= i && i < b.to }

// drawAllSpans is how many spans an article may have for all of them to be
// drawn at once, so that a screen reader meets them wherever it reads. In an
// article with more, a block has its spans drawn when it comes near the screen;
// a mark takes no room, so nothing moves when it comes or goes.
const drawAllSpans = 400

// firstLook is how much of a text, in bytes, has its spans drawn before the
// browser has said what is near the screen: more than a large one shows.
const firstLook = 8 << 10

// around is the blocks of a document near one of them, as far as that can be
// known before anything is laid out.
func around(doc *corpus.Document, index int) blocks {
	all := doc.Blocks()
	if len(all) == 0 {
		return blocks{}
	}
	start := all[min(index, len(all)-1)].Start
	return blocks{doc.BlockAt(start - firstLook/2), doc.BlockAt(start+firstLook) + 1}
}

// drawnBlocks is the blocks that have their spans drawn: those near the screen
// or, where that is cheap or the page is being printed, all.
func (room *Room) drawnBlocks() blocks {
	if room.printing || room.desk.Set().Len()+room.desk.Comparison().Count() <= drawAllSpans {
		return everything
	}
	return room.near
}

// listenNear has the spans drawn of what comes near the screen.
func (room *Room) listenNear(ctx app.Context) {
	browser.OnNear(func(from, to int) {
		ctx.Dispatch(func(ctx app.Context) {
			ctx.PreventUpdate()
			if room.desk.Session != nil {
				room.near = blocks{from, to}
				room.desk.Ask.Refresh()
			}
		})
	})
}

// listenPrint draws all spans before the page is printed. The browser takes its
// picture when the event is over, so this does not wait for the engine.
func (room *Room) listenPrint() {
	printing := func(on bool) func(app.Value) {
		return func(app.Value) {
			if room.desk.Session != nil {
				room.printing = on
				room.desk.Ask.Refresh()
			}
		}
	}
	browser.Listen(app.Window(), "beforeprint", printing(true))
	browser.Listen(app.Window(), "afterprint", printing(false))
}
