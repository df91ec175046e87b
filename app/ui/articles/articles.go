package articles

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// The ids of the list of articles: of the part of the page, of the list in it,
// and of the field that finds an article.
const (
	articlesID    = "articles"
	articleRowsID = "article-rows"
	findID        = "find-article"
)

// manyArticles is how many a person still overlooks. A longer list has rows of
// one height, so that a part of it can be drawn, and a field to find an article
// by.
const manyArticles = 30

// articleRows is the rows of the list of articles.
type articleRows struct {
	list  kit.LongList
	find  finder
	drawn shelf
}

// shelf is what the rows are drawn from.
type shelf struct {
	project   *annotations.Project
	annotator string
	open      string
	words     string
}

func newArticleRows() *articleRows {
	r := &articleRows{}
	r.list = kit.NewLongList(articleRowsID, "article", r)
	return r
}

// draw brings the list up to date, and shows in it an article that was
// opened.
func (room *Room) draw() {
	r := room.articles
	if !room.manyArticles() {
		r.find.words = ""
	}
	now, before := shelf{room.desk.Session.Project(), room.desk.Me(), room.desk.ArticleID, r.find.words}, r.drawn
	if now == before {
		return
	}
	r.drawn = now
	if now.open != before.open {
		room.Reveal()
		return
	}
	r.list.Draw()
}

// docs are the articles that are listed: all, or those that were looked for.
func (r *articleRows) docs() []*corpus.Document { return r.find.among(r.drawn.project.Documents()) }

func (r *articleRows) Count() int { return len(r.docs()) }

func (r *articleRows) Row(index int) browser.Row { return r.drawn.row(r.docs()[index]) }

func (r *articleRows) IndexOf(id string) int {
	return slices.IndexFunc(r.docs(), func(d *corpus.Document) bool { return d.ID == id })
}

// row is a button that names an article's title, where it is from, and how
// many spans it has.
func (s shelf) row(doc *corpus.Document) browser.Row {
	set := s.project.Set(doc.ID, s.annotator)
	row := browser.Row{
		Key:   doc.ID,
		Class: "article",
		Title: kit.Spelt(doc.Title),
		Parts: [4]browser.Part{
			{Class: "title", Own: true, Lang: doc.Language, Text: kit.Spelt(doc.Title)},
			{Class: "source", Text: kit.Join(kit.Byline(doc.Details), kit.Count(set.Len(), "span"), kit.StateWords(set))},
		},
	}
	if doc.ID == s.open {
		row.Current = "page"
	}
	return row
}

func (room *Room) manyArticles() bool {
	return len(room.desk.Session.Project().Documents()) > manyArticles
}

// Reveal shows the open article in the list, if it is listed.
func (room *Room) Reveal() {
	r := room.articles
	if at := r.IndexOf(room.desk.ArticleID); at >= 0 {
		r.list.Reach(at, r.Count())
	}
	r.list.Draw()
	room.desk.Later(func() { browser.ScrollInto(room.articlesScroller(), "[aria-current]") })
}

// articlesScroller is the id of what scrolls: the rows, so that the field stays
// in view, and without a field the whole.
func (room *Room) articlesScroller() string {
	if room.manyArticles() {
		return articleRowsID
	}
	return articlesID
}

// lookForArticle lists the articles that have these words.
func (room *Room) lookForArticle(words string) {
	room.articles.find.words = words
	room.articles.list.First = 0
	room.draw()
	if words == "" {
		room.Reveal()
		return
	}
	room.articles.list.Place.ScrollToTop()
	room.desk.Say(kit.Count(room.articles.Count(), "article") + " found")
}

// articleList is the list on the page. Its rows are drawn by drawArticles.
type articleList struct {
	app.Compo

	Room *Room
	Many bool
	None bool   // nothing was found
	Done string // how many are done

	was bool // whether there were many
}

// OnMount draws the rows into the list, which is new on the page.
func (l *articleList) OnMount(ctx app.Context) { l.fill(ctx) }

// OnUpdate draws the rows anew where the engine puts another list in the place
// of a shorter or a longer one.
func (l *articleList) OnUpdate(ctx app.Context) {
	if l.Many != l.was {
		ctx.Defer(l.fill)
	}
}

// fill draws the rows into an empty list, and shows the open article.
func (l *articleList) fill(ctx app.Context) {
	l.was = l.Many
	l.Room.articles.list.Draw()
	l.OnResize(ctx)
	l.Room.Reveal()
}

// OnResize draws as many rows as the window has room for.
func (l *articleList) OnResize(app.Context) { l.Room.articles.list.Fill() }

// Render draws the list without its rows.
func (l *articleList) Render() app.UI {
	list := l.Room.articles.list.Element().OnClick(l.onArticle)
	heading := app.H2().Body(app.Text("Articles"), app.Span().Class("count").Text(l.Done))
	nav := app.Nav().ID(articlesID).Aria("label", "Articles")
	if !l.Many {
		return nav.Class("articles").Body(heading, list)
	}
	return nav.Class("articles", "many").Body(
		heading,
		app.Input().ID(findID).Type("search").Class("find").AutoComplete(false).
			Aria("label", "Find an article").Placeholder("Find an article").
			OnInput(l.onFind).OnKeyDown(l.onFindKey),
		app.P().Class("hint").Hidden(!l.None).Text("No title or outlet has these words."),
		list,
	)
}

// Render draws the list of articles.
func (room *Room) Render() app.UI {
	many := room.manyArticles()
	return &articleList{Room: room, Many: many, Done: room.desk.Progress(), None: many && room.articles.Count() == 0}
}

func (l *articleList) onArticle(ctx app.Context, e app.Event) {
	item := browser.Closest(e.Get("target"), "[data-article]")
	if id := browser.Data(item, "article"); id != "" {
		l.Room.desk.Writing.Commit()
		l.Room.desk.Ask.OpenArticle(id)
	}
}

// onFind lists the articles that have the words in the field.
func (l *articleList) onFind(ctx app.Context, e app.Event) {
	l.Room.lookForArticle(browser.Field(findID))
}

// onFindKey clears the field, opens the first article that was found, or goes
// on to the list.
func (l *articleList) onFindKey(ctx app.Context, e app.Event) {
	docs := l.Room.articles.docs()
	switch key := kit.StrokeOf(e).Name; {
	case key == keyboard.Escape:
		browser.SetField(findID, "")
		l.Room.lookForArticle("")
	case key == keyboard.ArrowDown && len(docs) > 0:
		l.Room.articles.list.MoveTo(0)
	case key == keyboard.Enter && l.Room.articles.find.words != "" && len(docs) > 0:
		l.Room.desk.Writing.Commit()
		l.Room.desk.Ask.OpenArticle(docs[0].ID)
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
}
