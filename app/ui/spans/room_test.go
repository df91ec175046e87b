package spans

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/entryfield"
)

// open is a room with an article open in it: three lines, or those given.
func open(t *testing.T, texts ...string) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t, texts...)
	room := New(d.Desk, Slots{
		Relations: func() app.UI { return app.Text("its relations") },
		Beside:    func(*annotations.Span) string { return "Ann has nothing here." },
	})
	room.follow()
	return d, room
}

// scheme gives the labels of a project attributes of every kind: some of the first
// label, and of the second a required one, and a required entry.
func scheme(t *testing.T, d *desktest.Desk) {
	t.Helper()
	next := *d.Scheme()
	next.Labels = []annotations.Label{
		{ID: "actor", Name: "Actor", Color: "#0072B2", Entry: annotations.EntryOptional, Attributes: []annotations.Attribute{
			{ID: "kind", Name: "Kind", Type: annotations.Choice, Options: options("State", "Person")},
			{ID: "uses", Name: "Uses", Type: annotations.Choices, Options: options("Arms", "Bribes")},
			{ID: "place", Name: "Place", Type: annotations.Choice, Options: options("A", "B", "C", "D", "E", "F", "G", "H")},
			{ID: "sure", Name: "Sure", Type: annotations.Flag},
			{ID: "size", Name: "Size", Type: annotations.Number, Min: "1", Max: "100"},
			{ID: "when", Name: "When", Type: annotations.Date},
			{ID: "role", Name: "Role", Type: annotations.Text},
			{ID: "ally", Name: "Ally", Type: annotations.Text, Offers: "actor"},
		}},
		{ID: "demand", Name: "Demand", Color: "#009E73", Entry: annotations.EntryRequired, Attributes: []annotations.Attribute{
			{ID: "tone", Name: "Tone", Type: annotations.Text, Required: true},
		}},
		{ID: "date", Name: "Date", Color: "#CC79A7"},
	}
	d.Apply(t, annotations.ChangeScheme{Scheme: &next})
}

// said is what is said of a span, as the line of its details has it.
func said(d *desktest.Desk, id string) string {
	s, _ := d.Set().Span(id)
	label, _ := d.Scheme().Label(s.Label)
	words, _ := summary(&label, s, d.EntryName(s.Entry), d.Desk.Session.Project())
	return words
}

// has fails a test where a text lacks one of some words.
func has(t *testing.T, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not in %q", w, text)
		}
	}
}

func TestTheChosenSpanIsShownWithItsLabelItsPlaceAndWhatCanBeDone(t *testing.T) {
	d, room := open(t)
	if got := desktest.Text(room.Render()); got != "" {
		t.Errorf("with nothing chosen it shows %q", got)
	}
	d.Choose(d.Mark(t, "actor", "Akar"), nil)
	has(t, desktest.Text(room.Render()), "Akar", "Characters 11–15", "Ann has nothing here.", "its relations",
		"Actor", "Demand", "Details", "Note", "Show in text", "Delete span", "Choose all with", "these words")
}

func TestSpansAtOnePlaceCanBeToldApart(t *testing.T) {
	d, room := open(t)
	long, short := d.Mark(t, "actor", "Shoigu met"), d.Mark(t, "demand", "met")
	d.Choose(short, []string{long, short})
	has(t, desktest.Text(room.Render()), "2 spans lie here:", "Shoigu met")
	room.onSpan(d.Context, desktest.PressOn("span", long))
	if d.Selection.Span != long || len(d.Selection.Among) != 2 {
		t.Errorf("chosen %q among %q", d.Selection.Span, d.Selection.Among)
	}
	other := d.Mark(t, "actor", "Syria")
	room.onSpan(d.Context, desktest.PressOn("span", other))
	if d.Selection.Span != other || d.Selection.Among != nil {
		t.Errorf("chosen %q among %q", d.Selection.Span, d.Selection.Among)
	}
	d.Asked.Answers = map[string]bool{"GiveSpans": true}
	room.onSpan(d.Context, desktest.PressOn("span", long))
	if d.Selection.Span != other {
		t.Error("a span that another room had asked for is chosen, too")
	}
}

func TestTheButtonsOfASpanAskTheDesk(t *testing.T) {
	d, room := open(t)
	id := d.Mark(t, "actor", "Akar")
	d.Choose(id, nil)
	room.onRelabel(d.Context, desktest.PressOn("relabel", "demand"))
	room.onRelabel(d.Context, desktest.Press(desktest.Element(nil)))
	room.onDelete(d.Context, app.Event{})
	d.Panel = desk.SpansPanel
	room.onShowSpan(d.Context, app.Event{})
	d.Settle()
	for _, want := range []string{"Relabel demand", "DeleteChosen", "Reveal {11 15}"} {
		if !d.WasAsked(want) {
			t.Errorf("%q was not asked; asked %q", want, d.Asked.Asked)
		}
	}
	if d.Panel != desk.NoPanel {
		t.Error("the panel still covers the text")
	}
	room.onCloseSpan(d.Context, app.Event{})
	if d.Selection.Span != "" {
		t.Error("the span is still chosen")
	}
}

func TestSpansChosenTogetherHaveButtonsOfTheirOwn(t *testing.T) {
	d, room := open(t)
	toggle := room.RenderSeveralToggle().(*severalToggle)
	if !toggle.Hidden {
		t.Error("several can be chosen of none")
	}
	first, second := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "actor", "Akar")
	if toggle = room.RenderSeveralToggle().(*severalToggle); toggle.Hidden {
		t.Error("several cannot be chosen of two")
	}
	d.Choose(first, nil)
	toggle.onPress(d.Context, app.Event{})
	has(t, desktest.Text(room.Render()), "1 span chosen", "A label relabels all of them.")
	if d.AlsoChoose(second, false); d.Selection.Several.Count() != 2 {
		t.Errorf("%d are chosen", d.Selection.Several.Count())
	}
	details := room.renderSeveral().(*severalDetails)
	has(t, desktest.Text(details), "2 spans chosen", "Merge into one", "Delete all")
	details.onRelabel(d.Context, desktest.PressOn("relabel", "date"))
	details.onMerge(d.Context, app.Event{})
	details.onDelete(d.Context, app.Event{})
	for _, want := range []string{"Relabel date", "MergeChosen", "DeleteChosen"} {
		if !d.WasAsked(want) {
			t.Errorf("%q was not asked", want)
		}
	}
	details.onClose(d.Context, app.Event{})
	if d.Selection.Several != nil || d.Said != "No span chosen" {
		t.Errorf("chosen are %d, said %q", d.Selection.Several.Count(), d.Said)
	}
	toggle.onPress(d.Context, app.Event{})
	has(t, desktest.Text(room.Render()), "0 spans chosen", "Press the spans to change together.")
	toggle.onPress(d.Context, app.Event{})
	if d.Selection.Several != nil {
		t.Error("the toggle does not end it")
	}
}

func TestSpansLikeTheChosenOneAreChosen(t *testing.T) {
	d, room := open(t, "Akar met AKAR, and Shoigu.\n")
	d.Mark(t, "demand", "AKAR")
	d.Mark(t, "actor", "Shoigu")
	id := d.Mark(t, "actor", "Akar")
	d.Choose(id, nil)
	room.onSameWords(d.Context, app.Event{})
	if d.Selection.Several.Count() != 2 || d.Selection.Several.Label != "" {
		t.Errorf("with the words are chosen %d", d.Selection.Several.Count())
	}
	d.Choose(id, nil)
	room.onSameLabel(d.Context, app.Event{})
	if d.Selection.Several.Count() != 2 || d.Selection.Several.Label != "actor" {
		t.Errorf("with the label are chosen %d", d.Selection.Several.Count())
	}
}

func TestPartsOfASpanAreListedRemovedAndSetApart(t *testing.T) {
	d, room := open(t)
	id := d.Mark(t, "actor", "Shoigu")
	d.ChangeSpan(id, func(s *annotations.Span) {
		s.Ranges = append(s.Ranges, annotations.Range{Start: 11, End: 15}, annotations.Range{Start: 31, End: 36})
	})
	d.Choose(id, nil)
	has(t, desktest.Text(room.Render()), "Make each part a span", "Shoigu", "Akar")
	room.onRemovePart(d.Context, desktest.PressOn("part", "2"))
	room.onRemovePart(d.Context, desktest.PressOn("part", "7"))
	if diff := cmp.Diff([]string{"actor: Shoigu … Akar"}, d.Marked()); diff != "" || d.Said != "Part removed" {
		t.Errorf("said %q (-want +got):\n%s", d.Said, diff)
	}
	room.onSplitApart(d.Context, app.Event{})
	if diff := cmp.Diff([]string{"actor: Shoigu", "actor: Akar"}, d.Marked()); diff != "" || d.Said != "Split into 2 spans" {
		t.Errorf("said %q (-want +got):\n%s", d.Said, diff)
	}
	d.Choose(id, nil)
	if got := desktest.Text(room.Render()); strings.Contains(got, "Make each part") {
		t.Errorf("a span of one part shows %q", got)
	}
}

func TestTheListNamesLabelWordsAndWhatIsMissing(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	actor, demand := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "demand", "Syria")
	d.ChangeSpan(actor, func(s *annotations.Span) { s.Note = "the minister" })
	d.Choose(demand, nil)
	room.follow()
	var got []string
	for i := range room.spans.Count() {
		row := room.spans.Row(i)
		got = append(got, strings.Join([]string{row.Parts[1].Text, row.Parts[2].Text, row.Parts[3].Text, row.Current}, "|"))
	}
	want := []string{"Actor|the minister|Shoigu|", "Demand|To do: Tone, Which demand?|Syria|true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if at := room.spans.IndexOf(demand); at != 1 {
		t.Errorf("the demand is row %d", at)
	}
	d.AlsoChoose(actor, false)
	room.follow()
	if row := room.spans.Row(0); row.Pressed != "true" {
		t.Errorf("chosen with another, the row says %q", row.Pressed)
	}
}

func TestWhatIsToDoIsCountedAndLedTo(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	if room.nextToDo() || d.Said != "Nothing is to do in this article" {
		t.Errorf("said %q", d.Said)
	}
	first, second := d.Mark(t, "demand", "Syria"), d.Mark(t, "demand", "signed")
	if n := room.ToDo("d1"); n != 2 || room.ToDo("gone") != 0 {
		t.Errorf("%d are to do", n)
	}
	button := &ToDoButton{Room: room, Count: 2, Keys: d.Keys}
	if got := desktest.Text(button); got != "2 to do" {
		t.Errorf("the button says %q", got)
	}
	for _, want := range []string{first, second, first} {
		if button.onPress(d.Context, app.Event{}); d.Selection.Span != want {
			t.Fatalf("led to %q, want %q", d.Selection.Span, want)
		}
	}
}

func TestDetailsAreFoldedToALineUnlessTheyAreMissing(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	actor, demand := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "demand", "Syria")
	fields := func(id string) *spanFields {
		s, _ := d.Set().Span(id)
		return room.renderFields(s).(*spanFields)
	}
	if got := desktest.Text(fields(actor)); got != "Details Which actor? · Kind · Uses · Place · Sure · Size · When · Role · Ally" {
		t.Errorf("folded: %q", got)
	}
	has(t, desktest.Text(fields(demand)), "Which demand?", "Tone", "to do")
	fields(actor).onClick(d.Context, desktest.PressOn("fold", "details"))
	html := app.HTMLString(fields(actor))
	has(t, html, "State", "Person", "Arms", "Bribes", "1 to 100", "25 April 2023, last week", `aria-label="Sure: not said"`, `aria-label="Ally"`)
	fields(actor).onClick(d.Context, desktest.PressOn("fold", "details"))
	if room.details.open {
		t.Error("the fields are not folded again")
	}
	if got := desktest.Text(fields(d.Mark(t, "date", "signed"))); got != "" {
		t.Errorf("a label without details shows %q", got)
	}
}

func TestOptionsAreChosenAndLetGoOf(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	id := d.Mark(t, "actor", "Shoigu")
	s, _ := d.Set().Span(id)
	f := &spanFields{Room: room, Doc: d.Document(), Scheme: d.Scheme(), Span: s, Keys: d.Keys}
	button := func(attribute, name, value string) app.Value {
		return desktest.Element(map[string]string{"attribute": attribute, name: value})
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { f.onClick(d.Context, desktest.Press(button("kind", "option", "id of State"))) }, "Kind: State"},
		{func() { f.onClick(d.Context, desktest.Press(button("kind", "option", "id of Person"))) }, "Kind: Person"},
		{func() { f.onKeyDown(d.Context, desktest.Key("Enter", button("kind", "option", "id of Person"))) }, "Kind: Person"},
		{func() { f.onKeyDown(d.Context, desktest.Key("1", button("kind", "option", "id of Person"))) }, "Kind: State"},
		{func() { f.onKeyDown(d.Context, desktest.Key("p", button("kind", "option", "id of State"))) }, "Kind: Person"},
		{func() { f.onKeyDown(d.Context, desktest.Key("ArrowRight", button("kind", "option", "id of State"))) }, "Kind: Person"},
		{func() { f.onClick(d.Context, desktest.Press(button("kind", "option", "id of Person"))) }, ""},
		{func() { f.onKeyDown(d.Context, desktest.Key("Enter", button("kind", "option", "id of State"))) }, "Kind: State"},
		{func() { f.onKeyDown(d.Context, desktest.Key("Delete", button("kind", "option", "id of State"))) }, ""},
		{func() { f.press("uses", "id of Arms") }, "Uses: Arms"},
		{func() { f.press("uses", "id of Bribes") }, "Uses: Arms, Bribes"},
		{func() { f.press("uses", "id of Arms") }, "Uses: Bribes"},
		{func() { f.press("uses", "id of Bribes") }, ""},
		{func() { f.onClick(d.Context, desktest.Press(button("sure", "flag", "x"))) }, "Sure: yes"},
		{func() { f.onClick(d.Context, desktest.Press(button("sure", "flag", "x"))) }, "Sure: no"},
		{func() { f.press("gone", "id of State") }, "Sure: no"},
	} {
		before := said(d, id)
		if step.do(); said(d, id) != step.want {
			t.Fatalf("after %q is said %q, want %q", before, said(d, id), step.want)
		}
	}
}

func TestAValueThatIsNoneIsToldAndNotKept(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	id := d.Mark(t, "actor", "Shoigu")
	for _, tt := range []struct{ attribute, typed, said, told string }{
		{"size", "7", "Size: 7", ""},
		{"size", " 2,5 ", "Size: 2.5", ""},
		{"size", "big", "Size: 2.5", "“big” was not kept"},
		{"size", "", "", ""},
		{"when", "25 April 2023", "When: 2023-04-25", ""},
		{"when", "soonish", "When: 2023-04-25", "“soonish” was not kept: “soonish” is not understood as a date"},
		{"when", "2023-04-25", "When: 2023-04-25", ""},
		{"when", "", "", ""},
		{"role", "minister", "Role: minister", ""},
		{"gone", "x", "Role: minister", ""},
	} {
		d.Notices.List = nil
		room.keepTyped(id, tt.attribute, tt.typed)
		room.tellRefused("")
		if got := said(d, id); got != tt.said {
			t.Errorf("%q in %s: is said %q, want %q", tt.typed, tt.attribute, got, tt.said)
		}
		told := strings.Join(d.Told(), "\n")
		if !strings.HasPrefix(told, tt.told) || (tt.told == "") != (told == "") {
			t.Errorf("%q in %s: told %q, want %q", tt.typed, tt.attribute, told, tt.told)
		}
	}
}

func TestTheKeyOfDatesTakesTheSpansOwnWords(t *testing.T) {
	d, room := open(t, "On 25 April 2023 they met.\n")
	scheme(t, d)
	if room.takeDate() {
		t.Error("a date was taken with nothing chosen")
	}
	d.Choose(d.Mark(t, "date", "met"), nil)
	if room.takeDate() {
		t.Error("a date was taken for a label that has none")
	}
	id := d.Mark(t, "actor", "25 April 2023")
	d.Choose(id, nil)
	if !room.takeDate() || said(d, id) != "When: 2023-04-25" || d.Said != "When: Tuesday, 25 April 2023 (2023-04-25)" {
		t.Errorf("is said %q, said %q", said(d, id), d.Said)
	}
	none := d.Mark(t, "actor", "they")
	d.Choose(none, nil)
	if !room.takeDate() || said(d, none) != "" || d.Said != "These words are not understood as a date" {
		t.Errorf("is said %q, said %q", said(d, none), d.Said)
	}
}

func TestAFieldSaysHowADateIsUnderstoodAndTakesIt(t *testing.T) {
	d, room := open(t, "On 25 April 2023 they met.\n")
	scheme(t, d)
	id := d.Mark(t, "actor", "25 April 2023")
	d.Choose(id, nil)
	s, _ := d.Set().Span(id)
	field := &wordField{Room: room, Doc: d.Document(), Scheme: d.Scheme(), Span: s, Attribute: "when", Key: "key", Keys: d.Keys}
	has(t, desktest.Text(field), "Tuesday, 25 April 2023 (2023-04-25)?", "Take this date")
	field.onInput(d.In("next"), app.Event{})
	has(t, desktest.Text(field), "Not understood yet.")
	field.onInput(d.In("May 2023"), app.Event{})
	has(t, desktest.Text(field), "May 2023 (2023-05)")
	field.onChange(d.In("soonish"), app.Event{})
	has(t, desktest.Text(field), "“soonish” is not understood as a date. It was not kept.")
	field.onKeyDown(d.In(""), desktest.Key("Escape", app.Null()))
	if !slices.Contains(d.Fake.Told, "TakeBack key") || len(room.details.refused) > 0 {
		t.Errorf("Esc: told %q, still refused %v", d.Fake.Told, room.details.refused)
	}
	field.onKeyDown(d.In(""), desktest.Key("Enter", app.Null()))
	if said(d, id) != "When: 2023-04-25" {
		t.Errorf("Enter in an empty field: is said %q", said(d, id))
	}
	field.onTake(d.Context, app.Event{})
	field.onKeyDown(d.In("May 2023"), desktest.Key("Enter", app.Null()))
	if said(d, id) != "When: 2023-05" {
		t.Errorf("Enter: is said %q", said(d, id))
	}
}

func TestASpanMentionsAnEntryOfTheRegisterOrANewOne(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	d.Apply(t, annotations.AddEntry{Entry: annotations.Entry{ID: "e1", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"the minister"}}})
	id := d.Mark(t, "actor", "Shoigu")
	s, _ := d.Set().Span(id)
	of := entryOf{room, s}
	if diff := cmp.Diff([]entryfield.Suggestion{{Entry: "e1", Name: "Sergei Shoigu"}, {Name: "Shoigu", New: true}}, of.List("")); diff != "" {
		t.Errorf("offered at first (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]entryfield.Suggestion{{Entry: "e1", Name: "Sergei Shoigu", Hint: "the minister"}, {Name: "minister", New: true}}, of.List("minister")); diff != "" {
		t.Errorf("offered for what is typed (-want +got):\n%s", diff)
	}
	of.Take(entryfield.Suggestion{Entry: "e1", Name: "Sergei Shoigu"})
	if said(d, id) != "Sergei Shoigu" || d.Said != "Sergei Shoigu" {
		t.Errorf("is said %q, said %q", said(d, id), d.Said)
	}
	if !of.Leave("") || said(d, id) != "" {
		t.Errorf("an empty field leaves %q", said(d, id))
	}
	if !of.Leave("The Minister") || said(d, id) != "Sergei Shoigu" {
		t.Errorf("by another name it is said %q", said(d, id))
	}
	if of.Leave("Lavrov") || said(d, id) != "Sergei Shoigu" {
		t.Errorf("what is not in the register: is said %q", said(d, id))
	}
	room.follow()
	has(t, strings.Join(d.Told(), "\n"), "“Lavrov” was not kept: it is not in the register")
	of.Take(entryfield.Suggestion{Name: "Lavrov", New: true})
	if said(d, id) != "Lavrov" || d.Said != "New in the register: Lavrov" {
		t.Errorf("is said %q, said %q", said(d, id), d.Said)
	}
}

func TestATextOffersNamesOfTheRegisterAndKeepsAny(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	d.Apply(t, annotations.AddEntry{Entry: annotations.Entry{ID: "e1", Label: "actor", Name: "Syria"}})
	id := d.Mark(t, "actor", "Shoigu")
	s, _ := d.Set().Span(id)
	of := textOf{room, s, "ally", "actor"}
	want := []entryfield.Suggestion{{Entry: "e1", Name: "Syria"}, {Name: "syr", New: true}}
	if of.List("") != nil || !slices.Equal(of.List("syr"), want) {
		t.Errorf("offered are %v and %v", of.List(""), of.List("syr"))
	}
	of.Take(entryfield.Suggestion{Entry: "e1", Name: "Syria"})
	if said(d, id) != "Ally: Syria" {
		t.Errorf("is said %q", said(d, id))
	}
	if !of.Leave("Iran") || said(d, id) != "Ally: Iran" {
		t.Errorf("is said %q", said(d, id))
	}
}

func TestKeysLeadToTheFieldsOfTheChosenSpanOrTheLast(t *testing.T) {
	d, room := open(t)
	scheme(t, d)
	if room.goToAttributes() || room.goToEntry() {
		t.Error("the fields of no span open")
	}
	id := d.Mark(t, "actor", "Shoigu")
	d.Selection.Remember(id)
	if !room.goToEntry() || d.Selection.Span != id || !room.details.open {
		t.Errorf("chosen %q, open %v", d.Selection.Span, room.details.open)
	}
	room.leaveFields()
	if room.details.open {
		t.Error("the fields stay open")
	}
}

func TestFlawedSpansAreToldOfAndMended(t *testing.T) {
	d, room := open(t)
	for _, at := range []annotations.Range{{Start: 0, End: 7}, {Start: 10, End: 11}} {
		e := d.AddingSpan(annotations.Span{ID: annotations.NewID(), Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{at}})
		d.Apply(t, e)
		room.CheckSpan(e)
	}
	has(t, strings.Join(d.Told(), "\n"), "in “Article 1” begins or ends with white space")
	flaws, err := annotations.Flaws(d.Session.Project(), func(float64) error { return nil })
	if err != nil || len(flaws) != 2 {
		t.Fatalf("%d flaws, %v", len(flaws), err)
	}
	n := room.flawed(d.Session.Project(), flaws)
	has(t, n.Sentences[0], "2 spans cover less or more than whole words and characters: “", "for one")
	n.Take()
	if diff := cmp.Diff([]string{"actor: Shoigu"}, d.Marked()); diff != "" {
		t.Errorf("mended (-want +got):\n%s", diff)
	}
	if told := d.Told(); told[0] != "Mended 2 spans." || d.Notices.List[0].Undo != d.Session.Revision() {
		t.Errorf("told %q, undo at %d", told, d.Notices.List[0].Undo)
	}
	before := len(d.Notices.List)
	room.CheckSpan(d.RemovingSpan("x"))
	if len(d.Notices.List) != before {
		t.Error("a removal is told of")
	}
}

func TestWhatIsWrittenInFieldsIsKeptByTheSpanItIsAbout(t *testing.T) {
	d, room := open(t, "One met two.\n", "Three met four.\n")
	scheme(t, d)
	id := d.Mark(t, "actor", "One")
	of := []string{"d1", d.Me(), id, "role"}
	kinds := room.written()
	note, value, mention := kinds[desk.NoteWriting], kinds[desk.ValueWriting], kinds[desk.MentionWriting]
	if err := errors.Join(note.Keep(of, "a note"), value.Keep(of, "minister")); err != nil {
		t.Error(err)
	}
	for name, kind := range map[string]desk.WrittenKind{"a note": note, "minister": value, "": mention} {
		if text, there := kind.Now(of); text != name || !there {
			t.Errorf("now %q, %v, want %q", text, there, name)
		}
		if _, there := kind.Now([]string{"d1", d.Me(), "gone", "role"}); there {
			t.Errorf("%q: a span that is gone is there", name)
		}
	}
	if _, there := value.Now([]string{"d1", d.Me(), id, "gone"}); there {
		t.Error("an attribute that is gone is there")
	}
	value.Refuse([]string{"d1", d.Me(), id, "size"}, "big")
	room.tellRefused("")
	has(t, strings.Join(d.Told(), "\n"), "“big” was not kept")
	mention.Open(of)
	if d.Selection.Span != id || d.Panel != desk.SpansPanel || !room.details.open {
		t.Errorf("opened: chosen %q, panel %q", d.Selection.Span, d.Panel)
	}
	d.ArticleID = "d2"
	if note.Keep(of, "other") == nil || value.Keep(of, "other") == nil {
		t.Error("it is kept although another article is open")
	}
}
