package annotations

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// mentioned is a project of two articles in which spans point to two entries.
func mentioned(t testing.TB) *Project {
	t.Helper()
	first, spans := marked(t, "[Actor=a:Shoigu] met [Actor=b:the minister] and [Actor=c:Akar]")
	p := apply(t, empty(t), Batch{[]Edit{
		AddEntry{Entry{ID: "s", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"Shoigu"}, Note: "of defence"}},
		AddEntry{Entry{ID: "m", Label: "actor", Name: "the minister", Aliases: []string{"Shoigu", "he"}, Note: "which?"}},
		AddEntry{Entry{ID: "d", Label: "demand", Name: "talks"}},
	}})
	for i, entry := range []string{"s", "m", ""} {
		spans[i].Entry = entry
	}
	return apply(t, p, Batch{[]Edit{
		AddDocument{Document: first.WithID("one"), At: -1, Sets: setOf(spans...)},
		AddDocument{Document: first.WithID("two"), At: -1, Sets: setOf(spans...)},
	}})
}

// mentionsOf lists an entry's mentions, each as its article and span.
func mentionsOf(p *Project, entry string) []string {
	var all []string
	for m := range p.Mentions(entry) {
		all = append(all, m.Document.ID+" "+m.Span.ID)
	}
	return all
}

var later = time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)

func TestMergedEntriesShareTheirMentionsAndNames(t *testing.T) {
	p := mentioned(t)
	batch, err := MergeEntries(p, "m", "s", later)
	if err != nil {
		t.Fatal(err)
	}
	next := checkEdit(t, p, batch)
	if diff := cmp.Diff([]string{"one a", "one b", "two a", "two b"}, mentionsOf(next, "s")); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
	kept, _ := next.Entry("s")
	want := &Entry{ID: "s", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"Shoigu", "the minister", "he"}, Note: "of defence\nwhich?"}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("the entry (-want +got):\n%s", diff)
	}
	if _, there := next.Entry("m"); there {
		t.Error("the entry that was merged is still there")
	}
	moved, _ := next.Set("two", DefaultAnnotator).Span("b")
	if !moved.Modified.Equal(later) {
		t.Errorf("the span that changed was modified at %v", moved.Modified)
	}
}

func TestEntriesThatCannotBeMergedAreRefused(t *testing.T) {
	p := mentioned(t)
	for _, tt := range []struct{ from, into, why string }{
		{"m", "m", "one is no two"},
		{"m", "d", "a span of an actor cannot point to a demand"},
		{"m", "gone", "there is none to merge into"},
		{"gone", "m", "there is none to merge"},
	} {
		if _, err := MergeEntries(p, tt.from, tt.into, later); err == nil {
			t.Errorf("%s was merged into %s: %s", tt.from, tt.into, tt.why)
		}
	}
}

func TestASplitMovesTheMentionsChosen(t *testing.T) {
	p := mentioned(t)
	var chosen []Mention
	for m := range p.Mentions("m") {
		if m.Document.ID == "two" {
			chosen = append(chosen, m)
		}
	}
	next := checkEdit(t, p, SplitEntry(p, Entry{ID: "n", Label: "actor", Name: "Another minister"}, chosen, nil, later))
	if diff := cmp.Diff([]string{"two b"}, mentionsOf(next, "n")); diff != "" {
		t.Errorf("mentions of the new entry (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"one b"}, mentionsOf(next, "m")); diff != "" {
		t.Errorf("mentions of the old entry (-want +got):\n%s", diff)
	}
}

func TestAReleasedEntryLeavesItsSpansWithoutOne(t *testing.T) {
	p := mentioned(t)
	next := checkEdit(t, p, ReleaseEntry(p, "m", later))
	if _, there := next.Entry("m"); there {
		t.Error("the entry is still there")
	}
	for _, doc := range []string{"one", "two"} {
		if s, _ := next.Set(doc, DefaultAnnotator).Span("b"); s == nil || s.Entry != "" {
			t.Errorf("the span in %s is %v", doc, s)
		}
	}
}

func TestARegisterIsSharedUntilItChanges(t *testing.T) {
	p := mentioned(t)
	marked := apply(t, p, RemoveSpan{"one", DefaultAnnotator, "c"})
	changed := apply(t, marked, RemoveEntry{"d"})
	if !marked.SharesRegister(p) || changed.SharesRegister(marked) || changed.SharesRegister(nil) {
		t.Error("a register is taken for another, or another for it")
	}
}
