package session

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/corpus"
)

// before is a bundled article as it was before its headline was a part of it.
func before(t *testing.T, d *corpus.Document) *corpus.Document {
	t.Helper()
	details := d.Details
	details.Head = corpus.NoHead
	name := strings.TrimSuffix(d.ID, "-"+d.SHA256()[:8])
	old, err := corpus.NewDocument(corpus.ArticleID(name+".md", d.Body()), details, d.Body())
	if err != nil {
		t.Fatal(err)
	}
	return old
}

// bundles are the articles that the program carries, and what they were before.
func bundles(t *testing.T) (now, then []*corpus.Document) {
	t.Helper()
	now, err := corpus.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range now {
		then = append(then, before(t, d))
	}
	return now, then
}

func openedOn(t *testing.T, store *memory, bundled []*corpus.Document) (*Session, []string) {
	t.Helper()
	s, notices, err := Open(context.Background(), Start{Steps: here, Store: &tab{memory: store}, Now: clock, Annotator: annotations.DefaultAnnotator, Bundled: bundled})
	if err != nil {
		t.Fatal(err)
	}
	return s, notices
}

// marking marks a range of a document.
func marking(id string, d *corpus.Document, start, end int) annotations.Edit {
	return annotations.AddSpan{Document: d.ID, Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
		ID: id, Label: "actor", Ranges: []annotations.Range{{Start: start, End: end}}, Origin: "person", Created: clock(), Modified: clock(),
	}}
}

// covered is what every span of the project covers, by ID.
func covered(s *Session) map[string]string {
	all := map[string]string{}
	for _, d := range s.Project().Documents() {
		for span := range s.Project().Set(d.ID, annotations.DefaultAnnotator).All() {
			all[span.ID] = d.Title + ": " + span.Text(d)
		}
	}
	return all
}

// everyWord marks every word of an article, and all of it.
func everyWord(d *corpus.Document) []annotations.Edit {
	edits := []annotations.Edit{marking("all "+d.ID, d, 0, len(d.Text()))}
	at := 0
	for _, word := range strings.Fields(d.Text()) {
		at += strings.Index(d.Text()[at:], word)
		edits = append(edits, marking(fmt.Sprint(d.ID, " ", at), d, at, at+len(word)))
		at += len(word)
	}
	return edits
}

// TestABundledArticleThatIsMarkedKeepsItsSpansWhenItGetsItsHeadline opens work of
// before, in which every word is marked.
func TestABundledArticleThatIsMarkedKeepsItsSpansWhenItGetsItsHeadline(t *testing.T) {
	now, then := bundles(t)
	store := &memory{}
	s, _ := openedOn(t, store, then)
	must(t, s, annotations.AddDocument{Document: article(t, "own"), At: 2})
	for _, d := range then[:3] {
		must(t, s, annotations.Batch{Edits: everyWord(d)})
	}
	must(t, s, annotations.ChangeSet{Document: then[0].ID, Annotator: annotations.DefaultAnnotator, About: annotations.About{State: annotations.StateDone, Note: "read"}})
	saved(t, s)
	old, want := exported(t, s), covered(s)

	later, notices := openedOn(t, store, now)
	saved(t, later)
	if want := []string{"5 bundled articles have a new text", fmt.Sprintf("%d spans are at the same words there as before", len(want))}; !cmp.Equal(want, notices) {
		t.Errorf("notices (-want +got):\n%s", cmp.Diff(want, notices))
	}
	if diff := cmp.Diff(want, covered(later)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	docs := []string{now[0].ID, now[1].ID, "own", now[2].ID, now[3].ID, now[4].ID}
	if diff := cmp.Diff(docs, ids(later)); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	if about := later.Project().Set(now[0].ID, annotations.DefaultAnnotator).About(); about.State != annotations.StateDone || about.Note != "read" {
		t.Errorf("what was said about the article as a whole is %+v", about)
	}
	renewed := exported(t, later)

	for later.CanUndo() {
		later.Undo()
	}
	first, _ := openedOn(t, &memory{}, then)
	if diff := cmp.Diff(exported(t, first), exported(t, later)); diff != "" {
		t.Errorf("with everything undone (-want +got):\n%s", diff)
	}
	for later.CanRedo() {
		later.Redo()
	}
	if diff := cmp.Diff(renewed, exported(t, later)); diff != "" {
		t.Errorf("with everything redone (-want +got):\n%s", diff)
	}
	later.Undo()
	if diff := cmp.Diff(old, exported(t, later)); diff != "" {
		t.Errorf("with the new texts undone (-want +got):\n%s", diff)
	}
	saved(t, later)
	again, notices := openedOn(t, store, now)
	if diff := cmp.Diff(old, exported(t, again)); diff != "" || len(notices) > 0 {
		t.Errorf("what can be redone is in the way of new texts: notices %q (-want +got):\n%s", notices, diff)
	}
	if !again.Redo() || exported(t, again) != renewed {
		t.Error("the new texts cannot be redone after a reload")
	}
}

func TestBundledArticlesThatNobodyHasMarkedAreRenewedWithoutAStep(t *testing.T) {
	now, then := bundles(t)
	store := &memory{}
	s, _ := openedOn(t, store, then)
	saved(t, s)
	later, notices := openedOn(t, store, now)
	fresh, _ := openedOn(t, &memory{}, now)
	if diff := cmp.Diff(exported(t, fresh), exported(t, later)); diff != "" {
		t.Errorf("the work (-want +got):\n%s", diff)
	}
	if later.CanUndo() || !cmp.Equal([]string{"5 bundled articles have a new text"}, notices) {
		t.Errorf("notices %q, can undo %t", notices, later.CanUndo())
	}
	saved(t, later)
	if again, notices := openedOn(t, store, now); len(notices) > 0 || exported(t, again) != exported(t, later) {
		t.Errorf("opened again, it says %q", notices)
	}
}

// TestAnArticleWhoseWordsAreGoneStaysAsItIs has a teacher change a bundled article
// in which something is marked.
func TestAnArticleWhoseWordsAreGoneStaysAsItIs(t *testing.T) {
	_, then := bundles(t)
	other, err := corpus.NewDocument(corpus.ArticleID("gulf-daily.md", "Other words."), then[0].Details, "Other words.")
	if err != nil {
		t.Fatal(err)
	}
	store := &memory{}
	s, _ := openedOn(t, store, then[:1])
	must(t, s, marking("x", then[0], 0, 5))
	saved(t, s)
	old := exported(t, s)
	later, notices := openedOn(t, store, []*corpus.Document{other})
	if diff := cmp.Diff(old, exported(t, later)); diff != "" || len(notices) > 0 {
		t.Errorf("notices %q, work (-want +got):\n%s", notices, diff)
	}
}

// TestTwoTabsThatRenewTheSameArticlesDoItOnce has both open what neither has
// renewed.
func TestTwoTabsThatRenewTheSameArticlesDoItOnce(t *testing.T) {
	now, then := bundles(t)
	store := &memory{}
	s, _ := openedOn(t, store, then)
	must(t, s, annotations.Batch{Edits: everyWord(then[0])})
	saved(t, s)
	hold := make(chan struct{})
	held := Start{Steps: here, Store: &tab{memory: store}, Now: clock, Annotator: annotations.DefaultAnnotator, Bundled: now, Before: hold}
	one, _, err := Open(context.Background(), held)
	if err != nil {
		t.Fatal(err)
	}
	held.Store = &tab{memory: store}
	two, _, err := Open(context.Background(), held)
	if err != nil {
		t.Fatal(err)
	}
	close(hold)
	saved(t, one)
	saved(t, two)
	one.LookForNews()
	two.LookForNews()
	saved(t, one)
	saved(t, two)
	third, notices := openedOn(t, store, now)
	if len(notices) > 0 || exported(t, one) != exported(t, third) || exported(t, two) != exported(t, third) {
		t.Errorf("the tabs do not have the same work; notices %q", notices)
	}
	steps := 0
	for third.Undo() {
		steps++
	}
	if steps != 2 {
		t.Errorf("%d steps can be undone, want the marking and the renewal", steps)
	}
}

// TestRecordsOfBeforeAreReplayedBeforeTheArticlesAreRenewed has a journal whose
// snapshot and records are of the version before.
func TestRecordsOfBeforeAreReplayedBeforeTheArticlesAreRenewed(t *testing.T) {
	now, then := bundles(t)
	store := &memory{}
	s, _ := openedOn(t, store, then)
	must(t, s, marking("x", then[1], 0, 6))
	saved(t, s)
	store.snapshot = []byte(strings.Replace(string(store.snapshot), `"version": 4`, `"version": 2`, 1))
	store.mu.Lock()
	for i := range store.records {
		store.records[i].Data = []byte(strings.Replace(string(store.records[i].Data), `{"v":5`, `{"v":3`, 1))
	}
	store.mu.Unlock()
	later, notices := openedOn(t, store, now)
	want := map[string]string{"x": now[1].Title + ": Turkey"}
	if diff := cmp.Diff(want, covered(later)); diff != "" || len(notices) != 2 {
		t.Errorf("notices %q, spans (-want +got):\n%s", notices, diff)
	}
}
