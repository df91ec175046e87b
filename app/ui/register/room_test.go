package register

import (
	"slices"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// registered is a room with two actors in the register, and a date: “Shoigu”, whom
// two spans mention, and “Akar”, whom one does.
func registered(t *testing.T) (d *desktest.Desk, room *Room, spans []string) {
	t.Helper()
	d = desktest.New(t, "Shoigu met Akar.\nThe minister spoke of May.\n", "Shoigu left.\n")
	room = New(d.Desk)
	for _, e := range []annotations.Entry{
		{ID: "s", Label: "actor", Name: "Shoigu", Aliases: []string{"the minister"}, Note: "Of Russia."},
		{ID: "a", Label: "actor", Name: "Akar"},
		{ID: "m", Label: "date", Name: "May"},
	} {
		d.Apply(t, annotations.AddEntry{Entry: e})
	}
	for _, of := range [][2]string{{"Shoigu", "s"}, {"The minister", "s"}, {"Akar", "a"}} {
		id := d.Mark(t, "actor", of[0])
		d.ChangeSpan(id, func(s *annotations.Span) { s.Entry = of[1] })
		spans = append(spans, id)
	}
	return d, room, spans
}

func seen(room *Room) string              { return desktest.Seen(room.Render()) }
func dialogOf(room *Room) *registerDialog { return room.Render().(*registerDialog) }

// rows are the names in the list of entries, with how often they are mentioned.
func rows(room *Room) []string {
	var all []string
	r := room.register.entries
	r.look()
	for i := range r.Count() {
		row := r.Row(i)
		all = append(all, row.Parts[1].Text+" "+row.Title+": "+row.Parts[2].Text)
	}
	return all
}

func wants(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestTheRegisterListsEveryEntryWithItsMentions(t *testing.T) {
	d, room, _ := registered(t)
	if seen(room) != "" {
		t.Errorf("before it opens there is %q", seen(room))
	}
	(&Button{Room: room}).onPress(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	desktest.MustSay(t, seen(room), "3 entries", "All labels Actor", "Choose an entry to see where it is mentioned.")
	wants(t, "entries", rows(room), "Actor Akar: 1 mention", "Actor Shoigu: 2 mentions", "Date May: 0 mentions")
	room.register.label = "date"
	room.register.entries.begin()
	desktest.MustSay(t, seen(room), "1 entry")
	wants(t, "those of a label", rows(room), "Date May: 0 mentions")
	room.register.label, room.register.words = "", "minis"
	wants(t, "those called so", rows(room), "Actor Shoigu: 2 mentions")
	dialogOf(room).onClose(d.Context, desktest.PressOn("do", ""))
	if seen(room) != "" || !d.WasAsked("Refresh") {
		t.Errorf("closed, there is %q", seen(room))
	}
}

func TestAnEmptyRegisterSaysHowItBegins(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	room.Open("")
	desktest.MustSay(t, seen(room), "Nothing is in the register yet. Choose a span")
	if got := desktest.Seen(&Button{Room: room}); got != "Register" {
		t.Errorf("the button is called %q", got)
	}
}

func TestAnEntryIsShownWithItsNamesAndMentions(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("s")
	desktest.MustSay(t, seen(room), "Actor [Shoigu]", "Other names, one a line [the minister]", "Note [Of Russia.]", "Mentions 2", "Merge into…")
	var got []string
	for i := range room.register.mentions.Count() {
		row := room.register.mentions.Row(i)
		got = append(got, row.Parts[0].Text+", "+row.Parts[1].Text)
	}
	wants(t, "mentions", got, "Shoigu, Article 1", "The minister, Article 1")
	dialogOf(room).onBack(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "Choose an entry")
	dialogOf(room).onEntry(d.Context, desktest.PressOn("entry", "a"))
	desktest.MustSay(t, seen(room), "[Akar]", "Mentions 1")
	room.Open("gone")
	desktest.MustSay(t, seen(room), "Choose an entry")
}

func TestWhoseAMentionIsIsSaidWhereThereAreSeveral(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("a")
	room.register.mentions.look()
	if got := room.register.mentions.Row(0).Parts[2].Text; got != "" {
		t.Errorf("where one is alone it says %q", got)
	}
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	room.register.mentions.look()
	if got := room.register.mentions.Row(0).Parts[2].Text; got != d.AnnotatorName(d.Me()) {
		t.Errorf("it says %q", got)
	}
}

func TestEnterInTheSearchChoosesWhatIsFoundFirst(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("")
	room.register.words = "minis"
	room.register.entries.begin()
	dialogOf(room).onFindKey(d.Context, desktest.Key("x", nil))
	if room.register.chosen != "" {
		t.Error("a letter chooses an entry")
	}
	dialogOf(room).onFindKey(d.Context, desktest.Key("Enter", nil))
	if room.register.chosen != "s" {
		t.Errorf("chosen is %q", room.register.chosen)
	}
}

func TestAnEntryThatIsMentionedIsDeletedWithAWarning(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("s")
	dialogOf(room).onDelete(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "2 mentions would be left without an entry. The spans stay.", "Release 2 mentions and delete")
	dialogOf(room).onCancel(d.Context, desktest.PressOn("do", ""))
	if strings.Contains(seen(room), "would be left") {
		t.Error("it is still asked")
	}
	dialogOf(room).onDelete(d.Context, desktest.PressOn("do", ""))
	dialogOf(room).onDoDelete(d.Context, desktest.PressOn("do", ""))
	wants(t, "left", rows(room), "Actor Akar: 1 mention", "Date May: 0 mentions")
	if len(d.Marked()) != 3 || d.Said != "Entry deleted" {
		t.Errorf("marked is %q, said %q", d.Marked(), d.Said)
	}
	room.Open("m")
	dialogOf(room).onDelete(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "Nothing points to “May”.", "Delete entry")
}

func TestTwoEntriesBecomeOneWithAllNamesAndMentions(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("a")
	dialogOf(room).onMerge(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "All mentions of “Akar” go to the entry that you choose")
	e, _ := d.Desk.Session.Project().Entry("a")
	of := mergeOf{room, e}
	found := of.List("minis")
	if len(found) != 1 || found[0].Entry != "s" {
		t.Fatalf("offered are %+v", found)
	}
	if of.Leave("nobody") || !of.Leave(" ") {
		t.Error("an entry that is not there can be merged into")
	}
	of.Take(found[0])
	wants(t, "left", rows(room), "Actor Shoigu: 3 mentions", "Date May: 0 mentions")
	if room.register.chosen != "s" || d.Said != "Merged into “Shoigu”" {
		t.Errorf("shown is %q, said %q", room.register.chosen, d.Said)
	}
	room.mergeEntries("s", "m")
	if len(d.Told()) != 1 || !strings.HasPrefix(d.Told()[0], "That could not be done: ") {
		t.Errorf("of two labels it is told %q", d.Told())
	}
}

func TestMentionsArePickedForASplit(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("s")
	dialogOf(room).onSplit(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "Press the mentions below that are something else", "Split off 0 mentions")
	key := room.register.mentions.Row(1).Key
	press := func() { dialogOf(room).onMention(d.Context, desktest.PressOn("mention", key)) }
	press()
	desktest.MustSay(t, seen(room), "Split off 1 mention")
	if got, _ := room.register.mentions.chosen(); len(got) != 1 || room.register.mentions.Row(1).Pressed != "true" {
		t.Errorf("picked are %d", len(got))
	}
	press()
	desktest.MustSay(t, seen(room), "Split off 0 mentions")
	dialogOf(room).onSplit(d.Context, desktest.PressOn("do", ""))
	if room.register.doing != doNothing {
		t.Error("a second press still splits")
	}
	dialogOf(room).onDoSplit(d.Context, desktest.PressOn("do", "")) // without a name
	if n := d.Desk.Session.Project().EntryCount(); n != 3 {
		t.Errorf("there are %d entries", n)
	}
}

func TestAMentionLeadsToItsPlace(t *testing.T) {
	d, room, spans := registered(t)
	d.ArticleID = "d2"
	room.Open("s")
	room.register.mentions.look()
	dialogOf(room).onMention(d.Context, desktest.PressOn("mention", "none"))
	if !room.register.shown {
		t.Error("a press beside the rows closes the dialog")
	}
	dialogOf(room).onMention(d.Context, desktest.PressOn("mention", room.register.mentions.Row(1).Key))
	d.Settle()
	if room.register.shown || d.Selection.Span != spans[1] || !d.WasAsked("ShowArticle d1 0") || !d.WasAsked("KeepPlace") {
		t.Errorf("chosen is %q, asked %q", d.Selection.Span, d.Asked.Asked)
	}
}

func TestWhatIsTypedIntoAnEntryIsKept(t *testing.T) {
	d, room, _ := registered(t)
	kind := room.Registration().Written[desk.EntryWriting]
	for _, of := range [][2]string{{entryNameID, "Sergei Shoigu"}, {aliasesID, "the minister\nShoigu"}, {entryNoteID, "In office."}} {
		if err := kind.Keep([]string{"s", of[0]}, of[1]); err != nil {
			t.Error(err)
		}
		if got, there := kind.Now([]string{"s", of[0]}); got != of[1] || !there {
			t.Errorf("%s is %q", of[0], got)
		}
	}
	if err := kind.Keep([]string{"gone", entryNameID}, "x"); err != desk.ErrNotDone {
		t.Errorf("of one that is gone: %v", err)
	}
	if _, there := kind.Now([]string{"gone", entryNameID}); there {
		t.Error("an entry that is gone has a name")
	}
	kind.Open([]string{"s"})
	split := room.Registration().Written[desk.SplitWriting]
	if text, there := split.Now([]string{"s"}); text != "" || !there {
		t.Errorf("a new entry is called %q already", text)
	}
	split.Open([]string{"s"})
	if !d.WasAsked("OpenRegister s") || room.register.doing != doSplit {
		t.Errorf("asked %q", d.Asked.Asked)
	}
}

func TestEnterKeepsANameAndUndoWorksWhileTheDialogIsOpen(t *testing.T) {
	d, room, _ := registered(t)
	room.Open("s")
	field := desktest.Element(nil, "input")
	(&entryForm{Room: room}).onKeyDown(d.Context, desktest.Key("Enter", field))
	if !slices.Contains(d.Fake.Told, "Leave") {
		t.Errorf("told is %q", d.Fake.Told)
	}
	d.Keys = kit.CommandTable([]kit.Command{kit.NewCommand(kit.UndoCommand, "undo", keyboard.Anywhere, nil, "Ctrl+z")}, keyboard.Settings{})
	serial := room.register.serial
	dialogOf(room).onKeyDown(d.Context, desktest.Key("z", desktest.Element(nil), "Ctrl"))
	if !d.WasAsked("Undo") || room.register.serial == serial {
		t.Errorf("asked %q", d.Asked.Asked)
	}
	d.Asked.Asked = nil
	dialogOf(room).onKeyDown(d.Context, desktest.Key("x", desktest.Element(nil)))
	if len(d.Asked.Asked) > 0 {
		t.Errorf("asked %q", d.Asked.Asked)
	}
}

func TestAnEntryThatIsGoneIsNotShown(t *testing.T) {
	d, room, _ := registered(t)
	room.follow()
	room.Open("m")
	d.Apply(t, annotations.RemoveEntry{ID: "m"})
	room.follow()
	d.Settle()
	desktest.MustSay(t, seen(room), "2 entries", "Choose an entry")
}
