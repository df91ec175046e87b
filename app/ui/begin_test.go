package ui

import (
	"strings"
	"testing"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
)

// opening is a page before there is a session.
func opening(t *testing.T) *Page {
	t.Helper()
	p := NewPage()
	p.desk.Context, p.desk.ProjectID = desktest.New(t).Context, browser.FirstProject
	p.text.Start()
	p.labels.Start()
	return p
}

func TestWhoComesForTheFirstTimeCanReadBeforeTheDatabaseIsOpen(t *testing.T) {
	p := opening(t)
	p.welcome(p.desk.Context)
	bundled, err := desk.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	if p.desk.ArticleID != bundled[0].ID || !strings.Contains(desktest.Text(p), bundled[0].Outlet) {
		t.Errorf("open is %q", p.desk.ArticleID)
	}
	if p.desk.MayEdit() || !strings.HasPrefix(p.desk.Said, "Opening your articles") {
		t.Errorf("it can be marked, said %q", p.desk.Said)
	}
}

func TestAnOpenedSessionTakesThePlaceOfThePreview(t *testing.T) {
	p := opening(t)
	p.welcome(p.desk.Context)
	d := desktest.New(t, "One met two.\n")
	p.desk.Stage = desk.Ready
	p.begin(p.desk.Context, d.Session)
	if p.desk.ArticleID != "d1" || !p.desk.MayEdit() || !strings.Contains(desktest.Text(p), "Article 1") {
		t.Errorf("open is %q", p.desk.ArticleID)
	}
}

func TestAnOpenedSessionIsShownAtItsFirstArticle(t *testing.T) {
	p := opening(t)
	d := desktest.New(t, "One met two.\n", "Three met four.\n")
	p.begin(p.desk.Context, d.Session)
	if p.desk.ArticleID != "d1" {
		t.Errorf("open is %q", p.desk.ArticleID)
	}
}

func TestVeryMuchIsUndoneAndMadeAgainBesideThePage(t *testing.T) {
	d, p := open(t)
	d.Mark(t, "actor", "Shoigu")
	p.longStep("Undoing", d.Session.UndoLong, "Undone")
	if d.Wait(); d.Said != "Undone" || len(d.Marked()) != 0 {
		t.Errorf("said %q, marked %q", d.Said, d.Marked())
	}
	p.longStep("Redoing", d.Session.RedoLong, "Redone")
	if d.Wait(); d.Said != "Redone" || len(d.Marked()) != 1 {
		t.Errorf("said %q, marked %q", d.Said, d.Marked())
	}
	p.longStep("Redoing", d.Session.RedoLong, "Redone once more")
	if d.Wait(); d.Said != "Redone" {
		t.Errorf("with nothing to make again is said %q", d.Said)
	}
}
