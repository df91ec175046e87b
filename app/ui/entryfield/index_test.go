package entryfield

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/corpus"
)

func TestNamesAreFolded(t *testing.T) {
	for _, tt := range []struct{ text, want, why string }{
		{"  Sergei\n SHOIGU ", "sergei shoigu", "white space is one space"},
		{"Recep Tayyip Erdoğan", "recep tayyip erdogan", "one letter with its mark"},
		{"Erdog\u0306an", "erdogan", "a letter and a mark"},
		{"İSTANBUL, ısı", "istanbul, isi", "dots are left out"},
		{"Façade Straße Œuvre", "facade strasse oeuvre", "letters that are two"},
		{"ЁЖ й", "еж и", "Cyrillic"},
		{"أحمد إلى", "احمد الي", "Arabic spellings"},
		{"علی كتاب می\u200cرود", "علي كتاب ميرود", "Persian letters and the joiner"},
		{"O’Neill", "o'neill", "apostrophes"},
		{"外交部", "外交部", "nothing to fold"},
	} {
		if got := annotations.FoldName(tt.text); got != tt.want {
			t.Errorf("%q is folded to %q, want %q: %s", tt.text, got, tt.want, tt.why)
		}
	}
}

// registered is a project with a register, and the index of it.
func registered(t testing.TB, entries ...annotations.Entry) (*annotations.Project, *Suggester) {
	t.Helper()
	scheme := &annotations.Scheme{Name: "test", Labels: []annotations.Label{
		{ID: "actor", Name: "Actor", Color: "#0072B2"}, {ID: "demand", Name: "Demand", Color: "#D55E00"}}}
	p, err := annotations.NewProject(scheme)
	if err != nil {
		t.Fatal(err)
	}
	batch := annotations.Batch{}
	for _, e := range entries {
		batch.Edits = append(batch.Edits, annotations.AddEntry{Entry: e})
	}
	p, _, err = batch.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	o := &Suggester{}
	o.Follow(p)
	return p, o
}

func actor(id, name string, aliases ...string) annotations.Entry {
	return annotations.Entry{ID: id, Label: "actor", Name: name, Aliases: aliases}
}

func suggested(list []Suggestion) []string {
	var lines []string
	for _, o := range list {
		line := o.Entry
		if o.Hint != "" {
			line += " as " + o.Hint
		}
		lines = append(lines, line)
	}
	return lines
}

func TestTypingFindsTheBestEntriesFirst(t *testing.T) {
	_, o := registered(t,
		actor("1", "Ministry of Defence", "MoD"),
		actor("2", "Defence Minister", "Shoigu"),
		actor("3", "The Minister of Défense"),
		actor("4", "Modern Army"),
		actor("5", "Commodore"),
		annotations.Entry{ID: "6", Label: "demand", Name: "Defence talks"},
	)
	for _, tt := range []struct {
		words, why string
		want       []string
	}{
		{"mod", "the same, then a beginning, then within", []string{"1 as MoD", "4", "5"}},
		{"DEF", "beginnings of names before those of words; other labels are not offered", []string{"2", "1", "3"}},
		{"defence ministry", "words in any order", []string{"1"}},
		{"defense", "an accent does not count", []string{"3"}},
		{"shoi", "by another name", []string{"2 as Shoigu"}},
		{"nobody", "", nil},
	} {
		if diff := cmp.Diff(tt.want, suggested(o.Typed("actor", tt.words))); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tt.words, tt.why, diff)
		}
	}
}

func TestBeforeTypingSpansWithTheSameWordsTell(t *testing.T) {
	p, o := registered(t, actor("1", "Sergei Shoigu", "Shoigu"), actor("2", "Russian Defence Ministry"), actor("3", "Ru"))
	doc, err := corpus.NewDocument("doc", corpus.Details{Title: "A test"}, "Moscow spoke. Moscow denied. Minister Shoigu left.")
	if err != nil {
		t.Fatal(err)
	}
	p, _, err = annotations.Batch{Edits: []annotations.Edit{
		annotations.AddDocument{Document: doc, At: -1},
		annotations.AddSpan{Document: "doc", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
			ID: "s", Label: "actor", Entry: "2", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 0, End: 6}}}},
	}}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	o.Follow(p)
	for _, tt := range []struct {
		covered, why string
		want         []string
	}{
		{"MOSCOW", "a span with these words points to it", []string{"2"}},
		{"Shoigu", "a name", []string{"1"}},
		{"Minister Shoigu", "a name within the words", []string{"1"}},
		{"Russian", "a name that begins so; not “Ru” within a word", []string{"2"}},
		{"Ankara", "", nil},
	} {
		if diff := cmp.Diff(tt.want, suggested(o.Before(p, "actor", tt.covered))); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tt.covered, tt.why, diff)
		}
	}
}

func TestTheIndexIsKeptWhileTheRegisterStays(t *testing.T) {
	p, o := registered(t, actor("1", "Shoigu"))
	first := &o.Index.entries[0]
	renamed, _, err := annotations.RenameProject{Name: "other"}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	o.Follow(renamed)
	if &o.Index.entries[0] != first {
		t.Error("the index was made anew although the register is the same")
	}
	more, _, err := annotations.AddEntry{Entry: actor("2", "Akar")}.Apply(renamed)
	if err != nil {
		t.Fatal(err)
	}
	o.Follow(more)
	if diff := cmp.Diff([]string{"2"}, suggested(o.Typed("actor", "akar"))); diff != "" {
		t.Errorf("the new entry (-want +got):\n%s", diff)
	}
}

// BenchmarkTyping looks through 10,000 entries for a letter more each time.
func BenchmarkTyping(b *testing.B) {
	var entries []annotations.Entry
	for i := range 10_000 {
		entries = append(entries, actor(fmt.Sprint(i), fmt.Sprintf("Minister %d of the region Ünter-%d", i, i%97), fmt.Sprintf("M%d", i)))
	}
	_, o := registered(b, entries...)
	b.ReportAllocs()
	for b.Loop() {
		for n := range len("minister 4321") {
			o.Typed("actor", "minister 4321"[:n+1])
		}
	}
}
