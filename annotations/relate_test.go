package annotations

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// ruled is testScheme with relations of every kind of rule.
func ruled() *Scheme {
	s := testScheme.Clone()
	s.Relations = []RelationLabel{
		{ID: "by", Name: "demanded by", From: []string{"demand"}, To: []string{"actor"}},
		{ID: "same", Name: "same as"},
		{ID: "since", Name: "since", To: []string{"date"}},
		{ID: "meets", Name: "meets", From: []string{"actor"}, To: []string{"actor"}},
	}
	return s
}

func TestWaysAreTheRelationsWhoseRulesFitTwoSpans(t *testing.T) {
	for _, tt := range []struct {
		name, why     string
		first, second string
		want          []string
	}{
		{"there", "rules of both ends hold, and none stands for any label", "demand", "actor", []string{"by", "same"}},
		{"back", "what fits the other way round only is marked", "actor", "demand", []string{"by back", "same"}},
		{"alike", "what fits in both directions comes once", "actor", "actor", []string{"same", "meets"}},
		{"one rule", "a rule may be for one end only", "actor", "date", []string{"same", "since"}},
		{"one rule back", "and be turned round", "date", "actor", []string{"same", "since back"}},
		{"both ways", "a rule for one end may hold of both", "date", "date", []string{"same", "since"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, w := range ruled().Ways(tt.first, tt.second) {
				id := w.Relation.ID
				if w.Back {
					id += " back"
				}
				got = append(got, id)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestARelationThatBreaksARuleIsKeptAndKnown(t *testing.T) {
	p := project(t, "[Actor=a:Syria] asks [Demand=d:that they leave] [Date=w:soon]")
	p, _, err := ChangeScheme{ruled()}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	from, to := Place{"doc", "d"}, Place{"doc", "a"}
	r := Relation{ID: "r", Label: "by", Annotator: DefaultAnnotator, From: from, To: to, Origin: FromPerson}
	for _, tt := range []struct {
		name string
		r    Relation
		want bool
	}{
		{"as the rule has it", r, true},
		{"turned", r.Turned(), false},
		{"turned twice", r.Turned().Turned(), true},
		{"to another label", Relation{ID: "r", Label: "by", Annotator: DefaultAnnotator, From: from, To: Place{"doc", "w"}, Origin: FromPerson}, false},
	} {
		next, _, err := AddRelation{tt.r}.Apply(p)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		kept, _ := next.Relation("r")
		if got := next.Fits(kept); got != tt.want {
			t.Errorf("%s: fits is %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestASpanIsFoundByItsPlace(t *testing.T) {
	p := project(t, "[Actor=a:Syria] asks")
	for _, tt := range []struct {
		at   Place
		want bool
	}{
		{Place{"doc", "a"}, true},
		{Place{"doc", "b"}, false},
		{Place{"other", "a"}, false},
	} {
		if s, got := p.SpanAt(DefaultAnnotator, tt.at); got != tt.want || got && s.ID != tt.at.Span {
			t.Errorf("%v: %v, %v", tt.at, s, got)
		}
	}
}
