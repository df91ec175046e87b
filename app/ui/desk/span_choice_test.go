package desk

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/uitest"
)

// lettered is a set with spans called a to e in text order; a, c and e are
// actors, the others dates.
func lettered(t *testing.T) *annotations.Set {
	t.Helper()
	project, _ := uitest.Project(t, 10)
	for i, id := range strings.Split("abcde", "") {
		project = uitest.Add(t, project, id, []string{"actor", "date"}[i%2], i*7, i*7+4)
	}
	return project.Set("d", annotations.DefaultAnnotator)
}

// names are the IDs of the chosen spans in text order.
func (c *SpanChoice) names() string {
	var ids []string
	for _, s := range c.Spans() {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, "")
}

func TestSpansAreAddedToAChoiceAndTakenAway(t *testing.T) {
	set := lettered(t)
	var none *SpanChoice
	one := none.Toggle(set, "b")
	two := one.Toggle(set, "d")
	for _, c := range []struct {
		got         *SpanChoice
		names, only string
		label       string
		why         string
	}{
		{none, "", "", "", "nothing is chosen"},
		{one, "b", "b", "date", "one"},
		{two, "bd", "", "date", "two of one label"},
		{two.Toggle(set, "a"), "abd", "", "", "of several labels"},
		{two.Toggle(set, "b"), "d", "d", "date", "taken away again"},
		{two.Toggle(set, "gone"), "bd", "", "date", "no such span"},
		{(&SpanChoice{Mode: true}).Toggle(set, "c"), "c", "c", "actor", "begun without any"},
	} {
		label := ""
		if c.got != nil {
			label = c.got.Label
		}
		if diff := cmp.Diff([]string{c.names, c.only, c.label}, []string{c.got.names(), c.got.only(), label}); diff != "" {
			t.Errorf("%s: names, only, label (-want +got):\n%s", c.why, diff)
		}
	}
	if two.names() != "bd" {
		t.Error("a choice was changed in place")
	}
}

func TestAChoiceReachesFromItsAnchorBothWays(t *testing.T) {
	set := lettered(t)
	var none *SpanChoice
	for _, c := range []struct{ anchor, to, want, why string }{
		{"b", "d", "bcd", "down"},
		{"d", "b", "bcd", "up"},
		{"c", "c", "c", "no way"},
		{"gone", "d", "d", "the anchor was deleted"},
		{"b", "gone", "", "there is no such span"},
	} {
		if got := none.Reach(set, c.anchor, c.to).names(); got != c.want {
			t.Errorf("%s: from %s to %s are %q, want %q", c.why, c.anchor, c.to, got, c.want)
		}
	}
	down := none.Reach(set, "b", "e")
	if up := down.Reach(set, down.Anchor, "a"); up.names() != "ab" {
		t.Errorf("reaching the other way from the same anchor chooses %q", up.names())
	}
}

func TestAChoiceFollowsTheSpansThatAreLeft(t *testing.T) {
	project, _ := uitest.Project(t, 10)
	project = uitest.Add(t, uitest.Add(t, project, "a", "actor", 0, 4), "b", "date", 7, 11)
	set := project.Set("d", annotations.DefaultAnnotator)
	var none *SpanChoice
	both := none.Among(set, func(*annotations.Span) bool { return true })
	if both.within(set) != both {
		t.Error("a choice is another value although nothing changed")
	}
	fewer := remove(t, project, "a")
	if got := both.within(fewer.Set("d", annotations.DefaultAnnotator)); got.names() != "b" || got.Label != "date" {
		t.Errorf("with a deleted, %q of the label %q are chosen", got.names(), got.Label)
	}
	nobody := remove(t, fewer, "b").Set("d", annotations.DefaultAnnotator)
	if got := both.within(nobody); got != nil {
		t.Errorf("with all deleted, %q are chosen", got.names())
	}
	if got := (&SpanChoice{ids: both.ids, Mode: true}).within(nobody); !got.On() || got.Count() != 0 {
		t.Error("with all deleted, a person who chooses several no longer does")
	}
}

func remove(t *testing.T, p *annotations.Project, id string) *annotations.Project {
	t.Helper()
	next, _, err := annotations.RemoveSpan{Document: "d", Annotator: annotations.DefaultAnnotator, ID: id}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	return next
}
