package scheme

import (
	"slices"
	"testing"

	"spanwise/annotations"
	"spanwise/app/ui/desktest"
)

// makers is the dialog open on a project whose demands say in words who makes them.
func makers(t *testing.T, words ...string) (*desktest.Desk, *Room, []string) {
	t.Helper()
	d := desktest.New(t)
	scheme := &annotations.Scheme{Name: "words", Labels: []annotations.Label{
		{ID: "actor", Name: "Actor", Color: "#0072B2"},
		{ID: "demand", Name: "Demand", Color: "#D55E00", Attributes: []annotations.Attribute{{ID: "by", Name: "Made by", Type: annotations.Text, Offers: "actor"}}},
	}}
	d.Apply(t, annotations.ChangeScheme{Scheme: scheme})
	d.Apply(t, annotations.AddEntry{Entry: annotations.Entry{ID: "s", Label: "actor", Name: "Syria"}})
	var spans []string
	for i, w := range words {
		id := d.Mark(t, "demand", []string{"Shoigu", "Akar"}[i])
		d.ChangeSpan(id, func(s *annotations.Span) { s.Values = []annotations.Value{{Attribute: "by", Text: w}} })
		spans = append(spans, id)
	}
	room := New(d.Desk)
	room.OnEditScheme(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	return d, room, spans
}

// by is who makes a demand, by name.
func by(d *desktest.Desk, span string) (names []string) {
	s, _ := d.Set().Span(span)
	v, _ := annotations.ValueOf(s.Values, "by")
	for _, id := range v.Entries {
		e, _ := d.Session.Project().Entry(id)
		names = append(names, e.Name)
	}
	return names
}

func TestAnAttributeIsMadeToTakeEntriesOfLabels(t *testing.T) {
	_, room, _ := makers(t)
	room.showPart(part{labelPart, 1, 0})
	room.editScheme("type", "entry")
	room.editScheme("takes:demand", "true")
	room.editScheme("several", "true")
	want := annotations.Attribute{ID: "by", Name: "Made by", Type: annotations.Entries, Labels: []string{"actor", "demand"}, Several: true}
	if got := room.scheming.scheme.Labels[1].Attributes[0]; !got.Equal(want) {
		t.Errorf("it is %+v, want %+v", got, want)
	}
	room.showPart(partOf(labelPart, 0))
	room.editScheme("id", "who")
	if got := room.scheming.scheme.Labels[1].Attributes[0].Labels; !slices.Equal(got, []string{"who", "demand"}) {
		t.Errorf("when a label gets another ID it takes the entries of %q", got)
	}
	room.changeScheme("remove", 0)
	if got := room.scheming.scheme.Labels[0].Attributes[0].Labels; !slices.Equal(got, []string{"demand"}) {
		t.Errorf("when a label is deleted it takes the entries of %q", got)
	}
	room.showPart(part{labelPart, 0, 0})
	room.editScheme("type", "text")
	if got := room.scheming.scheme.Labels[0].Attributes[0]; got.Labels != nil || got.Several {
		t.Errorf("a text takes entries: %+v", got)
	}
}

func TestWordsThatAreNoEntrysNameAreListedAndBecomeEntriesOnlyWhenThatIsWanted(t *testing.T) {
	d, room, spans := makers(t, "SYRIA", "Oxfam")
	room.changeScheme("point", 0)
	dialogOf(room).onApply(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	desktest.MustSay(t, seen(room), "Words that become the register entries called so: 1 value.", "Left out, since no entry is called so: “Oxfam”.", "Make entries of these words")
	dialogOf(room).onNewEntries(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	desktest.MustSay(t, seen(room), "Words that become the register entries called so: 2 values. New in the register: 1 register entry.")
	desktest.MustNotSay(t, seen(room), "Left out", "Make entries of these words")
	dialogOf(room).onYes(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	if got := slices.Concat(by(d, spans[0]), by(d, spans[1])); !slices.Equal(got, []string{"Syria", "Oxfam"}) {
		t.Errorf("they are made by %q", got)
	}
	d.Ask.Undo()
}

// TestATextThatNamesEntriesIsOfferedToPointToThem: an old project stays as it is until
// somebody wants otherwise.
func TestATextThatNamesEntriesIsOfferedToPointToThem(t *testing.T) {
	_, room, _ := makers(t, "Syria")
	desktest.MustSay(t, seen(room), "“Made by” says names of register entries as words", "Let it point to them")
	if room.scheming.changed() {
		t.Error("the offer alone changes the scheme")
	}
	room.changeScheme("point", 0)
	desktest.MustNotSay(t, seen(room), "Let it point to them")
	want := annotations.Attribute{ID: "by", Name: "Made by", Type: annotations.Entries, Labels: []string{"actor"}, Several: true}
	if got := room.scheming.scheme.Labels[1].Attributes[0]; !got.Equal(want) {
		t.Errorf("it is %+v, want %+v", got, want)
	}
}
