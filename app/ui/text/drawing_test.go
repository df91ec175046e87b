package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

// redrawn lists the blocks that the canvas draws again.
func redrawn(before, after *drawing) []int { return repainted(before.looks, after.looks) }

func TestASpanRedrawsTheBlocksItTouchesAndNoOther(t *testing.T) {
	project, doc := uitest.Project(t, 100)
	var d *drawing
	paint := func(p *annotations.Project, chosen string) *drawing {
		return draw(d, scene{doc, p.Scheme(), p.Set("d", annotations.DefaultAnnotator), chosen, everything, nil, desk.Comparison{}})
	}
	d = paint(project, "")
	blocks := doc.Blocks()

	one := uitest.Add(t, project, "one", "actor", blocks[3].Start, blocks[3].Start+4)
	next := paint(one, "")
	if diff := cmp.Diff([]int{3}, redrawn(d, next)); diff != "" {
		t.Errorf("a span in block 3 (-want +got):\n%s", diff)
	}
	d = next

	two := uitest.Add(t, one, "two", "date", blocks[50].Start+2, blocks[52].Start+4)
	next = paint(two, "")
	if diff := cmp.Diff([]int{50, 51, 52}, redrawn(d, next)); diff != "" {
		t.Errorf("a span over three blocks (-want +got):\n%s", diff)
	}
	d = next

	next = paint(two, "one")
	if diff := cmp.Diff([]int{3}, redrawn(d, next)); diff != "" {
		t.Errorf("choosing a span (-want +got):\n%s", diff)
	}
	d = next

	next = paint(project, "")
	if diff := cmp.Diff([]int{3, 50, 51, 52}, redrawn(d, next)); diff != "" {
		t.Errorf("taking everything back (-want +got):\n%s", diff)
	}
	if len(next.looks) > 0 {
		t.Errorf("there are no spans any more and the blocks %v are not plain", decorated(next))
	}
}

func TestNothingChangedIsTheSameDrawing(t *testing.T) {
	project, doc := uitest.Project(t, 3)
	same := scene{doc, project.Scheme(), project.Set("d", annotations.DefaultAnnotator), "", everything, nil, desk.Comparison{}}
	d := draw(nil, same)
	if draw(d, same) != d {
		t.Error("the article would be drawn again for nothing")
	}
}

func TestRunsTileTheirBlockAndNameEverySpan(t *testing.T) {
	project, doc := uitest.Project(t, 1)
	project = uitest.Add(t, project, "outer", "actor", 0, 6)
	project = uitest.Add(t, project, "inner", "date", 2, 4)
	d := draw(nil, scene{doc, project.Scheme(), project.Set("d", annotations.DefaultAnnotator), "inner", everything, nil, desk.Comparison{}})
	want := []run{
		{Start: 0, End: 2, Class: "lane-0-0", Title: "Actor", Spans: []string{"outer"}},
		{Start: 2, End: 4, Class: "lane-0-0 lane-1-2 chosen", Title: "Actor + Date", Spans: []string{"outer", "inner"}},
		{Start: 4, End: 6, Class: "lane-0-0", Title: "Actor", Spans: []string{"outer"}},
		{Start: 6, End: 7},
	}
	if diff := cmp.Diff(want, d.looks[0].runs); diff != "" {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
}
