package spanwise

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/samples"
)

// replaced returns the file of small with pieces of it replaced, each of which
// is there once.
func replaced(t *testing.T, pairs ...string) []byte {
	t.Helper()
	return replacedIn(t, samples.Small(t), pairs...)
}

// replacedIn is replaced for the file of any project.
func replacedIn(t *testing.T, p *annotations.Project, pairs ...string) []byte {
	t.Helper()
	data := string(write(t, p))
	for i := 0; i < len(pairs); i += 2 {
		if strings.Count(data, pairs[i]) != 1 {
			t.Fatalf("%q is %d times in the file", pairs[i], strings.Count(data, pairs[i]))
		}
		data = strings.Replace(data, pairs[i], pairs[i+1], 1)
	}
	return []byte(data)
}

// lookup returns the file of small from one piece of it up to another.
func lookup(t *testing.T, from, to string) string {
	t.Helper()
	return lookupIn(t, samples.Small(t), from, to)
}

// lookupIn is lookup for the file of any project.
func lookupIn(t *testing.T, p *annotations.Project, from, to string) string {
	t.Helper()
	data := string(write(t, p))
	_, rest, found := strings.Cut(data, from)
	middle, _, ends := strings.Cut(rest, to)
	if !found || !ends {
		t.Fatalf("%q or %q is not in the file", from, to)
	}
	return from + middle
}

const inTalks = ", in “Talks in <Damascus>”"

// a1On puts the span a1 on other ranges, with another text.
func a1On(t *testing.T, ranges, text string) []string {
	return []string{lookup(t, `"ranges": `+rangesJSON(2, 8), `"note"`), `"ranges": ` + ranges + `, "text": "` + text + `", `}
}

func TestABrokenFileIsToldAndRepaired(t *testing.T) {
	a1 := lookup(t, "        {\n          \"id\": \"a1\"", "        {\n          \"id\": \"a3\"")
	set := lookup(t, `"sets": [`, "\n  ]")
	for _, tt := range []struct {
		name     string
		broken   []string // pairs of what is replaced in the file of small
		want     []string // the same for what comes out of the repair
		problems []problem
	}{
		{"empty range", []string{rangesJSON(2, 8), rangesJSON(2, 2)}, []string{a1, ""},
			[]problem{{"sets[0].spans[1]" + inTalks, "its ranges 2–2 are empty, backward or negative", "it is left out"}}},
		{"backward range", []string{rangesJSON(2, 8), rangesJSON(8, 2)}, []string{a1, ""},
			[]problem{{"sets[0].spans[1]" + inTalks, "its ranges 8–2 are empty, backward or negative", "it is left out"}}},
		{"negative range", []string{rangesJSON(2, 8), rangesJSON(-2, 8)}, []string{a1, ""},
			[]problem{{"sets[0].spans[1]" + inTalks, "its ranges -2–8 are empty, backward or negative", "it is left out"}}},
		{"no range", []string{rangesJSON(2, 8), "[]"}, []string{a1, ""},
			[]problem{{"sets[0].spans[1]" + inTalks, "it covers nothing: it has no range", "it is left out"}}},
		{"one empty range of several", []string{rangesJSON(13, 18, 22, 30, 38, 44), rangesJSON(13, 18, 22, 22, 38, 44)},
			[]string{rangesJSON(13, 18, 22, 30, 38, 44), rangesJSON(13, 18, 38, 44), " … Damascus", ""},
			[]problem{{"sets[0].spans[2]" + inTalks, "of its ranges 13–18, 22–22, 38–44, 1 are empty, backward or negative", "these ranges are left out"}}},
		{"ranges in no order", []string{rangesJSON(13, 18, 22, 30, 38, 44), rangesJSON(22, 30, 13, 18, 38, 44), "👨‍👩‍👧 … Damascus", "Damascus … 👨‍👩‍👧"}, nil,
			[]problem{{"sets[0].spans[2]" + inTalks, "its ranges 22–30, 13–18, 38–44 are not one after the other", "they are put in order, and joined where they cross"}}},
		{"crossing ranges", []string{rangesJSON(13, 18, 22, 30, 38, 44), rangesJSON(13, 25, 22, 30, 24, 26), "👨‍👩‍👧 … Damascus … الدفاع", "👨‍👩‍👧 in Dam … Damascus … ma"},
			[]string{rangesJSON(13, 18, 22, 30, 38, 44), rangesJSON(13, 30), "👨‍👩‍👧 … Damascus … الدفاع", "👨‍👩‍👧 in Damascus"},
			[]problem{{"sets[0].spans[2]" + inTalks, "its ranges 13–25, 22–30, 24–26 are not one after the other", "they are put in order, and joined where they cross"}}},
		{"beyond the text", a1On(t, rangesJSON(56, 70), "Lavrov"), a1On(t, rangesJSON(56, 59), `at\n`),
			[]problem{{"sets[0].spans[1]" + inTalks, `span "a1": at 56–70 stands "at\n" in place of "Lavrov", and the text is nowhere else in the article`, "it stays where it was, cut off at the end of the text"}}},
		{"wholly beyond the text", a1On(t, rangesJSON(60, 70), "Lavrov"), []string{a1, ""},
			[]problem{{"sets[0].spans[1]" + inTalks, `span "a1": at 60–70 stands nothing, since the text ends before in place of "Lavrov", and the text is nowhere else in the article`, "it is left out"}}},
		{"a text that is nowhere", []string{`"text": "Shoigu"`, `"text": "Lavrov"`}, nil,
			[]problem{{"sets[0].spans[1]" + inTalks, `span "a1": at 2–8 stands "Shoigu" in place of "Lavrov", and the text is nowhere else in the article`, "it stays where it was, on what stands there"}}},
		{"two spans, one ID", []string{`"id": "a1"`, `"id": "a2"`}, []string{`"id": "a1"`, `"id": "a2-2"`},
			[]problem{{"sets[0].spans[1]" + inTalks, `another span has its ID "a2"`, `it is given the ID "a2-2"`}}},
		{"two spans, one ID, and the next is taken", []string{`"id": "a1"`, `"id": "a2"`, `"id": "a3"`, `"id": "a2-2"`}, []string{`"id": "a1"`, `"id": "a2-3"`, `"id": "a3"`, `"id": "a2-2"`},
			[]problem{{"sets[0].spans[1]" + inTalks, `another span has its ID "a2"`, `it is given the ID "a2-3"`}}},
		{"no span ID", []string{`"id": "a1"`, `"id": ""`}, []string{`"id": "a1"`, `"id": "span"`},
			[]problem{{"sets[0].spans[1]" + inTalks, `it has no ID`, `it is given the ID "span"`}}},
		{"two documents, one ID", []string{`"id": "empty"`, `"id": "damascus"`}, []string{`"id": "empty"`, `"id": "damascus-2"`},
			[]problem{{"documents[1], “Nothing here”", `another article has its ID "damascus"`, `it is given the ID "damascus-2", and the spans that the file has for the former stay with the other`}}},
		{"no document ID", []string{`"id": "damascus"`, `"id": ""`, `"document": "damascus"`, `"document": ""`}, []string{`"id": "damascus"`, `"id": "article"`, `"document": "damascus"`, `"document": "article"`},
			[]problem{{"documents[0], “Talks in <Damascus>”", `it has no ID`, `it is given the ID "article"`}}},
		{"no title", []string{`"Nothing here"`, `""`}, []string{`"Nothing here"`, `"empty"`},
			[]problem{{"documents[1], “empty”", `it has no title`, `its title is “empty”, which is its ID`}}},
		{"other checksum", []string{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "none"}, nil,
			[]problem{{"documents[1], “Nothing here”", `its text is not the one that was written: its SHA-256 is e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, the file says "none"`, "the text is taken as it stands"}}},
		{"unknown label", []string{`"label": "actor"`, `"label": "constructor"`, `"label": "date"`, `"label": "constructor"`},
			[]string{`"label": "actor"`, `"label": "constructor"`, `"label": "date"`, `"label": "constructor"`,
				"quoted person says.\"\n      }", `quoted person says."}, {"id": "constructor", "name": "constructor", "key": "", "color": "#767676", "definition": ""}`},
			[]problem{{"sets[0].spans[1]" + inTalks, `its label "constructor" is not in the scheme`, "a label “constructor” is added, in grey"}}},
		{"no label", []string{`"label": "actor"`, `"label": ""`},
			[]string{`"label": "actor"`, `"label": "label"`, "quoted person says.\"\n      }", `quoted person says."}, {"id": "label", "name": "label", "key": "", "color": "#767676", "definition": ""}`},
			[]problem{{"sets[0].spans[1]" + inTalks, `its label "" is not in the scheme`, "a label “label” is added, in grey"}}},
		{"unknown origin", []string{`"origin": "import"`, `"origin": "robot"`}, nil,
			[]problem{{"sets[0].spans[2]" + inTalks, `its origin "robot" is neither "person" nor "import"`, `its origin is "import"`}}},
		{"bad time", []string{"\"origin\": \"import\",\n          \"created\": \"\"", "\"origin\": \"import\",\n          \"created\": \"today\""}, nil,
			[]problem{{"sets[0].spans[2]" + inTalks, "created: the time today is not of the form 2026-01-31T12:30:00.000Z", "the time is left empty"}}},
		{"time in the year nought", []string{"\"origin\": \"import\",\n          \"created\": \"\"", "\"origin\": \"import\",\n          \"created\": \"0000-01-01T00:00:00.000Z\""}, nil,
			[]problem{{"sets[0].spans[2]" + inTalks, "created: the year 0 is not in 1 to 9999", "the time is left empty"}}},
		{"time that its zone takes to the year nought", []string{"\"origin\": \"import\",\n          \"created\": \"\"", "\"origin\": \"import\",\n          \"created\": \"0001-01-01T00:00:00+09:00\""}, nil,
			[]problem{{"sets[0].spans[2]" + inTalks, "created: the year 0 is not in 1 to 9999", "the time is left empty"}}},
		{"set of no document", []string{`"document": "damascus"`, `"document": "aleppo"`}, []string{set, `"sets": [`},
			[]problem{{"sets[0]", `it is of the document "aleppo", which the file does not have`, "it is left out, with its 4 spans"}}},
		{"two sets of one document", []string{",\n        {\n          \"id\": \"a1\"", `]}, {"document": "damascus", "annotator": "annotator-1", "state": "open", "spans": [{"id": "a1"`}, nil,
			[]problem{{"sets[1]" + inTalks, "it is a second set of the article", "its 3 spans are put with those of the first"}}},
		{"bad colour", []string{"#009E73", "green"}, nil,
			[]problem{{"scheme.labels[2], “Date”", `its colour "green" is not of the form #rrggbb`, "it is given the colour #009E73"}}},
		{"bad colour where ours are all in use", []string{`"labels": [`, `"labels": [{"id": "x", "name": "X", "key": "", "color": "", "definition": ""},`}, []string{`"labels": [`, `"labels": [{"id": "x", "name": "X", "key": "", "color": "#767676", "definition": ""},`},
			[]problem{{"scheme.labels[0], “X”", `its colour "" is not of the form #rrggbb`, "it is given the colour #767676"}}},
		{"key of a word", []string{`"key": "3"`, `"key": "three"`}, []string{`"key": "3"`, `"key": ""`},
			[]problem{{"scheme.labels[2], “Date”", `its key "three" is more than one character`, "it has no key now"}}},
		{"two labels, one key", []string{`"key": "3"`, `"key": "2"`}, []string{`"key": "3"`, `"key": ""`},
			[]problem{{"scheme.labels[2], “Date”", `its key "2" is another label's too`, "it has no key now"}}},
		{"two labels, one ID", []string{"        \"id\": \"source-bias\"", "        \"id\": \"actor\"", `"label": "source-bias"`, `"label": "actor"`}, []string{"        \"id\": \"source-bias\"", "        \"id\": \"actor-2\"", `"label": "source-bias"`, `"label": "actor"`},
			[]problem{{"scheme.labels[3], “Source bias”", `another label has its ID "actor"`, `it is given the ID "actor-2", and spans with the former have the other label`}}},
		{"a label without ID", []string{"        \"id\": \"source-bias\"", "        \"id\": \"\"", `"label": "source-bias"`, `"label": ""`}, []string{"        \"id\": \"source-bias\"", "        \"id\": \"label\"", `"label": "source-bias"`, `"label": "label"`},
			[]problem{{"scheme.labels[3], “Source bias”", `it has no ID`, `it is given the ID "label"`}}},
		{"a label without name", []string{`"name": "Source bias"`, `"name": ""`}, []string{`"name": "Source bias"`, `"name": "source-bias"`},
			[]problem{{"scheme.labels[3], “source-bias”", `it has no name`, `it is named “source-bias”, which is its ID`}}},
	} {
		t.Run(tt.name, func(t *testing.T) { checkRepaired(t, samples.Small(t), tt.broken, tt.want, tt.problems) })
	}
}

// problem is a note in English.
type problem struct{ place, what, repair string }

func inEnglish(notes []format.Note) (all []problem) {
	for _, n := range notes {
		all = append(all, problem{n.Where.String(), n.What.String(), n.Repair.String()})
	}
	return all
}

// checkRepaired holds the file of a project, some pieces of which were replaced,
// to the problems that are told of it and to what its repair gives: the file with
// other pieces replaced.
func checkRepaired(t *testing.T, p *annotations.Project, broken, repaired []string, problems []problem) {
	t.Helper()
	data := replacedIn(t, p, broken...)
	_, _, err := Read(data, nil)
	var told *format.BrokenError
	if !errors.As(err, &told) {
		t.Fatalf("Read says %v, which is no BrokenError", err)
	}
	if diff := cmp.Diff(problems, inEnglish(told.Problems), cmp.AllowUnexported(problem{})); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	got, repairs, err := ReadRepaired(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, p := range told.Problems {
		said = append(said, p.String())
	}
	if diff := cmp.Diff(said, sentences(repairs)); diff != "" {
		t.Errorf("repairs (-want +got):\n%s", diff)
	}
	want, _, err := Read(replacedIn(t, p, repaired...), nil)
	if err != nil {
		t.Fatal(err)
	}
	sameFile(t, want, got)
}

// inEves is where a span of Eve's in whole stands.
func inEves(span int) string { return fmt.Sprintf("sets[1].spans[%d]", span) + inTalks }

func TestWhatDoesNotFitBesideTheSpansIsToldAndRepaired(t *testing.T) {
	relation := lookupIn(t, samples.Whole(t), ",\n    {\n      \"id\": \"r2\"", "\n  ]\n}")
	for _, tt := range []struct {
		name     string
		broken   []string
		want     []string
		problems []problem
	}{
		{"no annotator's ID", []string{`"id": "eve", "name"`, `"id": "", "name"`, `"annotator": "eve",` + "\n      \"state\"", `"annotator": "", "state"`, `"annotator": "eve"` + "\n", `"annotator": ""`},
			[]string{`"id": "eve", "name"`, `"id": "annotator", "name"`, `"annotator": "eve",` + "\n      \"state\"", `"annotator": "annotator", "state"`, `"annotator": "eve"` + "\n", `"annotator": "annotator"`},
			[]problem{{"annotators[0], “Eve”", "it has no ID", `it is given the ID "annotator"`}}},
		{"two annotators, one ID", []string{`"name": "Eve"}`, `"name": "Eve"}, {"id": "eve", "name": ""}`}, []string{`"name": "Eve"}`, `"name": "Eve"}, {"id": "eve-2", "name": "eve-2"}`},
			[]problem{
				{"annotators[1], “eve”", `another annotator has its ID "eve"`, `it is given the ID "eve-2", and the sets that the file has for the former stay with the other`},
				{"annotators[1], “eve”", "it has no name", "it is named “eve-2”, which is its ID"}}},
		{"a set of nobody", []string{`{"id": "eve", "name": "Eve"},`, ``}, []string{"{\"id\": \"eve\", \"name\": \"Eve\"},\n    {\"id\": \"annotator-1\", \"name\": \"Annotator 1\"}", `{"id": "annotator-1", "name": "Annotator 1"}, {"id": "eve", "name": "eve"}`},
			[]problem{{"sets[1]" + inTalks, `it is of the annotator "eve", whom the file does not have`, "an annotator “eve” is added"}}},
		{"unknown state", []string{`"state": "done"`, `"state": "shut"`}, []string{`"state": "done"`, `"state": "open"`},
			[]problem{{"sets[1]" + inTalks, `its state "shut" is neither "open" nor "done"`, `its state is "open"`}}},
		{"unknown tag", []string{"\"label\": \"long\"", `"label": "short"`}, []string{"},\n        {\n          \"label\": \"long\"\n        }", "}"},
			[]problem{{"sets[1]" + inTalks, `its tag "short" is not in the scheme`, "the tag is left out"}}},
		{"tag twice", []string{"\"label\": \"long\"", `"label": "genre"`}, []string{"},\n        {\n          \"label\": \"long\"\n        }", "}"},
			[]problem{{"sets[1]" + inTalks, `its tag "genre" is there twice`, "the second is left out"}}},
		{"a tag's value", []string{`"sure": false`, `"sure": "no"`}, []string{`"sure": false, `, ""},
			[]problem{{`sets[1], tag "genre"` + inTalks, `attribute "sure": "no" is neither true nor false`, "the value is left out"}}},
		{"entry that is not there", []string{`"entry": "minister"`, `"entry": "king"`}, []string{"\n          \"entry\": \"minister\",", ""},
			[]problem{{inEves(0), `its entry "king" is not in the register`, "it points to no entry now"}}},
		{"entry of another label", []string{`"entry": "minister"`, `"entry": "other"`}, []string{"\n          \"entry\": \"minister\",", ""},
			[]problem{{inEves(0), `its entry "other" is for another label`, "it points to no entry now"}}},
		{"two entries, one ID", []string{`"id": "other"`, `"id": "minister"`}, []string{`"id": "other"`, `"id": "minister-2"`},
			[]problem{{"register[2], “Nobody”", `another entry has its ID "minister"`, `it is given the ID "minister-2", and spans with the former point to the other`}}},
		{"entry of no label", []string{"\"label\": \"source-bias\",\n      \"name\": \"Nobody\"", `"label": "nobody", "name": ""`},
			[]string{"\"label\": \"source-bias\",\n      \"name\": \"Nobody\"", `"label": "nobody", "name": "other"`, "\"optional\"\n      }\n    ],\n    \"source\"", "\"optional\"}, {\"id\": \"nobody\", \"name\": \"nobody\", \"key\": \"\", \"color\": \"#767676\", \"definition\": \"\"}], \"source\""},
			[]problem{
				{"register[2], “other”", "it has no name", "it is named “other”, which is its ID"},
				{"register[2], “other”", `its label "nobody" is not in the scheme`, "a label “nobody” is added, in grey"}}},
		{"unknown attribute", []string{`"strength": 2.50`, `"force": 2.50`}, []string{`, "strength": 2.50`, ``},
			[]problem{{inEves(2), `its label has no attribute "force"`, "the value is left out"}}},
		{"number out of bounds", []string{`"strength": 2.50`, `"strength": 25`}, []string{`, "strength": 2.50`, ``},
			[]problem{{inEves(2), `attribute "strength": 25 is more than 3`, "the value is left out"}}},
		{"options in no order", []string{`"devices": ["loaded", "scare"]`, `"devices": ["scare", "loaded", "scare"]`}, nil,
			[]problem{{inEves(2), `attribute "devices": "loaded" is not in the order of the options`, "its options are put in order, each once"}}},
		{"relation of a span that is not there", []string{`{"document": "damascus", "span": "a1"}`, `{"document": "damascus", "span": "b1"}`}, []string{relation, ""},
			[]problem{{"relations[1]", `span "b1": “Talks in <Damascus>” has no such span`, "it is left out"}}},
		{"relation of no label", []string{`"label": "same"`, `"label": "other"`}, []string{relation, ""},
			[]problem{{"relations[1]", `its label "other" is not among the scheme's relations`, "it is left out"}}},
		{"two relations, one ID", []string{`"id": "r2"`, `"id": "r1"`}, []string{`"id": "r2"`, `"id": "r1-2"`},
			[]problem{{"relations[1]", `another relation has its ID "r1"`, `it is given the ID "r1-2"`}}},
		{"parents in a circle", []string{`"entry": "required"`, `"parent": "demand", "entry": "required"`}, []string{`"entry": "required"`, `"parent": "demand", "entry": "required"`, "\n        \"parent\": \"actor\",", ""},
			[]problem{{"scheme.labels[1], “Demand”", "its parents go in a circle", "it has no parent now"}}},
		{"parent that is not there", []string{`"parent": "actor"`, `"parent": "nobody"`}, []string{"\n        \"parent\": \"actor\",", ""},
			[]problem{{"scheme.labels[1], “Demand”", `its parent "nobody" is not in the scheme`, "it has no parent now"}}},
		{"unknown rule for entries", []string{`"entry": "required"`, `"entry": "always"`}, []string{",\n        \"entry\": \"required\"", ""},
			[]problem{{"scheme.labels[0], “Actor”", `its rule for entries "always" is neither "optional" nor "required"`, "its spans point to no entry"}}},
		{"unknown type of attribute", []string{`"type": "number"`, `"type": "integer"`}, []string{`"type": "number",`, `"type": "text"`, "\n            \"min\": \"1\",\n            \"max\": \"3\"\n", "\n"},
			[]problem{
				{"scheme.labels[3].attributes[1], “Strength”", `its type "integer" is none`, `its type is "text"`},
				{"scheme.labels[3].attributes[1], “Strength”", `it has bounds, which its type "text" does not know`, "its bounds are left out"}}},
		{"default that is no option", []string{`"default": ["person"]`, `"default": ["king"]`}, []string{"\n            \"default\": [\"person\"],", ""},
			[]problem{{"scheme.labels[0].attributes[0], “Kind”", `its default: "king" is not among its options`, "its default is left out"}}},
		{"entries taken of no label", []string{`"labels": ["actor", "date"]`, `"labels": ["actor", "nobody", "actor"]`}, []string{`"labels": ["actor", "date"]`, `"labels": ["actor"]`},
			[]problem{{"scheme.labels[3].attributes[3], “Favours”", `it takes entries of "nobody", which is not in the scheme`, "it does not name that label"},
				{"scheme.labels[3].attributes[3], “Favours”", `it takes entries of "actor" twice`, "it names that label once"}}},
		{"a flag that takes entries", []string{"\"name\": \"Certain\",\n            \"type\": \"flag\"", `"name": "Certain", "type": "flag", "several": true`}, nil,
			[]problem{{"scheme.labels[3].attributes[2], “Certain”", `it says which entries it takes, which its type "flag" does not know`, "that is left out"}}},
		{"values that point to what is not there", []string{`["minister", "guest"]`, `["nobody", "guest", "guest"]`}, []string{`["minister", "guest"]`, `["guest"]`},
			[]problem{{inEves(2), `attribute "favours": its entry "nobody" is not in the register`, "the entry is left out"},
				{inEves(2), `attribute "favours": the entry "guest" is there twice`, "it is there once now"}}},
		{"a value that points to nothing", []string{`"towards": {"entries": ["minister"]}`, `"towards": {"entries": []}`}, []string{`, "towards": {"entries": ["minister"]}`, ""},
			[]problem{{`sets[1], tag "genre"` + inTalks, `attribute "towards": it is empty`, "the value is left out"}}},
		{"two entries, one ID, to which a value points", []string{`"id": "guest"`, `"id": "minister"`, `["minister", "guest"]`, `["minister"]`}, []string{`"id": "minister"`, `"id": "minister-2"`, `"id": "guest"`, `"id": "minister"`, `["minister", "guest"]`, `["minister"]`},
			[]problem{{"register[1], “Sergei Shoigu”", `another entry has its ID "minister"`, `it is given the ID "minister-2", and spans with the former point to the other`}}},
		{"entries offered of no label", []string{`"offers": "actor"`, `"offers": "nobody"`}, []string{"\"type\": \"text\",\n            \"offers\": \"actor\"", `"type": "text"`},
			[]problem{{"scheme.labels[0].attributes[1], “Role”", `it offers entries of "nobody", which is not in the scheme`, "it offers none"}}},
		{"option without name", []string{`"name": "Person"`, `"name": ""`}, []string{`"name": "Person"`, `"name": "person"`},
			[]problem{{"scheme.labels[0].attributes[0].options[0], “person”", "it has no name", "it is named “person”, which is its ID"}}},
		{"a tag's colour", []string{`"#666666"`, `"grey"`}, []string{`"#666666"`, `"#0072B2"`},
			[]problem{{"scheme.tags[0], “Genre”", `its colour "grey" is not of the form #rrggbb`, "it is given the colour #0072B2"}}},
		{"a relation between labels that are not there", []string{`"from": ["demand"]`, `"from": ["threat", "demand"]`}, nil,
			[]problem{{"scheme.relations[0], “demanded by”", `the label "threat" is not in the scheme`, "the relation does not name it"}}},
	} {
		t.Run(tt.name, func(t *testing.T) { checkRepaired(t, samples.Whole(t), tt.broken, tt.want, tt.problems) })
	}
}

func TestASecondSetSaysWhatItsFirstDoesNot(t *testing.T) {
	const second = `{"document": "empty", "annotator": "annotator-1", "state": "done", "spans": []}`
	const end = "      \"spans\": []\n    }"
	const note = "\"state\": \"open\",\n      \"note\": \"there is nothing\","
	said := func(repair string) []problem {
		return []problem{{"sets[3], in “Nothing here”", "it is a second set of the article", repair}}
	}
	checkRepaired(t, samples.Whole(t), []string{note, `"state": "open",`, end, end + ", " + second}, []string{note, `"state": "done",`},
		said("its 0 spans are put with those of the first"))
	checkRepaired(t, samples.Whole(t), []string{end, end + ", " + second}, nil,
		said("its 0 spans are put with those of the first, and its state, note and tags are left out"))
}

func TestABrokenFileSaysItsFirstProblemAndHowManyMoreThereAre(t *testing.T) {
	one := []string{`"origin": "import"`, `"origin": "robot"`}
	_, _, err := Read(replaced(t, one...), nil)
	if want := `spanwise: add document "damascus", “Talks in <Damascus>”: span "a3": its origin "robot" is neither "person" nor "import"`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	_, _, err = Read(replaced(t, append(one, "#009E73", "green", rangesJSON(2, 8), "[]")...), nil)
	if err == nil || !strings.Contains(err.Error(), `its colour "green"`) || !strings.HasSuffix(err.Error(), " (and 2 more problems)") {
		t.Errorf("error %v", err)
	}
}

func TestWhatCannotBeReadIsNoBrokenFile(t *testing.T) {
	whole := write(t, samples.Small(t))
	for _, tt := range []struct {
		name string
		data []byte
	}{
		{"nothing", nil},
		{"cut short", bytes.Replace(whole[:len(whole)-3], []byte(`"actor",`), []byte(`"nobody",`), 1)},
		{"not UTF-8", replaced(t, `"text": "Shoigu"`, "\"text\": \"Shoi\xffu\"")},
		{"newer", replaced(t, `"version": 4`, `"version": 5`)},
		{"unknown field", replaced(t, `"origin": "import"`, `"origin": "import", "by": ""`)},
		{"a relation without ends", replaced(t, `"sets": [`, `"relations": [{"id": "r"}], "sets": [`)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Read(tt.data, nil)
			var broken *format.BrokenError
			if err == nil || errors.As(err, &broken) {
				t.Errorf("Read says %v", err)
			}
			p, repairs, again := ReadRepaired(tt.data, nil)
			if again == nil || again.Error() != err.Error() || p != nil || repairs != nil {
				t.Errorf("ReadRepaired gave %v, %q and says %v, want %v", p, repairs, again, err)
			}
		})
	}
}

func TestAFileThatIsNotBrokenIsReadRepairedAsItIsRead(t *testing.T) {
	for _, data := range [][]byte{
		write(t, samples.Small(t)),
		replaced(t, rangesJSON(2, 8), rangesJSON(4, 10)),
		append([]byte("\uFEFF"), write(t, samples.Small(t))...),
	} {
		want, said, err := Read(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, repairs, err := ReadRepaired(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		sameFile(t, want, got)
		if diff := cmp.Diff(sentences(said), sentences(repairs)); diff != "" {
			t.Errorf("repairs (-Read +ReadRepaired):\n%s", diff)
		}
	}
}

// TestSpansStayOnTheirWordsWhereATextIsMadeClean has a file whose text begins
// with two byte order marks and whose lines end in three ways.
func TestSpansStayOnTheirWordsWhereATextIsMadeClean(t *testing.T) {
	unclean := "\uFEFF\uFEFFone\r\ntwo\rthree\r\n\r\nfour"
	place := func(id, words string) string {
		before, _, _ := strings.Cut(unclean, words)
		start := len([]rune(before))
		escaped := strings.NewReplacer("\r", `\r`, "\n", `\n`).Replace(words)
		return seedSpan(id, rangesJSON(start, start+len([]rune(words))), escaped)
	}
	spans := []string{place("a", "one"), place("b", "two\rthree"), place("c", "three\r\n\r\nfour"), place("d", "\uFEFFone"), place("e", "\r\n\r\n")}
	data := filledIn([]byte(strings.Replace(seedFile, "SPANS", strings.Join(spans, ","), 1)), unclean)
	p, repairs, err := ReadRepaired(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"documents[0], “t”: its text begins with a byte order mark or has carriage returns; the mark is taken off, and every line ends in U+000A alone"}
	if diff := cmp.Diff(want, sentences(repairs)); diff != "" {
		t.Errorf("repairs (-want +got):\n%s", diff)
	}
	doc := p.Documents()[0]
	covered := map[string]string{}
	for s := range p.Set("d", annotations.DefaultAnnotator).All() {
		covered[s.ID] = s.Text(doc)
	}
	if diff := cmp.Diff(map[string]string{"a": "one", "b": "two\nthree", "c": "three\n\nfour", "d": "one", "e": "\n\n"}, covered); diff != "" {
		t.Errorf("what the spans cover (-want +got):\n%s", diff)
	}
}

func TestALongBrokenFileIsRepairedQuickly(t *testing.T) {
	n := 50_000
	if runtime.GOARCH == "wasm" {
		n = 5_000
	}
	file := string(write(t, samples.Sized(t, n)))
	for _, tt := range []struct {
		name string
		data []byte
	}{
		{"all spans have one ID", withEach(file, `"id": "`, func(int) string { return `same` })},
		{"all labels are unknown", withEach(file, `"label": "`, func(i int) string { return fmt.Sprint("label", i) })},
		{"no time can be read", withEach(file, `"created": "`, func(int) string { return "never" })},
	} {
		t.Run(tt.name, func(t *testing.T) {
			began := time.Now()
			p, repairs, err := ReadRepaired(tt.data, nil)
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("it took %v", took)
			}
			if p.Set("doc", annotations.DefaultAnnotator).Len() != n || len(repairs) < n-1 {
				t.Errorf("%d spans, %d repairs", p.Set("doc", annotations.DefaultAnnotator).Len(), len(repairs))
			}
		})
	}
}

// withEach gives a field another value wherever it is in the file's sets.
func withEach(file, field string, value func(i int) string) []byte {
	head, sets, _ := strings.Cut(file, `"sets"`)
	parts := strings.Split(sets, field)
	var b strings.Builder
	b.WriteString(head + `"sets"` + parts[0])
	for i, part := range parts[1:] {
		_, rest, _ := strings.Cut(part, `"`)
		b.WriteString(field + value(i) + `"` + rest)
	}
	return []byte(b.String())
}

func TestTheRepairOfAFileCanBeCalledOff(t *testing.T) {
	const n = 600
	data := bytes.ReplaceAll(write(t, samples.Sized(t, n)), []byte(`"label": "actor"`), []byte(`"label": "nobody"`))
	for _, tt := range []struct {
		name string
		work func(annotations.Pace) error
	}{
		{"read", func(pace annotations.Pace) error {
			_, _, err := Read(data, pace)
			var broken *format.BrokenError
			if errors.As(err, &broken) {
				return nil
			}
			return err
		}},
		{"read repaired", func(pace annotations.Pace) error {
			_, _, err := ReadRepaired(data, pace)
			return err
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if pauses := samples.StopAtEvery(t, tt.work); pauses < 2*n/256 {
				t.Errorf("only %d pauses", pauses)
			}
		})
	}
}
