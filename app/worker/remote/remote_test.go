package remote

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/annotations/samples"
	"spanwise/app/session/steps"
	"spanwise/app/session/steps/direct"
	"spanwise/app/worker"
	"spanwise/app/worker/program"
	"spanwise/corpus"
)

// counted is a second program whose frames are counted, by what they are, and in bytes.
type counted struct {
	worker.Port

	starts, bytes int
	ended         func(error)
}

func (c *counted) start(receive func([]byte), ended func(error)) (worker.Port, worker.Place, error) {
	c.starts++
	c.ended = ended
	port, place, err := worker.Pipe(program.Registry(nil))(receive, ended)
	c.Port = port
	return c, place, err
}

func (c *counted) Post(frame []byte) {
	c.bytes += len(frame)
	c.Port.Post(frame)
}

// both are the steps done here and by a second program.
func both() (here, there steps.Steps, frames *counted) {
	frames = &counted{}
	return direct.New(program.Formats), New(worker.NewClient(frames.start)), frames
}

// work is what an annotator says about the text of the samples, behind some more text.
func work(t *testing.T, who, more string, phrases ...string) *annotations.Project {
	t.Helper()
	doc, err := corpus.NewDocument("talks", corpus.Details{Title: "Talks", Language: "en"}, more+samples.Text)
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotations.BeginProject(who, annotations.DefaultScheme(), doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, phrase := range phrases {
		at := strings.Index(doc.Text(), phrase)
		p, _, err = annotations.AddSpan{Document: "talks", Annotator: who, Span: annotations.Span{ID: "s" + phrase, Label: "actor",
			Ranges: []annotations.Range{{Start: at, End: at + len(phrase)}}, Origin: annotations.FromPerson, Note: "by " + who}}.Apply(p)
		if err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// shown is a plan as a text, its edit as JSON.
func shown(t *testing.T, plans []intake.Plan) (all []string) {
	t.Helper()
	for _, p := range plans {
		edit, err := annotations.MarshalEdit(p.Edit)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintln(string(edit), p.Changes, p.Report, p.Brings, p.Adds, p.Here, p.People, p.Conflicts))
	}
	return all
}

func TestAPlanComesBackAsItIsMadeHere(t *testing.T) {
	here, there, _ := both()
	into := work(t, "ben", "", "Shoigu", "met")
	theirs := work(t, "ben", "", "Shoigu")
	theirs, _, err := annotations.ChangeSpan{Document: "talks", Annotator: "ben", Span: noted(theirs, "ben", "sShoigu")}.Apply(theirs)
	if err != nil {
		t.Fatal(err)
	}
	files := []intake.Source{{Name: "anna.json", Project: work(t, "anna", "", "Shoigu")}, {Name: "ben.json", Project: theirs}}
	for _, test := range []struct {
		name, why string
		choose    func(*intake.Choices)
		edits     bool
	}{
		{"nothing chosen", "the plan settles all", func(*intake.Choices) {}, true},
		{"without edits", "what is shown needs none", func(*intake.Choices) {}, false},
		{"a person", "a person says who somebody is", func(c *intake.Choices) {
			c.People = map[string]intake.Person{"anna": {ID: "anna", As: "ben"}}
		}, true},
		{"a name and an ID", "somebody new is called after the file", func(c *intake.Choices) {
			c.Source, c.IDs = "Eve", map[string]string{"anna": "eve"}
		}, true},
		{"all sides", "a person takes all of the file’s", func(c *intake.Choices) { c.All = intake.Theirs }, true},
		{"another state", "everybody has their ID", func(c *intake.Choices) { c.ByID = true }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			for i := range files {
				files[i].Choices = intake.Choices{}
				test.choose(&files[i].Choices)
			}
			want, err := here.Plan(t.Context(), into, files, test.edits, nil)
			if err != nil {
				t.Fatal(err)
			}
			got, err := there.Plan(t.Context(), into, files, test.edits, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(shown(t, want), shown(t, got)); diff != "" {
				t.Errorf("since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

// noted is a span with another note.
func noted(p *annotations.Project, annotator, id string) annotations.Span {
	s, _ := p.Set("talks", annotator).Span(id)
	next := *s
	next.Note = "why?"
	return next
}

// places is a comparison as a text.
func places(c *intake.Comparison) string {
	said := fmt.Sprintln(c.Old.ID, c.New.ID, c.New.Details, c.New.SHA256())
	for _, s := range c.Spans {
		said += fmt.Sprintln(s.Annotator, s.Span.ID, s.Place)
	}
	return said
}

func TestTextsAreComparedAsTheyAreHere(t *testing.T) {
	here, there, _ := both()
	into := work(t, "ben", "Nobody expected it, and nobody said so.\n", "met")
	file := work(t, "anna", "", "Shoigu", "met")
	want, err := here.Compare(t.Context(), into, file, nil)
	if err != nil || len(want) != 1 || want[0].Count(intake.Moved) != 2 {
		t.Fatalf("%d texts, %v", len(want), err)
	}
	got, err := there.Compare(t.Context(), into, file, nil)
	if err != nil || len(got) != 1 {
		t.Fatalf("%d texts, %v", len(got), err)
	}
	if diff := cmp.Diff(places(want[0].Comparison), places(got[0].Comparison)); diff != "" || got[0].Here != want[0].Here {
		t.Errorf("of a file (-want +got):\n%s", diff)
	}
	text := into.Documents()[0]
	one, err := here.CompareText(t.Context(), file, "talks", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	two, err := there.CompareText(t.Context(), file, "talks", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(places(one), places(two)); diff != "" {
		t.Errorf("of a text (-want +got):\n%s", diff)
	}
}

// withNobody is a file with a span of a label that is not there.
func withNobody(t *testing.T) []byte {
	t.Helper()
	data, err := spanwise.Write(work(t, "anna", "", "Shoigu", "met"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(data, []byte(`"label": "actor"`), []byte(`"label": "nobody"`), 1)
}

func TestAFileThatDoesNotFitIsToldOfAndRepairedAsItIsHere(t *testing.T) {
	here, there, _ := both()
	data := withNobody(t)
	_, want := here.Read(t.Context(), "spanwise", data, format.Options{}, nil)
	_, got := there.Read(t.Context(), "spanwise", data, format.Options{}, nil)
	var one, two *format.BrokenError
	if !errors.As(want, &one) || !errors.As(got, &two) {
		t.Fatalf("errors %v and %v", want, got)
	}
	if diff := cmp.Diff(fmt.Sprint(one.First, one.Problems), fmt.Sprint(two.First, two.Problems)); diff != "" {
		t.Errorf("what does not fit (-want +got):\n%s", diff)
	}
	mended, err := here.Read(t.Context(), "spanwise", data, format.Options{Repair: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := there.Read(t.Context(), "spanwise", data, format.Options{Repair: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(fmt.Sprint(mended.Notes), fmt.Sprint(again.Notes)); diff != "" || !mended.Project.Equal(again.Project) {
		t.Errorf("the repair (-want +got):\n%s", diff)
	}
	if _, err := there.Read(t.Context(), "nothing", data, format.Options{}, nil); err == nil || errors.As(err, new(*steps.AwayError)) {
		t.Errorf("of a format that there is not: %v", err)
	}
}

func TestAProjectTravelsOnce(t *testing.T) {
	_, there, frames := both()
	into, file := work(t, "ben", "", "Shoigu"), work(t, "anna", "", "met")
	sent := func() int {
		before := frames.bytes
		if _, err := there.Plan(t.Context(), into, []intake.Source{{Project: file}}, true, nil); err != nil {
			t.Fatal(err)
		}
		return frames.bytes - before
	}
	first, second := sent(), sent()
	if second > first/20 {
		t.Errorf("%d bytes the first time and %d the second", first, second)
	}
	there.Forget()
	if third := sent(); third < first {
		t.Errorf("%d bytes after it was to be forgotten, %d before", third, first)
	}
	frames.ended(errors.New("out of memory"))
	if fourth := sent(); fourth < first || frames.starts != 2 {
		t.Errorf("%d bytes to the next of %d programs, %d to the first", fourth, frames.starts, first)
	}
}

func TestNoSecondProgramIsStartedToForget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, there, frames := both()
		p := work(t, "ben", "", "Shoigu")
		if _, err := there.Plan(t.Context(), p, []intake.Source{{Project: p}}, true, nil); err != nil {
			t.Fatal(err)
		}
		frames.ended(errors.New("out of memory"))
		there.Forget()
		synctest.Wait()
		if frames.starts != 1 {
			t.Errorf("%d programs were started", frames.starts)
		}
	})
}

func TestASecondProgramThatIsNotThereIsNoWordAboutWhatItWasGiven(t *testing.T) {
	gone := errors.New("off-line")
	for _, test := range []struct {
		name  string
		start worker.Start
		why   string
	}{
		{"it cannot be started", func(func([]byte), func(error)) (worker.Port, worker.Place, error) { return nil, worker.Aside, gone }, "it cannot be fetched"},
		{"it ends", func(_ func([]byte), ended func(error)) (worker.Port, worker.Place, error) {
			return ending{func() { ended(gone) }}, worker.Aside, nil
		}, "its memory is at an end"},
		{"it can do nothing", worker.Pipe(&worker.Registry{}), "it is of another build"},
	} {
		t.Run(test.name, func(t *testing.T) {
			there := New(worker.NewClient(test.start))
			p := work(t, "ben", "", "met")
			_, plan := there.Plan(t.Context(), p, []intake.Source{{Project: p}}, true, nil)
			_, read := there.Read(t.Context(), "spanwise", withNobody(t), format.Options{}, nil)
			for _, err := range []error{plan, read} {
				if away := new(steps.AwayError); !errors.As(err, &away) {
					t.Errorf("error %v, since %s", err, test.why)
				}
			}
		})
	}
}

// ending is the way to a program that ends when it is asked for something.
type ending struct{ end func() }

func (e ending) Post([]byte) { e.end() }

func TestWorkThatIsCalledOffEndsWithTheReason(t *testing.T) {
	_, there, _ := both()
	p := work(t, "ben", "", "met")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := there.Plan(ctx, p, []intake.Source{{Project: p}}, true, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	enough := errors.New("enough")
	never := &remote{client: worker.NewClient(worker.Pipe(waiting(t)))}
	if err := never.ask(t.Context(), endless{}, endless{}, func(float64) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("error %v, want the pace's", err)
	}
}

// endless asks for work that goes on until it is called off.
type endless struct{}

func (endless) Kind() string           { return "endless" }
func (endless) Encode(*worker.Encoder) {}
func (endless) Decode(*worker.Decoder) {}

// waiting is a second program that does endless work.
func waiting(t *testing.T) *worker.Registry {
	t.Helper()
	r := &worker.Registry{}
	worker.Register(r, func(ctx context.Context, _ *endless, tell worker.Tell) (endless, error) {
		for {
			if err := tell("", 0.5); err != nil {
				return endless{}, err
			}
		}
	})
	return r
}
