package writing

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
)

// the keys of the fields of these tests: an edit, a draft, and a form.
const noteKey, draftKey, formKey = "note", "draft", "form"

// desked is a room with a field that is kept as the name of the project, one that is
// kept as a draft only, and a form. There is no database.
type desked struct {
	*desktest.Desk

	room    *Room
	gone    bool     // what the field is about is
	refused []string // what was told to be no value
	opened  []string
}

func newDesked(t *testing.T) *desked {
	t.Helper()
	d := &desked{Desk: desktest.New(t)}
	d.room = New(d.Desk.Desk)
	d.Writing = d.room
	d.room.Listen()
	d.room.AddKinds(map[string]desk.WrittenKind{
		noteKey: {
			Now:    func([]string) (string, bool) { return d.Session.Project().Name(), !d.gone },
			Keep:   func(_ []string, text string) error { return d.keep(text) },
			Refuse: func(_ []string, text string) { d.refused = append(d.refused, text) },
			Open:   func(of []string) { d.opened = of },
			Says:   "You were typing this name:", Gone: "What you were naming is gone:",
		},
		draftKey: {Says: "You were drafting this:"},
		formKey:  {Form: true, Says: "You were filling this in:"},
	})
	return d
}

func (d *desked) keep(text string) error {
	if text == "bad" {
		return errors.New("no such name")
	}
	if text != d.Session.Project().Name() {
		d.Do(annotations.RenameProject{Name: text})
	}
	return nil
}

// typed is a field in which a text stands, as one types it.
func (d *desked) typed(key, text string) {
	d.room.writing.write(key, text, time.Now())
}

func TestWhatIsTypedBecomesAnEditOnceTheFieldIsLeft(t *testing.T) {
	d := newDesked(t)
	d.typed(noteKey, "Haiti")
	if !d.room.On(noteKey) || !d.room.Loose() {
		t.Error("nobody is writing")
	}
	d.room.Leave(desktest.Element(map[string]string{"writing": noteKey}))
	if got := d.Session.Project().Name(); got != "Haiti" || d.room.On(noteKey) || d.room.Loose() {
		t.Errorf("the name is %q", got)
	}
	if !d.WasAsked("ShowSaving") {
		t.Errorf("asked %q", d.Asked.Asked)
	}
}

func TestAWriterGoesOnWithOneStepOfUndo(t *testing.T) {
	d := newDesked(t)
	for _, text := range []string{"H", "Ha", "Haiti"} {
		d.typed(noteKey, text)
		d.room.CommitOne(noteKey)
	}
	if got := d.Session.Project().Name(); got != "Haiti" {
		t.Fatalf("the name is %q", got)
	}
	d.Session.Undo()
	if got := d.Session.Project().Name(); got != "" {
		t.Errorf("one undo leaves %q", got)
	}
}

func TestAnotherEditEndsTheStepOfAWriter(t *testing.T) {
	d := newDesked(t)
	d.typed(noteKey, "Ha")
	d.room.CommitOne(noteKey)
	d.room.Do(annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	d.typed(noteKey, "Haiti")
	d.room.CommitOne(noteKey)
	d.Session.Undo()
	if got := d.Session.Project().Name(); got != "Ha" {
		t.Errorf("one undo leaves %q", got)
	}
}

func TestSomethingElseThatIsDoneKeepsFirstWhatIsBeingWritten(t *testing.T) {
	d := newDesked(t)
	d.typed(noteKey, "Haiti")
	d.typed(draftKey, "words")
	d.room.Commit()
	if got := d.Session.Project().Name(); got != "Haiti" || d.room.On(noteKey) {
		t.Errorf("the name is %q", got)
	}
	if !d.room.On(draftKey) {
		t.Error("a draft is let go of")
	}
}

func TestWhatIsNoValueIsToldWhenSomethingElseIsDone(t *testing.T) {
	d := newDesked(t)
	d.typed(noteKey, "bad")
	d.room.CommitOne(noteKey)
	if len(d.refused) > 0 || len(d.Told()) > 0 {
		t.Error("a writer is told amid the writing")
	}
	d.room.Commit()
	if !slices.Equal(d.refused, []string{"bad"}) || !d.room.On(noteKey) {
		t.Errorf("told are %q", d.refused)
	}
}

func TestAnEditThatCannotBeMadeNowIsMadeLater(t *testing.T) {
	d := newDesked(t)
	d.Stage = desk.Late
	d.typed(noteKey, "Haiti")
	d.room.Commit()
	if got := d.Session.Project().Name(); got != "" || !d.room.On(noteKey) || !d.room.Loose() {
		t.Errorf("the name is %q, and what was written let go of", got)
	}
	d.Stage = desk.Ready
	d.room.Commit()
	if got := d.Session.Project().Name(); got != "Haiti" {
		t.Errorf("the name is %q", got)
	}
}

func TestEscapeTakesBackWhatWasTyped(t *testing.T) {
	d := newDesked(t)
	d.room.TakeBack(noteKey)
	d.keep("Before")
	d.room.beginWriting(desktest.Element(map[string]string{"writing": "note"}))
	d.room.writing.begun[noteKey] = "Before"
	d.typed(noteKey, "Haiti")
	d.room.CommitOne(noteKey)
	d.room.TakeBack(noteKey)
	if got := d.Session.Project().Name(); got != "Before" || d.room.On(noteKey) {
		t.Errorf("the name is %q", got)
	}
}

func TestWordsWhoseFieldIsAboutSomethingGoneAreOffered(t *testing.T) {
	d := newDesked(t)
	d.typed(noteKey, "Haiti")
	d.gone = true
	d.room.Follow()
	o := d.room.Offered()
	if o.Says != "What you were naming is gone:" || o.Words != "Haiti" || o.Resumes {
		t.Errorf("offered is %+v", o)
	}
	seen := desktest.Seen(d.room.RenderOffered(o))
	if seen != "What you were naming is gone: Haiti Copy Discard" {
		t.Errorf("the banner reads %q", seen)
	}
	if !d.room.Loose() {
		t.Error("the page says Saved of words that are kept nowhere")
	}
}

func TestAFieldAboutSomethingGoneThatIsEmptyIsLetGoOf(t *testing.T) {
	d := newDesked(t)
	d.typed(noteKey, "  ")
	d.gone = true
	d.room.Follow()
	if o := d.room.Offered(); o != (Offered{}) || d.room.On(noteKey) {
		t.Errorf("offered is %+v", o)
	}
}

func TestADraftIsOfferedWithWhatItCanBeDoneWith(t *testing.T) {
	d := newDesked(t)
	form := desk.JoinFields(map[string]string{"a": "short", "b": "the longer one"})
	d.room.writing.offers = []draft{{Key: noteKey, Text: "Haiti", name: "1"}, {Key: formKey, Text: form, name: "2"}, {Key: "other", Text: "x", name: "3"}}
	for _, want := range []Offered{
		{Name: "1", Says: "You were typing this name:", Words: "Haiti", Resumes: true},
		{Name: "2", Words: "the longer one"},
		{Name: "3", Says: "You were writing:", Words: "x"},
	} {
		if got := d.room.Offered(); got != want {
			t.Errorf("offered is %+v, want %+v", got, want)
		}
		if _, taken := d.room.writing.takeOffer(want.Name); !taken {
			t.Errorf("%q cannot be taken", want.Name)
		}
	}
	if seen := desktest.Seen(d.room.RenderOffered(Offered{Says: "You were typing this name:", Words: "Haiti", Resumes: true})); seen != "You were typing this name: Haiti Go on Discard" {
		t.Errorf("the banner reads %q", seen)
	}
}

func TestADraftWhoseFieldDoesNotComeIsOfferedAgain(t *testing.T) {
	d := newDesked(t)
	d.room.writing.offers = []draft{{Key: noteKey + desk.PartSeparator + "p", Text: "Haiti", name: "1"}}
	d.room.onResumeDraft(d.On(desktest.Element(map[string]string{"draft": "other"})), desktest.PressOn("draft", ""))
	if d.opened != nil {
		t.Error("a draft that is not there is opened")
	}
	d.room.onResumeDraft(d.On(desktest.Element(map[string]string{"draft": "1"})), desktest.PressOn("draft", ""))
	if !slices.Equal(d.opened, []string{"p"}) || d.room.Offered() != (Offered{}) {
		t.Errorf("opened is %q, offered %+v", d.opened, d.room.Offered())
	}
	d.room.fillDraft(draft{Key: noteKey, Text: "Haiti", name: "1"}, time.Now().Add(-time.Second))
	if got := d.room.Offered().Words; got != "Haiti" {
		t.Errorf("offered is %q", got)
	}
}

func TestWhileNothingCanBeChangedNoDraftIsOpened(t *testing.T) {
	d := newDesked(t)
	d.room.writing.offers = []draft{{Key: noteKey, Text: "Haiti", name: "1"}}
	d.Stage = desk.Late
	d.room.onResumeDraft(d.On(desktest.Element(map[string]string{"draft": "1"})), desktest.PressOn("draft", ""))
	if d.opened != nil || d.room.Offered().Words != "Haiti" {
		t.Errorf("opened is %q", d.opened)
	}
}

func TestASecondClickDiscardsNoDraftThatNobodyHasRead(t *testing.T) {
	d := newDesked(t)
	d.room.writing.offers = []draft{{Key: noteKey, Text: "Haiti", name: "1"}}
	twice := desktest.Press(desktest.Element(nil))
	twice.Value.Set("detail", 2)
	d.room.onDiscardDraft(d.On(desktest.Element(map[string]string{"draft": "1"})), twice)
	if d.room.Offered().Words != "Haiti" {
		t.Error("it is gone")
	}
}

func TestAFieldThatIsGoneIsLetGoOfAndWhatWasRefusedTold(t *testing.T) {
	d := newDesked(t)
	d.room.kinds["name"] = desk.WrittenKind{
		Now:  func([]string) (string, bool) { return "", true },
		Keep: func([]string, string) error { d.room.Refuse(); return nil },
		Says: "x",
	}
	d.typed("name", "Haiti")
	d.room.CommitOne("name")
	d.room.Keep()
	if got := d.Told(); len(got) != 1 || !strings.HasPrefix(got[0], "“Haiti” was not kept: ") || d.room.On("name") {
		t.Errorf("told is %q", got)
	}
	d.typed(formKey, "x")
	d.room.Keep()
	if d.room.On(formKey) {
		t.Error("a form that is gone is still being written")
	}
}

func TestAFormIsFollowedUntilItSaysWhatItBeganWith(t *testing.T) {
	d := newDesked(t)
	pc := d.room.writing.write(formKey, "x", time.Now())
	d.room.writing.begun[formKey] = "before"
	kind, of := d.room.KindOf(formKey)
	d.room.followForm(pc, kind, of, "y", true)
	if pc.text != "y" || !d.room.On(formKey) {
		t.Errorf("it says %q", pc.text)
	}
	d.room.followForm(pc, kind, of, "before", false)
	if !d.room.On(formKey) {
		t.Error("it is let go of while what comes of it is under way")
	}
	d.room.followForm(pc, kind, of, "before", true)
	if d.room.On(formKey) {
		t.Error("a form as it began is still being written")
	}
}

func TestWhatIsChangedInAFormWithoutTypingIsWritingToo(t *testing.T) {
	d := newDesked(t)
	read := ""
	d.room.kinds["scheme"] = desk.WrittenKind{Read: func([]string) string { return read }, Says: "x"}
	d.room.seekChanges()
	if d.room.On("scheme") {
		t.Error("nothing was changed")
	}
	read = "changed"
	d.room.seekChanges()
	if !d.room.On("scheme") || !d.room.Loose() {
		t.Error("what was changed is not noticed")
	}
	d.room.End("scheme")
	if d.room.On("scheme") {
		t.Error("what is another’s business is still being written")
	}
}

func TestAFieldThatOnlySearchesIsNotWriting(t *testing.T) {
	for _, tt := range []struct {
		why  string
		data map[string]string
		in   []string
		want string
	}{
		{"it says what it is", map[string]string{"writing": noteKey}, nil, noteKey},
		{"it says nothing", nil, []string{"textarea"}, desk.KeyFor(desk.OtherField, "")},
		{"it passes", map[string]string{desk.Passes: "true"}, []string{"textarea"}, ""},
		{"it is none", nil, nil, ""},
	} {
		if key, _ := writtenAt(desktest.Element(tt.data, tt.in...)); key != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, key, tt.want)
		}
	}
}

func TestTypingIsNoticed(t *testing.T) {
	d := newDesked(t)
	d.room.noticeWriting(desktest.Element(map[string]string{"writing": formKey}))
	if !d.room.On(formKey) {
		t.Error("a form that is typed in is not noticed")
	}
	d.room.noticeWriting(desktest.Element(nil))
	if n := len(d.room.writing.pieces); n != 1 {
		t.Errorf("%d fields are being written", n)
	}
}

func TestTwoKindsOfOneNameAreAFault(t *testing.T) {
	d := newDesked(t)
	defer func() {
		if recover() == nil {
			t.Error("the second takes the place of the first")
		}
	}()
	d.room.AddKinds(map[string]desk.WrittenKind{noteKey: {}})
}
