package worker

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// letters asks for a text in capitals.
type letters struct {
	Text  string
	Times int
}

func (letters) Kind() string         { return "letters" }
func (q letters) Encode(e *Encoder)  { e.Text(q.Text); e.Int(q.Times) }
func (q *letters) Decode(d *Decoder) { q.Text, q.Times = d.Text(), d.Int() }

// said is an answer of one string.
type said struct{ Text string }

func (s said) Encode(e *Encoder)  { e.Text(s.Text) }
func (s *said) Decode(d *Decoder) { s.Text = d.Text() }

// client starts a second program that knows the one kind.
func client(do func(ctx context.Context, q *letters, tell Tell) (said, error)) *Client {
	r := &Registry{}
	Register(r, do)
	return NewClient(Pipe(r))
}

func capitals(_ context.Context, q *letters, _ Tell) (said, error) {
	return said{strings.ToUpper(strings.Repeat(q.Text, q.Times))}, nil
}

func TestWhatIsAskedIsAnswered(t *testing.T) {
	var got said
	if err := client(capitals).Do(t.Context(), letters{"né ", 2}, &got, nil); err != nil {
		t.Fatal(err)
	}
	if want := "NÉ NÉ "; got.Text != want {
		t.Errorf("answer %q, want %q", got.Text, want)
	}
}

func TestSeveralAreDoneAtOnce(t *testing.T) {
	together := make(chan string)
	c := client(func(_ context.Context, q *letters, _ Tell) (said, error) {
		select { // each hands its text to the other
		case together <- q.Text:
			return said{<-together}, nil
		case other := <-together:
			together <- q.Text
			return said{other}, nil
		}
	})
	answers := make(chan string)
	for _, text := range []string{"a", "b"} {
		go func() {
			var got said
			if err := c.Do(t.Context(), letters{text, 1}, &got, nil); err != nil {
				t.Error(err)
			}
			answers <- text + got.Text
		}()
	}
	got := map[string]bool{<-answers: true, <-answers: true}
	if diff := cmp.Diff(map[string]bool{"ab": true, "ba": true}, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
}

func TestProgressComesThroughNowAndThen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := client(func(_ context.Context, _ *letters, tell Tell) (said, error) {
			for i := range 100 {
				tell("Counting…", float64(i)/100)
				time.Sleep(tellEvery / 10)
			}
			return said{}, nil
		})
		var shares []float64
		progress := func(doing string, done float64) {
			if doing != "Counting…" {
				t.Errorf("doing %q", doing)
			}
			shares = append(shares, done)
		}
		if err := c.Do(t.Context(), letters{}, new(said), progress); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if diff := cmp.Diff([]float64{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}, shares); diff != "" {
			t.Errorf("shares (-want +got):\n%s", diff)
		}
	})
}

func TestWhatIsCalledOffEnds(t *testing.T) {
	ended := make(chan error, 1)
	begun := make(chan struct{})
	c := client(func(ctx context.Context, _ *letters, tell Tell) (said, error) {
		close(begun)
		for {
			if err := tell("Working…", 0.5); err != nil {
				ended <- err
				return said{}, err
			}
			time.Sleep(time.Millisecond)
		}
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-begun
		cancel()
	}()
	if err := c.Do(ctx, letters{}, new(said), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that it was called off", err)
	}
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the work ended with %v, want that it heard of it", err)
	}
}

func TestAFailureIsAnErrorAndNothingElse(t *testing.T) {
	tests := []struct {
		name string
		do   func(context.Context, *letters, Tell) (said, error)
		want Failure
		why  string
	}{
		{"an error", func(context.Context, *letters, Tell) (said, error) { return said{}, errors.New("line 3: no text") },
			Failure{Said: "line 3: no text"}, "what it was given is wrong"},
		{"a fault", func(context.Context, *letters, Tell) (said, error) { panic("index out of range") },
			Failure{Said: "index out of range", Fault: true}, "what ends one piece of work ends nothing else"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := client(func(ctx context.Context, q *letters, tell Tell) (said, error) {
				if q.Text == "" {
					return test.do(ctx, q, tell)
				}
				return capitals(ctx, q, tell)
			})
			var failure *Failure
			err := c.Do(t.Context(), letters{}, new(said), nil)
			if !errors.As(err, &failure) || *failure != test.want {
				t.Errorf("error %v, want %+v: %s", err, test.want, test.why)
			}
			var got said
			if err := c.Do(t.Context(), letters{"a", 1}, &got, nil); err != nil || got.Text != "A" {
				t.Errorf("after it: %q, %v; want that the second program goes on", got.Text, err)
			}
		})
	}
}

func TestAKindThatNobodyKnowsIsAFault(t *testing.T) {
	err := NewClient(Pipe(&Registry{})).Do(t.Context(), letters{}, new(said), nil)
	if failure := new(Failure); !errors.As(err, &failure) || !failure.Fault || !strings.Contains(failure.Said, `"letters"`) {
		t.Errorf("error %v, want a fault that names the kind", err)
	}
}

func TestAKindIsRegisteredOnce(t *testing.T) {
	r := &Registry{}
	Register(r, capitals)
	defer func() {
		if fault := recover(); fault == nil || !strings.Contains(fault.(string), "letters") {
			t.Errorf("recovered %v, want a panic that names the kind", fault)
		}
	}()
	Register(r, capitals)
}

// breaking starts second programs that end when they are asked for something,
// but for the last.
func breaking(starts *int, times int) Start {
	return func(receive func([]byte), ended func(error)) (Port, Place, error) {
		*starts++
		if *starts > times {
			r := &Registry{}
			Register(r, capitals)
			return Pipe(r)(receive, ended)
		}
		return broken{ended}, Beside, nil
	}
}

type broken struct{ ended func(error) }

func (b broken) Post([]byte) { b.ended(errors.New("out of memory")) }

func TestASecondProgramThatEndedIsStartedAnew(t *testing.T) {
	starts := 0
	c := NewClient(breaking(&starts, 1))
	err := c.Do(t.Context(), letters{"a", 1}, new(said), nil)
	if failure := new(Failure); !errors.As(err, &failure) || !failure.Fault || !strings.Contains(err.Error(), "out of memory") {
		t.Errorf("error %v, want a fault with its reason", err)
	}
	var got said
	if err := c.Do(t.Context(), letters{"a", 1}, &got, nil); err != nil || got.Text != "A" || starts != 2 {
		t.Errorf("the next: %q, %v after %d starts, want an answer after 2", got.Text, err, starts)
	}
}

func TestAStartThatFailsIsTriedAgainByTheNext(t *testing.T) {
	starts := 0
	c := NewClient(func(receive func([]byte), ended func(error)) (Port, Place, error) {
		if starts++; starts == 1 {
			return nil, Aside, errors.New("off-line")
		}
		return Pipe(&Registry{})(receive, ended)
	})
	if _, err := c.Warm(t.Context()); err == nil || err.Error() != "off-line" {
		t.Errorf("error %v, want the reason", err)
	}
	if place, err := c.Warm(t.Context()); err != nil || place != Aside {
		t.Errorf("the second time: %v, %v", place, err)
	}
}

func TestWhoWaitsTogetherWaitsForOneStart(t *testing.T) {
	starts := 0
	c := NewClient(breaking(&starts, 0))
	done := make(chan error)
	for range 10 {
		go func() { done <- c.Do(t.Context(), letters{"a", 1}, new(said), nil) }()
	}
	for range 10 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if starts != 1 {
		t.Errorf("%d starts, want 1", starts)
	}
}

func TestAnAnswerOfAnotherFormIsAnError(t *testing.T) {
	c := client(func(context.Context, *letters, Tell) (said, error) { return said{"a"}, nil })
	if err := c.Do(t.Context(), letters{}, new(long), nil); !errors.Is(err, errFrame) {
		t.Errorf("error %v, want %v", err, errFrame)
	}
}

// long is an answer of two strings.
type long struct{ said }

func (l *long) Decode(d *Decoder) { l.said.Decode(d); l.said.Decode(d) }
