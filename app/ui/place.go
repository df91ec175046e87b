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
	if _, ok := room.page.session.Project().Document(id); !ok || id == room.page.open {
		room.page.panel = noPanel
		return
	}
	room.page.notices.goOn()
	room.show(id)
	room.page.say(room.page.document().Title)
	room.page.later(func() {
		browser.ScrollToTop()
		room.keepPlace()
	})
}

func (room *textRoom) show(id string) { room.showAt(id, 0) }

// showAt opens an article of which a person is going to see the block given.
func (room *textRoom) showAt(id string, block int) {
	room.page.open, room.cursorAt = id, 0
	room.near = around(room.page.document(), block)
	room.page.chosen, room.page.choice, room.page.several = "", nil, nil
	room.dropPick()
	room.page.panel = noPanel
	room.page.refresh()
	room.title()
}

// openFirst opens the first article, since the open one is not there any more.
func (room *textRoom) openFirst() {
	room.page.chosen, room.page.choice, room.page.several = "", nil, nil
	room.dropPick()
	room.page.open, room.cursorAt = room.page.session.Project().Documents()[0].ID, 0
	room.near = around(room.page.document(), 0)
	room.title()
}

// title names the page in the browser's tab.
func (room *textRoom) title() {
	browser.SetTitle(kit.Alone(room.page.document().Title) + " – Spanwise")
}

// returnToPlace opens the article that was open last, where it was left.
func (room *textRoom) returnToPlace(ctx app.Context) {
	var last place
	if json.Unmarshal([]byte(browser.LoadPlace(room.page.projects.own(placeKey))), &last) != nil {
		last = place{}
	}
	if room.page.bare() {
		room.page.refresh()
		return
	}
	if _, ok := room.page.session.Project().Document(last.Article); !ok {
		room.show(room.insteadOf(last.Article))
		return
	}
	room.showAt(last.Article, last.Block)
	room.page.later(func() {
		room.paint()
		room.article().GoTo(browser.Place{Block: last.Block, Above: last.Above}, kit.BarHeight)
	})
}

// insteadOf is the article that is there in the place of one that is gone: a newer
// version of the same file, or else the first.
func (room *textRoom) insteadOf(gone string) string {
	docs := room.page.session.Project().Documents()
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
	if room.page.session != nil {
		room.keepPlace()
	}
}

// keepPlace remembers what is open and where. A browser that forbids it
// costs a person a little scrolling and nothing else, so the error is not
// worth their attention.
func (room *textRoom) keepPlace() {
	if room.page.session == nil || room.page.bare() || !room.article().Drawn() {
		return
	}
	at := room.article().ReadingPlace(kit.BarHeight)
	data, err := json.Marshal(place{Article: room.page.open, Block: at.Block, Above: at.Above})
	if err == nil {
		_ = browser.SavePlace(room.page.projects.own(placeKey), string(data))
	}
}
