package scheme

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/uitest"
	"spanwise/corpus"
)

// relating is the default scheme with relations between demands and actors besides.
func relating() *annotations.Scheme {
	scheme := annotations.DefaultScheme().Clone()
	scheme.Relations = append([]annotations.RelationLabel{
		{ID: "demanded-by", Name: "demanded by", From: []string{"demand"}, To: []string{"actor"}},
		{ID: "addressed-to", Name: "addressed to", From: []string{"demand"}, To: []string{"actor"}},
	}, scheme.Relations...)
	return scheme
}

// draftOf is a draft of the default scheme over a text in which “Shoigu” is an actor.
func draftOf(t *testing.T) (*annotations.Project, *schemeDraft) {
	t.Helper()
	doc, err := corpus.NewDocument("doc", corpus.Details{Title: "A test"}, "Shoigu met Akar")
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotations.NewProject(relating(), doc)
	if err != nil {
		t.Fatal(err)
	}
	p, _, err = annotations.AddSpan{Document: "doc", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
		ID: "s", Label: "actor", Ranges: []annotations.Range{{Start: 0, End: 6}}, Origin: annotations.FromPerson,
	}}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	return p, newDraft(p)
}

// said are the problems of a draft, each as its field and its sentence.
func said(d *schemeDraft) []string {
	var all []string
	for _, p := range d.problems() {
		all = append(all, p.Field+": "+p.Sentence)
	}
	return all
}

func TestADraftThatIsNotTouchedHasNothingToApply(t *testing.T) {
	_, d := draftOf(t)
	if d.changed() || len(said(d)) > 0 {
		t.Errorf("changed %v, problems %q", d.changed(), said(d))
	}
}

func TestWhatIsTypedIntoALabelsFormIsInTheDraft(t *testing.T) {
	_, d := draftOf(t)
	d.add(labelPart)
	for _, typed := range [][2]string{
		{"name", " Place  of work "}, {"key", "5"}, {"color", "#123456"}, {"definition", "Where.\n"}, {"examples", "a\n\n b "},
		{"parent", "actor"}, {"entry", "required"}, {"overlap", "false"},
	} {
		d.set(typed[0], typed[1])
	}
	if id, made := d.giveID(); id != "place-of-work" || !made {
		t.Errorf("its ID is %q", id)
	}
	want := annotations.Label{
		ID: "place-of-work", Name: "Place of work", Key: "5", Color: "#123456", Definition: "Where.", Examples: []string{"a", "b"},
		Parent: "actor", Entry: annotations.EntryRequired, NoOverlap: true,
	}
	if diff := cmp.Diff(want, *d.label(d.at)); diff != "" {
		t.Errorf("the label (-want +got):\n%s", diff)
	}
	if err := d.scheme.Check(); err != nil || len(said(d)) > 0 {
		t.Errorf("%v, %q", err, said(d))
	}
}

func TestAnIDIsMadeOfANameAndTakesNobodysPlace(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"Source bias", "source-bias-2"},
		{"Actor", "actor-2"},
		{"Name_Calling, Labeling!", "name-calling-labeling"},
		{"Ação", "ação"},
		{"جهة فاعلة", "جهة-فاعلة"},
		{"?!", ""},
	} {
		_, d := draftOf(t)
		d.show(partOf(labelPart, 0))
		d.remove() // Actor is in use: no new label is to inherit its spans
		d.add(labelPart)
		d.set("name", tt.name)
		if id, _ := d.giveID(); id != tt.want {
			t.Errorf("%q has the ID %q, want %q", tt.name, id, tt.want)
		}
	}
}

func TestAnIDThatIsUsedStaysAndANewOneIsFollowed(t *testing.T) {
	_, d := draftOf(t)
	if d.free(partOf(labelPart, 0)) || d.free(part{labelPart, 0, 0}) {
		t.Error("the ID of a label with spans, or of an attribute that they may have, can be changed")
	}
	d.show(partOf(labelPart, 1))
	d.set("id", "actor")
	if diff := cmp.Diff([]string{"id: Another one has the ID “actor”."}, said(d)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	d.set("id", "claim")
	if len(said(d)) > 0 || !slices.Equal(d.scheme.Relations[0].From, []string{"claim"}) {
		t.Errorf("%q, the first relation goes from %q", said(d), d.scheme.Relations[0].From)
	}
}

func TestALabelInUseIsDecidedOnBeforeItGoes(t *testing.T) {
	p, d := draftOf(t)
	d.show(partOf(labelPart, 0))
	d.remove()
	if d.at.Kind != gonePart || len(said(d)) != 1 {
		t.Fatalf("shown is %+v, problems are %q", d.at, said(d))
	}
	want := []goneLabel{{Kind: labelPart, ID: "actor", Name: "Actor", Things: 1}}
	if diff := cmp.Diff(want, d.gone()); diff != "" {
		t.Errorf("gone (-want +got):\n%s", diff)
	}
	d.chooseInstead("label:actor", "=demand")
	if len(said(d)) > 0 {
		t.Errorf("after the decision there are %q", said(d))
	}
	if _, affected, err := annotations.Rescheme(p, d.scheme, d.instead, annotations.Span{}.Created, nil); err != nil || affected.Spans.Relabelled != 1 {
		t.Errorf("%+v, %v", affected, err)
	}
	d.show(partOf(labelPart, 0))
	d.remove() // Demand, which the spans were to become
	if len(said(d)) != 1 {
		t.Errorf("what takes the place is gone too, and the problems are %q", said(d))
	}
	d.chooseInstead("label:actor", deleteThem)
	if len(said(d)) > 0 {
		t.Errorf("after the other decision there are %q", said(d))
	}
}

func TestWhatWasDeletedComesBackToItsPlace(t *testing.T) {
	_, d := draftOf(t)
	d.scheme.Relations, d.scheme.Tags = nil, nil // what names the label is not brought back
	for i := range d.scheme.Labels {
		d.scheme.Labels[i].Attributes = nil
	}
	d.was = d.scheme.Clone()
	d.show(partOf(labelPart, 0))
	d.remove()
	d.bringBack(d.gone()[0])
	if d.changed() || d.at != partOf(labelPart, 0) {
		t.Errorf("shown is %+v; the scheme (-was +is):\n%s", d.at, cmp.Diff(d.was, d.scheme))
	}
}

func TestAnotherSchemeTakesOverLabelsOfTheSameName(t *testing.T) {
	_, d := draftOf(t)
	d.load(&annotations.Scheme{Name: "other", Labels: []annotations.Label{
		{ID: "who", Name: "ACTOR", Color: "#000000"},
		{ID: "what", Name: "What", Color: "#000000"},
	}})
	want := []goneLabel{{Kind: labelPart, ID: "actor", Name: "Actor", Things: 1, Into: "who", Decided: true}}
	if diff := cmp.Diff(want, d.gone()); diff != "" || d.at.Kind != gonePart {
		t.Errorf("shown is %v; gone (-want +got):\n%s", d.at.Kind, diff)
	}
}

func TestWhatIsWrongWithAnAttributeIsFoundInItsField(t *testing.T) {
	for _, tt := range []struct {
		why   string
		typed [][2]string
		want  []string
	}{
		{"it has no name", [][2]string{{"name", ""}}, []string{"name: Give it a name."}},
		{"another has the ID", [][2]string{{"id", "kind"}}, []string{"id: Another one has the ID “kind”."}},
		{"there is nothing to choose from", [][2]string{{"type", "choice"}}, []string{"options: Write at least one option."}},
		{"two options have one name", [][2]string{{"type", "choice"}, {"options", "a\na"}}, []string{"options: Each option needs a name and an ID of its own."}},
		{"the bounds are the wrong way round", [][2]string{{"type", "number"}, {"min", "3"}, {"max", "1"}}, []string{"min: Both are numbers such as 1 or 2.5, and the least comes first."}},
		{"a bound is no number", [][2]string{{"type", "number"}, {"max", "many"}}, []string{"min: Both are numbers such as 1 or 2.5, and the least comes first."}},
		{"the default is out of bounds", [][2]string{{"type", "number"}, {"max", "3"}, {"default", "4"}}, []string{"default: This is none of the values that it can have."}},
		{"the default is no option", [][2]string{{"type", "choice"}, {"options", "a\nb"}, {"default", "c"}}, []string{"default: This is none of the values that it can have."}},
		{"a name of an option is a default", [][2]string{{"type", "choice"}, {"options", "x = A\nb"}, {"default", "a"}}, nil},
		{"what another type does not know goes", [][2]string{{"type", "number"}, {"min", "3"}, {"type", "flag"}, {"default", "true"}}, nil},
	} {
		t.Run(tt.why, func(t *testing.T) {
			_, d := draftOf(t)
			d.addAttribute(partOf(labelPart, 0))
			d.set("name", "New")
			d.giveID()
			for _, typed := range tt.typed {
				d.set(typed[0], typed[1])
			}
			if diff := cmp.Diff(tt.want, said(d)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if err := d.scheme.Check(); (err != nil) != (tt.want != nil) && len(d.rejected) == 0 && !strings.Contains(tt.want[0], "at least one") {
				t.Errorf("the scheme says %v", err)
			}
		})
	}
}

func TestOptionsAreWrittenAsTheyAreRead(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []annotations.Option
	}{
		{"a name", "Armed group", []annotations.Option{{ID: "armed-group", Name: "Armed group"}}},
		{"an ID", "ag = Armed group", []annotations.Option{{ID: "ag", Name: "Armed group"}}},
		{"a definition", "Person | One of us, = or |", []annotations.Option{{ID: "person", Name: "Person", Definition: "One of us, = or |"}}},
		{"several", "a\nb = B | b", []annotations.Option{{ID: "a", Name: "a"}, {ID: "b", Name: "B", Definition: "b"}}},
	} {
		got := optionsOf(tt.text, nil)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
		if diff := cmp.Diff(got, optionsOf(optionLines(got), nil)); diff != "" {
			t.Errorf("%s, written and read again:\n%s", tt.why, diff)
		}
	}
	before := []annotations.Option{{ID: "p", Name: "Person"}}
	if got := optionsOf("Person", before); got[0].ID != "p" {
		t.Errorf("an option that was there gets the ID %q", got[0].ID)
	}
}

func TestADraftKnowsWhenAnotherTabHasChangedTheScheme(t *testing.T) {
	p, d := draftOf(t)
	if d.follow(uitest.Apply(t, p, annotations.RenameProject{Name: "Other"})) {
		t.Error("a project with another name has another scheme")
	}
	theirs := p.Scheme().Clone()
	theirs.Labels[0].Name = "Agent"
	p = uitest.Apply(t, p, annotations.ChangeScheme{Scheme: theirs})
	d.set("name", "Player")
	d.question = applyQuestion
	if !d.follow(p) || d.question != noQuestion || d.was != p.Scheme() {
		t.Errorf("question %q, measured by %q", d.question, d.was.Labels[0].Name)
	}
	if d.follow(p) || d.scheme.Labels[0].Name != "Player" {
		t.Errorf("what is known stops the draft again, with a label called %q", d.scheme.Labels[0].Name)
	}
}
