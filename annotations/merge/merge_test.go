package merge

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/samples"
	"spanwise/corpus"
)

// merged merges file into p, checks that the edit can be taken back, and
// returns the outcome.
func merged(t *testing.T, p, file *annotations.Project) (*annotations.Project, []string) {
	t.Helper()
	edit, report, err := States(p, file, nil)
	if err != nil {
		t.Fatal(err)
	}
	next, inverse, err := edit.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	if back := samples.Apply(t, next, inverse); !back.Equal(p) {
		t.Error("the inverse of the merge does not lead back")
	}
	return next, sentences(report)
}

func wantReport(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

func TestAFileReadIntoAFreshPageGivesBackTheSameFile(t *testing.T) {
	bundled, err := corpus.Bundled()
	if err != nil || len(bundled) == 0 {
		t.Fatalf("%d bundled articles, %v", len(bundled), err)
	}
	fresh, err := annotations.NewProject(annotations.DefaultScheme(), bundled...)
	if err != nil {
		t.Fatal(err)
	}
	p := fresh
	for i, d := range bundled {
		s := annotations.Span{ID: annotations.NewID(), Label: "actor", Origin: annotations.FromPerson, Modified: time.Now()}
		s.Ranges = []annotations.Range{{Start: 0, End: d.Blocks()[0].End}}
		described := d.Details
		described.Outlet = "Corrected"
		p = samples.Apply(t, p, annotations.AddSpan{Document: d.ID, Annotator: annotations.DefaultAnnotator, Span: s})
		if i == 2 {
			p = samples.Apply(t, p, annotations.DescribeDocument{ID: d.ID, Details: described},
				annotations.AddDocument{Document: samples.Document(t, "mine", "Brought", samples.Text), At: -1})
		}
	}
	file := read(t, write(t, p))
	got, _ := merged(t, fresh, file)
	if !bytes.Equal(write(t, p), write(t, got)) {
		t.Error("what is exported after the import is not what was imported")
	}
	again, report := merged(t, got, file)
	wantReport(t, report, "everything in the file is here already")
	sameFile(t, got, again)
}

func TestSpansAreUnitedByID(t *testing.T) {
	d := samples.Document(t, "doc", "Talks", samples.Text)
	at := func(s annotations.Span, note string, minute int) annotations.Span {
		s.Note, s.Modified = note, time.Date(2026, 11, 23, 4, minute, 0, 0, time.UTC)
		return s
	}
	one, two, three := samples.Span(t, d, "one", "actor", "Shoigu"), samples.Span(t, d, "two", "date", "met"), samples.Span(t, d, "three", "demand", "in")
	four := samples.Span(t, d, "four", "demand", "Damascus")
	ours := samples.Project(t, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(one, at(two, "ours", 5), at(three, "ours", 5))})
	theirs := samples.Project(t, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(at(two, "theirs", 6), at(three, "theirs", 5), four)})
	got, report := merged(t, ours, theirs)
	wantReport(t, report,
		`span "two" in “Talks” differs from the one here; the file's, modified later, was taken`,
		`span "three" in “Talks” differs from the one here; ours, not modified earlier, was kept`,
		`1 span added to “Talks”`)
	want := samples.Project(t, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(one, at(two, "theirs", 6), at(three, "ours", 5), four)})
	sameFile(t, want, got)
}

func TestDocumentsAreTheSameWhenTheirTextsAre(t *testing.T) {
	a := samples.Document(t, "a", "First", samples.Text)
	b := samples.Document(t, "b", "Second", "Other text")
	ours := samples.Project(t, annotations.AddDocument{Document: a, At: -1}, annotations.AddDocument{Document: b, At: -1})
	theirs := samples.Project(t,
		annotations.AddDocument{Document: samples.Document(t, "x", "First", samples.Text), At: -1, Sets: samples.Set(samples.Span(t, a, "s", "actor", "Shoigu"))},
		annotations.AddDocument{Document: samples.Document(t, "b", "Third", "Third text"), At: -1, Sets: samples.Set(annotations.Span{ID: "s", Label: "date", Origin: annotations.FromImport, Ranges: []annotations.Range{{Start: 0, End: 5}}})},
		annotations.AddDocument{Document: samples.Document(t, "b-2", "Fourth", "Fourth text"), At: -1},
		annotations.AddDocument{Document: samples.Document(t, "y", "First", samples.Text), At: -1})
	got, report := merged(t, ours, theirs)
	wantReport(t, report,
		`1 span added to “First”`,
		`article “Third” has the ID "b", which another text has here; it was given the ID "b-2"`,
		`article “Third” added, with 1 span`,
		`article “Fourth” has the ID "b-2", which another text has here; it was given the ID "b-2-2"`,
		`article “Fourth” added, with 0 spans`,
		`article “First” added, with 0 spans`)
	var ids []string
	for _, d := range got.Documents() {
		ids = append(ids, d.ID)
	}
	if diff := cmp.Diff([]string{"a", "b", "b-2", "b-2-2", "y"}, ids); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	if n := got.Set("b-2", annotations.DefaultAnnotator).Len(); n != 1 {
		t.Errorf("the renamed document has %d spans", n)
	}
}

func TestOfSeveralDocumentsWithOneTextTheIDDecides(t *testing.T) {
	twins := []annotations.Edit{
		annotations.AddDocument{Document: samples.Document(t, "a", "A", samples.Text), At: -1},
		annotations.AddDocument{Document: samples.Document(t, "b", "B", samples.Text), At: -1},
	}
	p := samples.Project(t, twins...)
	file := samples.Project(t, twins[1], annotations.AddDocument{Document: samples.Document(t, "a", "A", samples.Text), At: 0,
		Sets: samples.Set(samples.Span(t, samples.Document(t, "a", "A", samples.Text), "s", "actor", "Shoigu"))})
	got, _ := merged(t, p, file)
	if got.Set("a", annotations.DefaultAnnotator).Len() != 1 || got.Set("b", annotations.DefaultAnnotator).Len() != 0 || len(got.Documents()) != 2 {
		t.Errorf("spans went astray: %d on a, %d on b, %d documents", got.Set("a", annotations.DefaultAnnotator).Len(), got.Set("b", annotations.DefaultAnnotator).Len(), len(got.Documents()))
	}
}

func TestDetailsThatDifferAreOursOnceAnythingIsMarked(t *testing.T) {
	d := samples.Document(t, "doc", "Ours", samples.Text)
	ours := d.Details
	ours.Outlet = ""
	theirs := d.Details
	theirs.Title, theirs.Note = "Theirs", ""
	file := samples.Project(t, annotations.AddDocument{Document: d.WithDetails(theirs), At: -1})
	bare := samples.Project(t, annotations.AddDocument{Document: d.WithDetails(ours), At: -1})

	got, report := merged(t, bare, file)
	wantReport(t, report, "“Ours”: taken from the file: title, outlet")
	if have, _ := got.Document("doc"); have.Title != "Theirs" || have.Note != d.Note {
		t.Errorf("nothing was marked here: got %+v", have.Details)
	}

	got, report = merged(t, samples.Apply(t, bare, annotations.AddSpan{Document: "doc", Annotator: annotations.DefaultAnnotator, Span: samples.Span(t, d, "s", "actor", "Shoigu")}), file)
	wantReport(t, report, "“Ours”: taken from the file: outlet", "“Ours”: different in the file, ours kept: title")
	if have, _ := got.Document("doc"); have.Title != "Ours" || have.Outlet != "Outlet" {
		t.Errorf("something was marked here: got %+v", have.Details)
	}
}

func TestALabelThatHasTheNameOfAnotherIsSaid(t *testing.T) {
	d := samples.Document(t, "doc", "Talks", samples.Text)
	ours := samples.Project(t, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(samples.Span(t, d, "s", "actor", "Shoigu"))})
	scheme := ours.Scheme().Clone()
	scheme.Labels = []annotations.Label{{ID: "actor-2", Name: " actor", Color: "#123456"}}
	scheme.Tags = []annotations.Label{{ID: "genre-2", Name: "Genre", Color: "#123456"}}
	scheme.Relations = []annotations.RelationLabel{{ID: "says-2", Name: "Says"}}
	file := samples.Project(t, annotations.ChangeScheme{Scheme: scheme})

	here := ours.Scheme().Clone()
	here.Tags = []annotations.Label{{ID: "genre", Name: "Genre", Color: "#123456"}}
	here.Relations = []annotations.RelationLabel{{ID: "says", Name: "Says"}}
	got, report := merged(t, samples.Apply(t, ours, annotations.ChangeScheme{Scheme: here}), file)
	wantReport(t, report,
		`label “ actor” of the file (its ID is "actor-2") is not the one that has that name here ("actor"); both are kept`,
		`label “ actor” added`,
		`tag “Genre” of the file (its ID is "genre-2") is not the one that has that name here ("genre"); both are kept`,
		`tag “Genre” added`,
		`kind of relation “Says” of the file (its ID is "says-2") is not the one that has that name here ("says"); both are kept`,
		`kind of relation “Says” added`)
	if _, both := got.Scheme().Label("actor-2"); !both || len(got.Scheme().Labels) != 5 {
		t.Errorf("both are kept: got %+v", got.Scheme().Labels)
	}
}

func TestLabelsThatDifferAreOursOnceAnythingIsMarked(t *testing.T) {
	d := samples.Document(t, "doc", "Talks", samples.Text)
	file := samples.Project(t, annotations.ChangeScheme{Scheme: &annotations.Scheme{Name: "Theirs", Labels: []annotations.Label{
		{ID: "frame", Name: "Frame", Key: "1", Color: "#123456"},
		{ID: "actor", Name: "Player", Key: "p", Color: "#0072B2", Definition: samples.FourLabels().Labels[0].Definition},
	}}})
	bare := samples.Project(t, annotations.AddDocument{Document: d, At: -1})

	got, report := merged(t, bare, file)
	wantReport(t, report,
		"the schemes are named “Actor, Demand, Date, Source bias” here and “Theirs” in the file; “Theirs” was kept",
		"label “Actor” differs in the file (name “Player”, key); the file's was taken",
		"label “Frame” added")
	if l, _ := got.Scheme().Label("actor"); l.Name != "Player" || len(got.Scheme().Labels) != 5 {
		t.Errorf("nothing was marked here: got %+v", got.Scheme())
	}

	marked := samples.Apply(t, bare, annotations.AddSpan{Document: "doc", Annotator: annotations.DefaultAnnotator, Span: samples.Span(t, d, "s", "actor", "Shoigu")})
	got, report = merged(t, marked, file)
	wantReport(t, report,
		"the schemes are named “Actor, Demand, Date, Source bias” here and “Theirs” in the file; “Actor, Demand, Date, Source bias” was kept",
		"label “Actor” differs in the file (name “Player”, key); ours was kept",
		"label “Frame” added",
		"label “Frame” has no key now, since “1” is the key of “Actor”")
	if l, _ := got.Scheme().Label("frame"); l.Key != "" {
		t.Errorf("two labels have the key 1: %+v", got.Scheme())
	}
}

// TestOneTextWithAnotherHeadlineIsOneDocument has heads differ, which say nothing
// about what the text is.
func TestOneTextWithAnotherHeadlineIsOneDocument(t *testing.T) {
	tests := []struct {
		name, why    string
		ours, theirs corpus.Head
		marked       bool
		want         corpus.Head
		report       string
	}{
		{"unknown here", "the file knows more", corpus.NoHead, corpus.Headline, true, corpus.Headline, "“Talks”: taken from the file: headline"},
		{"unknown in the file", "an older file knows nothing", corpus.Standfirst, corpus.NoHead, true, corpus.Standfirst, "everything in the file is here already"},
		{"different", "ours stays where nobody chooses", corpus.Headline, corpus.Standfirst, true, corpus.Headline, "“Talks”: different in the file, ours kept: headline"},
		{"different, nothing marked", "then the file's word counts", corpus.Headline, corpus.Standfirst, false, corpus.Standfirst, "“Talks”: taken from the file: headline"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			headed := func(head corpus.Head) *corpus.Document {
				d := samples.Document(t, "doc", "Talks", samples.Text)
				details := d.Details
				details.Head = head
				return d.WithDetails(details)
			}
			var sets []*annotations.Set
			if tt.marked {
				sets = samples.Set(samples.Span(t, headed(tt.ours), "s", "actor", "Shoigu"))
			}
			ours := samples.Project(t, annotations.AddDocument{Document: headed(tt.ours), At: -1, Sets: sets})
			got, report := merged(t, ours, samples.Project(t, annotations.AddDocument{Document: headed(tt.theirs), At: -1}))
			wantReport(t, report, tt.report)
			if d := got.Documents(); len(d) != 1 || d[0].Head != tt.want {
				t.Errorf("%d documents, head %d; want one with %d, since %s", len(d), d[0].Head, tt.want, tt.why)
			}
		})
	}
}

func TestANameOfAFileThatDiffersIsSaidAndNotAsked(t *testing.T) {
	d := samples.Document(t, "doc", "Talks", samples.Text)
	from := func(name, changes string) *annotations.Project {
		details := d.Details
		details.File, details.Changes = name, changes
		return samples.Project(t, annotations.AddDocument{Document: d.WithDetails(details), At: -1})
	}
	mark := annotations.AddSpan{Document: "doc", Annotator: annotations.DefaultAnnotator, Span: samples.Span(t, d, "s", "actor", "Shoigu")}
	theirs := from("talks (1).txt", "")

	got, report := merged(t, samples.Apply(t, from("talks.txt", "x"), mark), theirs)
	wantReport(t, report, "“Talks”: different in the file, ours kept: file, what was done to it on its way in")
	if have, _ := got.Document("doc"); have.File != "talks.txt" || have.Changes != "x" {
		t.Errorf("ours is not kept: %+v", have.Details)
	}

	got, report = merged(t, samples.Apply(t, from("", ""), mark), theirs)
	wantReport(t, report, "“Talks”: taken from the file: file")
	if have, _ := got.Document("doc"); have.File != "talks (1).txt" {
		t.Errorf("a gap is not filled: %+v", have.Details)
	}
}

func TestALabelOfAFileThatIsOlderThanAttributesDiffersInNothing(t *testing.T) {
	old := samples.FourLabels()
	d := samples.Document(t, "a", "A", "Shoigu met the envoy.")
	into, err := annotations.NewProject(annotations.DefaultScheme(), d)
	if err != nil {
		t.Fatal(err)
	}
	into = samples.Apply(t, into, annotations.AddSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: samples.Span(t, d, "s", "actor", "Shoigu")})
	file, err := annotations.NewProject(old, d)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := NewPlan(into, file, Choices{ByID: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Conflicts) > 0 || len(plan.Edit.Edits) > 0 {
		t.Errorf("conflicts %+v, edits %+v", plan.Conflicts, plan.Edit.Edits)
	}
}
