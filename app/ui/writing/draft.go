package writing

import (
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations/jsontext"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// draft is what somebody was writing that is no edit: as it is kept beside the
// work, and as it is offered again.
type draft struct {
	Key  string
	Text string
	At   time.Time

	name string // under which it is kept
	lost *piece // of which it is, where what that was written for is gone
}

// fields are those that are kept.
func (d *draft) fields() jsontext.Fields {
	return jsontext.Fields{{Name: "key", At: &d.Key}, {Name: "text", At: &d.Text}, {Name: "at", At: &d.At}}
}

// splitFields is the way back.
func splitFields(kind desk.WrittenKind, text string) map[string]string {
	if values, err := jsontext.ReadMap(text); kind.Form && err == nil {
		return values
	}
	return map[string]string{"": text}
}

// wordsOf are the words that a person knows a draft by: of a form its longest text.
// How a box of the form is ticked is no text of theirs.
func wordsOf(kind desk.WrittenKind, text string) string {
	longest := ""
	for _, value := range splitFields(kind, text) {
		ticked := kind.Form && (value == "true" || value == "false")
		if !ticked && (len(value) > len(longest) || len(value) == len(longest) && value < longest) {
			longest = value
		}
	}
	return longest
}

// keepDraft keeps a piece beside the work. The page says Saved when the database
// has said that it is there. While a former draft of it is being forgotten it has to
// wait: it would be forgotten with that.
func (room *Room) keepDraft(pc *piece) {
	w := &room.writing
	if pc.storing || w.forgetting[pc.name] > 0 || room.desk.Store == nil {
		return
	}
	letters := pc.letters
	kept := draft{Key: pc.key, Text: pc.text, At: time.Now()}
	data := kept.fields().Text()
	pc.storing = true
	w.storing++
	room.desk.Context.Async(func() {
		err := room.desk.Store.KeepDraft(room.desk.Context, pc.name, data)
		room.desk.Dispatch(func() {
			w.storing--
			w.failure = err
			pc.stored(letters, err)
			if w.pieces[pc.key] != pc && !w.offered(pc.name) {
				room.dropDraft(pc) // it was finished meanwhile
			}
			room.desk.Ask.ShowSaving()
			if pc.loose {
				room.planWriting(keepAfter)
			}
		})
	})
}

// stored takes in that the draft of a piece was kept, as it was when so many letters
// had been typed, or could not be. A letter that was typed since is not in it,
// whether or not anybody has read the form again.
func (pc *piece) stored(letters int, err error) {
	pc.storing = false
	if err == nil {
		pc.draft = true
		pc.loose = pc.loose && pc.letters != letters
	}
}

// dropDraft forgets the draft of a piece, once what was made of it is saved.
func (room *Room) dropDraft(pc *piece) {
	if pc.draft {
		pc.draft = false
		room.forgetDraft(pc.name)
	}
}

// forgetDraft forgets a draft of that name. The page says Saved when it is gone: one
// that is opened then does not offer it any more.
func (room *Room) forgetDraft(name string) {
	w, s := &room.writing, room.desk.Session
	w.forgetting[name]++
	room.desk.Ask.ShowSaving()
	room.desk.Context.Async(func() {
		if s.Wait(room.desk.Context) == nil {
			_ = room.desk.Store.DropDraft(room.desk.Context, name) // it is offered once more then
		}
		room.desk.Dispatch(func() {
			if w.forgetting[name]--; w.forgetting[name] == 0 {
				delete(w.forgetting, name)
			}
			room.desk.Ask.ShowSaving()
		})
	})
}

// followDrafts lets go of the forms that a person is through with, and takes in
// what has changed in the others by other means than typing. While the page only
// reads, or what comes of a form is still under way, nothing of it is finished; but
// what is typed into one meanwhile is taken in.
func (room *Room) followDrafts() {
	w := &room.writing
	settled := !room.desk.Locked() && !room.desk.Busy()
	if settled {
		room.seekChanges()
	}
	for key, pc := range w.pieces {
		kind, of := room.KindOf(key)
		element, there := pc.find()
		switch {
		case kind.Keep != nil && there, !settled && (!there || !kind.Form):
		case !there && kind.Lasts != nil && kind.Lasts(of):
		case !there:
			room.through(pc, kind)
		default:
			room.followForm(pc, kind, of, room.written(key, element), settled)
		}
	}
}

// find is the field or the form of a piece, which may have been made anew.
func (pc *piece) find() (element app.Value, there bool) {
	if pc.element == nil || !pc.element.Truthy() || !pc.element.Get("isConnected").Bool() {
		pc.element = browser.WithData("writing", pc.key)
	}
	return pc.element, pc.element.Truthy()
}

// through lets go of a piece of which the field is gone. What was in none of the
// fields that tell that themselves, and could not become an edit, is told.
func (room *Room) through(pc *piece, kind desk.WrittenKind) {
	delete(room.writing.pieces, pc.key)
	room.dropDraft(pc)
	if pc.pending && kind.Keep != nil && kind.Refuse == nil && pc.refused != nil {
		room.desk.Notices.Add(desk.Failure, "“"+kit.Shorten(strings.TrimSpace(pc.text), kit.InClause)+"” was not kept: "+pc.refused.Error())
	}
}

// followForm takes in what stands in a form. Where it is settled it lets go of what
// the form began with, or what the work says.
func (room *Room) followForm(pc *piece, kind desk.WrittenKind, of []string, text string, settled bool) {
	w := &room.writing
	switch {
	case settled && (text == w.begun[pc.key] || kind.Now != nil && isNow(kind, of, text)):
		delete(w.pieces, pc.key)
		room.dropDraft(pc)
	case text != pc.text:
		w.write(pc.key, text, time.Now())
	}
}

func isNow(kind desk.WrittenKind, of []string, text string) bool {
	now, there := kind.Now(of)
	return there && now == text
}

// seekChanges takes in what a person has changed in a form without typing.
func (room *Room) seekChanges() {
	for name, kind := range room.kinds {
		key := desk.KeyFor(name)
		if kind.Read == nil || room.writing.on(key) {
			continue
		}
		if text := kind.Read(nil); text != "" {
			room.writing.write(key, text, time.Now())
		}
	}
}

// lost reports whether what a piece was written for is not there any more. Its
// words are told and offered then.
func (room *Room) lost(pc *piece, kind desk.WrittenKind, of []string) bool {
	if _, there := kind.Now(of); there {
		return false
	}
	w := &room.writing
	delete(w.pieces, pc.key)
	if strings.TrimSpace(pc.text) == "" {
		room.dropDraft(pc)
		return true
	}
	pc.loose = true
	w.offers = append(w.offers, draft{Key: pc.key, Text: pc.text, name: pc.name, lost: pc})
	room.keepDraft(pc)
	return true
}

// Follow looks whether what is being written about is still there.
func (room *Room) Follow() {
	for _, pc := range room.writing.pieces {
		if kind, of := room.KindOf(pc.key); kind.Keep != nil {
			room.lost(pc, kind, of)
		}
	}
}

func (w *writing) offered(name string) bool {
	for _, d := range w.offers {
		if d.name == name {
			return true
		}
	}
	return false
}

// RecallDrafts finds what was being written when a page of this project was closed
// or had crashed. The drafts of a tab that is open are its own for as long as it is.
func (room *Room) RecallDrafts() {
	if room.desk.Store == nil {
		return
	}
	room.desk.Context.Async(func() {
		browser.Hold(room.desk.OwnKey(draftsOf + room.writing.tab))
		found, err := room.desk.Store.Drafts(room.desk.Context)
		if err != nil {
			return // they are offered the next time
		}
		tabs := map[string]bool{}
		for name := range found {
			tab, _, _ := strings.Cut(name, ".")
			tabs[tab] = true
		}
		for tab := range tabs {
			go func() {
				browser.Hold(room.desk.OwnKey(draftsOf + tab))
				room.offerDraftsOf(tab)
			}()
		}
	})
}

// draftsOf begins the name that a tab holds while it may be writing drafts.
const draftsOf = "spanwise.drafts."

// offerDraftsOf offers what a tab has left. What has become an edit nevertheless is
// forgotten.
func (room *Room) offerDraftsOf(tab string) {
	if tab == room.writing.tab {
		return
	}
	found, err := room.desk.Store.Drafts(room.desk.Context)
	if err != nil {
		return
	}
	room.desk.Dispatch(func() {
		for name, data := range found {
			var d draft
			if !strings.HasPrefix(name, tab+".") || d.fields().Read(data) != nil {
				continue
			}
			d.name = name
			if kind, of := room.KindOf(d.Key); kind.Now != nil && isNow(kind, of, d.Text) {
				room.forgetDraft(name)
				continue
			}
			room.writing.offers = append(room.writing.offers, d)
		}
	})
}

// Offered is the draft that is offered first, as the page shows it. Says is ""
// where there is none.
type Offered struct {
	Name        string // of the draft
	Says, Words string
	Resumes     bool // it can be gone on with where it was written
}

// Offered is the drafts that are offered again.
func (room *Room) Offered() Offered {
	if len(room.writing.offers) == 0 {
		return Offered{}
	}
	d := room.writing.offers[0]
	kind, of := room.KindOf(d.Key)
	o := Offered{Name: d.name, Says: kind.Says, Words: wordsOf(kind, d.Text), Resumes: kind.Open != nil}
	if kind.Now != nil {
		_, there := kind.Now(of)
		o.Resumes = o.Resumes && there
	}
	if !o.Resumes {
		o.Says = kind.Gone
	}
	return o
}

// RenderOffered draws the banner by which a draft is offered.
func (room *Room) RenderOffered(o Offered) app.UI {
	return app.Div().Class("notice", string(desk.Warning), "draft").Attr("role", "note").Body(
		app.Div().Class("sentences").Body(
			app.P().Text(o.Says),
			kit.AsWritten(app.P()).Class("rest", "words").TabIndex(0).Hidden(o.Words == "").Text(o.Words),
		),
		kit.QuietButton("Go on", room.onResumeDraft).DataSet("draft", o.Name).Hidden(!o.Resumes),
		kit.QuietButton("Copy", room.onCopyDraft).Hidden(o.Resumes),
		kit.QuietButton("Discard", room.onDiscardDraft).DataSet("draft", o.Name),
	)
}

// takeOffer takes the draft of a name off the page, if it is offered still.
func (w *writing) takeOffer(name string) (d draft, offered bool) {
	i := slices.IndexFunc(w.offers, func(d draft) bool { return d.name == name })
	if i < 0 {
		return draft{}, false
	}
	d = w.offers[i]
	w.offers = slices.Delete(slices.Clone(w.offers), i, i+1)
	return d, true
}

// onDiscardDraft forgets the draft that the banner showed. The second half of a
// double click comes when it shows the next one, which nobody has read yet.
func (room *Room) onDiscardDraft(ctx app.Context, e app.Event) {
	if e.Get("detail").Int() > 1 {
		return
	}
	if d, offered := room.writing.takeOffer(browser.Data(ctx.JSSrc(), "draft")); offered {
		room.forgetDraft(d.name)
		room.desk.FocusText()
	}
}

// onCopyDraft copies the words of a draft that has no place any more. They stay
// until they are discarded.
func (room *Room) onCopyDraft(app.Context, app.Event) {
	words := room.Offered().Words
	room.desk.Context.Async(func() {
		err := browser.CopyText(words)
		room.desk.OnPage(func() {
			if err != nil {
				room.desk.Notices.Add(desk.Failure, "The words could not be copied: "+err.Error())
				return
			}
			room.desk.Say("Copied")
		})
	})
}

// onResumeDraft opens what the draft was written in, and goes on with it there.
func (room *Room) onResumeDraft(ctx app.Context, _ app.Event) {
	if !room.desk.MayEdit() {
		return
	}
	d, offered := room.writing.takeOffer(browser.Data(ctx.JSSrc(), "draft"))
	if !offered {
		return
	}
	kind, of := room.KindOf(d.Key)
	kind.Open(of)
	room.fillDraft(d, time.Now().Add(fillWithin))
}

// fillWithin is how long a dialog may take to open, and fillAgain how often it is
// looked for.
const (
	fillWithin = 5 * time.Second
	fillAgain  = 30 * time.Millisecond
)

// fillDraft puts a draft into the fields that it was written in, once they are on
// the page. Where they do not come it is offered again.
func (room *Room) fillDraft(d draft, until time.Time) {
	w := &room.writing
	kind, _ := room.KindOf(d.Key)
	element := browser.WithData("writing", d.Key)
	switch {
	case element.Truthy():
		w.begun[d.Key] = room.written(d.Key, element)
		w.pieces[d.Key] = &piece{key: d.Key, name: d.name, draft: true}
		if kind.Fill != nil {
			kind.Fill(d.Text)
			return
		}
		browser.FillFields(element, splitFields(kind, d.Text))
		browser.FocusOn(element)
	case time.Now().Before(until):
		time.AfterFunc(fillAgain, func() { room.desk.Dispatch(func() { room.fillDraft(d, until) }) })
	default:
		w.offers = append(w.offers, d)
	}
}
