package articles

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desktest"
	"spanwise/corpus"
)

func open(t *testing.T, texts ...string) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t, texts...)
	room := New(d.Desk)
	room.Registration().Follow()
	return d, room
}

// many is a room with so many articles, the titles of which end in their numbers.
func many(t *testing.T, n int) (*desktest.Desk, *Room) {
	t.Helper()
	var docs []*corpus.Document
	for i := range n {
		doc, err := corpus.NewDocument(fmt.Sprintf("d%d", i), corpus.Details{Title: fmt.Sprintf("Talks %d", i), Outlet: "TASS"}, "Text.\n")
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	s, _, err := session.Open(t.Context(), session.Start{Bundled: docs, Scheme: annotations.DefaultScheme()})
	if err != nil {
		t.Fatal(err)
	}
	d := desktest.Of(t, s)
	room := New(d.Desk)
	room.draw()
	return d, room
}

// line is a row as it is read.
func line(r browser.Row) string { return r.Parts[0].Text + "|" + r.Parts[1].Text + "|" + r.Current }

func TestEachArticleIsListedWithWhatWasMarkedInIt(t *testing.T) {
	d, room := open(t, "One met two.\n", "Three met four.\n")
	d.Mark(t, "actor", "One")
	about := d.Set().About()
	about.State = annotations.StateDone
	d.Apply(t, annotations.ChangeSet{Document: "d1", Annotator: d.Me(), About: about})
	room.draw()
	var got []string
	for i := range room.articles.Count() {
		got = append(got, line(room.articles.Row(i)))
	}
	want := []string{"Article 1|English · 1 span · ✓ done|page", "Article 2|English · 0 spans|"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if read := desktest.Text(room.Render()); !strings.Contains(read, "Articles 1 of 2 done") {
		t.Errorf("the heading is %q", read)
	}
	d.ArticleID = "d2"
	if room.draw(); room.articles.Row(1).Current != "page" || room.articles.Row(0).Current != "" {
		t.Error("the list does not say which article is open")
	}
}

func TestAPressOnAnArticleOpensIt(t *testing.T) {
	d, room := open(t)
	list := room.Render().(*articleList)
	list.onArticle(d.Context, desktest.Press(app.Null()))
	if len(d.Asked.Asked) > 0 {
		t.Errorf("a press beside the rows asks %q", d.Asked.Asked)
	}
	list.onArticle(d.Context, desktest.PressOn("article", "d1"))
	if !d.WasAsked("OpenArticle d1") || d.Fake.Told[0] != "Commit" {
		t.Errorf("asked %q, of what was being written %q", d.Asked.Asked, d.Fake.Told)
	}
}

func TestManyArticlesHaveAFieldToFindOneBy(t *testing.T) {
	if _, room := many(t, manyArticles); strings.Contains(app.HTMLString(room.Render()), "Find an article") {
		t.Error("few articles have a field")
	}
	d, room := many(t, manyArticles+1)
	if !strings.Contains(app.HTMLString(room.Render()), "Find an article") {
		t.Error("many articles have no field")
	}
	room.lookForArticle("tass 30")
	if room.articles.Count() != 1 || d.Said != "1 article found" || line(room.articles.Row(0)) != "Talks 30|TASS · 0 spans|" {
		t.Errorf("%d are listed, said %q", room.articles.Count(), d.Said)
	}
	list := room.Render().(*articleList)
	list.onFindKey(d.Context, desktest.Key("Enter", app.Null()))
	if !d.WasAsked("OpenArticle d30") {
		t.Errorf("Enter asks %q", d.Asked.Asked)
	}
	room.lookForArticle("nowhere")
	if list = room.Render().(*articleList); !list.None || d.Said != "0 articles found" {
		t.Errorf("with nothing found: said %q", d.Said)
	}
	before := len(d.Asked.Asked)
	if list.onFindKey(d.Context, desktest.Key("Enter", app.Null())); len(d.Asked.Asked) != before {
		t.Error("Enter opens what was not found")
	}
	list.onFindKey(d.Context, desktest.Key("Escape", app.Null()))
	if room.articles.Count() != manyArticles+1 {
		t.Errorf("after Esc %d are listed", room.articles.Count())
	}
}

func TestTheFieldGoesWithTheLastOfTheManyArticles(t *testing.T) {
	d, room := many(t, manyArticles+1)
	room.lookForArticle("30")
	if room.articlesScroller() != articleRowsID {
		t.Error("the whole page part scrolls, and the field with it")
	}
	d.Apply(t, annotations.RemoveDocument{ID: "d5"})
	room.draw()
	if room.articles.Count() != manyArticles || room.articlesScroller() != articlesID {
		t.Errorf("%d are listed where there is no field any more", room.articles.Count())
	}
}
