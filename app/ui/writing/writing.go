package writing

import (
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

const (
	// keepAfter is how long after the first letter that is not kept the field is
	// kept, whether or not the writer rests.
	keepAfter = 600 * time.Millisecond
	// restsAfter is how long a writer must rest for what comes to be another step
	// of undo: it takes back a thought and not a letter.
	restsAfter = 2 * time.Second
	// longestStep ends a step of a writer who never rests.
	longestStep = 30 * time.Second
	// lookAgain is how often drafts are looked at that somebody may have finished,
	// or that could not be kept.
	lookAgain = 2 * time.Second
)

// writing is what a person is writing, in whatever field. No field has to see to
// it: what is typed anywhere on the page is noticed as it happens, and keeps the
// page from saying Saved until it is kept. How, a field says by its key in
// data-writing (see keyFor and desk.WrittenKind): as an edit, or as a draft beside the
// work. A field that says nothing is kept as a draft. Only one that is marked as
// passing, or searches, is not writing.
type writing struct {
	unseen atomic.Int32 // events of typing that were not looked at yet
	// elsewhere says of the letters with which the page is not done yet whether what
	// they are typed into is read elsewhere.
	elsewhere []bool
	pieces    map[string]*piece
	begun     map[string]string // what stood in a field when the keyboard came into it
	shown     map[string]shown
	serial    int
	due       time.Time // when all is looked at next; zero: not planned
	storing   int       // drafts that are on their way
	failure   error     // of the last draft
	// forgetting counts, by name, the drafts that are on their way out.
	forgetting map[string]int

	step   step
	making *piece // of which an edit is being made
	tab    string // begins the names of this tab's drafts
	offers []draft
}

// piece is what is being written in one field, or in one form.
type piece struct {
	key     string
	name    string // of its draft
	text    string
	loose   bool // it is kept nowhere
	pending bool // it is no edit yet
	letters int  // how often something was typed
	draft   bool // there is a draft of it
	storing bool
	element app.Value // the field or the form
	typed   time.Time // last
	refused error     // why the edit could not be made
}

// shown is what the page has put into a field, and a number that changes when it
// has to put in something else.
type shown struct {
	value  string
	serial int
}

// step is the step of undo that a field is being kept as.
type step struct {
	id, key string
	began   time.Time
}

// Listen notices what is typed.
func (room *Room) Listen() {
	w := &room.writing
	w.pieces, w.begun, w.shown = map[string]*piece{}, map[string]string{}, map[string]shown{}
	w.forgetting = map[string]int{}
	w.tab = annotations.NewID()
	browser.OnTyping(browser.Typing{
		Typed:   room.typed,
		Dealt:   room.dealt,
		Pressed: room.onPage(func(app.Value) { room.planWriting(keepAfter) }),
		Entered: room.onPage(room.beginWriting),
		Left:    room.onPage(room.Leave),
	})
	browser.OnHide(func() { room.desk.Dispatch(room.Keep) })
}

// onPage has something done about what is written where an element is, on the page's
// goroutine.
func (room *Room) onPage(do func(app.Value)) func(app.Value) {
	return func(target app.Value) {
		if key, _ := writtenAt(target); key != "" {
			room.desk.Context.Dispatch(func(ctx app.Context) {
				ctx.PreventUpdate()
				do(target)
			})
		}
	}
}

// typed has the page not say Saved from here on, and takes the letter in. What is not
// read off the field itself is what it was, until the room that has it has heard of
// the letter: it is read once more then.
func (room *Room) typed(field app.Value) {
	w := &room.writing
	key, _ := writtenAt(field)
	kind, _ := room.KindOf(key)
	w.elsewhere = append(w.elsewhere, kind.Read != nil)
	if key == "" {
		return
	}
	w.unseen.Add(1)
	if kind.Read != nil {
		w.unseen.Add(1)
	}
	browser.Unsay(desk.SavingID, desk.SavingText(session.Saving{}), desk.SavingText(session.Saving{State: session.Writing}))
	room.onPage(room.see)(field)
}

func (room *Room) dealt(field app.Value) {
	w := &room.writing
	again := w.elsewhere[0]
	w.elsewhere = w.elsewhere[1:]
	if again {
		room.desk.Context.Dispatch(func(ctx app.Context) {
			ctx.PreventUpdate()
			room.see(field)
		})
	}
}

// see takes in a letter that was not seen yet.
func (room *Room) see(field app.Value) {
	room.writing.unseen.Add(-1)
	room.noticeWriting(field)
}

// ownFields are the fields in which a person writes something of their own unless
// they say otherwise.
const ownFields = "textarea, input:is(:not([type]), [type=text], [type=url], [type=email])"

// writtenAt finds what is being written where an element is: its key, and the
// element that has it. The key is "" where nothing is.
func writtenAt(target app.Value) (key string, element app.Value) {
	if element = browser.Closest(target, "[data-writing]"); element.Truthy() {
		return browser.Data(element, "writing"), element
	}
	if field := browser.Closest(target, ownFields); field.Truthy() && browser.Data(field, desk.Passes) == "" {
		return desk.KeyFor(desk.OtherField, field.Get("id").String()), field
	}
	return "", app.Null()
}

// beginWriting remembers what stood in a field before anybody wrote in it.
func (room *Room) beginWriting(field app.Value) {
	key, element := writtenAt(field)
	if _, known := room.writing.pieces[key]; key != "" && !known {
		room.writing.begun[key] = room.written(key, element)
	}
}

// written is what stands in a field or a form.
func (room *Room) written(key string, element app.Value) string {
	if kind, of := room.KindOf(key); kind.Read != nil {
		return kind.Read(of)
	}
	return desk.JoinFields(browser.FieldsIn(element))
}

// noticeWriting takes in what stands in a field that was typed in.
func (room *Room) noticeWriting(field app.Value) {
	key, element := writtenAt(field)
	if key == "" || room.desk.Session == nil {
		return
	}
	text := ""
	if kind, _ := room.KindOf(key); !kind.Form { // a form is read when it is kept: it may hold megabytes
		text = room.written(key, element)
	} else if pc := room.writing.pieces[key]; pc != nil {
		text = pc.text
	}
	room.writing.write(key, text, time.Now()).element = element
	room.planWriting(keepAfter)
}

// write takes in that a text stands in a field now.
func (w *writing) write(key, text string, now time.Time) *piece {
	pc := w.pieces[key]
	if pc == nil {
		pc = &piece{key: key, name: w.tab + "." + annotations.NewID()}
		w.pieces[key] = pc
	}
	if now.Sub(pc.typed) > restsAfter {
		w.step = step{}
	}
	pc.text, pc.loose, pc.pending, pc.typed = text, true, true, now
	pc.letters++
	return pc
}

// planWriting has all that is being written looked at after a while, if not before.
func (room *Room) planWriting(after time.Duration) {
	w, due := &room.writing, time.Now().Add(after)
	if !w.due.IsZero() && !due.Before(w.due) {
		return
	}
	w.due = due
	time.AfterFunc(after, func() {
		room.desk.Dispatch(func() {
			if !w.due.IsZero() && !time.Now().Before(w.due) {
				w.due = time.Time{}
				room.Keep()
			}
		})
	})
}

// Keep keeps all that is being written.
func (room *Room) Keep() {
	w := &room.writing
	if room.desk.Session == nil {
		return
	}
	room.followDrafts()
	for _, key := range slices.Sorted(maps.Keys(w.pieces)) {
		room.CommitOne(key) // unless keeping another has shown that what it is about is gone
	}
	for _, d := range w.offers {
		if d.lost != nil && d.lost.loose {
			room.keepDraft(d.lost)
		}
	}
	room.desk.Ask.ShowSaving()
	switch {
	case w.failing() != nil:
		room.planWriting(lookAgain)
	case w.loose():
		room.planWriting(keepAfter)
	case len(w.pieces) > 0:
		room.planWriting(lookAgain)
	}
}

// keepPiece keeps one of them, as an edit if it is one and else as a draft.
func (room *Room) keepPiece(pc *piece) {
	kind, of := room.KindOf(pc.key)
	if pc.pending && kind.Keep != nil {
		if room.lost(pc, kind, of) {
			return
		}
		pc.pending = room.makeEdit(pc, kind, of) != nil
		if !pc.pending {
			pc.loose = false
			room.dropDraft(pc)
			value, _ := kind.Now(of)
			room.writing.shown[pc.key] = shown{value, room.writing.shown[pc.key].serial}
		}
	}
	if pc.loose {
		room.keepDraft(pc)
	}
}

// makeEdit makes an edit of a piece, which goes on with the step of the one
// before if a person has been writing in the field ever since.
func (room *Room) makeEdit(pc *piece, kind desk.WrittenKind, of []string) error {
	w := &room.writing
	if w.step.key != pc.key || time.Since(w.step.began) > longestStep {
		w.step = step{key: pc.key, began: time.Now()}
	}
	pc.refused, w.making = nil, pc
	defer func() { w.making = nil }()
	if err := kind.Keep(of, pc.text); err != nil {
		return err
	}
	return pc.refused
}

// do makes an edit of the page's. One of what is being written goes on with its
// step, and what is wrong with it is not told while it is being written.
func (w *writing) do(s *session.Session, e annotations.Edit) error {
	if w.making == nil {
		w.step = step{}
		return s.Do(e)
	}
	id, err := s.GoOn(w.step.id, e)
	if err == nil {
		w.step.id = id
	}
	w.making.refused = err
	return err
}

// refuse notes that the edit that is being made of a piece cannot be made now.
func (w *writing) refuse() {
	if w.making != nil {
		w.making.refused = desk.ErrNotDone
	}
}

// Leave keeps a field at once that the keyboard has left. It shows then what
// became of what was typed, such as a number in another form.
func (room *Room) Leave(field app.Value) {
	w := &room.writing
	key, element := writtenAt(field)
	pc := w.pieces[key]
	if pc == nil || room.desk.Session == nil {
		return
	}
	room.keepPiece(pc)
	kind, of := room.KindOf(key)
	if kind.Keep != nil && w.pieces[key] == pc && !pc.pending {
		if value, there := kind.Now(of); there && value != pc.text {
			element.Set("value", value)
		}
		delete(w.pieces, key)
		w.step = step{}
	}
	room.desk.Ask.ShowSaving()
	room.planWriting(keepAfter)
}

// Commit makes edits of all that is being written and is one, since something
// else is going to be done.
func (room *Room) Commit() {
	w := &room.writing
	for _, key := range slices.Sorted(maps.Keys(w.pieces)) {
		pc := w.pieces[key]
		kind, of := room.KindOf(key)
		if pc == nil || kind.Keep == nil {
			continue
		}
		room.keepPiece(pc)
		switch {
		case !pc.pending:
			delete(w.pieces, key)
		case kind.Refuse != nil:
			kind.Refuse(of, pc.text)
		}
	}
	w.step = step{}
}

// CommitOne keeps what is being written in one field.
func (room *Room) CommitOne(key string) {
	if pc := room.writing.pieces[key]; pc != nil {
		room.keepPiece(pc)
	}
}

// TakeBack puts into a field what stood there before a person began to
// write in it.
func (room *Room) TakeBack(key string) {
	w := &room.writing
	pc := w.pieces[key]
	if pc == nil {
		return
	}
	before := w.begun[key]
	if element, there := pc.find(); there {
		element.Set("value", before)
	}
	if kind, _ := room.KindOf(key); kind.Keep != nil {
		pc.text, pc.loose, pc.pending = before, true, true
		room.keepPiece(pc)
	}
	room.End(key)
	w.step = step{}
}

// End lets go of what was being written, since what comes of it is another's
// business now.
func (room *Room) End(key string) {
	if pc := room.writing.pieces[key]; pc != nil {
		delete(room.writing.pieces, key)
		room.dropDraft(pc)
	}
}

// loose reports whether something of what is being written is not kept.
func (w *writing) loose() bool {
	if w.unseen.Load() > 0 || w.storing > 0 {
		return true
	}
	for _, pc := range w.pieces {
		if pc.loose {
			return true
		}
	}
	return slices.ContainsFunc(w.offers, func(d draft) bool { return d.lost != nil && d.lost.loose })
}

// failing is why a draft could not be kept that is kept nowhere, or nil.
func (w *writing) failing() error {
	if !w.loose() {
		return nil
	}
	return w.failure
}

// on reports whether a person is writing in a field.
func (w *writing) on(key string) bool { return w.pieces[key] != nil }

// show is a number that changes when a field has to show something else than what
// a person has typed there: undo, an import or another tab changed what is kept.
// What is being written leaves the writer alone: the later one stays.
func (w *writing) show(key, kept string) int {
	s, known := w.shown[key]
	pc := w.pieces[key]
	switch {
	case known && kept == s.value:
		return s.serial
	case known && pc != nil && (pc.loose || pc.pending):
		s.value = kept
	default:
		w.serial++
		s = shown{kept, w.serial}
	}
	if w.shown == nil {
		w.shown = map[string]shown{}
	}
	w.shown[key] = s
	return s.serial
}

// On reports whether a person is writing in a field.
func (room *Room) On(key string) bool { return room.writing.on(key) }

// Show numbers what a field shows.
func (room *Room) Show(key, kept string) int { return room.writing.show(key, kept) }

// Loose reports whether something of what is being written is not kept, or kept still
// though it became an edit.
func (room *Room) Loose() bool { return room.writing.loose() || len(room.writing.forgetting) > 0 }

// Idle reports whether nothing is being written.
func (room *Room) Idle() bool { return len(room.writing.pieces) == 0 }

// Failing is why a draft could not be kept that is kept nowhere, or nil.
func (room *Room) Failing() error { return room.writing.failing() }

// Do makes an edit of the page's.
func (room *Room) Do(e annotations.Edit) error {
	return room.writing.do(room.desk.Session, e)
}

// Making reports whether an edit of what is being written is being made.
func (room *Room) Making() bool { return room.writing.making != nil }

// Refuse notes that it cannot be made now.
func (room *Room) Refuse() { room.writing.refuse() }
