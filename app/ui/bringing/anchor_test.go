package bringing

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/session/steps"
	"spanwise/app/ui/desktest"
	"spanwise/corpus"
)

func version(t *testing.T, id, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument(id, corpus.Details{Title: "Moscow", Language: "en"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// compared is a file with three spans on a text that is another here.
func compared(t *testing.T) (file *annotations.Project, texts []*changedText) {
	t.Helper()
	const story = "Syria’s Defence Minister sat down in Moscow on Tuesday with his counterparts. "
	old := version(t, "a", story+"Then Mr Shoygu spoke first and long of Syria. Nobody expected it.")
	file, err := annotations.NewProject(annotations.DefaultScheme(), old)
	if err != nil {
		t.Fatal(err)
	}
	var edits []annotations.Edit
	for i, phrase := range []string{"Moscow", "Shoygu", "Nobody expected"} {
		at := strings.Index(old.Text(), phrase)
		edits = append(edits, annotations.AddSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
			ID: string(rune('s' + i)), Label: "actor", Ranges: []annotations.Range{{Start: at, End: at + len(phrase)}}, Origin: annotations.FromPerson, Note: "n" + phrase}})
	}
	if file, _, err = (annotations.Batch{Edits: edits}).Apply(file); err != nil {
		t.Fatal(err)
	}
	into, err := annotations.NewProject(annotations.DefaultScheme(), version(t, "b", "News. "+story+"Then Mr Shoigu spoke first and long of Syria."))
	if err != nil {
		t.Fatal(err)
	}
	found, err := desktest.Here.Compare(t.Context(), into, file, nil)
	if err != nil || len(found) != 1 {
		t.Fatalf("%d texts, %v", len(found), err)
	}
	return file, listedTexts(found).list
}

func TestTheListOfSpansHasAllOfThem(t *testing.T) {
	_, texts := compared(t)
	want := `Moscow
========================================================================

Doubtful: 1
Not quite the words that were marked, or not among the same words. Tick those that are right.

- Actor “Shoygu”
  In the file: …sat down in Moscow on Tuesday with his counterparts. Then Mr [Shoygu] spoke first and long of Syria. Nobody expected it.
  Here: …sat down in Moscow on Tuesday with his counterparts. Then Mr [Shoigu] spoke first and long of Syria.
  Note: nShoygu

Lost: 1
Nothing in the text is like what was marked.

- Actor “Nobody expected”
  In the file: …counterparts. Then Mr Shoygu spoke first and long of Syria. [Nobody expected] it.
  Note: nNobody expected

Moved: 1
The same words, elsewhere in the text or set in another way.

- Actor “Moscow”
  In the file: Syria’s Defence Minister sat down in [Moscow] on Tuesday with his counterparts. Then Mr Shoygu spoke first…
  Here: News. Syria’s Defence Minister sat down in [Moscow] on Tuesday with his counterparts. Then Mr Shoigu spoke first…
  Note: nMoscow


`
	if diff := cmp.Diff(want, (&changedTexts{list: texts}).report()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestATextIsOutdatedWhenItsArticleOrItsSpansAreNotWhatWasCompared(t *testing.T) {
	file, _ := compared(t)
	details := corpus.Details{Title: "Damascus", Language: "en"}
	for _, test := range []struct {
		name, why string
		edit      annotations.Edit
		want      bool
	}{
		{"nothing was done", "it is as it was", annotations.Batch{}, false},
		{"another article came", "this one is as it was", annotations.AddDocument{Document: version(t, "c", "News."), At: 0}, false},
		{"another title", "the old one would come back", annotations.DescribeDocument{ID: "a", Details: details}, true},
		{"a span less", "it would come back", annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "s"}, true},
		{"no article", "there is nothing to replace", annotations.RemoveDocument{ID: "a"}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			then, err := desktest.Here.CompareText(t.Context(), file, "a", version(t, "a", "News."), nil)
			if err != nil {
				t.Fatal(err)
			}
			now, _, err := test.edit.Apply(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := newChangedText(steps.NewChangedText(then, then.Old)).isOutdated(now); got != test.want {
				t.Errorf("outdated: %v, want %v (%s)", got, test.want, test.why)
			}
		})
	}
}

func TestWhatIsTypedForAnArticleIsKeptUnlessItIsItsText(t *testing.T) {
	var kept retyped
	a, b := version(t, "a", "Moscow."), version(t, "b", "Paris.")
	kept.keep(a, "Moscow.")
	kept.keep(a, "Moscow, Tuesday.")
	kept.keep(b, "Paris, Monday.")
	kept.keep(b, "Paris.")
	if diff := cmp.Diff(retyped{"a": "Moscow, Tuesday."}, kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}
