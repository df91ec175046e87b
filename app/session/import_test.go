package session

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/corpus"
)

// asOne has the annotator of a file be the only one of the work.
var asOne = intake.Choices{ByID: true}

// marked is a file with so many spans on the article "a" and on one, "new",
// that nobody has.
func marked(t *testing.T, n int) File {
	t.Helper()
	other, _ := opened(t, nil)
	unknown, err := corpus.NewDocument("new", corpus.Details{Title: "A new one"}, "New. "+sample)
	if err != nil {
		t.Fatal(err)
	}
	batch := annotations.Batch{Edits: []annotations.Edit{annotations.AddDocument{Document: unknown, At: -1}}}
	for _, id := range numbered(n) {
		e := mark(id).(annotations.AddSpan)
		batch.Edits = append(batch.Edits, e)
		e.Document = "new"
		batch.Edits = append(batch.Edits, e)
	}
	must(t, other, annotations.RemoveDocument{ID: "b"}, batch)
	return fileOf("", exported(t, other))
}

// fileOf is a project's file.
func fileOf(name, data string) File { return File{name, []byte(data), spanwise.Codec} }

// stopped counts an import's pauses and ends it at one of them.
func stopped(t *testing.T, at int) (ctx context.Context, tell Progress, pauses *int) {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	pauses = new(int)
	return ctx, func(string, float64) {
		if *pauses++; *pauses == at {
			cancel()
		}
	}, pauses
}

func TestAnImportThatIsCalledOffAtAnyPauseChangesNothing(t *testing.T) {
	file := marked(t, 300)
	store := &memory{}
	s := begunIn(t, store)
	must(t, s, mark("x"))
	saved(t, s)
	before, work := store.copied(), exported(t, s)
	for at := 1; ; at++ {
		ctx, tell, pauses := stopped(t, at)
		told, err := s.Import(ctx, file, asOne, tell)
		if err == nil {
			if *pauses >= at || at < 20 || told.Revision != 2 {
				t.Fatalf("stopped at pause %d of %d the import went through: %+v", at, *pauses, told)
			}
			break
		}
		if !errors.Is(err, context.Canceled) || s.Revision() != 1 || !s.CanUndo() {
			t.Fatalf("stopped at pause %d: %v, revision %d", at, err, s.Revision())
		}
		if diff := cmp.Diff(work, exported(t, s)); diff != "" {
			t.Fatalf("stopped at pause %d the work has changed (-want +got):\n%s", at, diff)
		}
		if diff := cmp.Diff(before.data(), store.data()); diff != "" {
			t.Fatalf("stopped at pause %d the journal has changed (-want +got):\n%s", at, diff)
		}
	}
	saved(t, s)
	if store.held() != before.held()+1 {
		t.Errorf("the journal has %d records more, want 1", store.held()-before.held())
	}
	again, notices := opened(t, store)
	if diff := cmp.Diff(exported(t, s), exported(t, again)); diff != "" || len(notices) > 0 {
		t.Errorf("after opening it again, with notices %q (-want +got):\n%s", notices, diff)
	}
	if !s.Undo() || exported(t, s) != work {
		t.Error("one undo does not take the import back")
	}
}

func TestAnEditThatIsMadeDuringAnImportIsKept(t *testing.T) {
	file := marked(t, 300)
	s, _ := opened(t, nil)
	pauses := 0
	told, err := s.Import(context.Background(), file, asOne, func(doing string, done float64) {
		if pauses++; done > 0.7 && len(marks(s)) < 3 { // the file is merged by then, three times
			must(t, s, mark(fmt.Sprint("mine-", len(marks(s)))))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Project().Set("a", annotations.DefaultAnnotator).Len(); got != 303 {
		t.Errorf("%d spans on a, want those of the file and three", got)
	}
	if diff := cmp.Diff(Imported{Report: told.Report, Adds: annotations.Tally{Articles: 1, Spans: 600}, Revision: 4, Added: []string{"new"}}, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	s.Undo()
	if diff := cmp.Diff([]string{"mine-0", "mine-1", "mine-2"}, marks(s)); diff != "" {
		t.Errorf("after one undo (-want +got):\n%s", diff)
	}
}

func TestAnEditThatWasPreparedForAnotherProjectIsNotTaken(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	on := s.present()
	late, err := s.prepare(mark("late"), on, nil)
	if err != nil {
		t.Fatal(err)
	}
	must(t, s, mark("first"))
	if revision, taken, err := s.take(late, on); taken || revision != 0 || err != nil {
		t.Errorf("taken as revision %d", revision)
	}
	if diff := cmp.Diff([]string{"first"}, marks(s)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	saved(t, s)
	if store.held() != 1 {
		t.Errorf("%d records, want that of the edit that was made", store.held())
	}
}

func TestAnExportThatIsCalledOffGivesNothing(t *testing.T) {
	s, _ := opened(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if data, err := s.Export(ctx, spanwise.Codec, nil); !errors.Is(err, context.Canceled) || data != nil {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

func TestOpeningPausesAndTellsHowFarItIs(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	for _, id := range numbered(500) {
		must(t, s, mark(id))
	}
	saved(t, s)
	pauses, told := 0, []float64{0}
	again, _ := openedAs(t, store, Start{
		Pause: func() { pauses++ }, Opening: func(done float64) { told = append(told, done) },
	})
	if exported(t, again) != exported(t, s) {
		t.Error("other work was opened")
	}
	for i := 1; i < len(told); i++ {
		if told[i] < told[i-1] || told[i] > 1 {
			t.Fatalf("%v is done after %v", told[i], told[i-1])
		}
	}
	if len(told) < 100 || pauses < len(told)-1 {
		t.Errorf("%d pauses, told %d times", pauses, len(told))
	}
}

func TestALongStepIsTakenBackAndBroughtBackInSlices(t *testing.T) {
	file := marked(t, manySpans)
	store := &memory{}
	s := begunIn(t, store)
	states := []string{exported(t, s)}
	if _, err := s.Import(context.Background(), file, asOne, nil); err != nil {
		t.Fatal(err)
	}
	states = append(states, exported(t, s))
	for _, step := range []struct {
		name         string
		long         bool
		do           func(context.Context, Progress) (bool, error)
		before, want string
	}{
		{"undo", s.UndoIsLong(), s.UndoLong, states[1], states[0]},
		{"redo", true, s.RedoLong, states[0], states[1]},
		{"undo again", true, s.UndoLong, states[1], states[0]},
	} {
		if !step.long {
			t.Errorf("%s is said to be quick", step.name)
		}
		ctx, tell, _ := stopped(t, 9)
		if moved, err := step.do(ctx, tell); moved || !errors.Is(err, context.Canceled) || exported(t, s) != step.before {
			t.Errorf("%s, called off: moved %v, %v", step.name, moved, err)
		}
		if moved, err := step.do(context.Background(), nil); !moved || err != nil || exported(t, s) != step.want {
			t.Errorf("%s: moved %v, %v", step.name, moved, err)
		}
	}
	if s.UndoIsLong() || !s.RedoIsLong() {
		t.Error("the history does not know what comes next")
	}
	if moved, err := s.UndoLong(context.Background(), nil); moved || err != nil {
		t.Errorf("with nothing to undo: moved %v, %v", moved, err)
	}
	saved(t, s)
	again, _ := opened(t, store)
	if exported(t, again) != states[0] {
		t.Error("the journal says something else")
	}
}

func TestALongStepGivesWayToAnEditThatIsMadeMeanwhile(t *testing.T) {
	s, _ := opened(t, nil)
	if _, err := s.Import(context.Background(), marked(t, manySpans), asOne, nil); err != nil {
		t.Fatal(err)
	}
	made := false
	moved, err := s.UndoLong(context.Background(), func(string, float64) {
		if !made {
			made = true
			must(t, s, mark("mine"))
		}
	})
	if moved || err != nil {
		t.Errorf("moved %v, %v", moved, err)
	}
	if n := s.Project().Set("a", annotations.DefaultAnnotator).Len(); n != manySpans+1 || !s.CanUndo() || s.CanRedo() {
		t.Errorf("%d spans on a", n)
	}
}

func TestALongEditIsMadeInSlicesAndGivesWayToOneMadeMeanwhile(t *testing.T) {
	s, _ := opened(t, nil)
	if _, err := s.Import(context.Background(), marked(t, manySpans), asOne, nil); err != nil {
		t.Fatal(err)
	}
	var batch annotations.Batch
	for span := range s.Project().Set("a", annotations.DefaultAnnotator).All() {
		next := *span
		next.Label = "date"
		batch.Edits = append(batch.Edits, annotations.ChangeSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: next})
	}
	if !IsLong(batch) || IsLong(mark("one")) {
		t.Error("it is not known which edits are long")
	}
	before := exported(t, s)
	ctx, tell, _ := stopped(t, 9)
	if made, err := s.DoLong(ctx, batch, tell); made || !errors.Is(err, context.Canceled) || exported(t, s) != before {
		t.Errorf("called off: made %v, %v", made, err)
	}
	if made, err := s.DoLong(context.Background(), batch, nil); !made || err != nil {
		t.Errorf("made %v, %v", made, err)
	}
	if !s.Undo() || exported(t, s) != before {
		t.Error("undoing it does not lead back")
	}
	other := false
	made, err := s.DoLong(context.Background(), batch, func(string, float64) {
		if !other {
			other = true
			must(t, s, mark("mine"))
		}
	})
	if made || err != nil {
		t.Errorf("with another edit meanwhile: made %v, %v", made, err)
	}
	if s.Undo(); exported(t, s) != before {
		t.Error("more than the other edit was made")
	}
}

func TestWhatAFileWouldDoIsSaidBeforeItIsDone(t *testing.T) {
	ctx := context.Background()
	s, _ := opened(t, nil)
	must(t, s, mark("x"))
	before := exported(t, s)
	in := incoming(t, s, "theirs.json", marked(t, 3))
	plans, err := s.Plan(ctx, []*Incoming{in}, nil)
	if err != nil || exported(t, s) != before {
		t.Fatalf("planning it changed the work, or failed: %v", err)
	}
	want := []intake.Person{{ID: "annotator-1", Name: "Annotator 1", New: "theirs"}}
	if diff := cmp.Diff(want, plans[0].People); diff != "" {
		t.Errorf("who it is by (-want +got):\n%s", diff)
	}
	told, err := s.Merge(ctx, []*Incoming{in}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plans[0].Report, told.Report); diff != "" {
		t.Errorf("it does something else than was said (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(annotations.Tally{Articles: 1, Annotators: 1, Spans: 6}, told.Adds); diff != "" || told.Adds != plans[0].Adds {
		t.Errorf("what it adds (-want +got):\n%s", diff)
	}
	if n := len(s.Project().Annotators()); n != 2 {
		t.Errorf("%d annotators, want two", n)
	}
}

// incoming is a file that was read.
func incoming(t *testing.T, s *Session, name string, file File) *Incoming {
	t.Helper()
	file.Name = name
	in, err := s.ReadFile(context.Background(), file, format.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func TestAFileCanBeRevisedBeforeItIsMerged(t *testing.T) {
	ctx := context.Background()
	s := begunIn(t, &memory{})
	in := incoming(t, s, "theirs.json", marked(t, 3))
	less, _, err := annotations.RemoveDocument{ID: "new"}.Apply(in.Project())
	if err != nil {
		t.Fatal(err)
	}
	told, err := s.Merge(ctx, []*Incoming{in.revised(less, []annotations.Message{annotations.Say("one less")})}, nil)
	if err != nil || len(told.Added) > 0 || told.Revision != 1 || told.Report[0].String() != "one less" {
		t.Errorf("%+v, %v", told, err)
	}
	if again, err := s.Merge(ctx, []*Incoming{in}, nil); err != nil || len(again.Added) != 1 {
		t.Errorf("the file itself has changed: %+v, %v", again, err)
	}
}

// pupilsFile is the file of a pupil who has marked the article "a" on a page of
// their own.
func pupilsFile(t *testing.T, id, span string) File {
	t.Helper()
	pupil, _ := openedAs(t, nil, Start{Annotator: id})
	e := mark(span).(annotations.AddSpan)
	e.Annotator = id
	must(t, pupil, e, annotations.ChangeSet{Document: "a", Annotator: id, About: annotations.About{State: annotations.StateDone}})
	return fileOf("", exported(t, pupil))
}

func TestThePupilsFilesAreMergedAsOneStepAndNoneBecomesTheTeacher(t *testing.T) {
	for _, old := range []bool{false, true} {
		store := &memory{generation: 7}
		s, _ := openedAs(t, store, Start{Annotator: "teacher"})
		before := exported(t, s)
		var files []*Incoming
		for _, name := range []string{"Ayşe Yılmaz_123_assignsubmission_file_lesson.json", "ben.json", "cleo (1).json"} {
			id := name
			if old {
				id = annotations.DefaultAnnotator
			}
			files = append(files, incoming(t, s, name, pupilsFile(t, id, "of "+name)))
		}
		told, err := s.Merge(context.Background(), files, nil)
		if err != nil || told.Revision != 1 {
			t.Fatalf("%+v, %v", told, err)
		}
		if diff := cmp.Diff(annotations.Tally{Annotators: 3, Spans: 3}, told.Adds); diff != "" {
			t.Errorf("what they add (-want +got):\n%s", diff)
		}
		if told.Report[0].String() != files[0].Name+": annotator “Ayşe Yılmaz” added" {
			t.Errorf("the report begins with %s", told.Report[0])
		}
		var names []string
		for _, a := range s.Project().Annotators() {
			names = append(names, fmt.Sprint(a.Name, " ", s.Project().Set("a", a.ID).Len(), " ", s.Project().Set("a", a.ID).State()))
		}
		want := []string{"Annotator 1 0 open", "Ayşe Yılmaz 1 done", "ben 1 done", "cleo 1 done"}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("old files: %v (-want +got):\n%s", old, diff)
		}
		saved(t, s)
		again, notices := opened(t, store)
		if exported(t, again) != exported(t, s) || len(notices) > 0 {
			t.Errorf("the journal says something else, %q", notices)
		}
		if !s.Undo() || exported(t, s) != before {
			t.Error("one undo does not take all of it back")
		}
	}
}

func TestAPersonIsTheSameWhateverIsDoneWhileTheirFileIsMerged(t *testing.T) {
	s, _ := opened(t, nil)
	in := incoming(t, s, "theirs.json", pupilsFile(t, "pupil", "x"))
	plans, err := s.Plan(context.Background(), []*Incoming{in}, nil)
	if err != nil {
		t.Fatal(err)
	}
	made := false
	_, err = s.Merge(context.Background(), []*Incoming{in.Settled(plans[0])}, func(string, float64) {
		if !made {
			made = true
			must(t, s, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "other", Name: "theirs"}, At: -1})
		}
	})
	if err != nil || s.Project().Set("a", "pupil").Len() != 1 {
		t.Errorf("%v, annotators %v", err, s.Project().Annotators())
	}
}

func TestSeveralFilesBecomeAProjectOfTheirOwn(t *testing.T) {
	s, _ := opened(t, nil)
	before := exported(t, s)
	files := []*Incoming{
		incoming(t, s, "anna.json", pupilsFile(t, "anna", "x")),
		incoming(t, s, "ben.json", pupilsFile(t, annotations.DefaultAnnotator, "y")),
	}
	plans, p, err := s.Together(context.Background(), files, nil)
	if err != nil || len(plans) != 2 || exported(t, s) != before {
		t.Fatalf("%d plans, %v", len(plans), err)
	}
	if diff := cmp.Diff(annotations.Tally{Articles: 2, Annotators: 2, Spans: 2}, annotations.TallyOf(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if first := p.Annotators()[0]; !first.Nameless() || p.Speaks(first.ID) || first.ID == annotations.DefaultAnnotator {
		t.Errorf("the reader is %+v", first)
	}
	if _, again, err := s.Together(context.Background(), files, nil); err != nil || !again.Equal(p) {
		t.Errorf("worked out again it is another: %v", err)
	}
}

func TestWhatTheNameOfAFileSaysAboutWhoItIsFrom(t *testing.T) {
	for name, want := range map[string]string{
		"ayse.json": "ayse", "Ayşe Yılmaz.json": "Ayşe Yılmaz", "ben_k.JSON": "ben k", "ben (2).json": "ben", "a.b.json": "a.b", "": "",
		"Ayşe Yılmaz_12345_assignsubmission_file_work.json": "Ayşe Yılmaz",
		"Ayşe Yılmaz_12345_assignsubmission_file_":          "Ayşe Yılmaz",
		"spanwise-2026-11-23.json":                          "",
		"spanwise-Haiti-2026-11-23 (1).json":                "",
		"spanwise-work.json":                                "spanwise-work",
	} {
		if got := whoFrom(name); got != want {
			t.Errorf("%q is from %q, want %q", name, got, want)
		}
	}
}
