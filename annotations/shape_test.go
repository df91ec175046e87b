package annotations

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// shapeTexts have what ranges may go wrong on: emoji families, combining marks,
// right-to-left script, white space of every kind.
var shapeTexts = []string{
	"Shoigu met the envoy of the ministry on Tuesday",
	"👩‍👩‍👧 met 😀 in  Cafe\u0301\u00a0Bagdad 🇸🇾",
	"وزارة الدفاع التركية في أنقرة",
	"a b\n\n c\td",
}

// shaped is a text with ranges over it, on the boundaries of its clusters.
type shaped struct {
	*rand.Rand
	doc   *corpus.Document
	edges []int
}

func newShaped(t *testing.T, r *rand.Rand) shaped {
	t.Helper()
	doc, err := corpus.NewDocument("doc", corpus.Details{Title: "A test"}, shapeTexts[r.IntN(len(shapeTexts))])
	if err != nil {
		t.Fatal(err)
	}
	edges := []int{0}
	for edges[len(edges)-1] < len(doc.Text()) {
		edges = append(edges, doc.NextGrapheme(edges[len(edges)-1]))
	}
	return shaped{r, doc, edges}
}

func (s shaped) pos() int { return s.edges[s.IntN(len(s.edges))] }

func (s shaped) piece() Range {
	from := s.IntN(len(s.edges) - 1)
	return Range{s.edges[from], s.edges[from+1+s.IntN(len(s.edges)-from-1)]}
}

// ranges are one to four, sorted and disjoint, some of which touch.
func (s shaped) ranges() []Range {
	var out []Range
	for at := 0; len(out) < 4 && at < len(s.edges)-1; {
		from := at + s.IntN(3)
		to := from + 1 + s.IntN(4)
		if to >= len(s.edges) {
			break
		}
		out, at = append(out, Range{s.edges[from], s.edges[to]}), to
	}
	if len(out) == 0 {
		out = []Range{s.piece()}
	}
	return out
}

// bits says of each byte of the text whether it is covered.
func (s shaped) bits(ranges []Range) []bool {
	bits := make([]bool, len(s.doc.Text()))
	for _, r := range ranges {
		for i := r.Start; i < r.End; i++ {
			bits[i] = true
		}
	}
	return bits
}

// check holds ranges to the rules of a span.
func (s shaped) check(t *testing.T, what string, ranges []Range) {
	t.Helper()
	if err := checkRanges(ranges, s.doc.Text()); len(ranges) > 0 && err != nil {
		t.Fatalf("%s of %q: %v: %v", what, s.doc.Text(), ranges, err)
	}
}

// covers compares what ranges cover with what they should. White space may be
// missing, and nothing else.
func (s shaped) covers(t *testing.T, what string, want []bool, ranges []Range, exactly bool) {
	t.Helper()
	got := s.bits(ranges)
	for i, c := range s.doc.Text() {
		if got[i] != want[i] && (exactly || got[i] || !unicode.IsSpace(c)) {
			t.Fatalf("%s: %v of %q: byte %d is covered: %v, want %v", what, ranges, s.doc.Text(), i, got[i], want[i])
		}
	}
}

func shapes(t *testing.T, each func(shaped)) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 4000 {
		each(newShaped(t, r))
	}
}

func TestCoveringAddsAPieceAndNothingElse(t *testing.T) {
	shapes(t, func(s shaped) {
		ranges, piece := s.ranges(), s.piece()
		got := Cover(ranges, piece)
		s.check(t, "covering", got)
		s.covers(t, "covering", s.bits(append([]Range{piece}, ranges...)), got, true)
	})
}

func TestCoveringJoinsWhatOverlapsAndLeavesWhatTouches(t *testing.T) {
	ranges := []Range{{2, 4}, {6, 8}, {8, 10}}
	for _, c := range []struct {
		add  Range
		want []Range
		why  string
	}{
		{Range{0, 1}, []Range{{0, 1}, {2, 4}, {6, 8}, {8, 10}}, "apart"},
		{Range{4, 6}, []Range{{2, 4}, {4, 6}, {6, 8}, {8, 10}}, "touching on both sides"},
		{Range{3, 7}, []Range{{2, 8}, {8, 10}}, "over a gap"},
		{Range{7, 9}, []Range{{2, 4}, {6, 10}}, "over where two touch"},
		{Range{6, 8}, ranges, "covered already"},
		{Range{12, 13}, []Range{{2, 4}, {6, 8}, {8, 10}, {12, 13}}, "behind"},
	} {
		if diff := cmp.Diff(c.want, Cover(ranges, c.add)); diff != "" {
			t.Errorf("%s: covering %v (-want +got):\n%s", c.why, c.add, diff)
		}
	}
}

func TestCuttingTakesAPieceAndTheWhiteSpaceAroundIt(t *testing.T) {
	shapes(t, func(s shaped) {
		ranges, piece := s.ranges(), s.piece()
		want := s.bits(ranges)
		for i := piece.Start; i < piece.End; i++ {
			want[i] = false
		}
		got := Cut(s.doc, ranges, piece)
		s.check(t, "cutting", got)
		s.covers(t, "cutting", want, got, false)
	})
}

func TestMovingAnEdgeKeepsToItsRangeAndNeighbours(t *testing.T) {
	shapes(t, func(s shaped) {
		ranges, pos := s.ranges(), s.pos()
		edge := Edge{s.IntN(len(ranges)), s.IntN(2) == 0}
		got := Move(ranges, edge, pos)
		s.check(t, "moving", got)
		for i, r := range got {
			old := ranges[i]
			kept := i != edge.Range && r == old ||
				i == edge.Range && edge.End && r.Start == old.Start ||
				i == edge.Range && !edge.End && r.End == old.End
			if !kept {
				t.Fatalf("moving %v of %v to %d changed range %d too: %v", edge, ranges, pos, i, got)
			}
		}
	})
}

func TestAnEdgeGoesWhereItIsMovedOrStays(t *testing.T) {
	ranges := []Range{{2, 4}, {6, 9}}
	for _, c := range []struct {
		edge Edge
		pos  int
		want []Range
		why  string
	}{
		{Edge{0, true}, 5, []Range{{2, 5}, {6, 9}}, "wider"},
		{Edge{0, true}, 7, []Range{{2, 6}, {6, 9}}, "up to the neighbour"},
		{Edge{0, true}, 2, ranges, "it would be empty"},
		{Edge{1, false}, 3, []Range{{2, 4}, {4, 9}}, "down to the neighbour"},
		{Edge{1, false}, 8, []Range{{2, 4}, {8, 9}}, "narrower"},
		{Edge{1, false}, 12, ranges, "past the other end"},
		{Edge{0, false}, 0, []Range{{0, 4}, {6, 9}}, "to the beginning of the text"},
	} {
		if diff := cmp.Diff(c.want, Move(ranges, c.edge, c.pos)); diff != "" {
			t.Errorf("%s: %v to %d (-want +got):\n%s", c.why, c.edge, c.pos, diff)
		}
	}
}

func TestASplitPartsWhatIsCoveredAndKeepsTheRest(t *testing.T) {
	split := 0
	shapes(t, func(s shaped) {
		old := &Span{ID: "old", Label: "actor", Ranges: s.ranges(), Note: "a note", Origin: FromImport}
		pos := s.pos()
		first, second, ok := Split(s.doc, old, pos)
		if !ok {
			return
		}
		split++
		s.check(t, "the first half", first.Ranges)
		s.check(t, "the second half", second.Ranges)
		if first.End() > pos || second.Start() < pos {
			t.Fatalf("split at %d: %v and %v", pos, first.Ranges, second.Ranges)
		}
		s.covers(t, "both halves", s.bits(old.Ranges), append(first.Ranges, second.Ranges...), false)
		if first.ID != "old" || second.ID == "old" || second.ID == "" {
			t.Fatalf("the halves are called %q and %q", first.ID, second.ID)
		}
		first.Ranges, second.Ranges, second.ID = old.Ranges, old.Ranges, "old"
		if !first.Equal(old) || !second.Equal(old) {
			t.Fatalf("a half does not keep label, note and origin: %+v, %+v", first, second)
		}
	})
	if split < 1000 {
		t.Errorf("only %d of the spans could be split", split)
	}
}

func TestNothingIsSplitOffWhereNothingWouldBeLeft(t *testing.T) {
	doc, spans := marked(t, "[Actor=a:Assad ][Demand:x] and [Actor=a: his envoy]")
	for _, c := range []struct {
		pos  int
		want bool
		why  string
	}{
		{0, false, "at its start"},
		{5, true, "only white space is behind, but a range follows"},
		{9, true, "between its ranges"},
		{len(doc.Text()), false, "at its end"},
	} {
		if _, _, ok := Split(doc, &spans[0], c.pos); ok != c.want {
			t.Errorf("%s (%d): split is %v, want %v", c.why, c.pos, ok, c.want)
		}
	}
	if _, _, ok := Split(doc, &Span{Ranges: []Range{{0, 6}}}, 5); ok {
		t.Error("white space was split off")
	}
}

func TestMergingUnitesSpansOfOneLabel(t *testing.T) {
	shapes(t, func(s shaped) {
		var spans []*Span
		var all []Range
		for i := range 2 + s.IntN(3) {
			spans = append(spans, &Span{ID: string(rune('a' + i)), Label: "actor", Ranges: s.ranges()})
			all = append(all, spans[i].Ranges...)
		}
		got, _, ok := Merge(spans)
		if !ok {
			t.Fatal("spans of one label were not merged")
		}
		s.check(t, "merging", got.Ranges)
		s.covers(t, "merging", s.bits(all), got.Ranges, true)
		for i := 1; i < len(got.Ranges); i++ {
			if got.Ranges[i-1].End == got.Ranges[i].Start {
				t.Fatalf("merging leaves two ranges that touch: %v", got.Ranges)
			}
		}
	})
}

func TestMergingJoinsNotesAndRefusesOtherLabels(t *testing.T) {
	_, spans := marked(t, "[Actor=a:Assad] met [Actor=b:envoys] of [Actor=c:states] [Demand=d:twice]")
	for i, note := range []string{"one", "", "one", "four"} {
		spans[i].Note = note
	}
	got, _, ok := Merge([]*Span{&spans[2], &spans[0], &spans[1]})
	if !ok || got.ID != "a" || got.Note != "one" || len(got.Ranges) != 3 {
		t.Errorf("merged: %v, %+v", ok, got)
	}
	spans[2].Note = "three"
	if got, _, _ := Merge([]*Span{&spans[2], &spans[0]}); got.Note != strings.Join([]string{"one", "three"}, "\n") {
		t.Errorf("the notes became %q", got.Note)
	}
	if _, _, ok := Merge([]*Span{&spans[0], &spans[3]}); ok {
		t.Error("spans of different labels were merged")
	}
	if _, _, ok := Merge([]*Span{&spans[0]}); ok {
		t.Error("a single span was merged")
	}
}

// attributed is a label with attributes, for which the values below are.
var attributed = &Label{ID: "actor", Name: "Actor", Color: "#0072B2", Attributes: []Attribute{
	{ID: "kind", Name: "Kind", Type: Choice, Options: []Option{{ID: "state", Name: "State"}, {ID: "body", Name: "Body"}}},
	{ID: "named", Name: "How", Type: Text},
	{ID: "with", Name: "With", Type: Entries, Labels: []string{"actor"}, Several: true},
}}

func TestMergingFillsInWhatTheFirstDoesNotSay(t *testing.T) {
	kind := func(v string) []Value { return []Value{{Attribute: "kind", Text: v}} }
	named := []Value{{Attribute: "named", Text: "by office"}}
	for _, c := range []struct {
		first, second, want Span
		lost                int
		why                 string
	}{
		{Span{Values: kind("state"), Entry: "e"}, Span{Values: named}, Span{Values: append(kind("state"), named...), Entry: "e"}, 0, "two say different things of it"},
		{Span{}, Span{Values: kind("body"), Entry: "f"}, Span{Values: kind("body"), Entry: "f"}, 0, "only the second says something"},
		{Span{Values: kind("state"), Entry: "e"}, Span{Values: kind("state"), Entry: "e"}, Span{Values: kind("state"), Entry: "e"}, 0, "both say the same"},
		{Span{Values: kind("state"), Entry: "e"}, Span{Values: kind("body"), Entry: "f"}, Span{Values: kind("state"), Entry: "e"}, 2, "they contradict each other"},
	} {
		c.first.Ranges, c.second.Ranges = []Range{{0, 2}}, []Range{{4, 6}}
		got, lost, ok := Merge([]*Span{&c.first, &c.second})
		if diff := cmp.Diff(c.want.Values, got.Values); diff != "" || got.Entry != c.want.Entry || lost != c.lost || !ok {
			t.Errorf("%s: entry %q, %d lost (-want +got):\n%s", c.why, got.Entry, lost, diff)
		}
	}
}

func TestARelabelledSpanKeepsWhatTheLabelKnows(t *testing.T) {
	s := &Span{ID: "s", Label: "demand", Note: "n", Entry: "e", Values: []Value{
		{Attribute: "kind", Text: "body"}, {Attribute: "status", Text: "refused"}, {Attribute: "with", Entries: []string{"d", "m", "s"}},
	}}
	p := mentioned(t)
	got, lost := Relabel(s, attributed, p)
	want := Span{ID: "s", Label: "actor", Note: "n", Values: []Value{{Attribute: "kind", Text: "body"}, {Attribute: "with", Entries: []string{"m", "s"}}}}
	if diff := cmp.Diff(want, got); diff != "" || lost != 3 {
		t.Errorf("%d lost, not the entry, the status and the demand among those it is with (-want +got):\n%s", lost, diff)
	}
	if err := checkValues(got.Values, attributed, p); err != nil {
		t.Error(err)
	}
	if same, lost := Relabel(&got, attributed, p); !same.Equal(&got) || lost != 0 {
		t.Errorf("the same label changed the span: %+v", same)
	}
}

func TestRelationsGoWithTheSpansThatAreMerged(t *testing.T) {
	p := project(t, "[Actor=a:Assad] met [Actor=b:envoys] of [Actor=c:states] [Demand=d:twice]")
	scheme := *p.Scheme()
	scheme.Relations = []RelationLabel{{ID: "by", Name: "by"}}
	p = apply(t, p, ChangeScheme{&scheme})
	link := func(id, from, to string) Relation {
		return Relation{ID: id, Label: "by", Annotator: DefaultAnnotator, From: Place{"doc", from}, To: Place{"doc", to}, Origin: FromPerson}
	}
	for _, r := range []Relation{link("r1", "d", "a"), link("r2", "d", "b"), link("r3", "b", "c"), link("r4", "c", "d"), link("r5", "d", "c")} {
		p = apply(t, p, AddRelation{r})
	}
	var spans []*Span
	edits := Reattach(p, DefaultAnnotator, "doc", []string{"b", "c"}, "a", time.Time{})
	for _, id := range []string{"a", "b", "c"} {
		s, _ := p.Set("doc", DefaultAnnotator).Span(id)
		spans = append(spans, s)
		if id != "a" {
			edits = append(edits, RemoveSpan{"doc", DefaultAnnotator, id})
		}
	}
	merged, _, _ := Merge(spans)
	next := checkEdit(t, p, Batch{append([]Edit{ChangeSpan{"doc", DefaultAnnotator, merged}}, edits...)})
	var got []Relation
	for r := range next.Relations() {
		got = append(got, *r)
	}
	if diff := cmp.Diff([]Relation{link("r1", "d", "a"), link("r4", "a", "d")}, got); diff != "" {
		t.Errorf("relations after merging b and c into a (-want +got):\n%s", diff)
	}
}
