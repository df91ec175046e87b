package ui

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
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
func (p *Page) openArticle(ctx app.Context, id string) {
	if _, ok := p.session.Project().Document(id); !ok || id == p.open {
		p.panel = noPanel
		return
	}
	p.notices.goOn()
	p.show(id)
	p.say(p.document().Title)
	p.later(func() {
		browser.ScrollToTop()
		p.keepPlace()
	})
}

func (p *Page) show(id string) { p.showAt(id, 0) }

// showAt opens an article of which a person is going to see the block given.
func (p *Page) showAt(id string, block int) {
	p.open, p.cursorAt = id, 0
	p.near = around(p.document(), block)
	p.chosen, p.choice, p.several = "", nil, nil
	p.dropPick()
	p.panel = noPanel
	p.refresh()
	p.title()
}

// openFirst opens the first article, since the open one is not there any more.
func (p *Page) openFirst() {
	p.chosen, p.choice, p.several = "", nil, nil
	p.dropPick()
	p.open, p.cursorAt = p.session.Project().Documents()[0].ID, 0
	p.near = around(p.document(), 0)
	p.title()
}

// title names the page in the browser's tab.
func (p *Page) title() { browser.SetTitle(alone(p.document().Title) + " – Spanwise") }

// returnToPlace opens the article that was open last, where it was left.
func (p *Page) returnToPlace(ctx app.Context) {
	var last place
	if json.Unmarshal([]byte(browser.LoadPlace(p.own(placeKey))), &last) != nil {
		last = place{}
	}
	if p.bare() {
		p.refresh()
		return
	}
	if _, ok := p.session.Project().Document(last.Article); !ok {
		p.show(p.insteadOf(last.Article))
		return
	}
	p.showAt(last.Article, last.Block)
	p.later(func() {
		p.paint()
		p.article().GoTo(browser.Place{Block: last.Block, Above: last.Above}, barHeight)
	})
}

// insteadOf is the article that is there in the place of one that is gone: a newer
// version of the same file, or else the first.
func (p *Page) insteadOf(gone string) string {
	docs := p.session.Project().Documents()
	at := slices.IndexFunc(docs, func(d *corpus.Document) bool { return corpus.SameFile(d.ID, gone) })
	return docs[max(0, at)].ID
}

func (p *Page) onScrollEnd(app.Context, app.Event) bool {
	p.keepPlace()
	p.placeHandles()
	p.placeRelations()
	return false
}

// onHide remembers the place: a page that is hidden may never be shown again.
func (p *Page) onHide(app.Context) {
	if p.session != nil {
		p.keepPlace()
	}
}

// keepPlace remembers what is open and where. A browser that forbids it
// costs a person a little scrolling and nothing else, so the error is not
// worth their attention.
func (p *Page) keepPlace() {
	if p.session == nil || p.bare() || !p.article().Drawn() {
		return
	}
	at := p.article().ReadingPlace(barHeight)
	data, err := json.Marshal(place{Article: p.open, Block: at.Block, Above: at.Above})
	if err == nil {
		_ = browser.SavePlace(p.own(placeKey), string(data))
	}
}

// article is the element that holds the drawn text.
func (p *Page) article() browser.Article {
	return browser.ArticleIn(app.Window().GetElementByID(articleID))
}
