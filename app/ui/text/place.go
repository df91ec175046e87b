package text

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// The names under which the page remembers small things that are not work.
const exactKey = "exact"

// OpenArticle shows another article from its beginning.
func (room *Room) OpenArticle(id string) {
	if _, ok := room.desk.Session.Project().Document(id); !ok || id == room.desk.ArticleID {
		room.desk.Panel = desk.NoPanel
		return
	}
	room.desk.Notices.GoOn()
	room.show(id)
	room.desk.Say(room.desk.Document().Title)
	room.desk.Later(func() {
		browser.ScrollToTop()
		room.KeepPlace()
	})
}

func (room *Room) show(id string) { room.ShowAt(id, 0) }

// ShowAt opens an article of which a person is going to see the block given.
func (room *Room) ShowAt(id string, block int) {
	room.desk.ArticleID, room.desk.CursorAt = id, 0
	room.near = around(room.desk.Document(), block)
	room.desk.Selection.Clear()
	room.desk.Panel = desk.NoPanel
	room.desk.Ask.Refresh()
	room.title()
}

// openFirst opens the first article, since the open one is not there any more.
func (room *Room) openFirst() {
	room.desk.Selection.Clear()
	room.desk.ArticleID, room.desk.CursorAt = room.desk.Session.Project().Documents()[0].ID, 0
	room.near = around(room.desk.Document(), 0)
	room.title()
}

// title names the page in the browser's tab.
func (room *Room) title() {
	browser.SetTitle(kit.Alone(room.desk.Document().Title) + " – Spanwise")
}

// ReturnToPlace opens the article that was open last, where it was left.
func (room *Room) ReturnToPlace(ctx app.Context) {
	var last desk.Place
	if last.Fields().Read(browser.LoadPlace(room.desk.OwnKey(desk.PlaceKey))) != nil {
		last = desk.Place{}
	}
	if room.desk.Bare() {
		room.desk.Ask.Refresh()
		return
	}
	if _, ok := room.desk.Session.Project().Document(last.Article); !ok {
		room.show(room.insteadOf(last.Article))
		return
	}
	room.ShowAt(last.Article, last.Block)
	room.desk.Later(func() {
		room.Paint()
		room.desk.Text().GoTo(browser.Place{Block: last.Block, Above: last.Above}, kit.BarHeight)
	})
}

// insteadOf is the article that is there in the place of one that is gone: a newer
// version of the same file, or else the first.
func (room *Room) insteadOf(gone string) string {
	docs := room.desk.Session.Project().Documents()
	at := slices.IndexFunc(docs, func(d *corpus.Document) bool { return corpus.SameFile(d.ID, gone) })
	return docs[max(0, at)].ID
}

func (room *Room) onScrollEnd(app.Context, app.Event) bool {
	room.KeepPlace()
	room.placeHandles()
	return false
}

// onHide remembers the place: a page that is hidden may never be shown again.
func (room *Room) onHide(app.Context) {
	if room.desk.Session != nil {
		room.KeepPlace()
	}
}

// KeepPlace remembers what is open and where. A browser that forbids it
// costs a person a little scrolling and nothing else, so the error is not
// worth their attention.
func (room *Room) KeepPlace() {
	if room.desk.Session == nil || room.desk.Bare() || !room.desk.Text().Drawn() {
		return
	}
	at := room.desk.Text().ReadingPlace(kit.BarHeight)
	desk.Remember(room.desk.OwnKey(desk.PlaceKey), &desk.Place{Article: room.desk.ArticleID, Block: at.Block, Above: at.Above})
}
