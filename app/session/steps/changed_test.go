package steps_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/session/steps"
	"spanwise/app/session/steps/direct"
	"spanwise/corpus"
)

var here = direct.New(nil)

func version(t *testing.T, id, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument(id, corpus.Details{Title: "Moscow", Language: "en"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// compared is a file with three spans on a text that is another here.
func compared(t *testing.T) (file *annotations.Project, texts []*steps.ChangedText) {
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
	texts, err = here.Compare(t.Context(), into, file, nil)
	if err != nil || len(texts) != 1 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	return file, texts
}

func TestWhatAPersonChoosesIsDoneWithAFilesSpans(t *testing.T) {
	for _, test := range []struct {
		name, why string
		choose    func(*steps.ChangedText)
		want      map[string]string // spans by article
		said      []string
	}{
		{"as it is asked", "what is doubtful waits for a person", func(*steps.ChangedText) {},
			map[string]string{"a": "Moscow", "a-before": "Shoygu, Nobody expected"},
			[]string{"1 span placed on the text of “Moscow” that is here; 2 spans kept on the text of the file, as an article of its own"}},
		{"a tick", "it was looked at", func(c *steps.ChangedText) { c.Taken[1] = true },
			map[string]string{"a": "Moscow, Shoigu", "a-before": "Nobody expected"},
			[]string{"2 spans placed on the text of “Moscow” that is here; 1 span kept on the text of the file, as an article of its own"}},
		{"all ticked", "a person may trust them", func(c *steps.ChangedText) { c.TakeAll() },
			map[string]string{"a": "Moscow, Shoigu", "a-before": "Nobody expected"},
			[]string{"2 spans placed on the text of “Moscow” that is here; 1 span kept on the text of the file, as an article of its own"}},
		{"all ticked and unticked", "nothing is taken but what is sure", func(c *steps.ChangedText) { c.TakeAll(); c.TakeAll(); c.Keep = false },
			map[string]string{"a": "Moscow"},
			[]string{"1 span placed on the text of “Moscow” that is here; 2 spans left out"}},
		{"the old text left out", "the list can be downloaded", func(c *steps.ChangedText) { c.Keep = false },
			map[string]string{"a": "Moscow"},
			[]string{"1 span placed on the text of “Moscow” that is here; 2 spans left out"}},
		{"an article of its own", "the file is left as it is", func(c *steps.ChangedText) { c.Apart = true },
			map[string]string{"a": "Moscow, Shoygu, Nobody expected"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			file, texts := compared(t)
			test.choose(texts[0])
			next, said, err := steps.Place(file, texts, nil)
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
			if diff := cmp.Diff(fmt.Sprint(test.said), fmt.Sprint(said)); diff != "" {
				t.Errorf("what is said (-want +got):\n%s", diff)
			}
		})
	}
}
