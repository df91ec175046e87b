package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desktest"
)

func TestTheSelectionIsAddedToTheSpanCutOutOfItAndSplitsIt(t *testing.T) {
	for _, tt := range []struct {
		name, span, selected string
		do                   func(*Room) bool
		want                 []string
		said                 string
	}{
		{"added", "Shoigu", "Akar", (*Room).addOrMerge, []string{"actor: Shoigu … Akar"}, "Added: Shoigu … Akar"},
		{"grown", "Shoigu", "met", (*Room).addOrMerge, []string{"actor: Shoigu … met"}, "Added: Shoigu … met"},
		{"cut out", "Shoigu met Akar", "met", (*Room).cutPicked, []string{"actor: Shoigu … Akar"}, "Cut out: Shoigu … Akar"},
		{"all cut out", "Shoigu", "Shoigu", (*Room).cutPicked, []string{"actor: Shoigu"}, "That is all of the span: press Delete to delete it"},
		{"split", "Shoigu met Akar", "met", (*Room).splitAtPick, []string{"actor: Shoigu", "actor: met Akar"}, "Split off: met Akar"},
		{"split behind its beginning", "Shoigu met Akar", "Shoigu", (*Room).splitAtPick, []string{"actor: Shoigu", "actor: met Akar"}, "Split off: met Akar"},
		{"not split", "Shoigu", "Shoigu", (*Room).splitAtPick, []string{"actor: Shoigu"}, "Select a part of the span to split it there"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, room := open(t)
			d.Choose(d.Mark(t, "actor", tt.span), nil)
			d.Select(t, tt.selected)
			if !tt.do(room) {
				t.Fatal("there was nothing to do")
			}
			marked(t, d, tt.want...)
			if d.Said != tt.said {
				t.Errorf("said %q, want %q", d.Said, tt.said)
			}
		})
	}
}

func TestShapingWithoutASpanOrASelectionDoesNothing(t *testing.T) {
	d, room := open(t)
	for name, do := range map[string]func(*Room) bool{
		"add": (*Room).addOrMerge, "cut": (*Room).cutPicked, "split": (*Room).splitAtPick,
		"start": (*Room).takeStart, "end": (*Room).takeEnd,
	} {
		if do(room) {
			t.Errorf("%s: it did something", name)
		}
	}
	marked(t, d)
}

func TestTheSelectionChangesTheSpanInWhoseGapItLies(t *testing.T) {
	d, room := open(t)
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	d.Select(t, "Akar")
	room.addPicked()
	d.Select(t, "met")
	room.splitAtPick()
	marked(t, d, "actor: Shoigu", "actor: Akar")
}

func TestTheButtonsOfferWhatTheSelectionCanDoToTheSpan(t *testing.T) {
	for _, tt := range []struct {
		selected       string
		offered, hides []string
	}{
		{"Akar", []string{"Add to “Shoigu met”"}, []string{"Cut out", "Split here"}},
		{"met", []string{"Cut out", "Split here"}, []string{"Add to “Shoigu met”"}},
		{"met Akar", []string{"Add to “Shoigu met”", "Cut out", "Split here"}, nil},
	} {
		d, room := open(t)
		d.Choose(d.Mark(t, "actor", "Shoigu met"), nil)
		d.Select(t, tt.selected)
		html := app.HTMLString(&ShapeButtons{Room: room, Reshape: room.Reshape(), Keys: d.Keys, Class: room.ReshapeClass()})
		for _, button := range strings.Split(html, "<button")[1:] {
			tag, _, _ := strings.Cut(button, ">")
			hidden := strings.Contains(tag+" ", " hidden ")
			for _, name := range tt.offered {
				if strings.Contains(button, name) && hidden {
					t.Errorf("%s: %q is hidden", tt.selected, name)
				}
			}
			for _, name := range tt.hides {
				if strings.Contains(button, name) && !hidden {
					t.Errorf("%s: %q is offered", tt.selected, name)
				}
			}
		}
		if strings.Count(html, "<button") != 3 {
			t.Errorf("%s: drawn as %s", tt.selected, html)
		}
	}
}

func TestTheButtonsDoWhatTheySay(t *testing.T) {
	for _, tt := range []struct {
		name, selected string
		press          func(*ShapeButtons, app.Context, app.Event)
		want           []string
	}{
		{"add", "Akar", (*ShapeButtons).onAdd, []string{"actor: Shoigu met … Akar"}},
		{"cut", "met", (*ShapeButtons).onCut, []string{"actor: Shoigu"}},
		{"split", "met", (*ShapeButtons).onSplit, []string{"actor: Shoigu", "actor: met"}},
	} {
		d, room := open(t)
		d.Choose(d.Mark(t, "actor", "Shoigu met"), nil)
		d.Select(t, tt.selected)
		tt.press(&ShapeButtons{Room: room}, d.Context, app.Event{})
		if diff := cmp.Diff(tt.want, d.Marked()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestKeysOnAHandleMoveItsEdge(t *testing.T) {
	start, end := map[string]string{"range": "0", "end": "false"}, map[string]string{"range": "0", "end": "true"}
	for _, tt := range []struct {
		name, key string
		handle    map[string]string
		held      []string
		want      string
	}{
		{"a word more", "ArrowRight", end, nil, "actor: They spoke of"},
		{"a word less", "ArrowLeft", end, nil, "actor: They"},
		{"a character more", "ArrowRight", end, []string{"Shift"}, "actor: They spoke "},
		{"a character less", "ArrowLeft", end, []string{"Shift"}, "actor: They spok"},
		{"a word less at the start", "ArrowRight", start, nil, "actor: spoke"},
		{"a word more at the start", "ArrowLeft", start, nil, "actor: Akar.\nThey spoke"},
		{"another key", "x", end, nil, "actor: They spoke"},
		{"with Ctrl", "ArrowRight", end, []string{"Ctrl"}, "actor: They spoke"},
		{"no handle", "ArrowRight", nil, nil, "actor: They spoke"},
	} {
		d, room := open(t)
		d.Choose(d.Mark(t, "actor", "They spoke"), nil)
		h := room.renderHandles().(*handles)
		h.onKey(d.Context, desktest.Key(tt.key, desktest.Element(tt.handle), tt.held...))
		if diff := cmp.Diff([]string{tt.want}, d.Marked()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestHandlesAreDrawnAtTheEdgesOfTheChosenSpan(t *testing.T) {
	d, room := open(t)
	if html := app.HTMLString(room.renderHandles()); strings.Contains(html, "slider") || !strings.Contains(html, "hidden") {
		t.Errorf("with nothing chosen there is %s", html)
	}
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	d.Select(t, "Akar")
	room.addPicked()
	html := app.HTMLString(room.renderHandles())
	for _, name := range []string{"Start of part 1", "End of part 1", "Start of part 2", "End of part 2"} {
		if !strings.Contains(html, name) {
			t.Errorf("there is no %q in %s", name, html)
		}
	}
	if !room.takeStart() || !room.takeEnd() {
		t.Error("the edges cannot be taken hold of")
	}
}

func TestASpanOfVeryManyPartsHasHandlesAtItsOuterEdges(t *testing.T) {
	s := &annotations.Span{}
	for i := range 9 {
		s.Ranges = append(s.Ranges, annotations.Range{Start: 2 * i, End: 2*i + 1})
	}
	want := []annotations.Edge{{}, {Range: 8, End: true}}
	if diff := cmp.Diff(want, edges(s)); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
}

func TestAHandleThatIsLetGoMovesTheEdgeInOneStep(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(*handles, *Room, *desktest.Desk)
		want string
	}{
		{"let go", func(h *handles, _ *Room, d *desktest.Desk) { h.onLetGo(d.Context, app.Event{}) }, "actor: Shoigu met"},
		{"abandoned", func(h *handles, _ *Room, d *desktest.Desk) { h.onAbandon(d.Context, app.Event{}) }, "actor: Shoigu"},
		{"lost to a fault", func(_ *handles, r *Room, _ *desktest.Desk) { r.letGo() }, "actor: Shoigu"},
	} {
		d, room := open(t)
		d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
		h := room.renderHandles().(*handles)
		room.grip = grip{held: true, span: h.Span, edge: annotations.Edge{End: true}, pos: 10}
		before := d.Session.Revision()
		tt.do(h, room, d)
		if diff := cmp.Diff([]string{tt.want}, d.Marked()); diff != "" || d.Session.Revision() > before+1 {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if room.grip.held {
			t.Errorf("%s: it is still held", tt.name)
		}
	}
}

func TestAHandleIsLetGoWhenItsSpanChangesMeanwhile(t *testing.T) {
	d, room := open(t)
	id := d.Mark(t, "actor", "Shoigu")
	d.Choose(id, nil)
	h := room.renderHandles().(*handles)
	room.grip = grip{held: true, span: h.Span, edge: annotations.Edge{End: true}, pos: 10}
	d.ChangeSpan(id, func(s *annotations.Span) { s.Note = "changed in another tab" })
	room.follow()
	if room.grip.held {
		t.Error("it is still held")
	}
}
