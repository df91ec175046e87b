package text

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// Render draws the open article.
func (room *Room) Render() app.UI {
	doc := room.desk.Document()
	parts := []app.UI{
		&articleHead{Doc: doc, Bundled: room.desk.Session.Bundled(doc.ID), Room: room},
		room.slots.About(),
		&articleText{Doc: doc, Room: room},
		room.renderHandles(),
	}
	return app.Article().Class("sheet").OnClick(room.onTextClick).On("dragstart", room.onTextDrag).
		Body(append(parts, room.slots.Over()...)...)
}

// onTextDrag keeps a drag that starts on selected text from carrying that text
// about: it is meant to select.
func (room *Room) onTextDrag(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	e.PreventDefault()
}

// articleHead says what is open and where it is from.
type articleHead struct {
	app.Compo

	Doc     *corpus.Document
	Bundled bool
	Room    *Room
}

// Render draws where the text is from, and what can be done with an article that
// a person brought. Where the text has no headline, the title stands in its place.
func (h *articleHead) Render() app.UI {
	doc := h.Doc
	return app.Header().Class("head").Body(
		kit.Untranslated(app.P()).Class("byline").Text(kit.Byline(doc.Details)),
		app.If(len(doc.HeadBlocks()) == 0, func() app.UI {
			return kit.AsWritten(app.H1()).Class(titleClass(doc.Title)).Lang(doc.Language).Text(kit.Spelt(doc.Title))
		}),
		app.If(doc.Note != "" || isWebAddress(doc.URL), func() app.UI {
			return app.P().Class("provenance").Body(
				kit.Untranslated(app.Span()).Text(doc.Note+" "),
				app.If(isWebAddress(doc.URL), func() app.UI {
					return app.A().Href(doc.URL).Target("_blank").Rel("noopener noreferrer").Text("The original")
				}),
			)
		}),
		app.If(doc.File != "", func() app.UI {
			return app.P().Class("provenance").Body(
				app.Text("From the file "), app.Bdi().Text(kit.Spelt(doc.File)), app.Text(". "+doc.Changes),
			)
		}),
		app.If(!h.Bundled, h.Room.slots.Own),
	)
}

// isWebAddress admits only addresses that a link may safely hold; a file can
// bring any other, "javascript:" among them.
func isWebAddress(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// articleText is the region that holds the open article: its blocks, and
// nothing but the document's text. The engine makes the element and leaves what
// is in it to the canvas.
type articleText struct {
	app.Compo

	Doc  *corpus.Document
	Room *Room
}

// OnMount draws the text in an element that is new on the page.
func (a *articleText) OnMount(app.Context) { a.Room.paintAnew() }

// OnUpdate draws another text, together with its heading.
func (a *articleText) OnUpdate(app.Context) { a.Room.Paint() }

// Render draws the empty region.
func (a *articleText) Render() app.UI {
	return kit.Untranslated(app.Div()).
		ID(kit.ArticleID).
		Class(textClass(a.Doc)).
		Attr("role", "region").
		Aria("label", "Article text").
		Lang(a.Doc.Language).
		TabIndex(0)
}

// textClass is how the paragraphs of a text are set apart. A hard-wrapped one
// flows in the window's own width: its line ends stay in the text and are
// drawn as spaces. One with blank lines brings its own gaps.
func textClass(doc *corpus.Document) string {
	switch {
	case doc.Wrapped():
		return "text wrapped"
	case strings.Contains(doc.Body(), "\n\n"):
		return "text spaced"
	}
	return "text"
}
