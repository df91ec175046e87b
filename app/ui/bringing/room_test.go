package bringing

import (
	"errors"
	"slices"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

var press = desktest.PressOn("none", "")

func TestATextIsPastedIntoAFormThatBeginsEmpty(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	if got := desktest.Seen(room.renderForm()); got != "" {
		t.Errorf("before it opens there is %q", got)
	}
	room.OnPaste(d.Context, press)
	d.Settle()
	desktest.MustSay(t, desktest.Seen(room.renderForm()), "Paste a text Text", "The title is the headline: the first line of the text", "Add article Cancel")
	form := room.renderForm().(*articleForm)
	form.onSubmit(d.Context, press) // where no browser is, the field is empty
	if room.form.trouble == "" || len(d.Session.Project().Documents()) != 1 {
		t.Error("an article without a text is added")
	}
	desktest.MustSay(t, desktest.Seen(room.renderForm()), room.form.trouble)
	form.onClose(d.Context, press)
	if room.form.open {
		t.Error("it is still open")
	}
}

func TestTheDetailsOfAnArticleAreEditedInItsForm(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	desktest.MustSay(t, desktest.Seen(room.RenderOwn()), "Edit details Replace the text Remove article")
	room.onEditDetails(d.Context, press)
	desktest.MustSay(t, desktest.Seen(room.renderForm()), "Edit details Title [Article 1]", "[en]", "The first line is the headline", "What comes after it is the standfirst", "Keep Cancel")
	if err := room.describe(d.ArticleID, corpus.Details{Title: "Another", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	if got := d.Document().Title; got != "Another" {
		t.Errorf("it is called %q", got)
	}
	if err := room.describe(d.ArticleID, corpus.Details{}); err == nil || d.Document().Title != "Another" {
		t.Error("an article has no title")
	}
}

func TestWhileThePageOpensNothingIsBrought(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Stage = desk.Late
	room.OnPaste(d.Context, press)
	room.onReplaceText(d.Context, press)
	if room.form.open || room.replacing.article != nil {
		t.Error("a dialog opens")
	}
}

func TestTextsAreAddedAsOneEditAndTheFirstIsOpened(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	texts := []ingest.Result{
		{Text: "One.\n", Details: corpus.Details{Title: "One"}},
		{Text: "Two.\n", Details: corpus.Details{Title: "Two"}},
	}
	if err := room.addArticles(d.Context, texts); err != nil {
		t.Fatal(err)
	}
	docs := d.Session.Project().Documents()
	if len(docs) != 3 || !d.WasAsked("OpenArticle "+docs[1].ID) || docs[1].Title != "One" {
		t.Errorf("there are %d articles, asked %q", len(docs), d.Asked.Asked)
	}
	if got := d.Told(); len(got) == 0 || got[0] != "Added 2 articles." || d.Notices.List[0].Undo == 0 {
		t.Errorf("told is %q", got)
	}
	d.Session.Undo()
	if n := len(d.Session.Project().Documents()); n != 1 {
		t.Errorf("one undo leaves %d", n)
	}
	if err := room.addArticles(d.Context, nil); err != nil || len(d.Session.Project().Documents()) != 1 {
		t.Error("no text is an article")
	}
}

func TestATextThatWasAlteredIsToldAsAWarning(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	if err := room.addArticles(d.Context, []ingest.Result{{Text: "One.\n", Details: corpus.Details{Title: "One"}, Altered: true}}); err != nil {
		t.Fatal(err)
	}
	if got := d.Notices.List[0].Kind; got != desk.Warning {
		t.Errorf("it is told as %q", got)
	}
}

func TestAnArticleIsRemovedWithAllThatIsMarkedAndComesBack(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Mark(t, "actor", "Shoigu")
	room.onRemoveArticle(d.Context, press)
	if got := d.Told(); !slices.Equal(got, []string{"Removed “Article 1” with 1 span."}) || d.Notices.List[0].Undo == 0 {
		t.Errorf("told is %q", got)
	}
	if n := len(d.Session.Project().Documents()); n != 0 {
		t.Errorf("there are %d articles", n)
	}
	d.Session.Undo()
	if got := d.Marked(); !slices.Equal(got, []string{"actor: Shoigu"}) {
		t.Errorf("after undo marked is %q", got)
	}
}

func TestFilesThatAreDraggedOverThePageAreInvited(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	if got := desktest.Seen(room.renderDropHint()); got != "" {
		t.Errorf("nothing is dragged, and it says %q", got)
	}
	if room.OnDragOver(d.Context, press) || room.OnDrop(d.Context, press) {
		t.Error("something that is no file is taken")
	}
	room.dropping = true
	desktest.MustSay(t, desktest.Seen(room.renderDropHint()), "Drop text files to open them")
	inner := desktest.Press(nil)
	inner.Value.Set("relatedTarget", desktest.Element(nil))
	if room.OnDragLeave(d.Context, inner) || !room.dropping {
		t.Error("what is dragged from one element to another leaves")
	}
	if !room.OnDragLeave(d.Context, press) || room.dropping {
		t.Error("what leaves the window stays")
	}
}

// replacing is a room in which “Shoigu” is an actor, and the dialog for another text
// is open.
func replacingText(t *testing.T) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t)
	d.Mark(t, "actor", "Shoigu")
	room := New(d.Desk)
	room.onReplaceText(d.Context, press)
	d.Settle()
	return d, room
}

func TestAnotherTextIsTypedInADialogThatKeepsIt(t *testing.T) {
	d, room := replacingText(t)
	desktest.MustSay(t, desktest.Seen(room.renderReplacing()), "Replace the text Change the text here", "Compare Cancel")
	desktest.MustNotSay(t, desktest.Seen(room.renderReplacing()), "Begin again")
	doc := d.Document()
	room.retyped.keep(doc, "Another.")
	room.replacing = replacing{}
	room.onReplaceText(d.Context, press)
	desktest.MustSay(t, desktest.Seen(room.renderReplacing()), "This is what you typed before. It is not in its place yet.", "Begin again with the text as it is")
	room.renderReplacing().(*replaceDialog).onAnew(d.Context, press)
	desktest.MustNotSay(t, desktest.Seen(room.renderReplacing()), "Begin again")
	room.retyped.keep(doc, doc.Text())
	if room.isRetyped([]string{doc.ID}) {
		t.Error("the text that is there is kept as another")
	}
	room.renderReplacing().(*replaceDialog).onSubmit(d.Context, press) // where no browser is, the field is empty
	if room.replacing.trouble == "" {
		t.Error("an article may have no text")
	}
	room.renderReplacing().(*replaceDialog).onClose(d.Context, press)
	if got := desktest.Seen(room.renderReplacing()); got != "" {
		t.Errorf("closed, there is %q", got)
	}
}

func TestATextThatIsTheSameIsNone(t *testing.T) {
	d, _ := replacingText(t)
	if _, err := newVersion(d.Document(), d.Document().Text()); err == nil {
		t.Error("the same text is another")
	}
	next, err := newVersion(d.Document(), "Sergei Shoigu met Akar.")
	if err != nil || next.ID != d.ArticleID || next.Title != "Article 1" {
		t.Errorf("%+v, %v", next, err)
	}
}

func TestAnArticleThatIsChangedInAnotherTabIsNotReplaced(t *testing.T) {
	d, room := replacingText(t)
	if !room.stillReplacing() {
		t.Error("nothing was changed")
	}
	d.Apply(t, annotations.DescribeDocument{ID: d.ArticleID, Details: corpus.Details{Title: "Theirs"}})
	if room.stillReplacing() || room.replacing.article.Title != "Theirs" {
		t.Error("what was changed is not noticed")
	}
	desktest.MustSay(t, desktest.Seen(room.renderReplacing()), "Press Compare again")
	d.Apply(t, annotations.RemoveDocument{ID: d.ArticleID})
	if room.stillReplacing() {
		t.Error("what was removed is not noticed")
	}
	desktest.MustSay(t, desktest.Seen(room.renderReplacing()), "This article was removed in another tab meanwhile.")
}

// dialogOver is the dialog about the texts of a file that are others here.
func dialogOver(t *testing.T) (*desktest.Desk, *Room, *changedDialog) {
	t.Helper()
	_, texts := compared(t)
	d := desktest.New(t)
	room := New(d.Desk)
	room.changed = changedTexts{list: texts, answer: make(chan bool, 1)}
	return d, room, room.renderChanged().(*changedDialog)
}

func TestWhereSpansWouldBeIsShownBeforeAnythingIsDone(t *testing.T) {
	_, room, dialog := dialogOver(t)
	seen := desktest.Seen(dialog)
	desktest.MustSay(t, seen, "Place its 3 spans on the text that is here", "Import it as an article of its own",
		"Doubtful: 1", "Tick those that are right.", "Actor “Shoygu”", "Lost: 1", "Moved: 1", "Keep the file’s text as an article of its own, with the 2 spans not placed", "Import Cancel")
	desktest.MustNotSay(t, seen, "At the same place", "Show ", "Tick all")
	room.changed.replaces = true
	desktest.MustSay(t, desktest.Seen(dialog), "becomes another. So its 3 spans would be:", "Keep the text of before", "Replace Cancel")
	room.changed = changedTexts{}
	if got := desktest.Seen(room.renderChanged()); got != "" {
		t.Errorf("nothing is asked, and there is %q", got)
	}
}

func TestWhatIsTickedIsDone(t *testing.T) {
	d, _, dialog := dialogOver(t)
	c := dialog.Asked.list[0]
	doubtful := slices.IndexFunc(c.Spans, func(s intake.PlacedSpan) bool { return s.Verdict == intake.Doubtful })
	tick := func(sets string, span string, on bool) {
		element := desktest.Element(map[string]string{"sets": sets, "text": "0", "span": span}, "button")
		element.Set("checked", on)
		dialog.onChange(d.Context, desktest.Press(element))
	}
	tick(takeSpan, string(rune('0'+doubtful)), true)
	desktest.MustSay(t, desktest.Seen(dialog), "with the 1 span not placed")
	tick(keepText, "", true)
	if !c.Keep {
		t.Error("the text is not kept")
	}
	tick(setApart, "", true)
	desktest.MustNotSay(t, desktest.Seen(dialog), "Doubtful: 1")
	tick(placeHere, "", true)
	desktest.MustSay(t, desktest.Seen(dialog), "Doubtful: 1")
	before := c.open
	dialog.onPress(d.Context, desktest.Press(desktest.Element(map[string]string{"sets": showMore, "text": "0", "span": "1"}, "button")))
	if c.open[1] != before[1]+listedAtOnce {
		t.Errorf("listed are %v", c.open)
	}
	dialog.set(keepText, "7", "", false)
	if !c.Keep {
		t.Error("a control of another text sets this one")
	}
}

func TestTheDialogAnswersOnce(t *testing.T) {
	d, _, dialog := dialogOver(t)
	dialog.onGoOn(d.Context, press)
	dialog.onClose(d.Context, press)
	if yes := <-dialog.Asked.answer; !yes {
		t.Error("what closes the dialog afterwards takes the answer back")
	}
	dialog.onClose(d.Context, press)
	if yes := <-dialog.Asked.answer; yes {
		t.Error("a dialog that is closed goes on")
	}
}

func TestWhoIsAskedAboutTextsGoesOnOrNot(t *testing.T) {
	for _, goesOn := range []bool{true, false} {
		_, texts := compared(t)
		d := desktest.New(t)
		room := New(d.Desk)
		var err error
		d.Beside(func() {
			go func() {
				for asked := false; !asked; {
					d.OnPage(func() {
						if asked = room.changed.answer != nil; asked {
							room.changed.reply(goesOn)
						}
					})
				}
			}()
			err = room.askTexts(changedTexts{list: texts})
		})
		if (err == nil) != goesOn || room.changed.answer != nil {
			t.Errorf("answered %v, it comes to %v", goesOn, err)
		}
	}
}

func TestWhyAFileWasNotImportedIsToldAndThatNothingWasChanged(t *testing.T) {
	n := New(desktest.New(t).Desk).refusal(session.File{Name: "a.json"}, errors.New("it is no project"))
	want := []string{"a.json was not imported: it is no project", "Nothing here was changed."}
	if !slices.Equal(n.Sentences, want) || n.Kind != desk.Failure || n.Offer != "" {
		t.Errorf("told is %q, offered %q", n.Sentences, n.Offer)
	}
}

func TestWhatIsBeingWrittenOfAnArticleIsGoneOnWith(t *testing.T) {
	d := desktest.New(t, "One.\n", "Two.\n")
	room := New(d.Desk)
	kinds := room.Registration().Written
	kinds[desk.PasteWriting].Open(nil)
	if !room.form.open || room.form.article != "" {
		t.Errorf("opened is %+v", room.form)
	}
	kinds[desk.DetailsWriting].Open([]string{"d1"})
	if room.form.article != "d1" {
		t.Errorf("opened is %+v", room.form)
	}
	kinds[desk.TextWriting].Open([]string{"d1"})
	if room.replacing.article != d.Document() {
		t.Errorf("opened is %+v", room.replacing)
	}
	for _, tt := range []struct {
		kind, of string
		there    bool
	}{{desk.DetailsWriting, "d2", true}, {desk.DetailsWriting, "gone", false}, {desk.TextWriting, "d2", true}, {desk.TextWriting, "gone", false}} {
		if _, there := kinds[tt.kind].Now([]string{tt.of}); there != tt.there {
			t.Errorf("%s of %s is there: %v", tt.kind, tt.of, there)
		}
	}
	if kinds[desk.TextWriting].Lasts([]string{"d1"}) {
		t.Error("a text that nobody typed lasts")
	}
}
