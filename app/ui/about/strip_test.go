package about

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/kit"
)

// open is a room in whose scheme are tags with attributes of every kind.
func open(t *testing.T, texts ...string) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t, texts...)
	next := *d.Scheme()
	next.Tags = []annotations.Label{
		{ID: "genre", Name: "Genre", Color: "#0072B2", Attributes: []annotations.Attribute{
			{ID: "kind", Name: "Kind", Type: annotations.Choice, Required: true, Options: []annotations.Option{{ID: "n", Name: "News"}, {ID: "o", Name: "Opinion"}}},
			{ID: "also", Name: "Also", Type: annotations.Choices, Options: []annotations.Option{{ID: "x", Name: "Long"}, {ID: "y", Name: "Illustrated"}}},
			{ID: "paid", Name: "Paid for", Type: annotations.Flag},
			{ID: "when", Name: "Printed", Type: annotations.Date},
			{ID: "desk", Name: "Desk", Type: annotations.Text},
			{ID: "page", Name: "Page", Type: annotations.Number, Min: "1", Max: "99"},
		}},
		{ID: "odd", Name: "Odd one", Color: "#009E73"},
	}
	d.Apply(t, annotations.ChangeScheme{Scheme: &next})
	room := New(d.Desk)
	room.follow()
	return d, room
}

// read is what the strip reads now.
func read(room *Room) string {
	room.follow()
	return desktest.Text(room.Render())
}

// tags is what the tags say in one line.
func tags(d *desktest.Desk) string {
	return tagsSaid(d.Scheme(), d.Set().About().Tags, d.Desk.Session.Project())
}

// strip is the component as it is drawn now.
func strip(room *Room) *aboutStrip {
	room.follow()
	return room.Render().(*aboutStrip)
}

func TestTagsAreGivenAndTakenByTheirButtons(t *testing.T) {
	d, room := open(t)
	if !room.unfoldTags() {
		t.Fatal("the tags do not unfold")
	}
	if got := read(room); !strings.Contains(got, "Genre") || !strings.Contains(got, "Odd one") || strings.Contains(got, "Printed") {
		t.Errorf("unfolded, the strip reads %q", got)
	}
	tag := func(id string) { strip(room).onTag(d.Context, desktest.PressOn("tag", id)) }
	option := func(attribute, id string) {
		strip(room).onTag(d.Context, desktest.Press(desktest.Element(map[string]string{"tag": "genre", "attribute": attribute, "option": id})))
	}
	for _, step := range []struct {
		do         func()
		want, said string
	}{
		{func() { tag("odd") }, "Odd one", "Tagged as Odd one"},
		{func() { tag("odd") }, "", "No longer tagged as Odd one"},
		{func() { tag("gone") }, "", "No longer tagged as Odd one"},
		{func() { tag("genre") }, "Genre · 1 to do", "Tagged as Genre"},
		{func() { option("kind", "n") }, "Genre: News", "Tagged as Genre"},
		{func() { option("kind", "o") }, "Genre: Opinion", "Tagged as Genre"},
		{func() { option("also", "x") }, "Genre: Opinion, Long", "Tagged as Genre"},
		{func() { option("also", "y") }, "Genre: Opinion, Long, Illustrated", "Tagged as Genre"},
		{func() { option("also", "x") }, "Genre: Opinion, Illustrated", "Tagged as Genre"},
		{func() { option("also", "y") }, "Genre: Opinion", "Tagged as Genre"},
		{func() { option("paid", "true") }, "Genre: Opinion, Paid for", "Tagged as Genre"},
		{func() { option("kind", "o") }, "Genre: Paid for · 1 to do", "Tagged as Genre"},
		{func() { option("gone", "o") }, "Genre: Paid for · 1 to do", "Tagged as Genre"},
	} {
		before := tags(d)
		if step.do(); tags(d) != step.want || d.Said != step.said {
			t.Fatalf("after %q the tags say %q, want %q; said %q", before, tags(d), step.want, d.Said)
		}
	}
	if got := read(room); !strings.Contains(got, "Printed") || !strings.Contains(got, "to do") {
		t.Errorf("with a tag given, the strip reads %q", got)
	}
}

func TestAValueOfATagIsTypedOrRefused(t *testing.T) {
	d, room := open(t)
	room.toggleTag("genre")
	field := func(attribute string) *tagField {
		return &tagField{Room: room, Tag: "genre", Attribute: attribute, Name: attribute}
	}
	for _, tt := range []struct{ attribute, typed, want, told string }{
		{"desk", "Foreign", "Genre: Foreign · 1 to do", ""},
		{"when", "25 April 2023", "Genre: 2023-04-25, Foreign · 1 to do", ""},
		{"when", "soonish", "Genre: 2023-04-25, Foreign · 1 to do", "“soonish” is not understood as a date. It was not kept."},
		{"when", " ", "Genre: Foreign · 1 to do", ""},
		{"page", "big", "Genre: Foreign · 1 to do", "It was not kept."},
		{"desk", "", "Genre · 1 to do", ""},
		{"gone", "x", "Genre · 1 to do", "The tag is not there any more. It was not kept."},
	} {
		f := field(tt.attribute)
		f.onChange(d.In(tt.typed), app.Event{})
		if got := tags(d); got != tt.want {
			t.Errorf("%q in %s: the tags say %q, want %q", tt.typed, tt.attribute, got, tt.want)
		}
		if got := desktest.Text(f); !strings.HasSuffix(got, tt.told) || (tt.told == "") != (got == "") {
			t.Errorf("%q in %s: it tells %q, want %q", tt.typed, tt.attribute, got, tt.told)
		}
	}
}

func TestAnArticleThatIsDoneSaysWhatItsTagsLack(t *testing.T) {
	d, room := open(t)
	for _, step := range []struct {
		do   func()
		said string
	}{
		{room.turnDone, "This article is done. 1 of 1 done"},
		{room.turnDone, "This article is open again"},
		{func() { room.toggleTag("genre"); room.turnDone() }, "This article is done, though its tags lack 1 thing"},
	} {
		if step.do(); d.Said != step.said {
			t.Errorf("said %q, want %q", d.Said, step.said)
		}
	}
}

func TestMarkingGoesOnInAnArticleThatIsDone(t *testing.T) {
	d, room := open(t)
	if got := room.MarkedDone("Select text."); got != "Select text." {
		t.Errorf("while it is open: %q", got)
	}
	strip(room).onDone(d.Context, app.Event{})
	if got := room.MarkedDone("Select text."); !strings.HasSuffix(got, "the button Done opens it again.") {
		t.Errorf("without a key: %q", got)
	}
	d.Keys = kit.CommandTable(room.commands(), d.Keys.Settings())
	if got, key := room.MarkedDone("Select text."), d.Keys.Key(kit.DoneCommand); key == "" || !strings.HasSuffix(got, "the key "+key+" opens it again.") {
		t.Errorf("with the key %q: %q", key, got)
	}
}

func TestAPartIsUnfoldedAndFoldedAndGoesWithTheArticle(t *testing.T) {
	d, room := open(t, "One.\n", "Two.\n")
	fold := func(part stripPart) {
		strip(room).onFold(d.On(desktest.Element(map[string]string{"part": string(part)})), app.Event{})
	}
	if fold(notePart); room.saying.open != notePart || !strings.Contains(read(room), "Note on this article") {
		t.Errorf("unfolded: %q", read(room))
	}
	if fold(notePart); room.saying.open != noPart {
		t.Error("it is not folded again")
	}
	fold(tagsPart)
	strip(room).onTagKey(d.Context, desktest.Key("x", app.Null()))
	if room.saying.open != tagsPart {
		t.Error("any key folds the tags")
	}
	if strip(room).onTagKey(d.Context, desktest.Key("Escape", app.Null())); room.saying.open != noPart {
		t.Error("Esc does not fold the tags")
	}
	fold(tagsPart)
	d.ArticleID = "d2"
	if room.follow(); room.saying.open != noPart {
		t.Error("another article opens with its tags unfolded")
	}
	version := room.saying.version
	if room.follow(); room.saying.version != version {
		t.Error("the strip is drawn again though nothing has changed")
	}
}

func TestTheStripNamesWhoWorksAndWhoIsComparedWith(t *testing.T) {
	d, room := open(t)
	me, _ := d.Session.Project().Annotator(d.Me())
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	if got := read(room); !strings.Contains(got, me.Name) || strings.Contains(got, "Ann ") {
		t.Errorf("the strip reads %q", got)
	}
	d.CompareWith("ann")
	if got := read(room); !strings.Contains(got, me.Name+" | Ann") {
		t.Errorf("compared, the strip reads %q", got)
	}
	if got := app.HTMLString(room.Render()); !strings.Contains(got, "Annotator: "+me.Name+", compared with Ann") {
		t.Errorf("a screen reader hears %s", got)
	}
	if strip(room).onWho(d.Context, app.Event{}); !d.WasAsked("OpenAnnotators") {
		t.Errorf("asked %q", d.Asked.Asked)
	}
}

func TestASchemeWithoutTagsUnfoldsNone(t *testing.T) {
	d := desktest.New(t)
	next := *d.Scheme()
	next.Tags = nil
	d.Apply(t, annotations.ChangeScheme{Scheme: &next})
	room := New(d.Desk)
	room.follow()
	if room.unfoldTags() || room.saying.open != noPart {
		t.Error("something unfolds")
	}
	version := room.saying.version
	if room.Registration().Empty(); room.saying.version == version {
		t.Error("what was said of an article that is gone stays drawn")
	}
}

func TestWhatIsWrittenOfAnArticleIsKeptByThatArticle(t *testing.T) {
	d, room := open(t, "One.\n", "Two.\n")
	room.toggleTag("genre")
	kinds := room.written()
	note, tag := kinds[desk.AboutWriting], kinds[desk.TagWriting]
	ofNote, ofTag := []string{"d1", d.Me()}, []string{"d1", d.Me(), "genre", "desk"}
	if err := note.Keep(ofNote, "A retelling"); err != nil {
		t.Error(err)
	}
	if err := tag.Keep(ofTag, "Foreign"); err != nil {
		t.Error(err)
	}
	if text, there := note.Now(ofNote); text != "A retelling" || !there {
		t.Errorf("the note is %q, %v", text, there)
	}
	if text, there := tag.Now(ofTag); text != "Foreign" || !there {
		t.Errorf("the detail is %q, %v", text, there)
	}
	if got := read(room); !strings.Contains(got, "A retelling") {
		t.Errorf("the strip reads %q", got)
	}
	d.ArticleID = "d2"
	if note.Keep(ofNote, "x") == nil || tag.Keep(ofTag, "x") == nil {
		t.Error("it is kept although another article is open")
	}
	if note.Open(ofNote); !d.WasAsked("ShowArticle d1 0") || room.saying.open != notePart {
		t.Errorf("asked %q, open is %q", d.Asked.Asked, room.saying.open)
	}
	if tag.Open(ofTag); room.saying.open != tagsPart {
		t.Errorf("open is %q", room.saying.open)
	}
	d.ArticleID = "d1"
	room.toggleTag("genre")
	if _, there := tag.Now(ofTag); there {
		t.Error("the detail of a tag that was taken is there")
	}
	if _, there := note.Now([]string{"gone", d.Me()}); there {
		t.Error("the note of an article that is gone is there")
	}
}
