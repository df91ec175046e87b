package session

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/corpus"
)

// asOne has the annotator of a file be the only one of the work.
var asOne = spanwise.Choices{ByID: true}

// marked is a file with so many spans on the article "a" and on one, "new",
// that nobody has.
func marked(t *testing.T, n int) []byte {
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
	return []byte(exported(t, other))
}

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
	if diff := cmp.Diff(Imported{Report: told.Report, Revision: 4, Added: []string{"new"}}, told); diff != "" {
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
	if data, err := s.Export(ctx, nil); !errors.Is(err, context.Canceled) || data != nil {
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
	in, err := s.ReadFile(ctx, marked(t, 3), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := s.Plan(ctx, in, spanwise.Choices{Source: "theirs"}, nil)
	if err != nil || exported(t, s) != before {
		t.Fatalf("planning it changed the work, or failed: %v", err)
	}
	want := []spanwise.Person{{ID: "annotator-1", Name: "Annotator 1", New: "theirs"}}
	if diff := cmp.Diff(want, plan.People); diff != "" {
		t.Errorf("who it is by (-want +got):\n%s", diff)
	}
	asked, err := s.Merge(ctx, in, spanwise.Choices{}, func(spanwise.Plan) bool { return true }, nil)
	if err != nil || asked.Asked == nil || exported(t, s) != before {
		t.Fatalf("what is to be asked first was done, or failed: %v", err)
	}
	told, err := s.Merge(ctx, in, spanwise.Choices{Source: "theirs"}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plan.Report, told.Report); diff != "" {
		t.Errorf("it does something else than was said (-want +got):\n%s", diff)
	}
	if n := len(s.Project().Annotators()); n != 2 {
		t.Errorf("%d annotators, want two", n)
	}
}

func TestAFileCanBeRevisedBeforeItIsMerged(t *testing.T) {
	ctx := context.Background()
	s := begunIn(t, &memory{})
	in, err := s.ReadFile(ctx, marked(t, 3), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	less, _, err := annotations.RemoveDocument{ID: "new"}.Apply(in.Project())
	if err != nil {
		t.Fatal(err)
	}
	told, err := s.Merge(ctx, in.Revised(less, []string{"one less"}), spanwise.Choices{}, nil, nil)
	if err != nil || len(told.Added) > 0 || told.Revision != 1 || told.Report[0] != "one less" {
		t.Errorf("%+v, %v", told, err)
	}
	if again, err := s.Merge(ctx, in, spanwise.Choices{}, nil, nil); err != nil || len(again.Added) != 1 {
		t.Errorf("the file itself has changed: %+v, %v", again, err)
	}
}
