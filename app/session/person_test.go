package session

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/journal"
	"spanwise/corpus"
)

// begunAs opens a session on a store as the page does, which names nobody.
func begunAs(t *testing.T, store journal.Store) *Session {
	t.Helper()
	s, _, err := Open(t.Context(), Start{Store: store, Why: "a private window", Now: clock, Bundled: []*corpus.Document{article(t, "a"), article(t, "b")}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func me(s *Session) annotations.Annotator { return s.Project().Annotators()[0] }

func TestTabsThatBeginTheSameStoreAtOnceAgreeOnWhoWorksThere(t *testing.T) {
	store := &memory{generation: 3}
	first, second := begunAs(t, &tab{memory: store}), begunAs(t, &tab{memory: store})
	for i, s := range []*Session{first, second} {
		e := mark([]string{"x", "y"}[i]).(annotations.AddSpan)
		e.Annotator = me(s).ID
		must(t, s, e)
	}
	saved(t, first)
	saved(t, second)
	third := begunAs(t, &tab{memory: store})
	if n := third.Project().Set("a", me(first).ID).Len(); n != 2 || len(third.Project().Annotators()) != 1 {
		t.Errorf("%d spans of %v", n, third.Project().Annotators())
	}
	for _, other := range []journal.Store{&tab{memory: &memory{generation: 4}}, nil} {
		if s := begunAs(t, other); me(s).ID == me(first).ID || me(s).ID == annotations.DefaultAnnotator {
			t.Errorf("somebody elsewhere is %+v, too", me(s))
		}
	}
}

func TestWorkOfBeforeKeepsTheAnnotatorThatItHas(t *testing.T) {
	records := &memory{generation: 3}
	for _, id := range []string{"x", "y"} {
		data, err := record{id: id, how: did, edit: mark(id)}.write(clock(), nil)
		if err != nil {
			t.Fatal(err)
		}
		records.put(data)
	}
	older := begunIn(t, &memory{})
	must(t, older, mark("x"), mark("y"))
	saved(t, older)
	for _, store := range []*memory{records, older.store.(*tab).memory} {
		s := begunAs(t, &tab{memory: store})
		if diff := cmp.Diff([]string{"x", "y"}, marks(s)); diff != "" || me(s) != annotations.FirstAnnotator(annotations.DefaultAnnotator) {
			t.Errorf("by %+v (-want +got):\n%s", me(s), diff)
		}
		must(t, s, mark("z"))
	}
}

func TestInAFileOfOnesOwnOneIsNobodyOfItUnlessSomebodyHasSaidAnything(t *testing.T) {
	named := annotations.Annotator{ID: "kaya", Name: "Ms Kaya"}
	for _, tt := range []struct {
		name, why string
		edits     []annotations.Edit
		want      []string // the annotators' names
		me        string   // the ID, "" for a new one
	}{
		{"a lesson", "else all who open it would be the teacher", nil, []string{"Annotator 1"}, ""},
		{"a lesson by somebody with a name", "they stay, and are not who opens it",
			[]annotations.Edit{annotations.AddAnnotator{Annotator: named, At: 0}}, []string{"Annotator 1", "Ms Kaya"}, ""},
		{"marks", "they may be one's own", []annotations.Edit{mark("x")}, []string{"Annotator 1"}, annotations.DefaultAnnotator},
		{"marks of the second", "the first has said nothing",
			[]annotations.Edit{annotations.AddAnnotator{Annotator: named, At: -1}, annotations.ChangeSet{Document: "a", Annotator: "kaya", About: annotations.About{State: annotations.StateDone}}},
			[]string{"Annotator 1", "Ms Kaya"}, "kaya"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := opened(t, nil)
			must(t, s, tt.edits...)
			p, who, err := Own(s.Project())
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, a := range p.Annotators() {
				names = append(names, a.Name)
			}
			if diff := cmp.Diff(tt.want, names); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			_, before := s.Project().Annotator(who.ID)
			if tt.me != "" && who.ID != tt.me || tt.me == "" && before {
				t.Errorf("one is %+v: %s", who, tt.why)
			}
			if _, there := p.Annotator(who.ID); !there {
				t.Errorf("%+v is not there", who)
			}
		})
	}
}

func TestUntouchedWorkIsWhatItBeganWith(t *testing.T) {
	described := article(t, "a").Details
	described.Outlet = "Another"
	other := *annotations.DefaultScheme()
	other.Guidelines = "Mark little."
	for name, e := range map[string]annotations.Edit{
		"a span":              mark("x"),
		"a note":              annotations.ChangeSet{Document: "a", Annotator: annotations.DefaultAnnotator, About: annotations.About{State: annotations.StateOpen, Note: "why?"}},
		"a name":              annotations.RenameProject{Name: "Lesson"},
		"another scheme":      annotations.ChangeScheme{Scheme: &other},
		"an entry":            annotations.AddEntry{Entry: annotations.Entry{ID: "e", Label: "actor", Name: "Shoigu"}},
		"a described text":    annotations.DescribeDocument{ID: "a", Details: described},
		"a text of one's own": annotations.AddDocument{Document: article(t, "mine"), At: -1},
		"somebody else":       annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "b", Name: "Ben"}, At: -1},
		"a name of one's own": annotations.ChangeAnnotator{Annotator: annotations.Annotator{ID: annotations.DefaultAnnotator, Name: "Ben"}},
	} {
		s, _ := opened(t, nil)
		if !s.Untouched() {
			t.Fatal("it is touched at once")
		}
		must(t, s, e)
		if s.Untouched() {
			t.Errorf("%s does not count", name)
		}
		if s.Undo(); !s.Untouched() {
			t.Errorf("%s, taken back, still counts", name)
		}
	}
	lesson, _ := opened(t, nil, "lesson")
	if s, _ := openedAs(t, nil, Start{Project: lesson.Project()}); s.Untouched() || ids(s)[0] != "lesson" {
		t.Error("a file that was opened does not count")
	}
}
