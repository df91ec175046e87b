package annotations

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheDefaultSchemeIsTheFourLabels(t *testing.T) {
	s := DefaultScheme()
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	var got []string
	for _, l := range s.Labels {
		got = append(got, strings.Join([]string{l.ID, l.Name, l.Key, l.Color}, " | "))
		if n := len(strings.Fields(l.Definition)); n < 20 || n > 60 {
			t.Errorf("the definition of %s has %d words; a pupil reads 20 to 60", l.Name, n)
		}
	}
	want := []string{
		"actor | Actor | 1 | #0072B2",
		"demand | Demand | 2 | #D55E00",
		"date | Date | 3 | #009E73",
		"source-bias | Source bias | 4 | #CC79A7",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestASchemeThatCannotWorkIsRefused(t *testing.T) {
	fine := Label{ID: "a", Name: "A", Key: "é", Color: "#00ffAA"}
	change := func(f func(*Label)) []Label {
		l := fine
		f(&l)
		return []Label{l}
	}
	for _, tt := range []struct {
		name   string
		labels []Label
		want   string
	}{
		{"fine", []Label{fine, {ID: "b", Name: "A", Color: "#00ffAA"}, {ID: "c", Name: "C", Color: "#00ffAA"}}, ""},
		{"hostile names", []Label{{ID: "__proto__", Name: "<script>", Color: "#000000"}, {ID: "constructor", Name: "toString", Color: "#000000"}}, ""},
		{"none", nil, ""},
		{"no ID", change(func(l *Label) { l.ID = "" }), "it has no ID"},
		{"no name", change(func(l *Label) { l.Name = "" }), "it has no name"},
		{"long key", change(func(l *Label) { l.Key = "ab" }), `its key "ab" is more than one character`},
		{"named colour", change(func(l *Label) { l.Color = "blue" }), "is not of the form #rrggbb"},
		{"bad colour", change(func(l *Label) { l.Color = "#00gg00" }), "is not of the form #rrggbb"},
		{"bad definition", change(func(l *Label) { l.Definition = "\xff" }), "is not valid UTF-8"},
		{"same ID", []Label{fine, fine}, `label 2: the ID "a" is used twice`},
		{"same key", []Label{fine, {ID: "b", Name: "B", Key: "é", Color: "#000000"}}, `labels "a" and "b" have the same key "é"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := (&Scheme{Name: "s", Labels: tt.labels}).Check()
			if (tt.want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestNewIDsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		id := NewID()
		if seen[id] || len(id) != 26 {
			t.Fatalf("the ID %q came twice, or has not 26 characters", id)
		}
		seen[id] = true
	}
}
