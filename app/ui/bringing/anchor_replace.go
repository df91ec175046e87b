package bringing

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/session/steps"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

// The ids of the dialog and its field.
const (
	replaceID      = "replace-text"
	newTextField   = "field-new-text"
	replacingTitle = "Replace the text"
)

// replacing is the open dialog for another text of an article.
type replacing struct {
	article *corpus.Document // nil where it is not open
	resumed bool             // it began with what was typed before
	trouble string
}

// retyped are the texts that were typed for articles and are not in their place
// yet, by the articles' IDs. They last as long as the page, and as drafts.
type retyped map[string]string

// keep keeps what stands in the dialog's field for an article, unless that is the
// text that the article has.
func (r *retyped) keep(doc *corpus.Document, text string) {
	delete(*r, doc.ID)
	if text == doc.Text() {
		return
	}
	if *r == nil {
		*r = retyped{}
	}
	(*r)[doc.ID] = text
}

// onReplaceText opens the dialog with the text as it is, to be changed or to be
// pasted over, or with what was typed before.
func (room *Room) onReplaceText(app.Context, app.Event) { room.openReplacing() }

func (room *Room) openReplacing() {
	if !room.desk.MayEdit() {
		return
	}
	doc := room.desk.Document()
	text, resumed := room.retyped[doc.ID]
	if !resumed {
		text = doc.Text()
	}
	room.replacing = replacing{article: doc, resumed: resumed}
	room.desk.WarmSecond()
	room.desk.Later(func() {
		browser.SetField(newTextField, text)
		browser.ShowModal(replaceID)
	})
}

func (room *Room) renderReplacing() app.UI {
	if room.replacing.article == nil {
		return app.Div().Hidden(true)
	}
	return &replaceDialog{Room: room, Resumed: room.replacing.resumed, Trouble: room.replacing.trouble}
}

// replaceDialog is the dialog.
type replaceDialog struct {
	app.Compo

	Room    *Room
	Resumed bool
	Trouble string
}

// Render draws the dialog.
func (d *replaceDialog) Render() app.UI {
	return app.Dialog().ID(replaceID).Class("form").Aria("label", replacingTitle).On("close", d.onClose).Body(
		app.Form().DataSet("writing", desk.KeyFor(desk.TextWriting, d.Room.replacing.article.ID)).OnSubmit(d.onSubmit).Body(
			app.H2().Text(replacingTitle),
			app.P().Class("trouble").Hidden(d.Trouble == "").Attr("role", "alert").Text(kit.Upright(d.Trouble)),
			app.P().Class("hint").Text("Change the text here, or paste another version of it. Then you see where each span would be, before anything is done."),
			app.P().Class("hint").Hidden(!d.Resumed).Text("This is what you typed before. It is not in its place yet."),
			kit.Field("Text", app.Textarea().ID(newTextField).Rows(14).Dir("auto").Required(true).AutoFocus(true)),
			app.Div().Class("own").Body(
				app.Button().Type("submit").Class("primary").Text("Compare"),
				kit.QuietButton("Begin again with the text as it is", d.onAnew).Hidden(!d.Resumed),
				kit.QuietButton("Cancel", d.onCancel),
			),
		),
	)
}

// onClose hears of every way in which the dialog closes, Esc included, and keeps
// what was typed.
func (d *replaceDialog) onClose(app.Context, app.Event) {
	room := d.Room
	if room.replacing.article != nil {
		room.retyped.keep(room.replacing.article, browser.Field(newTextField))
	}
	room.replacing = replacing{}
}

// onAnew puts the article's text into the field, in the place of what was typed.
func (d *replaceDialog) onAnew(app.Context, app.Event) {
	room := d.Room
	room.replacing.resumed, room.replacing.trouble = false, ""
	browser.SetField(newTextField, room.replacing.article.Text())
	browser.Focus(newTextField)
}

func (d *replaceDialog) onCancel(app.Context, app.Event) { browser.CloseModal(replaceID) }

// onSubmit has the text compared. What is wrong with it is said in the dialog. The
// text is kept until it is in its place.
func (d *replaceDialog) onSubmit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	room, typed := d.Room, browser.Field(newTextField)
	next, err := newVersion(room.replacing.article, typed)
	if err != nil {
		room.replacing.trouble = err.Error()
		return
	}
	if !room.stillReplacing() {
		return
	}
	room.retyped.keep(room.replacing.article, typed)
	room.replacing.article = nil
	browser.CloseModal(replaceID)
	room.desk.Context.Async(func() { room.replaceText(next) })
}

// stillReplacing reports whether the dialog's article is as it was when the dialog
// opened. Where another tab has changed it that is said, and the dialog goes on
// with the article as it is now.
func (room *Room) stillReplacing() bool {
	doc, there := room.desk.Session.Project().Document(room.replacing.article.ID)
	switch {
	case !there:
		room.replacing.trouble = "This article was removed in another tab meanwhile."
	case doc != room.replacing.article:
		room.replacing.article = doc
		room.replacing.trouble = "The article was changed in another tab meanwhile. Press Compare again to go on with the text that is here."
	default:
		return true
	}
	return false
}

// newVersion is a document with another text.
func newVersion(doc *corpus.Document, text string) (*corpus.Document, error) {
	result, err := ingest.Pasted(text, ingest.Typed{Headed: doc.Head != corpus.NoHead})
	if err != nil {
		return nil, err
	}
	if result.Text == doc.Text() {
		return nil, errors.New("this is the text that is there already")
	}
	details := doc.Details
	details.Head = headOfNew(doc, result)
	return corpus.NewDocument(doc.ID, details, result.Text)
}

// replaceText shows where the spans of an article would be on its new text, and
// then puts that in the place of the old one, as one edit. It is not for the UI
// goroutine.
//
// The new text is an article of its own ID: what another tab, which has not heard
// of it yet, marks on the old one is then refused, and does not land on other words.
func (room *Room) replaceText(next *corpus.Document) {
	var text *changedText
	err := room.desk.Run("Comparing the texts", func(ctx context.Context, tell session.Progress) error {
		compared, err := room.desk.Session.CompareText(ctx, next.ID, next.WithID(annotations.NewID()), tell)
		if err == nil {
			text = newChangedText(steps.NewChangedText(compared, compared.Old))
		}
		return err
	})
	if err == nil && len(text.Spans) > 0 {
		err = room.askTexts(changedTexts{list: []*changedText{text}, replaces: true})
	}
	room.desk.OnPage(func() {
		switch {
		case errors.Is(err, context.Canceled):
			room.desk.Say("The text stays as it is")
		case err != nil:
			room.desk.Notices.Add(desk.Failure, "The text was not replaced: "+err.Error())
		default:
			room.putText(text)
		}
	})
}

// putText does what was chosen, unless the article or its spans were changed
// meanwhile, in another tab.
func (room *Room) putText(text *changedText) {
	now := room.desk.Session.Project()
	if text.isOutdated(now) {
		room.desk.Notices.Add(desk.Failure, "The text was not replaced, since the article or its spans were changed in another tab meanwhile.",
			"“"+replacingTitle+"” has kept what you typed.")
		return
	}
	text.Project = now
	choice := text.Choice()
	edit, err := text.Edit(choice)
	if err != nil {
		room.desk.Notices.Add(desk.Failure, "The text was not replaced: "+err.Error())
		return
	}
	if room.desk.Do(edit) {
		room.desk.Ask.ShowArticle(text.New.ID, 0)
		delete(room.retyped, text.Old.ID)
		room.desk.Writing.End(desk.KeyFor(desk.TextWriting, text.Old.ID))
		said := []string{fmt.Sprintf("The text of “%s” was replaced.", kit.Shorten(text.Old.Title, 60))}
		if len(text.Spans) > 0 {
			said = append(said, text.Placed(choice).String()+".")
		}
		room.desk.Notices.Put(desk.Notice{Kind: desk.Done, Undo: room.desk.Session.Revision(), Sentences: said})
		room.desk.FocusText()
	}
}

// isOutdated reports whether the article is not what was compared any more, or its
// spans are not.
func (c *changedText) isOutdated(now *annotations.Project) bool {
	doc, _ := now.Document(c.Old.ID)
	return doc != c.Old || !slices.Equal(now.Sets(c.Old.ID), c.Project.Sets(c.Old.ID))
}
