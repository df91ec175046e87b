package text

import (
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// lookBeside is how a block is drawn with the spans of two annotators: one's own
// under the words as ever, the other's over them. It is nil for a block that has
// neither.
func (d *drawing) lookBeside(block corpus.Block) *look {
	mine := annotations.Segments(d.set, block.Start, block.End)
	theirs := annotations.Segments(d.beside.Set, block.Start, block.End)
	if unmarked(mine) && unmarked(theirs) {
		return nil
	}
	l := &look{}
	for at, i, j := block.Start, 0, 0; at < block.End; {
		end := min(mine[i].End, theirs[j].End)
		r := d.runOf(annotations.Segment{Start: at, End: end, Lanes: mine[i].Lanes})
		d.drawTheirs(&r, theirs[j].Lanes)
		l.runs = append(l.runs, r)
		if mine[i].End == end {
			i++
		}
		if theirs[j].End == end {
			j++
		}
		at = end
	}
	return l
}

// unmarked reports whether a block has no spans.
func unmarked(segments []annotations.Segment) bool {
	return len(segments) == 0 || len(segments) == 1 && len(segments[0].Lanes) == 0
}

// drawTheirs adds to a run the classes of the other's lines, and their names.
func (d *drawing) drawTheirs(r *run, lanes []*annotations.Span) {
	classes, names := strings.Fields(r.Class), []string{}
	for lane, span := range lanes {
		if span == nil {
			continue
		}
		if len(r.Theirs) == 0 {
			classes = append(classes, "theirs")
		}
		classes = append(classes, kit.TheirClass(lane, kit.LabelIndex(d.scheme, span.Label)))
		names = append(names, kit.LabelName(d.scheme, span.Label))
		r.Theirs = append(r.Theirs, span.ID)
		if span.ID == d.beside.Chosen {
			classes = append(classes, "regarded")
		}
	}
	if len(names) > 0 {
		r.Class = strings.Join(classes, " ")
		r.Title = kit.Join(r.Title, d.beside.Name+": "+strings.Join(names, " + "))
	}
}

// theirsAt names the other's spans over a run, given as a block's and a run's
// index.
func (d *drawing) theirsAt(block, index int) []string {
	l := d.looks[block]
	if l == nil || index < 0 || index >= len(l.runs) {
		return nil
	}
	return l.runs[index].Theirs
}

// lookAtTheirs looks at the other's span over a run where one has none oneself, and
// reports whether there is one.
func (room *Room) lookAtTheirs(block, run int) bool {
	best, length := "", 0
	for _, id := range room.Drawing.theirsAt(block, run) {
		if s, there := room.desk.Comparison().Set.Span(id); there && (best == "" || s.End()-s.Start() <= length) {
			best, length = id, s.End()-s.Start()
		}
	}
	if best != "" {
		room.desk.LookAt(best)
	}
	return best != ""
}
