package importing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/annotations/samples"
	"spanwise/app/formats"
	"spanwise/app/session"
	"spanwise/app/session/steps/direct"
	"spanwise/app/worker"
	"spanwise/app/worker/program"
	"spanwise/app/worker/remote"
	"spanwise/corpus"
)

// written is a project as a file.
func written(t *testing.T, p *annotations.Project) []byte {
	t.Helper()
	data, err := formats.Own.Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// here does what is heavy in this program.
var here = direct.New(program.Formats)

// at is a session that keeps nothing, on a project. nil: on what came with the program.
func at(t *testing.T, p *annotations.Project) *session.Session {
	t.Helper()
	start := session.Start{Project: p, Steps: here}
	if p == nil {
		start.Bundled = []*corpus.Document{talks(t)}
	}
	s, _, err := session.Open(context.Background(), start)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func talks(t *testing.T) *corpus.Document { return samples.Document(t, "talks", "Talks", samples.Text) }

// by is the project of somebody of an ID who has marked words of talks, or of another text of that title.
func by(t *testing.T, id, text string, words ...string) *annotations.Project {
	t.Helper()
	doc := samples.Document(t, "talks", "Talks", text)
	p, err := annotations.BeginProject(id, samples.FourLabels(), doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words {
		p = samples.Apply(t, p, annotations.AddSpan{Document: "talks", Annotator: id, Span: samples.Span(t, doc, id+w, "actor", w)})
	}
	return p
}

func files(t *testing.T, projects ...*annotations.Project) (all []session.File) {
	for i, p := range projects {
		all = append(all, session.File{Name: fmt.Sprintf("file%d.json", i+1), Data: written(t, p), Codec: formats.Own})
	}
	return all
}

// next goes on with an import, which has to lead to a question of that kind.
func next[Q Question](t *testing.T, i *Import) (q Q) {
	t.Helper()
	got, err := i.Next(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	q, ok := got.(Q)
	if !ok {
		t.Fatalf("it leads to %T, want %T", got, q)
	}
	return q
}

// marks are the spans of everybody on talks.
func marks(p *annotations.Project) []string {
	var all []string
	for _, set := range p.Sets("talks") {
		for s := range set.All() {
			all = append(all, s.ID)
		}
	}
	return all
}

func TestAFileThatComesToSomebodyNewIsOpenedAtOnce(t *testing.T) {
	theirs := by(t, "anna", samples.Text, "Shoigu")
	i := New(at(t, nil), files(t, theirs), format.Options{}, false)
	if got := next[*Apart](t, i); !got.Project.Equal(theirs) || got.Me.ID != "anna" || len(got.Repairs) > 0 {
		t.Errorf("as %+v, with %v", got.Me, got.Repairs)
	}
}

func TestAFileIsAskedAboutAndThenMerged(t *testing.T) {
	s := at(t, by(t, "ben", samples.Text, "met"))
	i := New(s, files(t, by(t, "anna", samples.Text, "Shoigu")), format.Options{}, false)
	d := next[*Decision](t, i)
	if !d.Apart || d.Alone || d.Several() || d.Holds != (annotations.Tally{Articles: 1, Annotators: 1, Spans: 1}) || len(d.Plans()) != 1 {
		t.Errorf("asked is %+v", d)
	}
	if s.Revision() != 0 {
		t.Error("the work was changed before it was decided")
	}
	d.Apart = false
	told := next[*Merged](t, i)
	if told.Revision != 1 || len(told.Texts) > 0 || told.Adds != (annotations.Tally{Annotators: 1, Spans: 1}) {
		t.Errorf("it did %+v", told)
	}
	if diff := cmp.Diff([]string{"annaShoigu", "benmet"}, marks(s.Project())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAFileThatBringsNothingIsNotAskedAbout(t *testing.T) {
	ours := by(t, "ben", samples.Text, "met")
	i := New(at(t, ours), files(t, ours), format.Options{}, false)
	if told := next[*Merged](t, i); told.Revision != 0 || fmt.Sprint(told.Report) != "[everything in the file is here already]" {
		t.Errorf("it did %+v", told)
	}
}

func TestSeveralFilesBecomeOneProjectOrPartOfThisOne(t *testing.T) {
	anna, ben := by(t, "anna", samples.Text, "Shoigu"), by(t, "ben", samples.Text, "met")
	for _, tt := range []struct {
		why                string
		here               *annotations.Project
		alone              bool
		wantApart, isAlone bool
	}{
		{"a teacher merges them", by(t, "teacher", samples.Text, "Damascus"), false, false, false},
		{"there is nothing to merge them with", nil, false, true, false},
		{"nothing is kept, so that there is no other project", by(t, "teacher", samples.Text, "Damascus"), true, false, true},
	} {
		s := at(t, tt.here)
		i := New(s, files(t, anna, ben), format.Options{}, tt.alone)
		d := next[*Decision](t, i)
		if d.Apart != tt.wantApart || d.Alone != tt.isAlone || !d.Several() || d.Holds != (annotations.Tally{Articles: 1, Annotators: 2, Spans: 2}) {
			t.Errorf("%s: asked is %+v", tt.why, d)
		}
		d.Apart = true
		apart := next[*Apart](t, i)
		if diff := cmp.Diff([]string{"annaShoigu", "benmet"}, marks(apart.Project)); diff != "" || !apart.Me.Nameless() {
			t.Errorf("%s: by %+v (-want +got):\n%s", tt.why, apart.Me, diff)
		}
		if s.Revision() != 0 {
			t.Errorf("%s: the open project was changed", tt.why)
		}
	}
}

func TestTextsThatChangedAreAskedAboutBeforeTheirFileIsMerged(t *testing.T) {
	const more = "Nobody expected it, and nobody said so.\n"
	s := at(t, by(t, "ben", more+samples.Text, "met"))
	i := New(s, files(t, by(t, "anna", samples.Text, "Shoigu"), by(t, "eve", samples.Text, "Damascus")), format.Options{}, false)
	next[*Decision](t, i)
	var placed []string
	for range 2 {
		for _, text := range next[*Texts](t, i).List {
			for _, span := range text.Spans {
				placed = append(placed, fmt.Sprint(span.Span.ID, " ", span.Verdict == intake.Lost))
			}
		}
	}
	if diff := cmp.Diff([]string{"annaShoigu false", "eveDamascus false"}, placed); diff != "" {
		t.Errorf("asked about (-want +got):\n%s", diff)
	}
	told := next[*Merged](t, i)
	if diff := cmp.Diff([]string{"annaShoigu", "benmet", "eveDamascus"}, marks(s.Project())); diff != "" || len(told.Texts) != 2 || told.Revision != 1 {
		t.Errorf("%+v (-want +got):\n%s", told, diff)
	}
	if len(s.Project().Documents()) != 1 || !strings.Contains(fmt.Sprint(told.Report), "file1.json: 1 span placed on the text of “Talks” that is here") {
		t.Errorf("%d articles, %v", len(s.Project().Documents()), told.Report)
	}
}

func TestWhatThereIsMoreToDecideOnAPlacedTextIsAskedToo(t *testing.T) {
	const more = "Nobody expected it, and nobody said so.\n"
	theirs := by(t, "ben", samples.Text, "met")
	theirs = samples.Apply(t, theirs, annotations.ChangeSpan{Document: "talks", Annotator: "ben", Span: noted(theirs, "ben", "benmet")})
	s := at(t, by(t, "ben", more+samples.Text, "met"))
	i := New(s, files(t, theirs), format.Options{}, false)
	next[*Decision](t, i).Apart = false
	next[*Texts](t, i)
	again := next[*Decision](t, i)
	if !again.Decided || again.Apart || Conflicts(again.Plans()) != 1 {
		t.Fatalf("asked is %+v", again)
	}
	again.Keep(0, "", intake.Theirs)
	next[*Merged](t, i)
	if span, _ := s.Project().Set("talks", "ben").Span("benmet"); span.Note != "why?" {
		t.Errorf("the span is %+v", span)
	}
}

// noted is a span of talks with a note.
func noted(p *annotations.Project, annotator, id string) annotations.Span {
	s, _ := p.Set("talks", annotator).Span(id)
	next := *s
	next.Note = "why?"
	return next
}

func TestFilesThatCannotBeReadAreLeftOutWithTheReason(t *testing.T) {
	whole := files(t, by(t, "anna", samples.Text, "Shoigu"))[0]
	broken := session.File{Name: "broken.json", Data: bytes.Replace(whole.Data, []byte(`"label": "actor"`), []byte(`"label": "nobody"`), 1), Codec: formats.Own}
	cut := session.File{Name: "cut.json", Data: whole.Data[:200], Codec: formats.Own}
	s := at(t, by(t, "ben", samples.Text, "met"))
	i := New(s, []session.File{cut, whole, broken}, format.Options{}, false)
	if d := next[*Decision](t, i); len(d.Files) != 1 || d.Files[0].Name != whole.Name {
		t.Errorf("%d files were read", len(d.Files))
	}
	var why *format.BrokenError
	if r := i.Refused(); len(r) != 2 || r[0].File.Name != "cut.json" || !errors.As(r[1].Err, &why) {
		t.Errorf("refused are %+v", r)
	}
	i = New(s, []session.File{cut}, format.Options{}, false)
	if q, err := i.Next(t.Context(), nil); q != nil || err != nil || len(i.Refused()) != 1 {
		t.Errorf("of nothing comes %T, %v", q, err)
	}
	i = New(at(t, nil), []session.File{broken}, format.Options{Repair: true}, false)
	if apart := next[*Apart](t, i); len(apart.Repairs) != 1 {
		t.Errorf("told is %v", apart.Repairs)
	}
}

func TestAnImportThatIsCalledOffAtAnyStepChangesNothing(t *testing.T) {
	const more = "Nobody expected it, and nobody said so.\n"
	for at1 := 1; ; at1++ {
		s := at(t, by(t, "ben", more+samples.Text, "met"))
		before := written(t, s.Project())
		ctx, cancel := context.WithCancel(context.Background())
		calls := 0
		tell := func(string, float64) {
			if calls++; calls == at1 {
				cancel()
			}
		}
		i := New(s, files(t, by(t, "anna", samples.Text, "Shoigu")), format.Options{}, false)
		var err error
		for q := Question(nil); err == nil; {
			if q, err = i.Next(ctx, tell); err != nil {
				break
			}
			if d, asked := q.(*Decision); asked {
				d.Apart = false
			}
			if _, over := q.(*Merged); over {
				cancel()
				if calls >= at1 {
					t.Fatalf("called off at call %d it went through", at1)
				}
				return
			}
		}
		if !errors.Is(err, context.Canceled) || s.Revision() != 0 || !bytes.Equal(before, written(t, s.Project())) {
			t.Fatalf("called off at call %d: %v, revision %d", at1, err, s.Revision())
		}
	}
}

func TestTheStepsAreDoneInAnotherProgram(t *testing.T) {
	const more = "Nobody expected it, and nobody said so.\n"
	other := remote.New(worker.NewClient(worker.Pipe(program.Registry(nil))))
	s, _, err := session.Open(t.Context(), session.Start{Project: by(t, "ben", more+samples.Text, "met"), Steps: other})
	if err != nil {
		t.Fatal(err)
	}
	i := New(s, files(t, by(t, "anna", samples.Text, "Shoigu")), format.Options{}, false)
	next[*Decision](t, i).Apart = false
	next[*Texts](t, i)
	next[*Merged](t, i)
	if diff := cmp.Diff([]string{"annaShoigu", "benmet"}, marks(s.Project())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
