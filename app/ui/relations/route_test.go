package relations

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/browser"
)

// A text of lines as a browser draws them: 21 px of letters, and 12 px between.
const (
	testLine = 33
	testTop  = 100
)

// onLine is a piece of the n-th line of a text, from 200 to 776 px.
func onLine(n int, left, right float64) browser.Rect {
	top := float64(testTop + n*testLine)
	return browser.Rect{Left: left, Top: top, Right: right, Bottom: top + 21}
}

// testField shows the lines 0 to 19, in a page with so much room on either side.
func testField(room float64) *wireField {
	return &wireField{
		column: browser.Rect{Left: 200, Right: 776},
		left:   200 - room, right: 776 + room,
		top: testTop - 8, bottom: testTop + 20*testLine,
	}
}

// TestWiresNeverCrossTheText draws wires between spans anywhere in a text. They
// run between the lines or beside them, and every stretch is straight.
func TestWiresNeverCrossTheText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		from := onLine(random.IntN(30)-5, 200+random.Float64()*280, 480+random.Float64()*290)
		var ties []tie
		for range 1 + random.IntN(5) {
			ties = append(ties, tie{
				name: "n", words: "w", out: random.IntN(2) == 0, where: whereTo(random.IntN(4)),
				line: onLine(random.IntN(30)-5, 200+random.Float64()*280, 480+random.Float64()*290),
			})
		}
		f := testField(100)
		for _, w := range f.wire(from, ties).Wires {
			for i := 1; i < len(w.Spots); i++ {
				checkStretch(t, f, w.Spots[i-1], w.Spots[i])
			}
		}
	}
}

func checkStretch(t *testing.T, f *wireField, a, b browser.Spot) {
	t.Helper()
	switch {
	case a.X == b.X && (a.X < f.column.Left || a.X > f.column.Right): // beside the text
	case a.Y == b.Y && inGap(a.Y): // between two lines
	default:
		t.Errorf("a wire runs from %v to %v", a, b)
	}
}

// inGap reports whether a height lies between the letters of two lines.
func inGap(y float64) bool {
	into := int(y-testTop+100*testLine) % testLine
	return into > 21
}

func TestTheHeadOfAnArrowIsWhereTheRelationGoes(t *testing.T) {
	from, to := onLine(2, 300, 400), onLine(6, 500, 520)
	for _, tt := range []struct {
		name string
		tie  tie
		want browser.Head
	}{
		{"out", tie{out: true, line: to}, browser.Head{At: browser.Spot{X: 510, Y: to.Top + headDip}}},
		{"in", tie{line: to}, browser.Head{At: browser.Spot{X: 350, Y: from.Top + headDip}}},
		{"out and up", tie{out: true, where: isAbove}, browser.Head{At: browser.Spot{X: 200 - laneGap, Y: testTop - 8}, Up: true}},
		{"out and down", tie{out: true, where: isElsewhere}, browser.Head{At: browser.Spot{X: 200 - laneGap, Y: testTop + 20*testLine}}},
	} {
		if diff := cmp.Diff([]browser.Head{tt.want}, testField(0).wire(from, []tie{tt.tie}).Heads); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestAWireIsNamedBesideTheTextWhereThereIsRoom(t *testing.T) {
	from := onLine(2, 300, 400)
	ties := []tie{
		{name: "demanded by", out: true, line: onLine(6, 250, 280)},
		{name: "same as", out: true, line: onLine(6, 300, 320)},
	}
	if c := testField(40).wire(from, ties).Captions; len(c) > 0 {
		t.Errorf("without room there are captions: %v", c)
	}
	captions := testField(120).wire(from, ties).Captions
	if len(captions) != 2 || captions[0].Text != "demanded by" || captions[1].Text != "same as" {
		t.Fatalf("the captions are %v", captions)
	}
	for _, c := range captions {
		if c.Begins || c.At.X > 200 || c.At.X-c.Width < 80 {
			t.Errorf("%q lies over the text, or past the page: %v", c.Text, c)
		}
	}
	if captions[1].At.Y-captions[0].At.Y < captionStep {
		t.Errorf("the captions lie over each other: %v", captions)
	}
}

func TestWhatCannotBeSeenIsNamedAtTheEdgeOfTheView(t *testing.T) {
	var ties []tie
	for i := range 5 {
		ties = append(ties, tie{name: "same as", words: "w" + strconv.Itoa(i), out: true, where: isBelow})
	}
	ties = append(ties, tie{name: "demanded by", words: "“x”", where: isAbove},
		tie{name: "since", words: "far", out: true, line: onLine(-9, 300, 400)})
	for room, want := range map[float64][]string{
		120: {"→ same as: w0", "→ same as: w1", "and 3 more", "← demanded by: “x”", "→ since: far"},
		0:   {"→ same as: w0 + 4 more", "← demanded by: “x” + 1 more"},
	} {
		f := testField(room)
		var got []string
		for _, c := range f.wire(onLine(2, 300, 400), ties).Captions {
			got = append(got, c.Text)
			if !c.Fixed || c.At.Y < f.top || c.At.Y+captionStep > f.bottom {
				t.Errorf("%q is not in view: %v", c.Text, c)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with room for %v (-want +got):\n%s", room, diff)
		}
	}
}

// TestCaptionsLeaveEachOtherLegible names many ties at once.
func TestCaptionsLeaveEachOtherLegible(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var ties []tie
		for range 12 {
			ties = append(ties, tie{name: "n", words: "w", where: whereTo(random.IntN(4)), line: onLine(random.IntN(20), 300, 340)})
		}
		captions := testField(100).wire(onLine(random.IntN(20), 260, 300), ties).Captions
		for i, c := range captions {
			for _, other := range captions[:i] {
				if c.Begins == other.Begins && math.Abs(c.At.Y-other.At.Y) < captionStep {
					t.Fatalf("%v lies over %v", c, other)
				}
			}
		}
	}
}

func TestASpanThatCannotBeSeenItselfLeadsToNoEdge(t *testing.T) {
	w := testField(120).wire(onLine(40, 300, 400), []tie{{where: isBelow}, {where: isElsewhere}})
	if len(w.Wires) > 0 || len(w.Captions) > 0 {
		t.Errorf("%v", w)
	}
}

func TestADragScrollsTheFasterTheNearerItIsToTheEdge(t *testing.T) {
	for y, want := range map[float64]float64{
		400: 0, 56 + scrollStrip: 0, 800 - scrollStrip: 0,
		56 + scrollStrip/2: -scrollStep / 2.0, 800 - scrollStrip/2: scrollStep / 2.0,
		0: -scrollStep, 900: scrollStep,
	} {
		if got := scrollBy(y, 56, 800); got != want {
			t.Errorf("at %v: %v, want %v", y, got, want)
		}
	}
}
