package bringing

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

// form is the open dialog: a text to paste, or the details of an article.
type form struct {
	open    bool
	article string // whose details are edited; "" for a new text
	details corpus.Details
	trouble string
	asked   string // the pasted text that is no plain one, which the trouble says
	serial  int
}

// key is under which its fields are written in.
func (f form) key() string {
	if f.article == "" {
		return desk.KeyFor(desk.PasteWriting)
	}
	return desk.KeyFor(desk.DetailsWriting, f.article)
}

// The ids of the dialog and its fields.
const (
	formID        = "article-form"
	textField     = "field-text"
	titleField    = "field-title"
	outletField   = "field-outlet"
	dateField     = "field-date"
	languageField = "field-language"
	addressField  = "field-address"
	headlineField = "field-headline"
	standField    = "field-standfirst"
)

// OnPaste opens the form for a text.
func (room *Room) OnPaste(ctx app.Context, e app.Event) { room.openForm("", corpus.Details{}) }

func (room *Room) onEditDetails(ctx app.Context, e app.Event) {
	room.openForm(room.desk.ArticleID, room.desk.Document().Details)
}

func (room *Room) openForm(article string, details corpus.Details) {
	if !room.desk.MayEdit() {
		return
	}
	room.form = form{open: true, article: article, details: details, serial: room.form.serial + 1}
	room.desk.Later(func() { browser.ShowModal(formID) })
}

func (room *Room) renderForm() app.UI {
	if !room.form.open {
		return app.Div().Hidden(true)
	}
	return &articleForm{Serial: room.form.serial, Trouble: room.form.trouble, Room: room}
}

// articleForm is the dialog. It is mounted anew each time it opens, so that
// its fields begin with what belongs there.
type articleForm struct {
	app.Compo

	Serial  int
	Trouble string
	Room    *Room
}

// CompoID tells the engine when a form is another one.
func (f *articleForm) CompoID() string { return "form " + string(rune('0'+f.Serial%2)) }

// Render draws the dialog. What says that something is wrong is always there:
// the engine matches children by their place, and one more among them would
// give the fields below it up for new and empty ones.
func (f *articleForm) Render() app.UI {
	state := f.Room.form
	isNew := state.article == ""
	title, button := "Edit details", "Keep"
	if isNew {
		title, button = "Paste a text", "Add article"
	}
	return app.Dialog().ID(formID).Class("form").Aria("label", title).
		On("close", f.onClose).On("cancel", f.onEscape).Body(
		app.Form().DataSet("writing", state.key()).OnSubmit(f.onSubmit).Body(
			app.H2().Text(kit.Upright(title)),
			app.P().Class("trouble").Hidden(f.Trouble == "").Attr("role", "alert").Text(kit.Upright(f.Trouble)),
			app.If(isNew, func() app.UI {
				return kit.Field("Text", app.Textarea().ID(textField).Rows(9).Dir("auto").Required(true).AutoFocus(true))
			}),
			kit.Field("Title", kit.Input(titleField, state.details.Title).Dir("auto").
				Placeholder(kit.Placeholder(isNew, "The first line, when left empty")).Required(!isNew)),
			app.Div().Class("row").Body(
				kit.Field("Outlet", kit.Input(outletField, state.details.Outlet).Dir("auto")),
				kit.Field("Date", kit.Input(dateField, state.details.Published).Type("date")),
			),
			app.Div().Class("row").Body(
				kit.Field("Language (a tag such as en, pt or fa)", kit.Input(languageField, state.details.Language).Attr("autocapitalize", "none")),
				kit.Field("Address of the original", kit.Input(addressField, state.details.URL).Type("url")),
			),
			f.renderHead(state, isNew),
			app.Div().Class("own").Body(
				app.Button().Type("submit").Class("primary").Text(button),
				app.Button().Type("button").Class("quiet").Text("Cancel").OnClick(f.onCancel),
			),
		),
	)
}

// onClose hears of every way in which the dialog closes, Esc included.
func (f *articleForm) onClose(app.Context, app.Event) { f.Room.form.open = false }

// onEscape keeps a text that was pasted from being lost by one key.
func (f *articleForm) onEscape(ctx app.Context, e app.Event) {
	if browser.Field(textField) == "" {
		return
	}
	e.PreventDefault()
	f.Room.form.trouble = "There is a text in here. Press Cancel to throw it away."
}

func (f *articleForm) onCancel(app.Context, app.Event) { browser.CloseModal(formID) }

func (f *articleForm) onSubmit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	if f.Room.form.article != "" || !f.Room.pastedOtherwise(ctx) {
		f.Room.submitForm(ctx)
	}
}

// submitForm adds the pasted text, or changes the details. What is wrong is
// said in the dialog, which stays open with everything that was typed.
func (room *Room) submitForm(ctx app.Context) {
	details := corpus.Details{
		Title:     browser.Field(titleField),
		Outlet:    browser.Field(outletField),
		Language:  browser.Field(languageField),
		Published: browser.Field(dateField),
		URL:       browser.Field(addressField),
		Note:      room.form.details.Note,
		File:      room.form.details.File,
		Changes:   room.form.details.Changes,
		Head:      chosenHead(),
	}
	var err error
	if room.form.article == "" {
		err = room.addPasted(ctx, details)
	} else {
		err = room.describe(room.form.article, details)
	}
	if err != nil {
		room.form.trouble = err.Error()
		return
	}
	room.desk.Writing.End(room.form.key())
	browser.CloseModal(formID)
}

// addPasted makes an article of a pasted text. What a person typed about it
// goes before what the text says about itself.
func (room *Room) addPasted(ctx app.Context, typed corpus.Details) error {
	headed := typed.Head != corpus.NoHead
	typed.Head = corpus.NoHead // until the text is known
	result, err := ingest.Pasted(browser.Field(textField), ingest.Typed{Details: typed, Headed: headed})
	if err != nil {
		return err
	}
	if err := result.Details.Check(); err != nil {
		return err
	}
	return room.addArticles(ctx, []ingest.Result{result})
}
