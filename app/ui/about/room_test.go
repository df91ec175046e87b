package about

import (
	"strings"
	"testing"

	"spanwise/app/ui/desktest"
)

func TestTheStripSaysWhoWorksAndLetsThemCallTheArticleDone(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.follow()
	if got := desktest.Text(room.Render()); !strings.Contains(got, "Done") {
		t.Errorf("the strip reads %q", got)
	}
	room.turnDone()
	room.follow()
	if got := d.Set().About().State; got != "done" {
		t.Errorf("the article is %q", got)
	}
}
