package register

import (
	"slices"
	"testing"

	"spanwise/annotations"
	"spanwise/app/ui/desktest"
)

// namedIn has a value of a span of the label and of a tag point to entries.
func namedIn(t *testing.T, d *desktest.Desk, span string, entries ...string) {
	t.Helper()
	scheme := d.Scheme().Clone()
	by := annotations.Attribute{ID: "by-whom", Name: "By whom", Type: annotations.Entries, Labels: []string{"actor"}, Several: true}
	scheme.Labels[0].Attributes = append(scheme.Labels[0].Attributes, by)
	scheme.Tags = append(scheme.Tags, annotations.Label{ID: "about", Name: "About", Color: "#666666", Attributes: []annotations.Attribute{by}})
	d.Apply(t, annotations.ChangeScheme{Scheme: scheme})
	v := annotations.Value{Attribute: "by-whom", Entries: entries}
	d.ChangeSpan(span, func(s *annotations.Span) { s.Values = annotations.WithValue(s.Values, v) })
	d.Apply(t, annotations.ChangeSet{Document: d.ArticleID, Annotator: d.Me(), About: annotations.About{State: annotations.StateOpen,
		Tags: []annotations.Tag{{Label: "about", Values: []annotations.Value{v}}}}})
}

func TestValuesThatNameAnEntryAreListedApart(t *testing.T) {
	d, room, spans := registered(t)
	namedIn(t, d, spans[2], "s")
	room.Open("")
	wants(t, "entries", rows(room), "Actor Akar: 1 mention", "Actor Shoigu: 2 mentions · named 2 times", "Date May: 0 mentions")
	room.chooseEntry("s")
	room.register.mentions.look()
	var got []string
	for i := range room.register.mentions.Count() {
		row := room.register.mentions.Row(i)
		got = append(got, row.Parts[0].Text+", "+row.Parts[3].Text)
	}
	wants(t, "mentions", got, "Shoigu, ", "The minister, ", "Akar, By whom", "About, By whom")
	desktest.MustSay(t, seen(room), "Mentions 4")
	dialogOf(room).onDelete(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "2 mentions would be left without an entry. The spans stay. It would be taken out of 2 attributes that name it.")
	dialogOf(room).onDoDelete(d.Context, desktest.PressOn("do", ""))
	wants(t, "left", rows(room), "Actor Akar: 1 mention", "Date May: 0 mentions")
	s, _ := d.Set().Span(spans[2])
	if v, said := annotations.ValueOf(s.Values, "by-whom"); said || len(d.Set().About().Tags[0].Values) > 0 {
		t.Errorf("values still say %+v, %+v", v, d.Set().About().Tags)
	}
}

func TestValuesArePickedForASplitToo(t *testing.T) {
	d, room, spans := registered(t)
	namedIn(t, d, spans[2], "s", "a")
	room.Open("s")
	room.register.mentions.look()
	for _, i := range []int{1, 2} {
		room.register.mentions.press(room.register.mentions.Row(i).Key)
	}
	mentions, values := room.register.mentions.chosen()
	if len(mentions) != 1 || len(values) != 1 || mentions[0].Span.ID != spans[1] || values[0].Attribute != "by-whom" {
		t.Errorf("picked are %d spans and %d values", len(mentions), len(values))
	}
}

func TestATagThatNamesAnEntryLeadsToItsArticle(t *testing.T) {
	d, room, spans := registered(t)
	namedIn(t, d, spans[2], "a")
	room.Open("a")
	room.register.mentions.look()
	at := slices.IndexFunc(room.register.mentions.all, func(m mention) bool { return m.Span == nil })
	dialogOf(room).onMention(d.Context, desktest.PressOn("mention", room.register.mentions.Row(at).Key))
	if room.register.shown {
		t.Error("the dialog stays open")
	}
}
