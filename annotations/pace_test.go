package annotations

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// stopAtEvery does work again and again, first to be stopped at its first
// pause, then at its second, until it goes through. It returns the number of
// pauses. Stopped work must say so, and what it says must be the pace's own.
func stopAtEvery(t *testing.T, work func(Pace) error) int {
	t.Helper()
	stop := errors.New("stop")
	for n := 0; ; n++ {
		left, last := n, 0.0
		err := work(func(done float64) error {
			if done < last || done > 1 {
				t.Fatalf("%v is done after %v", done, last)
			}
			last = done
			if left--; left < 0 {
				return stop
			}
			return nil
		})
		if err == nil && left >= 0 {
			return n
		}
		if !errors.Is(err, stop) {
			t.Fatalf("stopped at pause %d: error %v", n+1, err)
		}
	}
}

func TestLongEditsPauseOftenAndCanBeStoppedAtEveryPause(t *testing.T) {
	const n = 5 * piece / 2
	full := sized(t, n)
	doc := full.Documents()[0]
	bare := apply(t, full, Batch{[]Edit{RemoveDocument{"doc"}, AddDocument{Document: doc, At: -1}}})
	var add, remove Batch
	var spans []Span
	for s := range full.Set("doc", DefaultAnnotator).All() {
		spans = append(spans, *s)
		add.Edits = append(add.Edits, AddSpan{"doc", DefaultAnnotator, *s})
		remove.Edits = append(remove.Edits, RemoveSpan{"doc", DefaultAnnotator, s.ID})
	}
	rand.Shuffle(len(spans), func(i, j int) { spans[i], spans[j] = spans[j], spans[i] })
	half := apply(t, bare, Batch{add.Edits[:n/2]})
	mixed := Batch{}
	for i := range n {
		mixed.Edits = append(mixed.Edits, ChangeSpan{"doc", DefaultAnnotator, spans[i]})
	}
	for _, tt := range []struct {
		name     string
		from, to *Project
		edit     Edit
	}{
		{"document with spans", empty(t), full, AddDocument{Document: doc, At: -1, Sets: setOf(spans...)}},
		{"document with a set", empty(t), full, AddDocument{Document: doc, At: -1, Sets: full.Sets("doc")}},
		{"spans", bare, full, add},
		{"spans among others", half, full, Batch{add.Edits[n/2:]}},
		{"removals", full, bare, remove},
		{"changes, one by one", full, full, mixed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := say(tt.from)
			pauses := stopAtEvery(t, func(pace Pace) error {
				next, inverse, err := Apply(tt.edit, tt.from, pace)
				if err != nil {
					return err
				}
				if !next.Equal(tt.to) {
					t.Error("in slices the edit gives another project")
				}
				if back := apply(t, next, inverse); !back.Equal(tt.from) {
					t.Error("it cannot be taken back")
				}
				return nil
			})
			if pauses < n/spansPerCall/2 {
				t.Errorf("%d pauses for %d spans", pauses, n)
			}
			if diff := cmp.Diff(before, say(tt.from)); diff != "" {
				t.Errorf("the project that was begun with has changed (-want +got):\n%s", diff)
			}
			checkWritingInSlices(t, tt.edit)
		})
	}
}

// checkWritingInSlices writes an edit and reads it back, stopped at every pause.
func checkWritingInSlices(t *testing.T, e Edit) {
	t.Helper()
	want, err := MarshalEdit(e)
	if err != nil {
		t.Fatal(err)
	}
	stopAtEvery(t, func(pace Pace) error {
		var w JSONWriter
		err := w.Edit(e, pace)
		if err == nil && string(w.Bytes()) != string(want) {
			t.Error("in slices an edit is written differently")
		}
		return err
	})
	stopAtEvery(t, func(pace Pace) error {
		r, err := NewJSONReader(want, pace)
		if err != nil {
			return err
		}
		_, err = r.Edit()
		return err
	})
}

func TestSpansAreSortedHoweverTheyCome(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 2, piece, piece + 1, 3*piece + 7} {
		var spans []*Span
		for i := range n {
			s := span(fmt.Sprintf("with-one-prefix-%d", r.IntN(1_000_000)*100_000+i), "actor", r.IntN(50), 60+r.IntN(9))
			spans = append(spans, &s)
		}
		inText, byID, err := sortSpans(spans, nil)
		if err != nil || len(inText) != n || len(byID) != n {
			t.Fatalf("%d in text order, %d by ID of %d: %v", len(inText), len(byID), n, err)
		}
		for i := 1; i < n; i++ {
			if compareSpans(inText[i-1], inText[i]) > 0 || byID[i-1].ID >= byID[i].ID {
				t.Fatalf("of %d spans, %d is out of order", n, i)
			}
		}
	}
}
