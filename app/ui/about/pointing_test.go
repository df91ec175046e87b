package about

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/entryfield"
)

// stances is a room whose article has a tag that says towards whom.
func stances(t *testing.T) (d *desktest.Desk, room *Room, towards valueOf) {
	t.Helper()
	d, room = open(t)
	next := d.Scheme().Clone()
	next.Tags = []annotations.Label{{ID: "stance", Name: "Stance", Color: "#0072B2", Attributes: []annotations.Attribute{
		{ID: "towards", Name: "Towards", Type: annotations.Entries, Labels: []string{"actor"}, Several: true}}}}
	d.Apply(t, annotations.ChangeScheme{Scheme: next})
	d.Apply(t, annotations.AddEntry{Entry: annotations.Entry{ID: "s", Label: "actor", Name: "Syria"}})
	room.toggleTag("stance")
	room.unfoldTags()
	return d, room, valueOf{room, d.ArticleID, "stance", "towards"}
}

func TestATagPointsToEntriesThatAreOfferedOrMade(t *testing.T) {
	d, room, towards := stances(t)
	towards.Take(towards.List("syr")[0])
	offered := towards.List("Akar")
	if len(offered) != 1 || !offered[0].New {
		t.Fatalf("offered are %v", offered)
	}
	towards.Take(offered[0])
	if got := tags(d); got != "Stance: Syria, Akar" || d.Said != "New in the register: Akar" {
		t.Errorf("the tags say %q, told is %q", got, d.Said)
	}
	if html := app.HTMLString(strip(room)); !strings.Contains(html, `aria-label="Take out Akar"`) || !strings.Contains(html, `role="combobox"`) {
		t.Errorf("there is no chip, or no field: %s", html)
	}
	version := room.saying.version
	d.Apply(t, annotations.ChangeEntry{Entry: annotations.Entry{ID: "s", Label: "actor", Name: "Damascus"}})
	if room.follow(); room.saying.version == version || tags(d) != "Stance: Damascus, Akar" {
		t.Errorf("an entry got another name, and the tags say %q", tags(d))
	}
}

func TestWhatIsTypedForATagIsKeptOnlyAsAnEntryThatIsCalledSo(t *testing.T) {
	d, _, towards := stances(t)
	if towards.Leave("Syr") || tags(d) != "Stance" || len(d.Told()) != 1 || d.Told()[0] != "“Syr” was not kept: it is not in the register" {
		t.Errorf("the tags say %q, told is %q", tags(d), d.Told())
	}
	if !towards.Leave("SYRIA") || !towards.Leave("") || tags(d) != "Stance: Syria" {
		t.Errorf("the tags say %q", tags(d))
	}
}

func TestAChipOfATagLeadsToTheRegisterAndTakesOut(t *testing.T) {
	d, room, towards := stances(t)
	towards.Take(entryfield.Suggestion{Entry: "s", Name: "Syria"})
	if !room.pressChip(desktest.Element(map[string]string{"register": "s"})) || !d.WasAsked("OpenRegister s") {
		t.Errorf("the register was not asked for: %q", d.Asked.Asked)
	}
	if room.pressChip(desktest.Element(map[string]string{"tag": "stance"})) {
		t.Error("a press on a tag is taken for one on a chip")
	}
	room.pressChip(desktest.Element(map[string]string{"drop": "s", "tagged": "stance", "value": "towards"}))
	if got := tags(d); got != "Stance" {
		t.Errorf("the tags say %q", got)
	}
}
