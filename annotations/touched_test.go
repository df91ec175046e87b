package annotations

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnEditNamesWhatItTouches(t *testing.T) {
	other := document(t, "other", "Other.")
	withSet := apply(t, empty(t), AddDocument{Document: other, At: -1, Sets: setOf(span("b", "date", 3, 4), span("a", "actor", 0, 5))})
	for _, tt := range []struct {
		name, why string
		edit      Edit
		want      []Target
	}{
		{"add span", "", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 0, 6)}, []Target{spanAt("doc", "new")}},
		{"remove span", "", RemoveSpan{"doc", DefaultAnnotator, "a"}, []Target{spanAt("doc", "a")}},
		{"change span", "", ChangeSpan{"doc", DefaultAnnotator, span("a", "actor", 0, 6)}, []Target{spanAt("doc", "a")}},
		{"add document", "its spans come with it", AddDocument{Document: other, Sets: setOf(span("b", "date", 3, 4))}, []Target{spanAt("other", ""), spanAt("other", "b")}},
		{"add document with a set", "so it is when a removal is undone", AddDocument{Document: other, Sets: withSet.Sets("other")}, []Target{spanAt("other", ""), spanAt("other", "a"), spanAt("other", "b")}},
		{"add nothing", "it fits no project, but it can be asked", AddDocument{}, nil},
		{"remove document", "the document stands for its spans", RemoveDocument{"doc"}, []Target{spanAt("doc", "")}},
		{"describe document", "", DescribeDocument{ID: "doc"}, []Target{spanAt("doc", "")}},
		{"change scheme", "there is one", ChangeScheme{testScheme}, []Target{{Scheme: true}}},
		{"batch", "each is named once", Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, AddSpan{"doc", DefaultAnnotator, span("a", "date", 0, 1)}, Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "b"}, RemoveSpan{"doc", DefaultAnnotator, "a"}}}}}, []Target{spanAt("doc", "a"), spanAt("doc", "b")}},
		{"one ID in two documents", "an ID is its document's", Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, RemoveSpan{"other", DefaultAnnotator, "a"}}}, []Target{spanAt("doc", "a"), spanAt("other", "a")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, slices.Collect(Touched(tt.edit))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestTouchedStopsWhenItIsTold(t *testing.T) {
	other := document(t, "other", "Other.")
	add := AddDocument{Document: other, Sets: setOf(span("a", "date", 3, 4), span("b", "date", 3, 4))}
	for enough := 1; enough < 5; enough++ {
		seen := 0
		for range Touched(Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, add, RemoveDocument{"doc"}}}) {
			if seen++; seen == enough {
				break
			}
		}
		if seen != enough {
			t.Errorf("%d targets given, want %d", seen, enough)
		}
	}
}
