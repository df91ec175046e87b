package annotations

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestASchemeThatDoesNotFitItselfIsRefused(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Scheme)
		want   string
	}{
		{"nothing changed", func(*Scheme) {}, ""},
		{"parent that is not there", func(s *Scheme) { s.Labels[1].Parent = "x" }, `label "demand": its parent "x" is not in the scheme`},
		{"parents in a circle", func(s *Scheme) { s.Labels[0].Parent = "demand" }, "its parents go in a circle"},
		{"its own parent", func(s *Scheme) { s.Labels[2].Parent = "date" }, `label "date": its parents go in a circle`},
		{"two attributes of one ID", func(s *Scheme) { s.Labels[0].Attributes[1].ID = "kind" }, `the ID "kind" is used twice`},
		{"attribute of no type", func(s *Scheme) { s.Labels[0].Attributes[1].Type = "x" }, `its type "x" is none`},
		{"options of a text", func(s *Scheme) { s.Labels[0].Attributes[1].Options = everyType[0].Options }, "it has options"},
		{"two options of one ID", func(s *Scheme) { s.Labels[0].Attributes[0].Options[1].ID = "a" }, `option 2: the ID "a" is used twice`},
		{"default that is no option", func(s *Scheme) { s.Labels[0].Attributes[0].Default = []string{"x"} }, `its default: "x" is not among its options`},
		{"default of a date", func(s *Scheme) { s.Labels[0].Attributes[5].Default = []string{"2023"} }, "a default, which its type \"date\" cannot have"},
		{"bounds the wrong way round", func(s *Scheme) { s.Labels[0].Attributes[2].Min = "4" }, "the wrong way round: 4 to 3"},
		{"bound that is no number", func(s *Scheme) { s.Labels[0].Attributes[2].Max = "0x3" }, `its bound "0x3" is not a number`},
		{"bounds of a text", func(s *Scheme) { s.Labels[0].Attributes[1].Max = "3" }, "it has bounds"},
		{"entries of a label that is not there", func(s *Scheme) { s.Labels[0].Attributes[1].Offers = "x" }, `offers entries of "x"`},
		{"attribute that takes entries of a label that is not there", func(s *Scheme) { s.Tags[0].Attributes[6].Labels = []string{"x"} }, `attribute "whom" takes entries of "x", which is not in the scheme`},
		{"attribute that takes entries of a label twice", func(s *Scheme) { s.Labels[0].Attributes[6].Labels = []string{"date", "date"} }, `takes entries of "date" twice`},
		{"attribute that takes entries of any label", func(s *Scheme) { s.Labels[0].Attributes[6].Labels = nil }, ""},
		{"text that takes entries", func(s *Scheme) { s.Labels[0].Attributes[1].Several = true }, `it says which entries it takes, which its type "text" does not know`},
		{"default of an entry", func(s *Scheme) { s.Labels[0].Attributes[6].Default = []string{"e"} }, `a default, which its type "entry" cannot have`},
		{"rule that is none", func(s *Scheme) { s.Labels[0].Entry = "x" }, `its rule for entries "x"`},
		{"relation between labels that are not there", func(s *Scheme) { s.Relations[0].To = []string{"x"} }, `relation 1 ("by"): the label "x" is not in the scheme`},
		{"two relations of one ID", func(s *Scheme) { s.Relations[1].ID = "by" }, `relation 2: the ID "by" is used twice`},
		{"two tags of one ID", func(s *Scheme) { s.Tags[1].ID = "genre" }, `tag 2: the ID "genre" is used twice`},
		{"example that is not text", func(s *Scheme) { s.Labels[0].Examples[0] = "\xff" }, "is not valid UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := richScheme.Clone()
			tt.change(s)
			err := s.Check()
			if (tt.want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestAClonedSchemeIsApart(t *testing.T) {
	s := richScheme.Clone()
	s.Labels[0].Examples[0], s.Labels[0].Attributes[0].Options[0].Name, s.Relations[0].From[0] = "x", "x", "date"
	if richScheme.Labels[0].Examples[0] == "x" || richScheme.Labels[0].Attributes[0].Options[0].Name == "x" || richScheme.Relations[0].From[0] == "date" {
		t.Error("changing the clone changed the scheme")
	}
}

func TestASchemeComesThroughItsJSON(t *testing.T) {
	var w JSONWriter
	w.Scheme(richScheme)
	r, err := NewJSONReader(w.Bytes(), nil)
	if err != nil {
		t.Fatal(err)
	}
	back, err := r.Scheme()
	if err != nil {
		t.Fatalf("%v: %s", err, w.Bytes())
	}
	if diff := cmp.Diff(richScheme, back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestValuesInJSONAreOfTheirTypes(t *testing.T) {
	values := []Value{valuesOf["kind"][0], valuesOf["named"][1], valuesOf["often"][1], valuesOf["several"][0], valuesOf["sure"][0], valuesOf["when"][1]}
	var w JSONWriter
	w.Open('{')
	w.Values(values, &richScheme.Labels[0])
	w.Close('}')
	want := `{"attributes":{"kind":"a","named":"2","often":2.50,"several":["x","y"],"sure":true,"when":{"type":"DATE","value":"2023-04","mod":"START"}}}`
	if diff := cmp.Diff(want, string(w.Bytes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r, err := NewJSONReader([]byte(strings.TrimSuffix(strings.TrimPrefix(want, `{"attributes":`), "}")), nil)
	if err != nil {
		t.Fatal(err)
	}
	back, err := r.Values()
	if diff := cmp.Diff(values, back); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestValuesThatAreNoneAreRefused(t *testing.T) {
	for _, tt := range []struct{ json, want string }{
		{`{"a":null}`, `a: found "null" in place of a value`},
		{`{"a":"x","a":"y"}`, "a: the attribute is there twice"},
		{`{"a":"x","b":"z","a":"y"}`, `the attribute "a" is there twice`},
		{`{"a":{"type":"DATE"}}`, `a: the field "value" is missing`},
		{`{"a":[1]}`, "a[0]"},
		{`["a"]`, "in place of an object"},
	} {
		r, err := NewJSONReader([]byte(tt.json), nil)
		if err == nil {
			_, err = r.Values()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.json, err, tt.want)
		}
	}
}
