package annotations

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sayAll writes segments as "text" or "text:lane lane", "-" for a free lane.
func sayAll(text string, segments []Segment) []string {
	var out []string
	for _, seg := range segments {
		var lanes []string
		for _, s := range seg.Lanes {
			if s == nil {
				lanes = append(lanes, "-")
			} else {
				lanes = append(lanes, s.ID)
			}
		}
		said := text[seg.Start:seg.End]
		if len(lanes) > 0 {
			said += ":" + strings.Join(lanes, " ")
		}
		out = append(out, said)
	}
	return out
}

func TestSegmentsAreTheRunsThatAreDrawn(t *testing.T) {
	for _, tt := range []struct {
		name, why, notation string
		start, end          int
		want                []string
	}{
		{"plain", "text without spans is one run", "plain", 0, 5, []string{"plain"}},
		{"one", "", "a [Actor=x:b] c", 0, 5, []string{"a ", "b:x", " c"}},
		{"nested", "the longer has the upper lane", "[Actor=x:ab[Date=y:cd]ef]", 0, 6, []string{"ab:x", "cd:x y", "ef:x"}},
		{"identical", "both are seen", "[Actor=x:[Date=y:ab]]", 0, 2, []string{"ab:x y"}},
		{"crossing", "a lane that was left stays empty while another goes on below it", "[Actor=x:[Date=y:ab]c]d", 0, 4, []string{"ab:x y", "c:x", "d"}},
		{"lane again", "a free lane is taken again, the lowest first", "[Actor=x:a][Actor=y:b]", 0, 2, []string{"a:x", "b:y"}},
		{"gap", "between its ranges a span keeps its lane, so y lies below", "[Actor=x:a]b[Date=y:c]d[Actor=x:e]", 0, 5, []string{"a:x", "b", "c:- y", "d", "e:x"}},
		{"cut", "spans that begin before or end after the piece are cut to it", "[Actor=x:abcdef]", 2, 4, []string{"cd:x"}},
		{"touching ranges", "a span's ranges that touch are two runs of one lane", "[Actor=x:a][Actor=x:b]", 0, 2, []string{"a:x", "b:x"}},
		{"nothing", "an empty piece has no runs", "[Actor=x:ab]", 1, 1, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := project(t, tt.notation)
			d, _ := p.Document("doc")
			got := sayAll(d.Text(), Segments(p.Set("doc", DefaultAnnotator), tt.start, tt.end))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestSegmentsTileAndKeepLanes(t *testing.T) {
	seed := rand.Uint64()
	for round := range uint64(1000) {
		r := rand.New(rand.NewPCG(seed, round))
		set := mustSet(t, randomSpans(r, r.IntN(25), 60, 1+r.IntN(20)))
		start := r.IntN(50)
		end := start + r.IntN(60-start)
		if fault := faultOf(set, start, end, Segments(set, start, end)); fault != "" {
			t.Fatalf("seed %d, round %d: [%d, %d): %s", seed, round, start, end, fault)
		}
	}
}

// faultOf holds segments to what they promise, byte by byte.
func faultOf(set *Set, start, end int, segments []Segment) string {
	at, lane := start, map[*Span]int{}
	for _, seg := range segments {
		if seg.Start != at || seg.End <= at {
			return fmt.Sprintf("segment %d to %d does not follow on %d", seg.Start, seg.End, at)
		}
		at = seg.End
		if n := len(seg.Lanes); n > 0 && seg.Lanes[n-1] == nil {
			return "the last lane is empty"
		}
		for i, s := range seg.Lanes {
			if s == nil {
				continue
			}
			if first, known := lane[s]; known && first != i {
				return fmt.Sprintf("%s goes from lane %d to %d", s.ID, first, i)
			}
			lane[s] = i
		}
		for pos := seg.Start; pos < seg.End; pos++ {
			for s := range set.All() {
				if coversAny(s, pos, pos+1) != slices.Contains(seg.Lanes, s) {
					return fmt.Sprintf("%s at byte %d: lanes %v", s.ID, pos, ids(slices.DeleteFunc(seg.Lanes, func(s *Span) bool { return s == nil })))
				}
			}
		}
	}
	if start < end && at != end {
		return fmt.Sprintf("the segments end at %d", at)
	}
	return ""
}
