package spans

import (
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/entryfield"
)

// makers is a room with a span of a label that says who makes it, and to whom: several
// actors or bodies, and one actor.
func makers(t *testing.T) (d *desktest.Desk, room *Room, span *annotations.Span) {
	t.Helper()
	d, room = open(t)
	next := d.Scheme().Clone()
	next.Labels = []annotations.Label{
		{ID: "actor", Name: "Actor", Color: "#0072B2"}, {ID: "body", Name: "Body", Color: "#0072B2"}, {ID: "date", Name: "Date", Color: "#CC79A7"},
		{ID: "demand", Name: "Demand", Color: "#009E73", Attributes: []annotations.Attribute{
			{ID: "by", Name: "Made by", Type: annotations.Entries, Labels: []string{"actor", "body"}, Several: true},
			{ID: "to", Name: "Made to", Type: annotations.Entries, Labels: []string{"actor"}},
		}},
	}
	next.Relations = nil
	d.Apply(t, annotations.ChangeScheme{Scheme: next})
	for id, e := range map[string][2]string{"s": {"actor", "Syria"}, "t": {"actor", "Türkiye"}, "l": {"body", "Arab League"}, "m": {"date", "Monday"}} {
		d.Apply(t, annotations.AddEntry{Entry: annotations.Entry{ID: id, Label: e[0], Name: e[1]}})
	}
	id := d.Mark(t, "demand", "Akar")
	span, _ = d.Set().Span(id)
	d.Choose(span.ID, nil)
	return d, room, span
}

// names are those of what is offered, the new ones after a sign.
func names(list []entryfield.Suggestion) (all []string) {
	for _, s := range list {
		name := strings.TrimSpace(s.Name + " " + s.Hint)
		if s.New {
			name = "+" + name
		}
		all = append(all, name)
	}
	return all
}

func wantsNames(t *testing.T, why string, list []entryfield.Suggestion, want ...string) {
	t.Helper()
	if got := names(list); !slices.Equal(got, want) {
		t.Errorf("%s: %q are offered, want %q", why, got, want)
	}
}

func TestAValuePointsToEntriesThatAreOfferedOrMade(t *testing.T) {
	d, room, span := makers(t)
	by, to := valueOf{room, span, "by"}, valueOf{room, span, "to"}
	wantsNames(t, "of any letter", by.List("a"), "Syria", "Arab League", "+a Actor", "+a Body")
	wantsNames(t, "of one label a new one needs no hint", to.List("tur"), "Türkiye", "+tur")
	by.Take(by.List("tur")[0])
	wantsNames(t, "what it points to is not offered again", by.List("tur"), "+tur Actor", "+tur Body")
	by.Take(entryfield.Suggestion{Name: "Oxfam", Label: "body", New: true})
	to.Take(to.List("syr")[0])
	to.Take(to.List("tur")[0])
	if got := said(d, span.ID); got != "Made by: Türkiye, Oxfam · Made to: Türkiye" {
		t.Errorf("is said %q: of the one the later takes the place of the earlier", got)
	}
	wantsNames(t, "before anything is typed, what is mentioned most", to.List(""), "Syria")
	if d.Said != "Türkiye" || d.Session.Project().EntryCount() != 5 {
		t.Errorf("told is %q, of %d entries", d.Said, d.Session.Project().EntryCount())
	}
}

func TestWhatIsTypedAndLeftIsKeptOnlyAsAnEntryThatIsCalledSo(t *testing.T) {
	d, room, span := makers(t)
	by := valueOf{room, span, "by"}
	for typed, kept := range map[string]bool{"Def": false, "Monday": false, "turkiye": true, "": true} {
		if got := by.Leave(typed); got != kept {
			t.Errorf("%q is kept: %v", typed, got)
		}
	}
	if got := said(d, span.ID); got != "Made by: Türkiye" {
		t.Errorf("is said %q", got)
	}
	by.Leave("Def")
	if got := room.details.gone(""); len(got) != 1 || got[0] != "“Def” was not kept: it is not in the register" {
		t.Errorf("told is %q", got)
	}
}

func TestChipsLeadToTheRegisterAndTakeOut(t *testing.T) {
	d, room, span := makers(t)
	room.details.open = true
	by := valueOf{room, span, "by"}
	by.Take(entryfield.Suggestion{Entry: "s"})
	by.Take(entryfield.Suggestion{Entry: "l"})
	s, _ := d.Set().Span(span.ID)
	fields := room.renderFields(s).(*spanFields)
	html := app.HTMLString(fields)
	for _, want := range []string{`aria-label="Take out Syria"`, `data-register="l"`, `aria-label="Made by"`} {
		if !strings.Contains(html, want) {
			t.Errorf("%s is not in %s", want, html)
		}
	}
	room.dropEntry(span.ID, "by", "s")
	if got := said(d, span.ID); got != "Made by: Arab League" {
		t.Errorf("is said %q", got)
	}
	room.dropEntry(span.ID, "by", "l")
	if got := said(d, span.ID); got != "" {
		t.Errorf("is said %q", got)
	}
	room.dropEntry(span.ID, "gone", "l")
}

func TestARenamedEntryIsSaidByItsNewName(t *testing.T) {
	d, room, span := makers(t)
	valueOf{room, span, "to"}.Take(entryfield.Suggestion{Entry: "s"})
	d.Apply(t, annotations.ChangeEntry{Entry: annotations.Entry{ID: "s", Label: "actor", Name: "Damascus"}})
	s, _ := d.Set().Span(span.ID)
	if fields := room.renderFields(s).(*spanFields); fields.Named != "Damascus" || said(d, span.ID) != "Made to: Damascus" {
		t.Errorf("drawn is %q, said %q", fields.Named, said(d, span.ID))
	}
}

func TestTheFieldStaysForAnotherEntryWhereThereMayBeSeveral(t *testing.T) {
	_, room, span := makers(t)
	room.details.open = true
	valueOf{room, span, "by"}.Took()
	if !room.details.open {
		t.Error("the fields are folded though another may follow")
	}
	valueOf{room, span, "to"}.Took()
	if room.details.open {
		t.Error("the fields stay though there is one")
	}
}
