package writing

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/ui/desk"
)

// writes is a field into which a text was typed.
func writes(key, text string) *writing {
	w := &writing{pieces: map[string]*piece{}, shown: map[string]shown{}}
	w.show(key, "")
	w.write(key, text, time.Now())
	return w
}

func TestAFieldShowsSomethingElseOnlyWhereNobodyWritesInIt(t *testing.T) {
	tests := []struct {
		name string
		then func(*writing, *piece)
		kept string
		anew bool
		why  string
	}{
		{"nothing happened", func(*writing, *piece) {}, "", false, "it shows what it has shown"},
		{"another tab, while it is written", func(*writing, *piece) {}, "theirs", false, "the later one stays"},
		{"its own keeping", func(w *writing, pc *piece) {
			pc.loose, pc.pending = false, false
			w.shown["f"] = shown{"mine", w.shown["f"].serial}
		}, "mine", false, "the letters typed since must stay"},
		{"another tab, after it was kept", func(w *writing, pc *piece) {
			pc.loose, pc.pending = false, false
			w.shown["f"] = shown{"mine", w.shown["f"].serial}
		}, "theirs", true, "what is shown is what is kept"},
		{"undo, after it was left", func(w *writing, _ *piece) { delete(w.pieces, "f") }, "before", true, "undo is seen"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := writes("f", "mine")
			serial := w.show("f", "")
			tt.then(w, w.pieces["f"])
			if anew := w.show("f", tt.kept) != serial; anew != tt.anew {
				t.Errorf("it is made anew: %v (%s)", anew, tt.why)
			}
		})
	}
}

func TestOneLetterIsEnoughForNotAllToBeSaved(t *testing.T) {
	w := &writing{pieces: map[string]*piece{}}
	if w.loose() {
		t.Error("nothing is written, and something is loose")
	}
	w.unseen.Add(1)
	if !w.loose() {
		t.Error("a letter that nobody has looked at yet is kept")
	}
	w.unseen.Add(-1)
	pc := w.write("f", "a", time.Now())
	if !w.loose() || !w.on("f") {
		t.Error("a letter that is kept nowhere is kept")
	}
	pc.loose = false
	if w.loose() {
		t.Error("what is kept as a draft is not kept")
	}
}

func TestALetterThatIsTypedWhileADraftIsKeptIsNotKept(t *testing.T) {
	w := writes("f", "one text")
	pc := w.pieces["f"]
	letters := pc.letters
	w.write("f", "one text", time.Now()) // a form, whose text nobody has read yet
	if pc.stored(letters, nil); !w.loose() || !pc.draft {
		t.Error("the letter is taken for kept")
	}
	if pc.stored(pc.letters, desk.ErrNotDone); !w.loose() {
		t.Error("what could not be kept is taken for kept")
	}
	if pc.stored(pc.letters, nil); w.loose() {
		t.Error("what is kept is not")
	}
}

func TestWordsWhoseSpanIsGoneAreNotSavedBeforeTheirDraftIs(t *testing.T) {
	pc := &piece{key: "f", name: "tab.1", text: "words", loose: true}
	w := &writing{offers: []draft{{Key: "f", Text: "words", name: "tab.1", lost: pc}}, failure: desk.ErrNotDone}
	if !w.loose() || w.failing() == nil {
		t.Error("words that could not be kept are taken for kept since they are offered")
	}
	if pc.stored(pc.letters, nil); w.loose() {
		t.Error("what is kept as a draft is not kept")
	}
}

func TestADraftIsTakenOffThePageOnceAndNoOtherInItsPlace(t *testing.T) {
	w := &writing{offers: []draft{{name: "a"}, {name: "b"}}}
	if d, offered := w.takeOffer("a"); !offered || d.name != "a" {
		t.Errorf("took %q, %v", d.name, offered)
	}
	if d, offered := w.takeOffer("a"); offered {
		t.Errorf("a second click took %q", d.name)
	}
	if d, offered := w.takeOffer("b"); !offered || d.name != "b" || len(w.offers) > 0 {
		t.Errorf("took %q, %v, and left %d", d.name, offered, len(w.offers))
	}
	if _, offered := w.takeOffer("b"); offered {
		t.Error("took one where none is offered")
	}
}

func TestAWriterWhoRestsBeginsAnotherStep(t *testing.T) {
	w := writes("f", "a")
	w.step = step{id: "s", key: "f", began: time.Now()}
	last := w.pieces["f"].typed
	if w.write("f", "ab", last.Add(restsAfter/2)); w.step.id == "" {
		t.Error("the step ended amid the writing")
	}
	if w.write("f", "abc", last.Add(2*restsAfter)); w.step.id != "" {
		t.Error("the step outlasted a rest")
	}
}

func TestAFormIsOneTextAndItsFieldsAgain(t *testing.T) {
	form := map[string]string{"title": "A title", "text": "The text,\nwhich is longer", "date": ""}
	kind := desk.WrittenKind{Form: true}
	joined := desk.JoinFields(form)
	if diff := cmp.Diff(form, splitFields(kind, joined)); diff != "" {
		t.Errorf("the fields (-want +got):\n%s", diff)
	}
	if got := wordsOf(kind, joined); got != form["text"] {
		t.Errorf("a person knows it by %q", got)
	}
	const brace = `{"a":"looks like a form"}`
	short := desk.JoinFields(map[string]string{"title": "w28x", "headline": "true", "lines": "false"})
	if got := wordsOf(kind, short); got != "w28x" {
		t.Errorf("the words of a short text beside boxes are %q", got)
	}
	if got := wordsOf(desk.WrittenKind{}, desk.JoinFields(map[string]string{"": brace})); got != brace {
		t.Errorf("a single field came back as %q", got)
	}
}
