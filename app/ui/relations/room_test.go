package relations

import (
	"slices"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/kit"
)

// related is a room over two articles: in the first “Shoigu” and “Akar” are actors
// and “Syria” is a demand, in the second “Putin” is an actor. The demand is chosen.
type related struct {
	*desktest.Desk

	room                       *Room
	shoigu, akar, syria, putin annotations.Place
}

func newRelated(t *testing.T) *related {
	t.Helper()
	d := desktest.New(t, "Shoigu met Akar.\nThey spoke of Syria.\n", "Putin was there.\n")
	scheme := d.Scheme().Clone()
	scheme.Relations = append([]annotations.RelationLabel{
		{ID: "demanded-by", Name: "demanded by", From: []string{"demand"}, To: []string{"actor"}},
		{ID: "addressed-to", Name: "addressed to", From: []string{"demand"}, To: []string{"actor"}},
	}, scheme.Relations...)
	d.Apply(t, annotations.ChangeScheme{Scheme: scheme})
	r := &related{Desk: d, room: New(d.Desk)}
	r.ArticleID = "d2"
	r.putin = r.room.placeOf(d.Mark(t, "actor", "Putin"))
	r.ArticleID = "d1"
	r.shoigu, r.akar = r.room.placeOf(d.Mark(t, "actor", "Shoigu")), r.room.placeOf(d.Mark(t, "actor", "Akar"))
	r.syria = r.room.placeOf(d.Mark(t, "demand", "Syria"))
	r.Selection.Span = r.syria.Span
	return r
}

// said are all relations, as “Syria: demanded by Akar”.
func (r *related) said() []string {
	var all []string
	for _, at := range []annotations.Place{r.shoigu, r.akar, r.syria, r.putin} {
		for it := range r.Desk.Session.Project().RelationsOf(r.Me(), at) {
			label, _ := r.Scheme().Relation(it.Label)
			if it.From == at {
				all = append(all, r.room.wordsAt(it.From)+" "+label.Name+" "+r.room.wordsAt(it.To))
			}
		}
	}
	return all
}

func (r *related) bar() string  { return desktest.Seen(r.room.RenderRelating()) }
func (r *related) list() string { return desktest.Seen(r.room.RenderList()) }

// add relates two spans.
func (r *related) add(t *testing.T, id, label string, from, to annotations.Place) {
	t.Helper()
	r.Apply(t, annotations.AddRelation{Relation: annotations.Relation{
		ID: id, Label: label, Annotator: r.Me(), From: from, To: to, Origin: annotations.FromPerson,
	}})
}

func wants(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestTwoSpansAreRelatedByWhatIsChosenOfTheWays(t *testing.T) {
	r := newRelated(t)
	if !r.room.relate() {
		t.Fatal("nothing is related")
	}
	desktest.MustSay(t, r.bar(), "Relate “Syria” to … Choose a span here")
	desktest.MustSay(t, r.Said, "Relate “Syria”: choose the other span")
	if !r.room.GiveSpans([]string{r.akar.Span}) {
		t.Fatal("nobody asks for a span")
	}
	desktest.MustSay(t, r.bar(), "How does “Syria” relate to “Akar”?", "→ demanded by 1", "→ addressed to 2", "Cancel")
	two := kit.StrokeOf(desktest.Key("2", nil))
	if r.room.TakeKey(two, false) || r.room.TakeKey(kit.StrokeOf(desktest.Key("9", nil)), true) {
		t.Error("a key is taken that may not be, or of which there is no option")
	}
	if !r.room.TakeKey(two, true) {
		t.Fatal("the key takes no option")
	}
	wants(t, "relations", r.said(), "“Syria” addressed to “Akar”")
	desktest.MustSay(t, r.Said, "“Syria”: addressed to “Akar”")
	if r.room.relating.on() || r.Selection.Span != r.syria.Span {
		t.Errorf("it goes on, with %q chosen", r.Selection.Span)
	}
}

func TestTheOtherWayRoundTheRelationIsTurned(t *testing.T) {
	r := newRelated(t)
	r.Selection.Span = r.akar.Span
	r.room.relate()
	r.room.GiveSpans([]string{r.syria.Span})
	desktest.MustSay(t, r.bar(), "← demanded by")
	r.room.RenderRelating().(*relatingBar).onOption(r.Context, desktest.PressOn("option", "0"))
	wants(t, "relations", r.said(), "“Syria” demanded by “Akar”")
}

func TestWhatIsRelatedSoAlreadyIsSaidAndNotRepeated(t *testing.T) {
	r := newRelated(t)
	for range 2 {
		r.room.relate()
		r.room.GiveSpans([]string{r.akar.Span})
		r.room.takeOption(0)
	}
	wants(t, "relations", r.said(), "“Syria” demanded by “Akar”")
	if r.Said != "They are related so already" {
		t.Errorf("said is %q", r.Said)
	}
}

func TestOfSeveralSpansAtAPlaceOneIsChosen(t *testing.T) {
	r := newRelated(t)
	wide := r.Mark(t, "actor", "Shoigu met Akar")
	r.room.relate()
	r.room.GiveSpans([]string{wide, r.akar.Span, r.syria.Span, "gone"})
	desktest.MustSay(t, r.bar(), "Relate “Syria” to which of these?", "Actor “Akar” 1 Actor “Shoigu met Akar” 2")
	r.room.takeOption(0)
	desktest.MustSay(t, r.bar(), "How does “Syria” relate to “Akar”?")
	if r.room.takeOption(10) || r.room.takeOption(-1) {
		t.Error("an option was taken that is none")
	}
}

func TestASpanIsNotRelatedToItself(t *testing.T) {
	r := newRelated(t)
	r.room.relate()
	r.room.GiveSpans([]string{r.syria.Span})
	if r.Said != "Choose another span" || !r.room.relating.on() {
		t.Errorf("said is %q", r.Said)
	}
}

func TestWithoutAFittingRelationThatIsTold(t *testing.T) {
	r := newRelated(t)
	scheme := r.Scheme().Clone()
	scheme.Relations = scheme.Relations[:1]
	r.Apply(t, annotations.ChangeScheme{Scheme: scheme})
	r.Selection.Span = r.shoigu.Span
	r.room.relate()
	r.room.GiveSpans([]string{r.akar.Span})
	wants(t, "told", r.Told(), "The scheme has no relation between Actor and Actor.")
	if !r.room.relating.on() {
		t.Error("one cannot choose another span")
	}
	r.Selection.Span = r.syria.Span
	r.room.relate()
	r.room.GiveSpans([]string{r.akar.Span})
	wants(t, "the only way is taken at once", r.said(), "“Syria” demanded by “Akar”")
}

func TestASchemeWithoutRelationsOffersNone(t *testing.T) {
	r := newRelated(t)
	scheme := r.Scheme().Clone()
	scheme.Relations = nil
	r.Apply(t, annotations.ChangeScheme{Scheme: scheme})
	r.room.relate()
	if r.Said != "This scheme has no relations" || r.room.relating.on() || r.list() != "" {
		t.Errorf("said is %q, the list is %q", r.Said, r.list())
	}
}

func TestRelatingIsLetGoOf(t *testing.T) {
	r := newRelated(t)
	if r.room.Stop() || r.room.GiveSpans([]string{r.akar.Span}) || r.bar() != "" {
		t.Errorf("something is being related: %q", r.bar())
	}
	r.room.relate()
	r.room.RenderRelating().(*relatingBar).onCancel(r.Context, desktest.PressOn("do", ""))
	if r.room.relating.on() || r.Said != "Nothing related" {
		t.Errorf("said is %q", r.Said)
	}
	r.room.relate()
	r.Apply(t, r.RemovingSpan(r.syria.Span))
	r.room.follow()
	if r.room.relating.on() {
		t.Error("a span that is gone is still being related")
	}
	r.Selection.Span = ""
	if r.room.relate() {
		t.Error("nothing is chosen, and is being related")
	}
}

func TestSpansToChooseFromThatAreGoneAreNotOffered(t *testing.T) {
	r := newRelated(t)
	r.room.relate()
	r.room.GiveSpans([]string{r.akar.Span, r.shoigu.Span})
	r.Apply(t, r.RemovingSpan(r.akar.Span))
	r.room.follow()
	desktest.MustSay(t, r.bar(), "Relate “Syria” to … Choose a span here")
}

func TestARelationReachesIntoAnotherArticle(t *testing.T) {
	r := newRelated(t)
	r.room.relate()
	r.ArticleID = "d2"
	r.room.GiveSpans([]string{r.putin.Span})
	r.room.takeOption(0)
	wants(t, "relations", r.said(), "“Syria” demanded by “Putin”")
	if r.Selection.Span != r.putin.Span {
		t.Errorf("chosen is %q", r.Selection.Span)
	}
	desktest.MustSay(t, r.list(), "← demanded by “Syria” Article 1")
	r.room.RenderList().(*relationList).onRow(r.Context, desktest.PressOn("relation", r.room.listRelations()[0].ID))
	if !r.WasAsked("ShowArticle d1 1") || r.Selection.Span != r.syria.Span {
		t.Errorf("asked %q", r.Asked.Asked)
	}
}

func TestTheListHasTheOpenArticleFirstInTheOrderOfTheText(t *testing.T) {
	r := newRelated(t)
	desktest.MustSay(t, r.list(), "Relate…")
	r.add(t, "c", "demanded-by", r.syria, r.putin)
	r.add(t, "b", "demanded-by", r.syria, r.akar)
	r.add(t, "a", "contradicts", r.shoigu, r.syria)
	desktest.MustSay(t, r.list(), "← contradicts “Shoigu” … → demanded by “Akar” … → demanded by “Putin” Article 2 …")
}

func TestARelationThatTheSchemeDoesNotHaveIsToDo(t *testing.T) {
	r := newRelated(t)
	r.add(t, "a", "demanded-by", r.syria, r.akar)
	r.ChangeSpan(r.akar.Span, func(s *annotations.Span) { s.Label = "date" })
	desktest.MustSay(t, r.list(), "To do: the scheme does not have “demanded by” between these labels.")
}

func TestOfVeryManyRelationsTheRestIsCounted(t *testing.T) {
	r := newRelated(t)
	list := &relationList{Room: r.room, Rows: make([]relationRow, manyRelations+3), Keys: r.Keys}
	desktest.MustSay(t, desktest.Seen(list), "and 3 more")
}

func TestARelationIsChangedWhereItIsListed(t *testing.T) {
	r := newRelated(t)
	r.add(t, "a", "contradicts", r.syria, r.akar)
	list := r.room.RenderList().(*relationList)
	list.onRow(r.Context, desktest.PressOn("change", "a"))
	desktest.MustSay(t, r.list(), "demanded by addressed to contradicts", "Turn round Delete relation")
	form := &relationForm{Room: r.room, Row: r.room.listRelations()[0]}
	form.onLabel(r.In("demanded-by"), desktest.PressOn("do", ""))
	wants(t, "with another label", r.said(), "“Syria” demanded by “Akar”")
	form.onTurn(r.Context, desktest.PressOn("do", ""))
	wants(t, "turned round", r.said(), "“Akar” demanded by “Syria”")
	list.onRow(r.Context, desktest.PressOn("change", "a"))
	if r.Selection.Relation != "" {
		t.Error("a second press does not fold it away")
	}
	form.onDelete(r.Context, desktest.PressOn("do", ""))
	wants(t, "deleted", r.said())
	if r.Said != "Relation deleted" {
		t.Errorf("said is %q", r.Said)
	}
	form.onTurn(r.Context, desktest.PressOn("do", ""))
	wants(t, "one that is gone", r.said())
}

func TestTheFormOfARelationGoesWithItsSpan(t *testing.T) {
	r := newRelated(t)
	r.add(t, "a", "contradicts", r.syria, r.akar)
	r.room.openRelation("a")
	r.Selection.Span = r.shoigu.Span
	r.room.follow()
	if r.Selection.Relation != "" {
		t.Error("it is open beside a span that it is not of")
	}
	r.room.goAlong("gone")
	if r.Selection.Span != r.shoigu.Span {
		t.Error("a relation that is gone leads somewhere")
	}
}

func TestANoteOnARelationIsKept(t *testing.T) {
	r := newRelated(t)
	r.add(t, "a", "contradicts", r.shoigu, r.akar)
	kind := r.room.Registration().Written[desk.RelationWriting]
	if err := kind.Keep([]string{"a"}, "In May."); err != nil {
		t.Fatal(err)
	}
	if now, there := kind.Now([]string{"a"}); now != "In May." || !there {
		t.Errorf("kept is %q, %v", now, there)
	}
	if _, there := kind.Now([]string{"gone"}); there {
		t.Error("a relation that is gone has a note")
	}
	kind.Open([]string{"a"})
	if r.Selection.Span != r.shoigu.Span || r.Selection.Relation != "a" || r.Panel != desk.SpansPanel {
		t.Errorf("opened is %+v", r.Selection)
	}
	r.Stage = desk.Late
	if err := kind.Keep([]string{"a"}, "Other"); err != desk.ErrNotDone {
		t.Errorf("while nothing can be changed: %v", err)
	}
}

func TestTheHandleIsThereForAChosenSpan(t *testing.T) {
	r := newRelated(t)
	if h := r.room.renderRelateHandle().(*relateHandle); h.Span != r.syria.Span {
		t.Errorf("it is at %q", h.Span)
	}
	r.Selection.Span = ""
	if h := r.room.renderRelateHandle().(*relateHandle); h.Span != "" || desktest.Seen(h) != "" {
		t.Errorf("it is at %q though nothing is chosen", h.Span)
	}
}

// at is the pointer at a place.
func at(x, y float64) map[string]any { return map[string]any{"clientX": x, "clientY": y} }

func TestAHandleThatIsPressedRelatesAndOneThatIsDraggedToNothingDoesNot(t *testing.T) {
	r := newRelated(t)
	h := &relateHandle{Room: r.room, Span: r.syria.Span}
	pointer := func(x, y float64) app.Event { return app.Event{Value: desktest.Object(at(x, y))} }
	h.onGrab(r.Context, pointer(10, 10))
	h.onTow(r.Context, pointer(11, 10))
	if r.room.relating.on() {
		t.Error("a hand that shakes relates")
	}
	h.onLetGo(r.Context, pointer(11, 10))
	h.onClick(r.Context, pointer(11, 10))
	if !r.room.relating.on() {
		t.Error("a press relates nothing")
	}
	r.room.Stop()
	h.onGrab(r.Context, pointer(10, 10))
	r.room.drag.moved = true
	r.room.relate()
	r.room.drag.over = []string{r.akar.Span}
	h.onLetGo(r.Context, pointer(90, 90))
	desktest.MustSay(t, r.bar(), "How does “Syria” relate to “Akar”?")
	h.onClick(r.Context, pointer(90, 90))
	desktest.MustSay(t, r.bar(), "How does “Syria” relate to “Akar”?")
	r.room.Stop()
	h.onGrab(r.Context, pointer(10, 10))
	r.room.drag.moved = true
	r.room.relate()
	h.onLetGo(r.Context, pointer(90, 90))
	if r.room.relating.on() {
		t.Error("a drag to nowhere goes on")
	}
	h.onGrab(r.Context, pointer(10, 10))
	r.room.drag.moved = true
	r.room.relate()
	h.onAbandon(r.Context, pointer(10, 10))
	if r.room.relating.on() {
		t.Error("what was abandoned goes on")
	}
}

func TestTheSpansOfTheListAreWhatADragIsOverButForTheChosenOne(t *testing.T) {
	r, rowOfList := newRelated(t), "#"+kit.SpansID+" [data-span]"
	if got := r.room.spansUnder(desktest.Element(map[string]string{"span": r.akar.Span}, rowOfList)); !slices.Equal(got, []string{r.akar.Span}) {
		t.Errorf("over the row of another span it is over %q", got)
	}
	if got := r.room.spansUnder(desktest.Element(map[string]string{"span": r.syria.Span}, rowOfList)); len(got) > 0 {
		t.Errorf("over its own row it is over %q", got)
	}
}

func TestWiresLeadToWhatIsDrawnAboveBelowAndElsewhere(t *testing.T) {
	r := newRelated(t)
	r.add(t, "a", "demanded-by", r.syria, r.akar)
	r.add(t, "b", "demanded-by", r.syria, r.putin)
	s, _ := r.Set().Span(r.syria.Span)
	var got []string
	for _, tie := range r.room.tiesOf(s) {
		got = append(got, tie.sentence()+" "+[]string{"drawn", "above", "below", "elsewhere"}[tie.where])
	}
	wants(t, "ties", got, "→ demanded by: “Akar” above", "→ demanded by: “Putin” · Article 2 elsewhere")
	s, _ = r.Set().Span(r.akar.Span)
	if tie := r.room.tiesOf(s)[0]; tie.sentence() != "← demanded by: “Syria”" || tie.where != isBelow {
		t.Errorf("from there it is %q, %v", tie.sentence(), tie.where)
	}
	r.Asked.Answers = map[string]bool{"Drawn": true}
	if tie := r.room.tiesOf(s)[0]; tie.where != isDrawn {
		t.Errorf("drawn, it is %v", tie.where)
	}
	if got := r.room.related([]string{r.shoigu.Span, r.akar.Span}); !slices.Equal(got, []string{r.akar.Span}) {
		t.Errorf("related are %q", got)
	}
}

func TestOnlyWhatIsRelatedAndNearIsMeasured(t *testing.T) {
	r := newRelated(t)
	r.add(t, "a", "demanded-by", r.syria, r.akar)
	if w := r.room.webOf(r.syria.Span); len(w.ties) > 0 {
		t.Error("a span far off is measured")
	}
	r.Asked.Answers = map[string]bool{"Drawn": true}
	if w := r.room.webOf(r.shoigu.Span); len(w.ties) > 0 {
		t.Error("a span without relations is measured")
	}
}

func TestAfterAFaultNothingIsBeingDone(t *testing.T) {
	r := newRelated(t)
	reg := r.room.Registration()
	r.room.drag, r.room.wiring.asked = drag{held: true}, true
	reg.LetGo()
	if r.room.drag.held || r.room.wiring.asked {
		t.Error("something is held")
	}
	r.room.relate()
	reg.Empty()
	if r.room.relating.on() {
		t.Error("without an article something is being related")
	}
}
