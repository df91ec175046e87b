package ui

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// decorated lists the blocks that are drawn with their spans.
func decorated(d *drawing) []int {
	var found []int
	for i := range d.doc.Blocks() {
		if d.look(i) != nil {
			found = append(found, i)
		}
	}
	return found
}

func TestSpansAreDrawnNearTheScreenAndNowhereElse(t *testing.T) {
	project, doc := marked(t, 200)
	for i, b := range doc.Blocks() {
		project = add(t, project, fmt.Sprint(i), "actor", b.Start, b.Start+4)
	}
	at := scene{doc, project.Scheme(), project.Set("d"), "", blocks{0, 3}}
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
	project, doc := marked(t, 60)
	at := scene{doc, project.Scheme(), project.Set("d"), "", blocks{0, 10}}
	d := draw(nil, at)
	for step := range 500 {
		switch random.IntN(3) {
		case 0:
			start := random.IntN(len(doc.Text()) - 20)
			project = add(t, project, fmt.Sprint(step), "date", start, start+1+random.IntN(19))
		case 1:
			at.near = blocks{random.IntN(50), 0}
			at.near.to = at.near.from + random.IntN(20)
		case 2:
			at.chosen = fmt.Sprint(random.IntN(step + 1))
		}
		at.set = project.Set("d")
		d = draw(d, at)
		fresh := draw(nil, at)
		for i := range doc.Blocks() {
			if !fresh.look(i).equal(d.look(i)) {
				t.Fatalf("seed %d, step %d: block %d was left behind", seed, step, i)
			}
		}
	}
}

func TestWhatIsNearFollowsTheViewOnlyWhenItMust(t *testing.T) {
	near := firstNear
	if got := near.follow(blocks{0, 12}); got != near {
		t.Errorf("at the beginning near became %v", got)
	}
	moved := near.follow(blocks{30, 42})
	if want := (blocks{0, 82}); moved != want {
		t.Errorf("after scrolling near is %v, want %v", moved, want)
	}
	if got := moved.follow(blocks{31, 43}); got != moved {
		t.Errorf("one block further near became %v", got)
	}
	if got := everything.follow(blocks{500, 520}); got != (blocks{460, 560}) {
		t.Errorf("from everything near became %v", got)
	}
}
