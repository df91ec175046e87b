package importing

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/annotations/samples"
	"spanwise/app/session"
)

// decidedOn is a question about files that were planned so.
func decidedOn(merging ...intake.Plan) *Decision {
	d := &Decision{Files: make([]*session.Incoming, len(merging)), planned: planned{Merging: merging}}
	for k := range d.Files {
		d.Files[k] = &session.Incoming{}
	}
	return d
}

func TestWhoAgreesWhileAnImportIsWorkedOutNeedNotAgreeAgain(t *testing.T) {
	none, one := intake.Plan{}, intake.Plan{Conflicts: make([]intake.Conflict, 1)}
	for _, tt := range []struct {
		why     string
		agreed  bool
		next    Replanned
		want    bool
		trouble bool
	}{
		{"a name was typed, and Enter pressed", true, Replanned{planned: planned{Merging: []intake.Plan{none}}}, true, false},
		{"nobody has said yes", false, Replanned{planned: planned{Merging: []intake.Plan{none}}}, false, false},
		{"there is more to decide than was shown", true, Replanned{planned: planned{Merging: []intake.Plan{one}}}, false, false},
		{"it cannot be done", true, Replanned{err: errors.New("cut off")}, false, true},
	} {
		d := decidedOn(none)
		if _, ok := d.Replan(); !ok {
			t.Fatal("there is nothing to work out")
		}
		if tt.agreed && d.Agree() {
			t.Errorf("the import goes on before it is known what it does (%s)", tt.why)
		}
		if again, agreed := d.Take(tt.next); again || agreed != tt.want || (d.Trouble != nil) != tt.trouble {
			t.Errorf("again %v, agreed %v, trouble %v (%s)", again, agreed, d.Trouble, tt.why)
		}
		if _, agreed := d.Take(Replanned{}); agreed {
			t.Errorf("it is agreed to what is worked out next, too (%s)", tt.why)
		}
		if !d.Agree() {
			t.Errorf("what is known is not agreed to (%s)", tt.why)
		}
	}
}

func TestWhatIsChosenWhileAnImportIsWorkedOutIsWorkedOutNext(t *testing.T) {
	for name, choose := range map[string]func(*Decision){
		"another person": func(d *Decision) {
			d.Identify(0, intake.Person{ID: "x", As: "y"})
			if _, ok := d.Replan(); ok {
				t.Error("two are worked out at once")
			}
		},
		"a side": func(d *Decision) { d.Keep(0, "", intake.Theirs) },
	} {
		d := decidedOn(intake.Plan{})
		d.Replan()
		choose(d)
		if again, _ := d.Take(Replanned{}); !again || len(d.Merging) != 1 {
			t.Errorf("%s: what was not chosen is shown", name)
		}
		if _, ok := d.Replan(); !ok {
			t.Errorf("%s: it cannot be worked out again", name)
		}
	}
}

func TestASideIsTakenInOneConflictOrInAll(t *testing.T) {
	const ours, theirs = intake.Ours, intake.Theirs
	conflicts := func() intake.Plan {
		return intake.Plan{Conflicts: []intake.Conflict{{ID: "x", Side: ours}, {ID: "y", Side: ours}}}
	}
	d := decidedOn(conflicts(), conflicts())
	sides := func() (all []intake.Side) {
		for _, plan := range d.Merging {
			for _, c := range plan.Conflicts {
				all = append(all, c.Side)
			}
		}
		return all
	}
	d.Keep(1, "x", theirs)
	d.Keep(1, "y", theirs)
	d.Keep(1, "x", ours)
	if diff := cmp.Diff([]intake.Side{ours, ours, ours, theirs}, sides()); diff != "" {
		t.Errorf("one by one (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]intake.Side{"x": ours, "y": theirs}, d.Files[1].Choices.Sides); diff != "" || d.Files[0].Choices.Sides != nil {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	d.Keep(0, "", theirs)
	if diff := cmp.Diff([]intake.Side{theirs, theirs, theirs, theirs}, sides()); diff != "" || d.Files[1].Choices.Sides != nil {
		t.Errorf("all (-want +got):\n%s", diff)
	}
}

func TestAPersonOfAFileIsWhomOneSaysAndNobodyElseOfItIsThatOne(t *testing.T) {
	s := at(t, by(t, "ben", samples.Text, "met"))
	i := New(s, files(t, by(t, "anna", samples.Text, "Shoigu")), format.Options{}, false)
	d := next[*Decision](t, i)
	d.Apart = false
	d.Merging[0].People = append(d.Merging[0].People, intake.Person{ID: "eve", As: "ben"})
	d.Identify(0, intake.Person{ID: "anna", As: "ben"})
	if diff := cmp.Diff(map[string]intake.Person{"anna": {ID: "anna", As: "ben"}, "eve": {ID: "eve"}}, d.Files[0].Choices.People); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	work, _ := d.Replan()
	if again, agreed := d.Take(work(t.Context())); again || agreed || d.Trouble != nil || d.Plans()[0].People[0].As != "ben" {
		t.Errorf("worked out are %+v, %v", d.Plans()[0].People, d.Trouble)
	}
	next[*Merged](t, i)
	if diff := cmp.Diff([]string{"annaShoigu", "benmet"}, marks(s.Project())); diff != "" || len(s.Project().Annotators()) != 1 {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
