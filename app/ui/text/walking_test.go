package text

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// carryOut carries out what a key does among commands, by its ID.
func carryOut(d *desktest.Desk, commands []kit.Command, id, key string, held ...string) bool {
	stroke := kit.StrokeOf(desktest.Key(key, app.Null(), held...))
	for _, c := range commands {
		if c.ID == id {
			return c.Do(d.Context, stroke)
		}
	}
	return false
}

func TestArrowsWalkThroughTheWordsOfTheText(t *testing.T) {
	d, room := open(t)
	for i, step := range []struct {
		id, key string
		held    []string
		want    string
	}{
		{"word", "ArrowRight", nil, "Shoigu"},
		{"word", "ArrowRight", nil, "met"},
		{"word", "ArrowRight", []string{"Shift"}, "met Akar"},
		{"character", "ArrowLeft", []string{"Alt", "Shift"}, "met Aka"},
		{"character", "ArrowRight", []string{"Alt", "Shift"}, "met Akar"},
		{"word", "ArrowLeft", []string{"Shift"}, "met"},
		{"word", "ArrowLeft", nil, "Shoigu"},
	} {
		carryOut(d, room.movingCommands(), step.id, step.key, step.held...)
		if got := d.Selected(); got != step.want || d.Said != step.want {
			t.Fatalf("step %d selects %q and says %q, want %q", i, got, d.Said, step.want)
		}
	}
}

func TestTheKeyboardGoesOnFromTheChosenSpanOrTheLastMark(t *testing.T) {
	d, room := open(t)
	d.Choose(d.Mark(t, "actor", "Syria"), nil)
	carryOut(d, room.movingCommands(), "word", "ArrowRight")
	if got := d.Selected(); got != "Nothing" {
		t.Errorf("after the chosen span comes %q", got)
	}
	room.UseLabel("date")
	carryOut(d, room.movingCommands(), "word", "ArrowRight")
	if got := d.Selected(); got != "was" {
		t.Errorf("after what was just marked comes %q", got)
	}
}

func TestTheKeyboardSelectsAndDoesNotMarkWithThePen(t *testing.T) {
	d, room := open(t)
	room.TakePen("actor")
	carryOut(d, room.movingCommands(), "word", "ArrowRight")
	if d.Pen != "actor" || d.Selected() != "Shoigu" {
		t.Errorf("selected %q, holding %q", d.Selected(), d.Pen)
	}
	marked(t, d)
}

func TestSelectAllLeavesTheSelectionToTheBrowser(t *testing.T) {
	d, room := open(t)
	d.Select(t, "met")
	carryOut(d, room.movingCommands(), kit.AllCommand, "a", "Ctrl")
	if !d.Selection.Text.Empty() {
		t.Errorf("%q is still selected", d.Selected())
	}
}

func TestACommandThatMovesGoesOnWhileItsKeyIsHeld(t *testing.T) {
	_, room := open(t)
	for _, c := range room.movingCommands() {
		if c.Do != nil && c.Scope != keyboard.InText {
			t.Errorf("%s acts outside the text", c.ID)
		}
		if moves := c.ID == "word" || c.ID == "line" || c.ID == "character"; c.Repeats != moves {
			t.Errorf("%s repeats: %v", c.ID, c.Repeats)
		}
	}
}

func TestAnArticleOpensFromItsBeginningWithNothingChosen(t *testing.T) {
	d, room := open(t, "One met two.\n", "Three met four.\n")
	d.Choose(d.Mark(t, "actor", "One"), nil)
	d.Panel, d.CursorAt = desk.ArticlesPanel, 5
	room.OpenArticle("d2")
	d.Settle()
	if d.ArticleID != "d2" || d.Said != "Article 2" || d.CursorAt != 0 || d.Selection.Span != "" || d.Panel != desk.NoPanel {
		t.Errorf("open is %q, said %q, at %d, chosen %q, panel %q", d.ArticleID, d.Said, d.CursorAt, d.Selection.Span, d.Panel)
	}
	d.Said, d.Panel = "", desk.ArticlesPanel
	room.OpenArticle("d2")
	room.OpenArticle("gone")
	if d.ArticleID != "d2" || d.Said != "" || d.Panel != desk.NoPanel {
		t.Errorf("an article that is open or gone: open is %q, said %q, panel %q", d.ArticleID, d.Said, d.Panel)
	}
}
