package merge

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/samples"
	"spanwise/corpus"
)

// planned merges file into p as chosen, and checks that it can be taken back.
func planned(t *testing.T, p, file *annotations.Project, choices Choices) (*annotations.Project, Plan) {
	t.Helper()
	plan, err := NewPlan(p, file, choices, nil)
	if err != nil {
		t.Fatal(err)
	}
	next, inverse, err := plan.Edit.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	if back := samples.Apply(t, next, inverse); !back.Equal(p) {
		t.Error("the inverse of the merge does not lead back")
	}
	return next, plan
}

// talks is the article that everybody marks.
func talks(t *testing.T) *corpus.Document { return samples.Document(t, "talks", "Talks", samples.Text) }

// pupil is a project as it comes from the page, in which the only annotator has
// marked words of talks: each span has the word's ID and that of the pupil.
func pupil(t *testing.T, name string, words ...string) *annotations.Project {
	t.Helper()
	var spans []annotations.Span
	for _, w := range words {
		spans = append(spans, samples.Span(t, talks(t), name+w, "actor", w))
	}
	return samples.Project(t, annotations.AddDocument{Document: talks(t), At: -1, Sets: samples.Set(spans...)})
}

// marksOf lists the spans of every annotator of a project on talks.
func marksOf(p *annotations.Project) map[string][]string {
	marks := map[string][]string{}
	for _, a := range p.Annotators() {
		for s := range p.Set("talks", a.ID).All() {
			marks[a.Name] = append(marks[a.Name], s.ID)
		}
	}
	return marks
}

// classOf is a teacher's project with talks, in which nobody has marked anything.
func classOf(t *testing.T) *annotations.Project {
	t.Helper()
	p, err := annotations.BeginProject("teacher", samples.FourLabels(), talks(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// workOf is what somebody of the ID given has marked on a page of their own.
func workOf(t *testing.T, id, name string, words ...string) *annotations.Project {
	t.Helper()
	p, err := annotations.BeginProject(id, samples.FourLabels(), talks(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words {
		p = samples.Apply(t, p, annotations.AddSpan{Document: "talks", Annotator: id, Span: samples.Span(t, talks(t), name+w, "actor", w)})
	}
	return p
}

func TestNoFileOfAPupilBecomesTheTeacher(t *testing.T) {
	for _, tt := range []struct {
		name, why string
		file      func(name string, words ...string) *annotations.Project
		again     map[string][]string // after ben has handed in again, with one mark more
	}{
		{"older files, in which everybody has one ID", "nobody can tell that it is ben again, but a person is told whose marks are the same",
			func(name string, words ...string) *annotations.Project { return pupil(t, name, words...) },
			map[string][]string{"anna": {"annaShoigu", "annamet"}, "ben": {"benShoigu", "benmet"}, "cleo": {"cleoShoigu", "cleomet"}, "ben-2": {"benShoigu", "benmet", "benDamascus"}}},
		{"files with IDs", "the ID says that it is ben",
			func(name string, words ...string) *annotations.Project {
				return workOf(t, "id of "+name, name, words...)
			},
			map[string][]string{"anna": {"annaShoigu", "annamet"}, "ben": {"benShoigu", "benmet", "benDamascus"}, "cleo": {"cleoShoigu", "cleomet"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			class := classOf(t)
			for _, name := range []string{"anna", "ben", "cleo"} {
				class, _ = planned(t, class, tt.file(name, "Shoigu", "met"), Choices{Source: name})
			}
			if first := class.Annotators()[0]; first != annotations.FirstAnnotator("teacher") || !class.Set("talks", "teacher").Empty() {
				t.Errorf("the teacher is %+v and has %d spans", first, class.Set("talks", "teacher").Len())
			}
			want := map[string][]string{"anna": {"annaShoigu", "annamet"}, "ben": {"benShoigu", "benmet"}, "cleo": {"cleoShoigu", "cleomet"}}
			if diff := cmp.Diff(want, marksOf(class)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			next, plan := planned(t, class, tt.file("ben", "Shoigu", "met", "Damascus"), Choices{Source: "ben"})
			if diff := cmp.Diff(tt.again, marksOf(next)); diff != "" {
				t.Errorf("handed in again: %s (-want +got):\n%s", tt.why, diff)
			}
			ben := class.Annotators()[2]
			if p := plan.People[0]; !p.Known && (p.Like != ben.ID || p.Shared != 2) {
				t.Errorf("of ben is said %+v", p)
			}
			next, _ = planned(t, class, tt.file("ben", "Shoigu", "met", "Damascus"), Choices{People: map[string]Person{plan.People[0].ID: {As: ben.ID}}})
			want["ben"] = append(want["ben"], "benDamascus")
			if diff := cmp.Diff(want, marksOf(next)); diff != "" {
				t.Errorf("a person says that it is ben (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhoAnAnnotatorOfAFileIs(t *testing.T) {
	rename := func(p *annotations.Project, name string) *annotations.Project {
		return samples.Apply(t, p, annotations.ChangeAnnotator{Annotator: annotations.Annotator{ID: p.Annotators()[0].ID, Name: name}})
	}
	const usual = annotations.DefaultAnnotator
	for _, tt := range []struct {
		name, why  string
		into, file *annotations.Project
		want       Person
	}{
		{"nobody has marked anything here", "the one who is here is somebody all the same", samples.Project(t, annotations.AddDocument{Document: talks(t), At: -1}), pupil(t, "a", "met"),
			Person{ID: usual, Name: "Annotator 1", New: "file"}},
		{"an older file of the same", "all of it is here, so it is said whose it seems to be", pupil(t, "a", "Shoigu", "met"), pupil(t, "a", "met"),
			Person{ID: usual, Name: "Annotator 1", New: "file", Like: usual, Shared: 1}},
		{"both began with a few examples", "most is different", pupil(t, "a", "Shoigu", "met", "in"), pupil(t, "a", "Shoigu", "الدفاع", "Damascus"),
			Person{ID: usual, Name: "Annotator 1", New: "file"}},
		{"one name that a person gave", "a name alone decides nothing", rename(pupil(t, "a", "met"), "Eve"), rename(pupil(t, "b", "met"), "Eve"),
			Person{ID: usual, Name: "Eve", New: "Eve-2"}},
		{"another name", "it says who they are", rename(pupil(t, "a", "met"), "Eve"), rename(pupil(t, "b", "met"), "Adam"),
			Person{ID: usual, Name: "Adam", New: "Adam"}},
		{"the same ID", "it says that they are one, whatever is marked", workOf(t, "x", "a", "met"), workOf(t, "x", "b", "in"),
			Person{ID: "x", Name: "Annotator 1", New: "file", As: "x", Known: true}},
		{"the same ID and another name", "the ID counts", rename(workOf(t, "x", "a", "met"), "Eve"), rename(workOf(t, "x", "a", "met"), "Adam"),
			Person{ID: "x", Name: "Adam", New: "Adam", As: "x", Known: true}},
		{"two IDs", "they are two, whatever is marked", workOf(t, "x", "a", "met"), workOf(t, "y", "a", "met"),
			Person{ID: "y", Name: "Annotator 1", New: "file", Like: "x", Shared: 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, plan := planned(t, tt.into, tt.file, Choices{Source: "file"})
			if diff := cmp.Diff([]Person{tt.want}, plan.People); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestSomebodyNewWhoCannotKeepTheirIDGetsOneThatNobodyHas(t *testing.T) {
	choices := Choices{IDs: map[string]string{annotations.DefaultAnnotator: "in the place of annotator-1", "x": "in the place of x"}, People: map[string]Person{"x": {}}}
	for _, tt := range []struct{ file, into, want string }{
		{annotations.DefaultAnnotator, "x", "in the place of annotator-1"},
		{annotations.DefaultAnnotator, annotations.DefaultAnnotator, "in the place of annotator-1"},
		{"x", "x", "in the place of x"},
		{"y", "x", "y"},
	} {
		got, _ := planned(t, workOf(t, tt.into, "a", "met"), workOf(t, tt.file, "b", "in"), choices)
		if id := got.Annotators()[1].ID; id != tt.want {
			t.Errorf("the ID %q became %q, want %q", tt.file, id, tt.want)
		}
	}
}

func TestSomebodyNewWithoutANameIsCalledAfterTheirFileOrByANumber(t *testing.T) {
	into := workOf(t, "x", "a", "met")
	for _, source := range []string{"", "", "Ayşe", "Ayşe"} {
		into, _ = planned(t, into, workOf(t, annotations.NewID(), source, "in"), Choices{Source: source})
	}
	var names []string
	for _, a := range into.Annotators() {
		names = append(names, a.Name)
	}
	if diff := cmp.Diff([]string{"Annotator 1", "Annotator 2", "Annotator 3", "Ayşe", "Ayşe-2"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSeveralFilesAreMergedOneIntoWhatTheOthersGave(t *testing.T) {
	class := classOf(t)
	files := []Source{
		{Name: "anna.json", Project: pupil(t, "anna", "Shoigu"), Choices: Choices{Source: "anna"}},
		{Name: "ben.json", Project: pupil(t, "ben", "met"), Choices: Choices{Source: "ben"}},
		{Name: "eve.json", Project: workOf(t, "eve", "eve", "in"), Choices: Choices{Source: "eve"}},
		{Name: "eve (1).json", Project: workOf(t, "eve", "eve", "in", "Damascus"), Choices: Choices{Source: "eve"}},
	}
	plans, edit, err := NewPlans(class, files, nil)
	if err != nil {
		t.Fatal(err)
	}
	next, inverse, err := edit.Apply(class)
	if err != nil {
		t.Fatal(err)
	}
	if back := samples.Apply(t, next, inverse); !back.Equal(class) {
		t.Error("the inverse does not lead back")
	}
	want := map[string][]string{"anna": {"annaShoigu"}, "ben": {"benmet"}, "eve": {"evein", "eveDamascus"}}
	if diff := cmp.Diff(want, marksOf(next)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var adds []annotations.Tally
	for _, p := range plans {
		adds = append(adds, p.Adds)
	}
	if diff := cmp.Diff([]annotations.Tally{{Annotators: 1, Spans: 1}, {Annotators: 1, Spans: 1}, {Annotators: 1, Spans: 1}, {Spans: 1}}, adds); diff != "" {
		t.Errorf("what each adds (-want +got):\n%s", diff)
	}
	if got := plans[3].People[0]; !got.Known || got.As != "eve" {
		t.Errorf("eve's second file is by %+v", got)
	}
	if got := annotations.TallyOf(next); got != (annotations.Tally{Articles: 1, Annotators: 3, Spans: 4}) {
		t.Errorf("in all %+v", got)
	}
}

func TestPupilsWhoWentOnWithTheTeachersMarksAreNotTheTeacher(t *testing.T) {
	class := workOf(t, "teacher", "t", "Shoigu")
	by := func(name, word string) Source {
		p := samples.Apply(t, class, annotations.AddSpan{Document: "talks", Annotator: "teacher", Span: samples.Span(t, talks(t), name+word, "actor", word)})
		return Source{Name: name + ".json", Project: p, Choices: Choices{Source: name}}
	}
	anna, ben := by("anna", "met"), by("ben", "in")
	plans, edit, err := NewPlans(class, []Source{anna, ben}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{"Annotator 1": {"tShoigu"}, "anna": {"tShoigu", "annamet"}, "ben": {"tShoigu", "benin"}}
	if diff := cmp.Diff(want, marksOf(samples.Apply(t, class, edit))); diff != "" || !plans[0].People[0].Contested {
		t.Errorf("(-want +got):\n%s", diff)
	}
	anna.Choices.People = map[string]Person{"teacher": {As: "teacher"}}
	if _, edit, err = NewPlans(class, []Source{anna, ben}, nil); err != nil {
		t.Fatal(err)
	}
	want["Annotator 1"] = want["anna"]
	delete(want, "anna")
	if diff := cmp.Diff(want, marksOf(samples.Apply(t, class, edit))); diff != "" {
		t.Errorf("a person says that anna is the teacher (-want +got):\n%s", diff)
	}
}

func TestTwoStatesOfOneProjectHaveTheSamePeople(t *testing.T) {
	got, report := merged(t, pupil(t, "a", "met"), pupil(t, "b", "met"))
	if diff := cmp.Diff(map[string][]string{"Annotator 1": {"amet", "bmet"}}, marksOf(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantReport(t, report, "1 span added to “Talks”")
}

func TestAPersonSaysWhoAnAnnotatorIs(t *testing.T) {
	into, file := pupil(t, "a", "met"), pupil(t, "b", "met")
	got, plan := planned(t, into, file, Choices{People: map[string]Person{annotations.DefaultAnnotator: {As: annotations.DefaultAnnotator}}})
	if diff := cmp.Diff(map[string][]string{"Annotator 1": {"amet", "bmet"}}, marksOf(got)); diff != "" {
		t.Errorf("the same (-want +got):\n%s", diff)
	}
	wantReport(t, sentences(plan.Report), "1 span added to “Talks”")
	got, plan = planned(t, into, file, Choices{People: map[string]Person{annotations.DefaultAnnotator: {New: "Ben"}}})
	if diff := cmp.Diff(map[string][]string{"Annotator 1": {"amet"}, "Ben": {"bmet"}}, marksOf(got)); diff != "" {
		t.Errorf("somebody new (-want +got):\n%s", diff)
	}
	wantReport(t, sentences(plan.Report), "annotator “Ben” added", "1 span added to “Talks”")
}

func TestAWholeProjectReadIntoAFreshPageGivesBackTheSameFile(t *testing.T) {
	file := read(t, write(t, samples.Whole(t)))
	fresh := samples.Project(t)
	for i, a := range file.Annotators() {
		if _, here := fresh.Annotator(a.ID); !here {
			fresh = samples.Apply(t, fresh, annotations.AddAnnotator{Annotator: a, At: i})
		}
	}
	got, _ := planned(t, fresh, file, Choices{ByID: true})
	sameFile(t, file, got)
	again, plan := planned(t, got, file, Choices{ByID: true})
	wantReport(t, sentences(plan.Report), "everything in the file is here already")
	sameFile(t, got, again)
}

// changedWhole is whole with something of everything changed.
func changedWhole(t *testing.T) *annotations.Project {
	t.Helper()
	p := samples.Whole(t)
	d, _ := p.Document("damascus")
	details := d.Details
	details.Outlet = "Another"
	span, _ := p.Set("damascus", "eve").Span("e2")
	other := *span
	other.Values = []annotations.Value{{Attribute: "strength", Text: "3"}}
	other.Modified = span.Modified.Add(time.Hour)
	relation, _ := p.Relation("r1")
	related := *relation
	related.Note = "not so"
	scheme := samples.Rich()
	scheme.Guidelines = "Mark a lot."
	scheme.Labels[2].Definition = "When."
	scheme.Tags[1].Name = "Very long"
	scheme.Relations[1].Name = "the same"
	about := p.Set("damascus", "eve").About()
	about.State, about.Note = annotations.StateOpen, "read once"
	about.Tags = []annotations.Tag{{Label: "genre", Values: []annotations.Value{{Attribute: "sure", Text: "true"}}}, {Label: "long"}}
	entry, _ := p.Entry("minister")
	named := *entry
	named.Name = "The minister"
	return samples.Apply(t, p, annotations.DescribeDocument{ID: "damascus", Details: details}, annotations.ChangeScheme{Scheme: scheme},
		annotations.ChangeSpan{Document: "damascus", Annotator: "eve", Span: other}, annotations.ChangeRelation{Relation: related},
		annotations.ChangeSet{Document: "damascus", Annotator: "eve", About: about}, annotations.ChangeEntry{Entry: named})
}

func TestConflictsAreListedAndChosen(t *testing.T) {
	ours, theirs := samples.Whole(t), changedWhole(t)
	got, plan := planned(t, ours, theirs, Choices{ByID: true})
	var said []string
	for _, c := range plan.Conflicts {
		said = append(said, fmt.Sprintf("%s|%s|%s|%s|%d", c.What, c.Where, annotations.Shorten(c.Ours), c.Theirs, c.Side))
	}
	want := []string{
		"Guidelines||Mark little.\n\nMark it once.|Mark a lot.|1",
		"Label “Date”||definition: When something happened, ha…|definition: When.|1",
		"Tag “Long”||name: Long|name: Very long|1",
		"Kind of relation “same claim”||name: same claim|name: the same|1",
		"Entry “Sergei Shoigu”||name: Sergei Shoigu|name: The minister|1",
		"Details|Talks in <Damascus>|outlet: Outlet|outlet: Another|1",
		"State|Talks in <Damascus>|done|open|1",
		"Note on the article|Talks in <Damascus>|read twice|read once|1",
		"Tag “Genre”|Talks in <Damascus>|Sure: false; Towards: Sergei Shoigu|Sure: true; Towards: none|1",
		"Span “Damascus”|Talks in <Damascus>|Devices: Loaded, Scare quotes; Strength…|Devices: none; Strength: 3; Certain: none; Favours: none|2",
		"Relation “demanded by”||note: so it seems|note: not so|1",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("conflicts (-want +got):\n%s", diff)
	}
	if s, _ := got.Set("damascus", "eve").Span("e2"); len(s.Values) != 1 {
		t.Errorf("the file's span, modified later, was not taken: %+v", s)
	}
	kept, _ := planned(t, ours, theirs, Choices{ByID: true, All: Ours})
	sameFile(t, ours, kept)
	taken, _ := planned(t, ours, theirs, Choices{ByID: true, All: Theirs})
	sameFile(t, theirs, taken)
	for _, c := range plan.Conflicts {
		one, again := planned(t, ours, theirs, Choices{ByID: true, All: Ours, Sides: map[string]Side{c.ID: Theirs}})
		left := slices.DeleteFunc(again.Conflicts, func(o Conflict) bool { return o.Side == Ours })
		if len(left) != 1 || left[0].ID != c.ID || one.Equal(ours) {
			t.Errorf("%s was not chosen alone: %+v", c.What, left)
		}
	}
}

func TestWhatTheSchemesHaveMoreIsUnited(t *testing.T) {
	ours, scheme := samples.Whole(t), samples.Rich()
	scheme.Labels[0].Attributes[0].Options = []annotations.Option{{ID: "body", Name: "Body"}, {ID: "person", Name: "Person", Definition: "One."}, {ID: "state", Name: "State"}}
	scheme.Labels[3].Attributes[0].Options = slices.Clone(scheme.Labels[3].Attributes[0].Options)
	slices.Reverse(scheme.Labels[3].Attributes[0].Options)
	scheme.Labels[3].Attributes[0].Default = nil
	scheme.Labels[3].Attributes[1].Max = "5"
	file := samples.Apply(t, samples.Project(t), annotations.ChangeScheme{Scheme: scheme}, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "eve", Name: "Eve"}, At: 0})
	d := samples.Document(t, "damascus", "Talks in <Damascus>", samples.Text)
	actor, bias := samples.Span(t, d, "n1", "actor", "Damascus"), samples.Span(t, d, "n2", "source-bias", "met")
	actor.Values = []annotations.Value{{Attribute: "kind", Text: "body"}}
	bias.Values = []annotations.Value{{Attribute: "devices", Choices: []string{"scare", "loaded"}}, {Attribute: "strength", Text: "5"}}
	file = samples.Apply(t, file, annotations.AddDocument{Document: d, At: -1},
		annotations.AddSpan{Document: d.ID, Annotator: "eve", Span: actor}, annotations.AddSpan{Document: d.ID, Annotator: "eve", Span: bias})
	got, plan := planned(t, ours, file, Choices{})
	set := got.Set("damascus", "eve")
	one, _ := set.Span("n1")
	two, _ := set.Span("n2")
	if one == nil || two == nil || len(one.Values) != 1 || len(two.Values) != 2 || strings.Join(two.Values[0].Choices, " ") != "loaded scare" {
		t.Errorf("values were lost: %+v, %+v\n%q", one, two, plan.Report)
	}
	// What an attribute of another type says cannot be kept, and is said.
	other := samples.Rich()
	other.Labels[3].Attributes[1] = annotations.Attribute{ID: "strength", Name: "Strength", Type: annotations.Text}
	ours = samples.Apply(t, samples.Project(t), annotations.ChangeScheme{Scheme: other}, annotations.AddDocument{Document: d, At: -1},
		annotations.AddSpan{Document: d.ID, Annotator: annotations.DefaultAnnotator, Span: samples.Span(t, d, "x", "date", "in")})
	bias.Values = []annotations.Value{{Attribute: "devices", Choices: []string{"scare"}}}
	file = samples.Apply(t, file, annotations.ChangeSpan{Document: d.ID, Annotator: "eve", Span: bias})
	_, plan = planned(t, ours, file, Choices{})
	if slices.ContainsFunc(sentences(plan.Report), func(s string) bool { return strings.Contains(s, "is left out") }) {
		t.Errorf("%q", plan.Report)
	}
	date := samples.Rich()
	date.Labels[3].Attributes[0] = annotations.Attribute{ID: "devices", Name: "Devices", Type: annotations.Date}
	_, plan = planned(t, samples.Apply(t, ours, annotations.ChangeScheme{Scheme: date}), file, Choices{})
	want := `span "n2" in “Talks in <Damascus>”: attribute "devices": it is no date; the value is left out`
	if !slices.Contains(sentences(plan.Report), want) {
		t.Errorf("the report does not say %s: %q", want, plan.Report)
	}
}

func TestEntriesOfOneLabelAndNameAreOne(t *testing.T) {
	ours := samples.Whole(t)
	file := samples.Apply(t, samples.Project(t), annotations.AddEntry{Entry: annotations.Entry{ID: "x", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"S. S."}}},
		annotations.AddEntry{Entry: annotations.Entry{ID: "other", Label: "actor", Name: "Somebody"}})
	d := samples.Document(t, "new", "New", "Shoigu and somebody")
	one, two := samples.Span(t, d, "s1", "actor", "Shoigu"), samples.Span(t, d, "s2", "actor", "somebody")
	one.Entry, two.Entry = "x", "other"
	file = samples.Apply(t, file, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(one, two)})
	got, plan := planned(t, ours, file, Choices{})
	wantReport(t, sentences(plan.Report[len(plan.Report)-4:]),
		"the entry “Sergei Shoigu” of the file is the one here", "the entry “Sergei Shoigu” was filled in from the file",
		"1 entry added to the register", "article “New” added, with 2 spans")
	counts := got.MentionCounts()
	if diff := cmp.Diff(map[string]annotations.MentionCount{"minister": {Spans: 2, Values: 2}, "guest": {Values: 1}, "other-2": {Spans: 1}}, counts); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
}

func TestARelationThatLooksLikeOneOfAnotherIDComesIn(t *testing.T) {
	ours := annotations.DefaultAnnotator
	relation := func(id, annotator, note string) annotations.Relation {
		from, to := "e1", "e3"
		if annotator == ours {
			from, to = "a1", "a2"
		}
		at := func(span string) annotations.Place { return annotations.Place{Document: "damascus", Span: span} }
		return annotations.Relation{ID: id, Label: "same", Annotator: annotator, From: at(from), To: at(to), Note: note, Origin: annotations.FromPerson}
	}
	with := func(relations ...annotations.Relation) *annotations.Project {
		p := samples.Whole(t)
		for _, r := range relations {
			p = samples.Apply(t, p, annotations.AddRelation{Relation: r})
		}
		return p
	}
	for _, tt := range []struct {
		name, why  string
		into, file *annotations.Project
		want       []string
	}{
		{"which the file changes", "what is here by that ID is another thing after the import",
			with(relation("x", ours, ""), relation("y", "eve", "")),
			with(relation("x", "eve", ""), relation("y", "eve", "changed")),
			[]string{"r1", "r2", "x", "x-2", "y"}},
		{"which is here once", "the file has two of them",
			with(relation("x", ours, ""), relation("y", ours, ""), relation("z", "eve", "")),
			with(relation("x", "eve", ""), relation("y", "eve", "")),
			[]string{"r1", "r2", "x", "y", "y-2", "z"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			choices := Choices{ByID: true, All: Theirs, People: map[string]Person{ours: {As: ours}, "eve": {As: "eve"}}}
			got, _ := planned(t, tt.into, tt.file, choices)
			var ids []string
			for r := range got.Relations() {
				ids = append(ids, r.ID)
			}
			if diff := cmp.Diff(tt.want, ids); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			again, _ := planned(t, got, tt.file, choices)
			sameFile(t, got, again)
		})
	}
}

// TestRandomProjectsAreMergedInAnyWay merges random projects into each other, with
// every way to settle conflicts. What was merged is there: merging it again adds
// nothing.
func TestRandomProjectsAreMergedInAnyWay(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	pairs := 500
	if testing.Short() || runtime.GOARCH == "wasm" {
		pairs = 50
	}
	conflicts := 0
	for i := range uint64(pairs) {
		r := rand.New(rand.NewPCG(seed, i))
		ours, theirs := samples.Random(t, r), samples.Random(t, r)
		for _, all := range []Side{Suggested, Ours, Theirs} {
			got, plan := planned(t, ours, theirs, Choices{All: all})
			conflicts += len(plan.Conflicts)
			sameFile(t, got, read(t, write(t, got)))
			as := map[string]Person{}
			for _, p := range plan.People {
				as[p.ID] = Person{As: p.As}
				if p.As == "" {
					as[p.ID] = Person{As: newcomer(got, p.New)}
				}
			}
			again, _ := planned(t, got, theirs, Choices{All: all, People: as})
			if all != Suggested && !again.Equal(got) || t.Failed() {
				t.Fatalf("seed %d, pair %d, side %d: merging it again changes something\n%s", seed, i, all,
					cmp.Diff(strings.Split(string(write(t, got)), "\n"), strings.Split(string(write(t, again)), "\n")))
			}
		}
	}
	if conflicts < pairs {
		t.Errorf("only %d conflicts: the test does not test them", conflicts)
	}
}

// newcomer is the ID of the annotator of a name.
func newcomer(p *annotations.Project, name string) string {
	for _, a := range p.Annotators() {
		if a.Name == name {
			return a.ID
		}
	}
	return ""
}
