package text

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

// besideAnn is the scene in which Ann is compared with, one span of hers looked at.
func besideAnn(p *annotations.Project, chosen string) scene {
	doc, _ := p.Document("d")
	return scene{
		doc: doc, scheme: p.Scheme(), set: p.Set("d", annotations.DefaultAnnotator), near: everything,
		beside: desk.Comparison{Set: p.Set("d", "ann"), Name: "Ann", Chosen: chosen},
	}
}

func TestAnothersSpansAreDrawnOverOnesOwn(t *testing.T) {
	project, _ := uitest.Project(t, 2) // "line 0\nline 1\n"
	project = uitest.Add(t, project, "mine", "actor", 0, 4)
	project = uitest.AddBy(t, project, "outer", "date", 2, 6)
	project = uitest.AddBy(t, project, "inner", "actor", 2, 3)
	d := draw(nil, besideAnn(project, "inner"))
	want := []run{
		{Start: 0, End: 2, Class: "lane-0-0", Title: "Actor", Spans: []string{"mine"}},
		{Start: 2, End: 3, Class: "lane-0-0 theirs theirs-0-2 theirs-1-0 regarded", Title: "Actor · Ann: Date + Actor", Spans: []string{"mine"}, Theirs: []string{"outer", "inner"}},
		{Start: 3, End: 4, Class: "lane-0-0 theirs theirs-0-2", Title: "Actor · Ann: Date", Spans: []string{"mine"}, Theirs: []string{"outer"}},
		{Start: 4, End: 6, Class: "theirs theirs-0-2", Title: "Ann: Date", Theirs: []string{"outer"}},
		{Start: 6, End: 7},
	}
	if diff := cmp.Diff(want, d.looks[0].runs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if d.looks[1] != nil {
		t.Error("a line in which nobody has marked anything is not plain")
	}
	if diff := cmp.Diff([]string{"outer", "inner"}, d.theirsAt(0, 1)); diff != "" {
		t.Errorf("Ann's spans under a click (-want +got):\n%s", diff)
	}
}

func TestWhatAnotherMarksRedrawsTheBlocksItTouchesAndNoOther(t *testing.T) {
	project, doc := uitest.Project(t, 100)
	project = uitest.AddBy(t, project, "first", "actor", doc.Blocks()[7].Start, doc.Blocks()[7].Start+4)
	d := draw(nil, besideAnn(project, ""))
	next := uitest.AddBy(t, project, "one", "actor", doc.Blocks()[3].Start, doc.Blocks()[3].Start+4)
	after := draw(d, besideAnn(next, ""))
	if diff := cmp.Diff([]int{3}, redrawn(d, after)); diff != "" {
		t.Errorf("a span of Ann's in block 3 (-want +got):\n%s", diff)
	}
	looked := draw(after, besideAnn(next, "one"))
	if diff := cmp.Diff([]int{3}, redrawn(after, looked)); diff != "" {
		t.Errorf("looking at it (-want +got):\n%s", diff)
	}
	alone := besideAnn(next, "")
	alone.beside = desk.Comparison{}
	if left := draw(looked, alone).looks; len(left) > 0 {
		t.Errorf("with nobody compared, %d blocks are still drawn with Ann's spans", len(left))
	}
}

func TestAnyWayToASceneOfTwoGivesTheSameDrawing(t *testing.T) {
	const seed = 11
	random := rand.New(rand.NewPCG(seed, seed))
	project, doc := uitest.Project(t, 40)
	project = uitest.AddBy(t, project, "z", "date", 0, 4)
	d := draw(nil, besideAnn(project, ""))
	for step := range 300 {
		b := doc.Blocks()[random.IntN(40)]
		id := strings.Repeat("x", step+1)
		if random.IntN(2) == 0 {
			project = uitest.Add(t, project, id, "actor", b.Start, b.Start+1+random.IntN(5))
		} else {
			project = uitest.AddBy(t, project, id, "date", b.Start, b.Start+1+random.IntN(5))
		}
		to := besideAnn(project, []string{"", "z", id}[random.IntN(3)])
		if random.IntN(4) == 0 {
			to.beside = desk.Comparison{}
		}
		d = draw(d, to)
		anew := draw(nil, to)
		if len(d.looks) != len(anew.looks) {
			t.Fatalf("seed %d, step %d: %d blocks are drawn, anew it would be %d", seed, step, len(d.looks), len(anew.looks))
		}
		for i, l := range anew.looks {
			if !l.equal(d.looks[i]) {
				t.Fatalf("seed %d, step %d: block %d looks different drawn anew", seed, step, i)
			}
		}
	}
}
