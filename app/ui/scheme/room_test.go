package scheme

import (
	"slices"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
)

// opened is a room with the dialog open, over a text in which “Shoigu” is an actor
// and “Akar” a date, under a scheme that has relations between demands and actors.
func opened(t *testing.T) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t)
	d.Apply(t, annotations.ChangeScheme{Scheme: relating()})
	d.Mark(t, "actor", "Shoigu")
	d.Mark(t, "date", "Akar")
	room := New(d.Desk)
	room.OnEditScheme(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	return d, room
}

// seen is what the dialog shows.
func seen(room *Room) string { return desktest.Seen(room.Render()) }

// formOf is the form as it is now, and listOf the list.
func formOf(room *Room) *schemeForm { return &schemeForm{Room: room, Fields: room.scheming.fields()} }
func listOf(room *Room) *schemeList { return &schemeList{Room: room, Rows: room.scheming.rows()} }
func dialogOf(room *Room) *schemeDialog {
	return &schemeDialog{Room: room, Told: room.scheming.tell()}
}

func TestTheDialogListsAllPartsWithHowMuchHasThem(t *testing.T) {
	d, room := opened(t)
	desktest.MustSay(t, seen(room), "Name and guidelines", "Actor 1 span 1", "Demand 2", "Date 1 span 3", "Genre", "contradicts", "Apply Cancel")
	desktest.MustNotSay(t, seen(room), "Deleted, but in use", "To mend", "Throw it away")
	if len(d.Fake.Told) == 0 || d.Fake.Told[0] != "Commit" {
		t.Errorf("what was being written is not kept first: %q", d.Fake.Told)
	}
}

func TestNothingIsDrawnBeforeTheDialogOpens(t *testing.T) {
	if got := desktest.Seen(New(desktest.New(t).Desk).Render()); got != "" {
		t.Errorf("there is %q", got)
	}
}

func TestTheDialogOpensAtTheLabelOfTheChosenSpan(t *testing.T) {
	d := desktest.New(t)
	d.Selection.Span = d.Mark(t, "date", "Akar")
	room := New(d.Desk)
	room.openScheme()
	if got := room.scheming.at; got != partOf(labelPart, 2) {
		t.Errorf("it opens at %+v", got)
	}
}

func TestEachPartHasTheFieldsThatItKnows(t *testing.T) {
	for _, tt := range []struct {
		why    string
		at     part
		says   []string
		lacks  []string
		before func(*schemeDraft)
	}{
		{"a label", partOf(labelPart, 0), []string{"[Actor] Key [1]", "Examples, one a line", "ID: actor. It stays, since it is in use: 1 span.", "Kind One of several", "Two spans of this label may overlap", "Delete label"}, []string{"Delete tag"}, nil},
		{"a label that nothing has", partOf(labelPart, 1), []string{"ID, by which files name it [demand]"}, []string{"It stays"}, nil},
		{"a tag", partOf(tagPart, 0), []string{"what it says of an article", "[Genre]", "Delete tag"}, []string{"Key [", "may overlap"}, nil},
		{"a relation", partOf(relationPart, 0), []string{"[demanded by]", "Goes from spans of (none: any)", "Goes to spans of", "Delete relation"}, []string{"Colour", "Add attribute"}, nil},
		{"name and guidelines", partOf(aboutPart, 0), []string{"Name of the scheme", "Where its labels come from", "Guidelines: how to mark"}, []string{"Move up"}, nil},
		{"an attribute with options", part{labelPart, 0, 0}, []string{"Back to Actor", "Options, one a line", "Required: a span without it", "Delete attribute"}, []string{"Least", "Offers the register"}, nil},
		{"a text", part{labelPart, 1, 0}, []string{"Back to Demand", "Offers the register entries of None Actor"}, []string{"Options, one a line", "Least"}, func(d *schemeDraft) { retype(d.attribute(part{labelPart, 1, 0}), annotations.Text) }},
		{"a date", part{labelPart, 2, 0}, []string{"[When]"}, []string{"A new span begins with"}, nil},
		{"an entry", part{labelPart, 1, 0}, []string{"Takes the entries of (none: any) Actor", "It may be several entries"}, []string{"A new span begins with", "Offers the register"}, nil},
		{"a number", part{labelPart, 3, 3}, []string{"Least [", "Greatest ["}, []string{"Options, one a line"}, nil},
		{"yes or no", part{labelPart, 0, 0}, []string{"A new span begins with Nothing Yes No"}, nil, func(d *schemeDraft) { d.attribute(part{labelPart, 0, 0}).Type = annotations.Flag }},
		{"any of several", part{labelPart, 0, 0}, []string{"A new span begins with (options, one a line)"}, nil, func(d *schemeDraft) { d.attribute(part{labelPart, 0, 0}).Type = annotations.Choices }},
		{"a label without a name", part{labelPart, 0, 0}, []string{"Back to the label"}, nil, func(d *schemeDraft) { d.label(partOf(labelPart, 0)).Name = "" }},
		{"the ready-made", partOf(readyPart, 0), []string{"takes the place of the scheme in this window", "Framing functions (Entman)", "15 labels", "Times (TimeML TIMEX3)"}, nil, nil},
	} {
		t.Run(tt.why, func(t *testing.T) {
			_, room := opened(t)
			if tt.before != nil {
				tt.before(room.scheming)
			}
			room.scheming.show(tt.at)
			form := desktest.Seen(formOf(room))
			desktest.MustSay(t, form, tt.says...)
			desktest.MustNotSay(t, form, tt.lacks...)
		})
	}
}

func TestALabelStandsInNoGroupOfItsOwn(t *testing.T) {
	_, room := opened(t)
	room.scheming.scheme.Labels[1].Parent = "actor"
	room.scheming.show(partOf(labelPart, 0))
	form := desktest.Seen(formOf(room))
	desktest.MustSay(t, form, "In the group of None Date Source bias")
	desktest.MustNotSay(t, form, "In the group of None Actor", "Demand Date Source bias")
}

func TestFormsAreKnownByWhatTheyAreAbout(t *testing.T) {
	_, room := opened(t)
	for at, want := range map[part]string{
		partOf(labelPart, 0): "Label", partOf(tagPart, 0): "Tag", partOf(relationPart, 0): "Relation", {labelPart, 0, 0}: "Attribute",
		partOf(gonePart, 0): "Deleted, but in use", partOf(readyPart, 0): "Ready-made schemes", partOf(aboutPart, 0): "Name and guidelines",
	} {
		room.scheming.at = at
		if got := formOf(room).title(); got != want {
			t.Errorf("%+v is called %q, want %q", at, got, want)
		}
	}
}

func TestWhatIsTypedIsAppliedAsOneEdit(t *testing.T) {
	d, room := opened(t)
	room.editScheme("name", "Player")
	room.showPart(partOf(aboutPart, 0))
	room.editScheme("name", "My scheme")
	room.editScheme("source", "Mine")
	room.editScheme("guidelines", "Mark all.\n")
	dialogOf(room).onApply(d.Context, desktest.PressOn("do", ""))
	d.Settle()
	s := d.Scheme()
	if s.Labels[0].Name != "Player" || s.Name != "My scheme" || s.Source != "Mine" || s.Guidelines != "Mark all." {
		t.Errorf("the scheme is %q by %q with %q first and the guidelines %q", s.Name, s.Source, s.Labels[0].Name, s.Guidelines)
	}
	if !d.WasAsked("Refresh") || d.Said != "The scheme is changed" {
		t.Errorf("asked %q, said %q", d.Asked.Asked, d.Said)
	}
	d.Desk.Session.Undo()
	if s := d.Scheme(); s.Labels[0].Name != "Actor" || s.Name == "My scheme" {
		t.Error("one undo does not take all of it back")
	}
}

func TestAFormSaysWhatItTakesFromTheFieldThatWasTypedIn(t *testing.T) {
	field := func(name string, of map[string]any) map[string]any {
		of["dataset"] = desktest.Object(map[string]any{"field": name})
		return of
	}
	d, room := opened(t)
	form := formOf(room)
	for _, of := range []map[string]any{
		field("name", map[string]any{"value": "Player", "type": "text"}),
		field("overlap", map[string]any{"value": "on", "type": "checkbox", "checked": false}),
		field("parent", map[string]any{"value": "=demand", "type": "select-one"}),
		field("", map[string]any{"value": "lost", "type": "text"}),
	} {
		form.onInput(d.Context, desktest.Press(desktest.Object(of)))
	}
	if l := room.scheming.scheme.Labels[0]; l.Name != "Player" || !l.NoOverlap || l.Parent != "demand" {
		t.Errorf("the label is %+v", l)
	}
}

func TestARelationGoesFromWhatIsTickedInTheSchemesOrder(t *testing.T) {
	_, room := opened(t)
	room.showPart(partOf(relationPart, 0))
	for _, typed := range [][2]string{
		{"from:source-bias", "true"}, {"from:actor", "true"}, {"from:demand", "false"}, {"to:date", "true"},
		{"name", "asked  by"}, {"definition", " Who asks. "}, {"id", "asked-by"},
	} {
		room.editScheme(typed[0], typed[1])
	}
	r := room.scheming.scheme.Relations[0]
	if !slices.Equal(r.From, []string{"actor", "source-bias"}) || !slices.Equal(r.To, []string{"actor", "date"}) {
		t.Errorf("it goes from %q to %q", r.From, r.To)
	}
	if r.Name != "asked by" || r.Definition != "Who asks." || r.ID != "asked-by" {
		t.Errorf("it is %+v", r)
	}
}

func TestAnAttributeTakesWhatIsTypedIntoItsForm(t *testing.T) {
	_, room := opened(t)
	room.showPart(part{labelPart, 1, 0})
	for _, typed := range [][2]string{{"definition", " Who? "}, {"required", "true"}, {"offers", "date"}, {"default", "nobody"}} {
		room.editScheme(typed[0], typed[1])
	}
	a := room.scheming.scheme.Labels[1].Attributes[0]
	if a.Definition != "Who?" || !a.Required || a.Offers != "date" || !slices.Equal(a.Default, []string{"nobody"}) {
		t.Errorf("it is %+v", a)
	}
	room.editScheme("type", "number")
	if a := room.scheming.scheme.Labels[1].Attributes[0]; a.Offers != "" || a.Type != annotations.Number {
		t.Errorf("as a number it is %+v", a)
	}
	desktest.MustSay(t, desktest.Seen(formOf(room)), "Least Greatest")
}

func TestTheButtonsOfAFormChangeTheDraft(t *testing.T) {
	names := func(room *Room) string {
		var all []string
		for _, l := range room.scheming.scheme.Labels {
			all = append(all, l.Name)
		}
		return strings.Join(all, ", ")
	}
	for _, tt := range []struct {
		do    string
		index int
		want  string
		at    part
	}{
		{"down", 0, "Demand, Actor, Date, Source bias", partOf(labelPart, 1)},
		{"up", 0, "Actor, Demand, Date, Source bias", partOf(labelPart, 0)},
		{"remove", 0, "Demand, Date, Source bias", partOf(gonePart, 0)},
		{"attribute", 1, "Actor, Demand, Date, Source bias", part{labelPart, 0, 1}},
		{"add-attribute", 0, "Actor, Demand, Date, Source bias", part{labelPart, 0, 2}},
		{"ready", 1, "", partOf(gonePart, 0)},
	} {
		d, room := opened(t)
		formOf(room).onClick(d.Context, desktest.Press(desktest.Element(map[string]string{"do": tt.do, "index": string(rune('0' + tt.index))})))
		if got := names(room); tt.want != "" && got != tt.want || room.scheming.at != tt.at {
			t.Errorf("%q makes it %s, with %+v shown", tt.do, got, room.scheming.at)
		}
	}
}

func TestAnAttributeMovesAmongItsOwnAndGoesWithoutAQuestion(t *testing.T) {
	_, room := opened(t)
	room.changeScheme("attribute", 0)
	room.changeScheme("down", 0)
	if a := room.scheming.scheme.Labels[0].Attributes; a[1].ID != "kind" || room.scheming.at.Attribute != 1 {
		t.Errorf("the attributes are %+v, shown is %+v", a, room.scheming.at)
	}
	room.changeScheme("remove", 0)
	if a := room.scheming.scheme.Labels[0].Attributes; len(a) != 1 || room.scheming.at != partOf(labelPart, 0) {
		t.Errorf("left are %+v, shown is %+v", a, room.scheming.at)
	}
	room.changeScheme("attribute", 0)
	room.changeScheme("back", 0)
	if room.scheming.at != partOf(labelPart, 0) {
		t.Errorf("back leads to %+v", room.scheming.at)
	}
	room.scheming.narrow = true
	room.changeScheme("back", 0)
	if room.scheming.narrow {
		t.Error("from a label back does not lead to the list")
	}
}

func TestAColourIsTakenFromThoseOffered(t *testing.T) {
	_, room := opened(t)
	room.changeScheme("colour", 2)
	if got := room.scheming.scheme.Labels[0].Color; got != schemeColours[2].Value {
		t.Errorf("the colour is %q", got)
	}
	room.editScheme("color", "#abcdef")
	if got := room.scheming.fields().Colour; got != "#abcdef" {
		t.Errorf("typed, it is %q", got)
	}
}

func TestTheListAddsPartsAndGoesToThem(t *testing.T) {
	for _, tt := range []struct {
		kind partKind
		at   int
	}{{labelPart, 4}, {tagPart, 2}, {relationPart, 4}} {
		d, room := opened(t)
		listOf(room).onClick(d.Context, desktest.PressOn("add", string(tt.kind)))
		if room.scheming.at != partOf(tt.kind, tt.at) || !room.scheming.narrow {
			t.Errorf("added is %+v", room.scheming.at)
		}
		desktest.MustSay(t, seen(room), "No name yet")
	}
	d, room := opened(t)
	listOf(room).onClick(d.Context, desktest.PressOn("row", "2"))
	if room.scheming.at != partOf(labelPart, 1) {
		t.Errorf("the third row leads to %+v", room.scheming.at)
	}
	list := listOf(room)
	list.onFocus(d.Context, desktest.PressOn("row", "3"))
	if list.at != 3 {
		t.Errorf("Tab stops at the row %d", list.at)
	}
	list.onFocus(d.Context, desktest.PressOn("row", "300"))
	if list.at != 3 {
		t.Errorf("a row that is not there has the keyboard: %d", list.at)
	}
}

func TestWhatIsWrongIsShownWhereItIsMended(t *testing.T) {
	d, room := opened(t)
	room.editScheme("key", "12")
	room.showPart(partOf(aboutPart, 0))
	room.applyScheme()
	d.Settle()
	if room.scheming.at != partOf(labelPart, 0) {
		t.Fatalf("shown is %+v", room.scheming.at)
	}
	desktest.MustSay(t, seen(room), "A key is one character.", "To mend")
	if d.Scheme().Labels[0].Key != "1" {
		t.Error("it is applied all the same")
	}
}

func TestWhatIsDeletedAndInUseIsDecidedOnAndAskedAboutOnce(t *testing.T) {
	d, room := opened(t)
	room.changeScheme("remove", 0)
	desktest.MustSay(t, seen(room), "Deleted, but in use", "“Actor” has 1 span. What becomes of it?", "Choose…", "Delete it too", "Make it “Demand”", "Keep “Actor”")
	room.applyScheme()
	desktest.MustSay(t, seen(room), "Choose what becomes of this.")
	room.editScheme("label:actor", "=demand")
	room.applyScheme()
	desktest.MustSay(t, seen(room), "Another label for 1 span. Undo takes all of it back at once.", "Apply all the same")
	dialogOf(room).onGoOn(d.Context, desktest.PressOn("do", ""))
	desktest.MustNotSay(t, seen(room), "Apply all the same")
	room.applyScheme()
	dialogOf(room).onYes(d.Context, desktest.PressOn("do", ""))
	if got := d.Marked(); !slices.Equal(got, []string{"demand: Shoigu", "date: Akar"}) {
		t.Errorf("marked is %q", got)
	}
	if _, there := d.Scheme().Label("actor"); there {
		t.Error("the label is still there")
	}
}

func TestWhatIsDecidedToGoGoes(t *testing.T) {
	d, room := opened(t)
	room.changeScheme("remove", 0)
	room.editScheme("label:actor", deleteThem)
	room.applyScheme()
	desktest.MustSay(t, seen(room), "Deleted: 1 span.")
	room.applyScheme()
	if got := d.Marked(); !slices.Equal(got, []string{"date: Akar"}) {
		t.Errorf("marked is %q", got)
	}
}

func TestADecisionIsTakenBackOrTheLabelKept(t *testing.T) {
	_, room := opened(t)
	room.changeScheme("remove", 0)
	room.editScheme("label:actor", deleteThem)
	room.editScheme("label:actor", undecided)
	if _, open := room.scheming.open(); !open {
		t.Error("a decision that is taken back is one")
	}
	room.changeScheme("keep", 0)
	if room.scheming.scheme.Labels[0].ID != "actor" {
		t.Errorf("what is kept is not back: %+v", room.scheming.at)
	}
}

func TestARelationThatIsInUseComesBack(t *testing.T) {
	d := desktest.New(t)
	a, b := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "actor", "Akar")
	d.Apply(t, annotations.AddRelation{Relation: annotations.Relation{
		ID: "r", Label: "contradicts", Annotator: d.Me(), Origin: annotations.FromPerson,
		From: annotations.Place{Document: d.ArticleID, Span: a}, To: annotations.Place{Document: d.ArticleID, Span: b},
	}})
	room := New(d.Desk)
	room.openScheme()
	desktest.MustSay(t, seen(room), "contradicts 1 relation")
	room.showPart(partOf(relationPart, 0))
	room.changeScheme("remove", 0)
	desktest.MustSay(t, seen(room), "“contradicts” has 1 relation. What becomes of it?")
	room.changeScheme("keep", 0)
	if room.scheming.scheme.Relations[0].ID != "contradicts" || room.scheming.changed() {
		t.Errorf("the relations are %+v", room.scheming.scheme.Relations)
	}
}

func TestWhoLeavesIsAskedWhereSomethingWouldBeLost(t *testing.T) {
	d, room := opened(t)
	room.leaveScheme()
	if room.scheming.question != noQuestion {
		t.Error("it is asked though nothing was changed")
	}
	room.editScheme("name", "Player")
	dialogOf(room).onCancel(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "What you changed in the scheme is not applied. Throw it away?")
	dialogOf(room).onKeyDown(d.Context, desktest.Key("Escape", nil))
	desktest.MustNotSay(t, seen(room), "Throw it away?")
	dialogOf(room).onEscape(d.Context, desktest.Key("Escape", nil))
	desktest.MustSay(t, seen(room), "Throw it away?")
	dialogOf(room).onYes(d.Context, desktest.PressOn("do", ""))
	dialogOf(room).onClose(d.Context, desktest.PressOn("do", ""))
	if room.scheming != nil || d.Scheme().Labels[0].Name != "Actor" {
		t.Error("what was thrown away is there")
	}
}

func TestASchemeThatWasChangedInAnotherTabIsToldBeforeItIsReplaced(t *testing.T) {
	d, room := opened(t)
	theirs := d.Scheme().Clone()
	theirs.Labels[1].Name = "Claim"
	d.Apply(t, annotations.ChangeScheme{Scheme: theirs})
	room.editScheme("name", "Player")
	room.applyScheme()
	desktest.MustSay(t, seen(room), "The scheme was changed in another tab.")
	if d.Scheme().Labels[1].Name != "Claim" {
		t.Error("theirs is gone at once")
	}
	room.applyScheme()
	if got := d.Scheme().Labels; got[0].Name != "Player" || got[1].Name != "Demand" {
		t.Errorf("applied again, the labels are %q and %q", got[0].Name, got[1].Name)
	}
}

func TestAFileIsReadIntoTheDialog(t *testing.T) {
	_, room := opened(t)
	w := annotations.JSONWriter{}
	w.Scheme(annotations.ReadyMade()[1].Scheme)
	room.takeScheme(browser.File{Name: "entman.json", Data: append([]byte("\ufeff"), w.Bytes()...)})
	if room.scheming.scheme.Name != "Framing functions (Entman)" || room.scheming.at.Kind != gonePart {
		t.Errorf("read is %q, shown is %+v", room.scheming.scheme.Name, room.scheming.at)
	}
	room.takeScheme(browser.File{Name: "notes.txt", Data: []byte("no scheme")})
	if !strings.HasPrefix(room.scheming.trouble, "notes.txt: ") {
		t.Errorf("of a file that is none it says %q", room.scheming.trouble)
	}
	room.takeScheme(browser.File{Name: "two.json", Data: append(w.Bytes(), "{}"...)})
	if !strings.HasPrefix(room.scheming.trouble, "two.json: ") {
		t.Errorf("of a file with more in it it says %q", room.scheming.trouble)
	}
	room.takeScheme(browser.File{Name: "gone.json", Err: desk.ErrNotDone})
	if room.scheming.trouble != "gone.json: "+desk.ErrNotDone.Error() {
		t.Errorf("of a file that cannot be read it says %q", room.scheming.trouble)
	}
}

func TestASchemeWithAProblemIsNotExported(t *testing.T) {
	d, room := opened(t)
	room.editScheme("name", "")
	room.showPart(partOf(aboutPart, 0))
	dialogOf(room).onExport(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "Give it a name.")
}

func TestTheReadyMadeAreOffered(t *testing.T) {
	d, room := opened(t)
	dialogOf(room).onReady(d.Context, desktest.PressOn("do", ""))
	desktest.MustSay(t, seen(room), "One of these takes the place of the scheme in this window.")
	desktest.MustSay(t, readyWords(&annotations.Scheme{Labels: make([]annotations.Label, 2), Tags: make([]annotations.Label, 1), Source: "A paper"}), "2 labels, 1 for whole articles. A paper")
}

func TestWhatAChangeDoesToTheWorkIsSaidInFull(t *testing.T) {
	for _, tt := range []struct {
		name string
		of   annotations.Affected
		want string
	}{
		{"values", annotations.Affected{Values: 2}, "Left out, since the new scheme does not know them: 2 values. Undo takes all of it back at once."},
		{"words", annotations.Affected{Values: 4, Pointing: 3, NewEntries: 2, Unnamed: []annotations.Unnamed{
			{Naming: annotations.Naming{Attribute: "a"}, Words: "Russia"}, {Naming: annotations.Naming{Attribute: "b"}, Words: "Russia"}, {Naming: annotations.Naming{Attribute: "c"}, Words: "he", Namesakes: 2}}},
			"Words that become the register entries called so: 3 values. New in the register: 2 register entries. Left out, since no entry is called so: “Russia”. " +
				"Left out, since several entries are called so: “he”. Left out, since the new scheme does not know them: 1 value. Undo takes all of it back at once."},
	} {
		if got := affectedWords(tt.of); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got, want := things(2, 1, 1, 2), "2 spans, 1 register entry, 1 relation, 2 tags"; got != want {
		t.Errorf("things are %q, want %q", got, want)
	}
	if got, want := things(0, 3, 0, 0), "3 register entries"; got != want {
		t.Errorf("things are %q, want %q", got, want)
	}
}

func TestADraftIsKeptWhileItIsWrittenAndGoneOnWithInTheDialog(t *testing.T) {
	d, room := opened(t)
	kind := room.Registration().Written[desk.SchemeWriting]
	if got := kind.Read(nil); got != "" {
		t.Errorf("nothing was changed, and kept is %q", got)
	}
	room.editScheme("name", "Player")
	kept := kind.Read(nil)
	again := New(d.Desk)
	again.fillScheme(kept)
	if again.scheming != nil {
		t.Error("a draft is filled into a dialog that is not open")
	}
	kind = again.Registration().Written[desk.SchemeWriting]
	kind.Open(nil)
	kind.Fill(kept)
	desktest.MustSay(t, seen(again), "[Player]")
	kind.Fill("{")
	desktest.MustSay(t, seen(again), "The scheme that was being edited cannot be read")
}

func TestTheSchemeIsNotEditedWhileThePageOnlyOpens(t *testing.T) {
	d := desktest.New(t)
	d.Stage = desk.Previewing
	room := New(d.Desk)
	room.openScheme()
	if room.scheming != nil || d.Said == "" {
		t.Errorf("the dialog opens; said is %q", d.Said)
	}
}
