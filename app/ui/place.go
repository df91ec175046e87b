package ui

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// The names under which the page remembers small things that are not work.
const (
	placeKey = "place"
	exactKey = "exact"
)

// place is the open article and where in it a person was reading.
type place struct {
	Article string  `json:"article"`
	Block   int     `json:"block"`
	Above   float64 `json:"above"`
}

// openArticle shows another article from its beginning.
func (room *textRoom) openArticle(id string) {
	if _, ok := room.page.desk.session.Project().Document(id); !ok || id == room.page.desk.open {
		room.page.desk.panel = noPanel
		return
	}
	room.page.desk.notices.goOn()
	room.show(id)
	room.page.desk.say(room.page.desk.document().Title)
	room.page.desk.later(func() {
		browser.ScrollToTop()
		room.keepPlace()
	})
}

func (room *textRoom) show(id string) { room.showAt(id, 0) }

// showAt opens an article of which a person is going to see the block given.
func (room *textRoom) showAt(id string, block int) {
	room.page.desk.open, room.page.desk.cursorAt = id, 0
	room.near = around(room.page.desk.document(), block)
	room.page.desk.selection.clear()
	room.page.desk.panel = noPanel
	room.page.desk.ask.Refresh()
	room.title()
}

// openFirst opens the first article, since the open one is not there any more.
func (room *textRoom) openFirst() {
	room.page.desk.selection.clear()
	room.page.desk.open, room.page.desk.cursorAt = room.page.desk.session.Project().Documents()[0].ID, 0
	room.near = around(room.page.desk.document(), 0)
	room.title()
}

// title names the page in the browser's tab.
func (room *textRoom) title() {
	browser.SetTitle(kit.Alone(room.page.desk.document().Title) + " – Spanwise")
}

// returnToPlace opens the article that was open last, where it was left.
func (room *textRoom) returnToPlace(ctx app.Context) {
	var last place
	if json.Unmarshal([]byte(browser.LoadPlace(room.page.desk.own(placeKey))), &last) != nil {
		last = place{}
	}
	if room.page.desk.bare() {
		room.page.desk.ask.Refresh()
		return
	}
	if _, ok := room.page.desk.session.Project().Document(last.Article); !ok {
		room.show(room.insteadOf(last.Article))
		return
	}
	room.showAt(last.Article, last.Block)
	room.page.desk.later(func() {
		room.paint()
		room.page.desk.article().GoTo(browser.Place{Block: last.Block, Above: last.Above}, kit.BarHeight)
	})
}

// insteadOf is the article that is there in the place of one that is gone: a newer
// version of the same file, or else the first.
func (room *textRoom) insteadOf(gone string) string {
	docs := room.page.desk.session.Project().Documents()
	at := slices.IndexFunc(docs, func(d *corpus.Document) bool { return corpus.SameFile(d.ID, gone) })
	return docs[max(0, at)].ID
}

func (room *textRoom) onScrollEnd(app.Context, app.Event) bool {
	room.keepPlace()
	room.placeHandles()
	room.page.relations.placeRelations()
	return false
}

// onHide remembers the place: a page that is hidden may never be shown again.
func (room *textRoom) onHide(app.Context) {
	if room.page.desk.session != nil {
		room.keepPlace()
	}
}

// keepPlace remembers what is open and where. A browser that forbids it
// costs a person a little scrolling and nothing else, so the error is not
// worth their attention.
func (room *textRoom) keepPlace() {
	if room.page.desk.session == nil || room.page.desk.bare() || !room.page.desk.article().Drawn() {
		return
	}
	at := room.page.desk.article().ReadingPlace(kit.BarHeight)
	data, err := json.Marshal(place{Article: room.page.desk.open, Block: at.Block, Above: at.Above})
	if err == nil {
		_ = browser.SavePlace(room.page.desk.own(placeKey), string(data))
	}
}
