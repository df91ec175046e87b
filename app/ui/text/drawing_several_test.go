package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

func TestAChoiceRedrawsBlocksWithSpansAndNoOther(t *testing.T) {
	project, doc := uitest.Project(t, 100)
	blocks := doc.Blocks()
	project = uitest.Add(t, project, "a", "actor", blocks[3].Start, blocks[3].Start+4)
	project = uitest.Add(t, project, "b", "actor", blocks[70].Start, blocks[70].Start+4)
	project = uitest.Add(t, project, "c", "actor", blocks[80].Start, blocks[80].Start+4)
	set := project.Set("d", annotations.DefaultAnnotator)
	at := scene{doc, project.Scheme(), set, "", everything, nil, desk.Comparison{}}
	before := draw(nil, at)
	var none *desk.SpanChoice
	at.others = none.Toggle(set, "a").Toggle(set, "b")
	chosen := draw(before, at)
	if diff := cmp.Diff([]int{3, 70}, redrawn(before, chosen)); diff != "" {
		t.Errorf("choosing two (-want +got):\n%s", diff)
	}
	if class := chosen.looks[70].runs[0].Class; !slices.Contains(strings.Fields(class), "chosen") {
		t.Errorf("a span that is chosen with others is drawn as %q", class)
	}
	at.others = nil
	if diff := cmp.Diff([]int{3, 70}, redrawn(chosen, draw(chosen, at))); diff != "" {
		t.Errorf("choosing none (-want +got):\n%s", diff)
	}
}
