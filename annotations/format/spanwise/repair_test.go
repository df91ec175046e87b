package spanwise

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

// The file of small has these spans, in code points: a2 2–18, a1 2–8, a3
// 13–18, 22–30, 38–44 and a4 46–51, 53–58.

func TestASpanWhoseTextIsElsewhereIsMovedAndSaid(t *testing.T) {
	for _, tt := range []struct{ name, why, old, new, said string }{
		{"a little late", "the nearest place counts", rangesJSON(2, 8), rangesJSON(4, 10),
			`span "a1" in “Talks in <Damascus>” moved from 4–10 to 2–8, the nearest place that has its text "Shoigu"`},
		{"beyond the end", "offsets may be anything", rangesJSON(2, 8), rangesJSON(900, 906),
			`span "a1" in “Talks in <Damascus>” moved from 900–906 to 2–8, the nearest place that has its text "Shoigu"`},
		{"too long", "the text decides how long it is", rangesJSON(2, 8), rangesJSON(2, 9),
			`span "a1" in “Talks in <Damascus>” moved from 2–9 to 2–8, the nearest place that has its text "Shoigu"`},
		{"several ranges", "all move by the same distance, to where all fit", rangesJSON(46, 51, 53, 58), rangesJSON(48, 53, 55, 60),
			`span "a4" in “Talks in <Damascus>” moved from 48–53, 55–60 to 46–51, 53–58, the nearest place that has its text "e` + "\u0301tat … e\u0301tat" + `"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, repairs, err := Read(changed(t, tt.old, tt.new), nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{tt.said}, sentences(repairs)); diff != "" {
				t.Errorf("repairs (-want +got):\n%s", diff)
			}
			sameFile(t, samples.Small(t), got)
		})
	}
}

// naiveNearest looks at every byte.
func naiveNearest(text, part string, stated int) (before, after int) {
	before, after = -1, -1
	for at := range len(text) {
		switch {
		case !strings.HasPrefix(text[at:], part):
		case at < stated:
			before = at
		case after < 0:
			after = at
		}
	}
	return before, after
}

func TestTheNearestPlaceIsTheOneALoopFinds(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	for range 300 {
		b := []byte(strings.Repeat(".", 1+r.IntN(40_000)))
		for range r.IntN(4) {
			b[r.IntN(len(b))] = 'x'
		}
		doc, stated := samples.Document(t, "d", "D", string(b)), r.IntN(len(b)+1)
		s := &span{Span: &annotations.Span{Ranges: []annotations.Range{{Start: stated, End: stated + 1}}}}
		gotBefore, gotAfter := s.nearest(doc, []string{"x"}, stated)
		before, after := naiveNearest(doc.Text(), "x", stated)
		if got, want := distance(start(gotBefore), start(gotAfter), stated), distance(before, after, stated); got != want {
			t.Fatalf("seed %d: text of %d, from %d: nearest at distance %d, want %d", seed, len(b), stated, got, want)
		}
	}
}

func start(ranges []annotations.Range) int {
	if ranges == nil {
		return -1
	}
	return ranges[0].Start
}

// distance is to the nearer of two places, either of which may be -1; -1 for none.
func distance(before, after, from int) int {
	switch {
	case before < 0 && after < 0:
		return -1
	case before < 0:
		return after - from
	case after < 0:
		return from - before
	}
	return min(from-before, after-from)
}

func TestASpanWhoseTextIsNowhereIsRefused(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want string }{
		{"other text", `"text": "Shoigu"`, `"text": "Lavrov"`,
			`spanwise: “Talks in <Damascus>”: span "a1": at 2–8 stands "Shoigu" in place of "Lavrov", and the text is nowhere else in the article`},
		{"no text", `"text": "Shoigu"`, `"text": ""`, `stands "Shoigu" in place of "", and there is nowhere to look for it`},
		{"too few texts", "\"text\": \"e\u0301tat … e\u0301tat\"", "\"text\": \"e\u0301tat\"", `span "a4": at 46–51, 53–58 stands`},
		{"beyond the end", `"ranges": ` + rangesJSON(2, 8) + ",\n          \"text\": \"Shoigu\"", `"ranges": ` + rangesJSON(900, 906) + `, "text": "Lavrov"`,
			`span "a1": at 900–906 stands nothing, since the text ends before in place of "Lavrov"`},
		{"long text", `"text": "Shoigu"`, `"text": "` + strings.Repeat("Lavrov", 100) + `"`, `in place of "` + strings.Repeat("Lavrov", 6) + `Lav…"`},
		{"equally near", `"ranges": ` + rangesJSON(2, 8) + ",\n          \"text\": \"Shoigu\"", `"ranges": ` + rangesJSON(40, 41) + `, "text": "ا"`, "equally near"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Read(changed(t, tt.old, tt.new), nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// TestOffsetsInAnotherUnitAreConvertedAndSaid writes the file as a program would
// that counts in another unit.
func TestOffsetsInAnotherUnitAreConvertedAndSaid(t *testing.T) {
	p := samples.Small(t)
	d, _ := p.Document("damascus")
	for _, tt := range []struct {
		unit  string
		count func(bytes int) int
		spans string
	}{
		{"UTF-16 code units", func(b int) int { u, _ := d.Mapper().ByteToUTF16(b); return u }, "4 spans"},
		{"bytes", func(b int) int { return b }, "4 spans"},
	} {
		t.Run(tt.unit, func(t *testing.T) {
			data := string(write(t, p))
			for s := range p.Set("damascus", annotations.DefaultAnnotator).All() {
				var points, foreign []int
				for _, r := range s.Ranges {
					start, _ := d.Mapper().ByteToCodePoint(r.Start)
					end, _ := d.Mapper().ByteToCodePoint(r.End)
					points = append(points, start, end)
					foreign = append(foreign, tt.count(r.Start), tt.count(r.End))
				}
				data = strings.Replace(data, "\"ranges\": "+rangesJSON(points...), "\"ranges\":"+rangesJSON(foreign...), 1)
			}
			got, repairs, err := Read([]byte(data), nil)
			if err != nil {
				t.Fatal(err)
			}
			want := tt.spans + " in “Talks in <Damascus>” had their offsets in " + tt.unit + " instead of code points; their texts fit, and the offsets were converted"
			if diff := cmp.Diff([]string{want}, sentences(repairs)); diff != "" {
				t.Errorf("repairs (-want +got):\n%s", diff)
			}
			sameFile(t, p, got)
		})
	}
}

func TestTimesInAnotherZoneAreConvertedAndSaid(t *testing.T) {
	data := strings.Replace(string(write(t, samples.Small(t))), `"2001-09-09T01:46:40.000Z"`, `"2001-09-09T03:46:40.0004+02:00"`, 1)
	got, repairs, err := Read([]byte(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`span "a2" in “Talks in <Damascus>”: the time 2001-09-09T03:46:40.0004+02:00 is kept as "2001-09-09T01:46:40.000Z"`}
	if diff := cmp.Diff(want, sentences(repairs)); diff != "" {
		t.Errorf("repairs (-want +got):\n%s", diff)
	}
	sameFile(t, samples.Small(t), got)
}
