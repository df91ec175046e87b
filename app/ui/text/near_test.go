package text

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"

	"github.com/google/go-cmp/cmp"
)

// decorated lists the blocks that are drawn with their spans.
func decorated(d *drawing) []int {
	return slices.Sorted(maps.Keys(d.looks))
}

func TestSpansAreDrawnNearTheScreenAndNowhereElse(t *testing.T) {
	project, doc := uitest.Project(t, 200)
	for i, b := range doc.Blocks() {
		project = uitest.Add(t, project, fmt.Sprint(i), "actor", b.Start, b.Start+4)
	}
	at := scene{doc, project.Scheme(), project.Set("d", "annotator-1"), "", blocks{0, 3}, nil, desk.Comparison{}}
	d := draw(nil, at)
	for _, near := range []blocks{{0, 3}, {1, 5}, {4, 6}, {100, 102}, {198, 230}, everything, {7, 9}} {
		at.near = near
		d = draw(d, at)
		var want []int
		for i := near.from; i < min(near.to, 200); i++ {
			want = append(want, i)
		}
		if diff := cmp.Diff(want, decorated(d)); diff != "" {
			t.Fatalf("near %v (-want +got):\n%s", near, diff)
		}
	}
}

// A drawing that was changed step by step must be the one that is drawn anew.
func TestAnyWayToASceneGivesTheSameDrawing(t *testing.T) {
	const seed = 7
	random := rand.New(rand.NewPCG(seed, seed))
	project, doc := uitest.Project(t, 60)
	at := scene{doc, project.Scheme(), project.Set("d", "annotator-1"), "", blocks{0, 10}, nil, desk.Comparison{}}
	d := draw(nil, at)
	for step := range 500 {
		switch random.IntN(3) {
		case 0:
			start := random.IntN(len(doc.Text()) - 20)
			project = uitest.Add(t, project, fmt.Sprint(step), "date", start, start+1+random.IntN(19))
		case 1:
			at.near = blocks{random.IntN(50), 0}
			at.near.to = at.near.from + random.IntN(20)
		case 2:
			at.chosen = fmt.Sprint(random.IntN(step + 1))
		}
		at.set = project.Set("d", "annotator-1")
		d = draw(d, at)
		fresh := draw(nil, at)
		for i := range doc.Blocks() {
			if !fresh.looks[i].equal(d.looks[i]) {
				t.Fatalf("seed %d, step %d: block %d was left behind", seed, step, i)
			}
		}
	}
}

func TestTheFirstLookIsAroundThePlaceThatIsRead(t *testing.T) {
	_, doc := uitest.Project(t, 5000)
	for _, block := range []int{0, 2500, 4999, 9999} {
		near := around(doc, block)
		if near.from < 0 || near.to > 5000 || !near.has(min(block, 4999)) || near.to-near.from > 2000 {
			t.Errorf("around block %d are %v", block, near)
		}
	}
	_, empty := uitest.Project(t, 0)
	if got := around(empty, 3); got != (blocks{}) {
		t.Errorf("an empty text has %v", got)
	}
}
