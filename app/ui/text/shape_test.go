package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/uitest"
)

// over is a span over the first occurrence of each phrase of a text.
func over(t *testing.T, text string, phrases ...string) *annotations.Span {
	t.Helper()
	s := &annotations.Span{ID: "s"}
	for _, phrase := range phrases {
		at := strings.Index(text, phrase)
		if at < 0 {
			t.Fatalf("%q is not in %q", phrase, text)
		}
		s.Ranges = append(s.Ranges, annotations.Range{Start: at, End: at + len(phrase)})
	}
	return s
}

func TestEdgesStepByWordsAndCharacters(t *testing.T) {
	const text = "One, two 👩‍👩‍👧 cafe\u0301 (five)."
	doc := uitest.Document(t, text)
	start, end := annotations.Edge{}, annotations.Edge{End: true}
	for _, c := range []struct {
		covered        string
		edge           annotations.Edge
		forward, exact bool
		want           string
		why            string
	}{
		{"two", end, true, false, "two 👩‍👩‍👧", "the next word"},
		{"cafe\u0301", end, true, false, "cafe\u0301 (five", "a word behind a bracket"},
		{"two 👩‍👩‍👧", end, false, false, "two", "a word less"},
		{"two", end, false, false, "two", "nothing would be left"},
		{"two", start, false, false, "One, two", "the word before"},
		{"One", start, false, false, "One", "nothing is before"},
		{"One, two", start, true, false, "two", "a word less at the start"},
		{"two", start, true, false, "two", "nothing would be left"},
		{"wo", start, false, false, "two", "from inside a word to its beginning"},
		{"tw", end, true, false, "two", "from inside a word to its end"},
		{"(five", end, true, false, "(five", "nothing follows"},
		{"two ", end, true, true, "two 👩‍👩‍👧", "a family is one character"},
		{"cafe\u0301", end, false, true, "caf", "a letter with its accent"},
		{"cafe\u0301", start, true, true, "afe\u0301", "a character less at the start"},
		{"two", start, false, true, " two", "exactly one character"},
	} {
		s := over(t, text, c.covered)
		next := annotations.Move(s.Ranges, c.edge, stepEdge(doc, s, c.edge, c.forward, c.exact))[0]
		if got := text[next.Start:next.End]; got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.why, c.covered, got, c.want)
		}
	}
}

func TestADraggedEdgeSnapsToWordsUnlessExact(t *testing.T) {
	const text = "Alpha beta gamma delta"
	doc := uitest.Document(t, text)
	start, end := annotations.Edge{}, annotations.Edge{End: true}
	for _, c := range []struct {
		edge  annotations.Edge
		to    string // the edge is dragged to behind this
		exact bool
		want  string
		why   string
	}{
		{end, "Alpha beta gam", false, "beta gamma", "all of a word that is touched"},
		{end, "Alpha beta gam", true, "beta gam", "to the character"},
		{end, "Alpha be", false, "beta", "narrower, and still all of the word"},
		{end, "Alp", false, "beta", "past the start"},
		{start, "Al", false, "Alpha beta", "all of the word before"},
		{start, "Al", true, "pha beta", "to the character"},
		{start, "Alpha beta gam", false, "beta", "past the end"},
	} {
		s := over(t, text, "beta")
		pos := snapEdge(doc, s, c.edge, len(c.to), c.exact)
		next := annotations.Move(s.Ranges, c.edge, pos)[0]
		if got := text[next.Start:next.End]; got != c.want {
			t.Errorf("%s: dragged to behind %q it is %q, want %q", c.why, c.to, got, c.want)
		}
	}
}

func TestASpanOfManyRangesHasHandlesAtItsOuterEdgesOnly(t *testing.T) {
	few := over(t, "a b c", "a", "c")
	want := []annotations.Edge{{}, {End: true}, {Range: 1}, {Range: 1, End: true}}
	if diff := cmp.Diff(want, edges(few)); diff != "" {
		t.Errorf("two ranges (-want +got):\n%s", diff)
	}
	many := &annotations.Span{Ranges: make([]annotations.Range, manyHandles+1)}
	if diff := cmp.Diff([]annotations.Edge{{}, {Range: manyHandles, End: true}}, edges(many)); diff != "" {
		t.Errorf("many ranges (-want +got):\n%s", diff)
	}
}
