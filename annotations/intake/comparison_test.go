package intake

import (
	"testing"

	"spanwise/annotations"
	"spanwise/corpus"
)

func TestThereIsAPlaceForEverySpan(t *testing.T) {
	doc, err := corpus.NewDocument("a", corpus.Details{Title: "Talks"}, "Shoigu met Akar.\n")
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotations.NewProject(annotations.DefaultScheme(), doc)
	if err != nil {
		t.Fatal(err)
	}
	r := []annotations.Range{{Start: 0, End: 6}}
	p, _, err = annotations.AddSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{ID: "s", Label: "actor", Ranges: r, Origin: annotations.FromPerson}}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Lay(p, doc, doc, []Place{{Verdict: Moved, Ranges: r}})
	if err != nil || len(c.Spans) != 1 || c.Spans[0].Span.ID != "s" || c.Spans[0].Verdict != Moved {
		t.Errorf("%+v, %v", c, err)
	}
	for _, places := range [][]Place{nil, make([]Place, 2)} {
		if _, err := Lay(p, doc, doc, places); err == nil {
			t.Errorf("%d places do for one span", len(places))
		}
	}
}
