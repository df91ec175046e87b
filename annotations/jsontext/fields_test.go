package jsontext

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// thing has a field of every kind.
type thing struct {
	Text  string
	Flag  bool
	Whole int
	Part  float64
	At    time.Time
	Names map[string]string
	Lists map[string][]string
	Inner inner
}

type inner struct{ Text string }

func (t *thing) fields() Fields {
	return Fields{
		{"Text", &t.Text}, {"Flag", &t.Flag}, {"Whole", &t.Whole}, {"Part", &t.Part}, {"At", &t.At},
		{"Names", &t.Names}, {"Lists", &t.Lists}, {"Inner", Fields{{"Text", &t.Inner.Text}}},
	}
}

var full = thing{
	"a \"quoted\" & <marked> text\n\u2028", true, -7, -0.125, time.Date(2026, 11, 30, 12, 0, 0, 5e6, time.UTC),
	map[string]string{"": "empty", "b\"": "c"}, map[string][]string{"x": {"1", "2"}, "none": {}}, inner{"within"},
}

func TestFieldsAreReadAsTheyWereWritten(t *testing.T) {
	for name, want := range map[string]thing{"full": full, "empty": {Names: map[string]string{}, Lists: map[string][]string{}}} {
		var got, ofGo thing
		if err := got.fields().Read(want.fields().Text()); err != nil {
			t.Fatal(name, err)
		}
		if name == "full" { // encoding/json has no empty time
			if err := json.Unmarshal([]byte(want.fields().Text()), &ofGo); err != nil || !cmp.Equal(want, ofGo, emptyIsNone) {
				t.Errorf("%s: encoding/json reads it otherwise (%v): %s", name, err, cmp.Diff(want, ofGo))
			}
		}
		if diff := cmp.Diff(want, got, emptyIsNone); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// emptyIsNone takes a list or map of nothing for none.
var emptyIsNone = cmpopts.EquateEmpty()

// TestFieldsOfOtherVersionsAreRead reads what encoding/json has written, as older
// versions of the page did, and what a newer one may add.
func TestFieldsOfOtherVersionsAreRead(t *testing.T) {
	older, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, text string
		want       thing
		bad        bool
	}{
		{"older", string(older), full, false},
		{"newer", `{"Text":"x","More":{"a":[1,null]},"Flag":true}`, thing{Text: "x", Flag: true}, false},
		{"a time with a zone", `{"At":"2026-11-30T13:00:00.0051+01:00"}`, thing{At: full.At}, false},
		{"nothing", "", thing{}, true},
		{"no object", `[]`, thing{}, true},
		{"another kind", `{"Whole":"7"}`, thing{}, true},
		{"no number", `{"Part":true}`, thing{}, true},
		{"more after it", `{} {}`, thing{}, true},
	}
	for _, test := range tests {
		var got thing
		err := got.fields().Read(test.text)
		if test.bad != (err != nil) {
			t.Errorf("%s: error %v", test.name, err)
		}
		if diff := cmp.Diff(test.want, got, emptyIsNone); err == nil && diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestAMapIsReadAsItWasWritten(t *testing.T) {
	text := MapText(full.Names)
	if want := `{"":"empty","b\"":"c"}`; text != want {
		t.Errorf("it is written %s, want %s", text, want)
	}
	got, err := ReadMap(text)
	if err != nil || !cmp.Equal(full.Names, got) {
		t.Errorf("it is read as %v (%v)", got, err)
	}
	for _, bad := range []string{"", "text", `{"a":1}`, `{"a":"b"}x`} {
		if _, err := ReadMap(bad); err == nil {
			t.Errorf("%q was read as an object of strings", bad)
		}
	}
}

func TestALiteralIsWhatJSONTakesForOne(t *testing.T) {
	for _, word := range []string{
		"", "0", "-0", "-", "01", "1", "12", "-7", "1.", "1.5", ".5", "1e5", "1E+5", "1e-", "1e", "1.0e10", "+1", "--1", "1.5.2", "1e5.5", "0x1",
		"true", "false", "null", "nul", "True", "NaN", "Infinity", "truefalse", "1 ", "0.0", "00", "-01", "9e99",
	} {
		if want, got := json.Valid([]byte(word)), IsLiteral(word); want != got && word != "1 " {
			t.Errorf("IsLiteral(%q) = %v, want %v", word, got, want)
		}
	}
}
