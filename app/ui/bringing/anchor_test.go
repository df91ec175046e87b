package bringing

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/anchor"
	"spanwise/app/ui/kit"
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
	texts, err = compareTexts(into, file, nil)
	if err != nil || len(texts) != 1 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	return file, texts
}

func TestWhatAPersonChoosesIsDoneWithAFilesSpans(t *testing.T) {
	for _, test := range []struct {
		name, why string
		choose    func(*changedText)
		want      map[string]string // spans by article
		said      []string
	}{
		{"as it is asked", "what is doubtful waits for a person", func(*changedText) {},
			map[string]string{"a": "Moscow", "a-before": "Shoygu, Nobody expected"},
			[]string{"1 span placed on the text of “Moscow” that is here; 2 spans kept on the text of the file, as an article of its own"}},
		{"a tick", "it was looked at", func(c *changedText) { c.taken[1] = true },
			map[string]string{"a": "Moscow, Shoigu", "a-before": "Nobody expected"},
			[]string{"2 spans placed on the text of “Moscow” that is here; 1 span kept on the text of the file, as an article of its own"}},
		{"all ticked", "a person may trust them", func(c *changedText) { c.takeAll() },
			map[string]string{"a": "Moscow, Shoigu", "a-before": "Nobody expected"},
			[]string{"2 spans placed on the text of “Moscow” that is here; 1 span kept on the text of the file, as an article of its own"}},
		{"all ticked and unticked", "nothing is taken but what is sure", func(c *changedText) { c.takeAll(); c.takeAll(); c.keep = false },
			map[string]string{"a": "Moscow"},
			[]string{"1 span placed on the text of “Moscow” that is here; 2 spans left out"}},
		{"the old text left out", "the list can be downloaded", func(c *changedText) { c.keep = false },
			map[string]string{"a": "Moscow"},
			[]string{"1 span placed on the text of “Moscow” that is here; 2 spans left out"}},
		{"an article of its own", "the file is left as it is", func(c *changedText) { c.apart = true },
			map[string]string{"a": "Moscow, Shoygu, Nobody expected"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			file, texts := compared(t)
			test.choose(texts[0])
			next, said, err := placed(file, texts)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, doc := range next.Documents() {
				var covered []string
				for s := range next.Set(doc.ID, annotations.DefaultAnnotator).All() {
					covered = append(covered, s.Text(doc))
				}
				got[doc.ID] = strings.Join(covered, ", ")
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("since %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(test.said, kit.InEnglish(said)); diff != "" {
				t.Errorf("what is said (-want +got):\n%s", diff)
			}
		})
	}
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
			then, err := anchor.Compare(file, "a", version(t, "a", "News."), nil)
			if err != nil {
				t.Fatal(err)
			}
			now, _, err := test.edit.Apply(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := newChangedText(then, then.Old).isOutdated(now); got != test.want {
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
