package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/corpus"
)

// articlesID is the id of the list of articles.
const articlesID = "articles"

// renderArticles draws the list of articles.
func (p *Page) renderArticles() app.UI {
	docs := p.session.Project().Documents()
	return app.Nav().ID(articlesID).Class("articles").Aria("label", "Articles").Body(
		app.H2().Text("Articles"),
		app.Ul().OnClick(p.onArticle).Body(
			app.Range(docs).Slice(func(i int) app.UI { return p.renderArticleItem(docs[i]) }),
		),
	)
}

func (p *Page) renderArticleItem(doc *corpus.Document) app.UI {
	button := app.Button().Type("button").Class("article").Title(doc.Title).DataSet("article", doc.ID).Body(
		app.Span().Class("title").Dir("auto").Lang(doc.Language).Text(doc.Title),
		app.Span().Class("source").Text(joined(byline(doc.Details), count(p.session.Project().Set(doc.ID).Len(), "span"))),
	)
	if doc.ID == p.open {
		button = button.Aria("current", "page")
	}
	return app.Li().Body(button)
}

func (p *Page) onArticle(ctx app.Context, e app.Event) {
	item := browser.Closest(e.Get("target"), "[data-article]")
	if id := browser.Data(item, "article"); id != "" {
		p.keepNote()
		p.openArticle(ctx, id)
	}
}

// byline is where a text comes from: outlet, date and language, as far as
// they are known.
func byline(d corpus.Details) string {
	return joined(d.Outlet, day(d.Published), languageName(d.Language))
}

// joined sets what is not empty side by side.
func joined(parts ...string) string {
	known := slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(known, " · ")
}

// day writes a date as a newspaper does; anything but YYYY-MM-DD stays as it is.
func day(published string) string {
	t, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return published
	}
	return t.Format("2 January 2006")
}

// languageName is a language's English name, which only the browser knows.
func languageName(tag string) string {
	if app.IsServer {
		return tag
	}
	return browser.LanguageName(tag)
}

// count writes a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
