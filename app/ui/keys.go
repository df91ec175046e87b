package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// stroke is a key as the keyboard handler weighs it. Command is Ctrl, or ⌘.
type stroke struct {
	Key                 string
	Command, Shift, Alt bool
}

func strokeOf(e app.Event) stroke {
	return stroke{
		Key:     e.Get("key").String(),
		Command: e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool(),
		Shift:   e.Get("shiftKey").Bool(),
		Alt:     e.Get("altKey").Bool(),
	}
}

// command is what a stroke asks for.
type command string

const (
	noCommand      command = ""
	undoCommand    command = "undo"
	redoCommand    command = "redo"
	cancelCommand  command = "cancel"
	deleteCommand  command = "delete"
	labelCommand   command = "label"
	chooseCommand  command = "choose"
	wordCommand    command = "word"
	charCommand    command = "character"
	lineCommand    command = "line"
	allCommand     command = "all"
	shapeCommand   command = "shape"
	guideCommand   command = "guidelines"
	findCommand    command = "find"
	detailsCommand command = "details"
	relateCommand  command = "relate"
	aboutCommand   command = "about"
)

// The keys of what is done with all labels, unless a label has them. Letters
// are left to labels, of which a scheme may have many.
const (
	guidelinesKey = "?"
	finderKey     = "."
)

// commandOf reads a stroke; inText says that the article's text has the focus.
func commandOf(s stroke, scheme *annotations.Scheme, inText bool) command {
	if s.Command && inText && s.Key == "a" && !s.Alt && !s.Shift {
		return allCommand
	}
	if s.Command {
		return historyCommand(s)
	}
	if inText {
		if c := textCommand(s); c != noCommand {
			return c
		}
	}
	switch {
	case s.Key == "Escape":
		return cancelCommand
	case s.Key == "Delete" || s.Key == "Backspace":
		return deleteCommand
	case !s.Alt && labelFor(scheme, s.Key) != "":
		return labelCommand
	case s.Key != "" && strings.Contains(shapeKeys, s.Key):
		return shapeCommand
	case !s.Alt && s.Key == guidelinesKey:
		return guideCommand
	case !s.Alt && s.Key == finderKey:
		return findCommand
	case !s.Alt && (s.Key == relateKey || s.Key == otherRelateKey):
		return relateCommand
	}
	if c := detailCommand(s); c != noCommand {
		return c
	}
	return aboutCommandOf(s)
}

func historyCommand(s stroke) command {
	switch {
	case s.Alt:
		return noCommand
	case (s.Key == "z" || s.Key == "Z") && s.Shift, s.Key == "y" && !s.Shift:
		return redoCommand
	case s.Key == "z":
		return undoCommand
	}
	return noCommand
}

func textCommand(s stroke) command {
	switch s.Key {
	case "ArrowLeft", "ArrowRight":
		if s.Alt && s.Shift {
			return charCommand
		}
		if !s.Alt {
			return wordCommand
		}
	case "ArrowUp", "ArrowDown":
		if !s.Alt {
			return lineCommand
		}
	case "Enter":
		return chooseCommand
	}
	return noCommand
}

// repeats reports whether a command goes on while its key is held down. One
// that marks or deletes is done once.
func (c command) repeats() bool {
	switch c {
	case wordCommand, charCommand, lineCommand, undoCommand, redoCommand:
		return true
	}
	return false
}

// labelFor is the label that a key stands for, or "".
func labelFor(scheme *annotations.Scheme, key string) string {
	for _, l := range scheme.Labels {
		if l.Key != "" && l.Key == key {
			return l.ID
		}
	}
	return ""
}

// onKey carries out strokes that are not meant for a field or a dialog.
func (p *Page) onKey(ctx app.Context, e app.Event) bool {
	target := e.Get("target")
	if p.session == nil || e.Get("isComposing").Bool() || browser.Within(target, "input:not([type=checkbox]), select, textarea, dialog") {
		return false
	}
	s := strokeOf(e)
	if p.bare() && !(s.Command && historyCommand(s) != noCommand) {
		return false
	}
	if p.optionKey(s) {
		e.PreventDefault()
		return true
	}
	if !s.Command && browser.Within(target, inFields) {
		return false
	}
	c := commandOf(s, p.scheme(), browser.Within(target, "#"+articleID))
	if c == noCommand || e.Get("repeat").Bool() && !c.repeats() {
		return false
	}
	done := p.carryOut(ctx, c, s)
	if done {
		e.PreventDefault()
	}
	return done
}

// carryOut does what a command asks for, and reports whether there was
// anything to do; otherwise the key stays the browser's.
func (p *Page) carryOut(ctx app.Context, c command, s stroke) bool {
	forward := s.Key == "ArrowRight" || s.Key == "ArrowDown"
	switch c {
	case undoCommand:
		p.undo(ctx)
	case redoCommand:
		p.redo(ctx)
	case cancelCommand:
		return p.cancel(ctx)
	case deleteCommand:
		return p.deleteChosen(ctx)
	case labelCommand:
		p.adoptSelection()
		if !p.useLabel(ctx, labelFor(p.scheme(), s.Key)) {
			p.say("Select text first, then press the label's key")
		}
	case chooseCommand:
		return p.chooseAtPick(ctx)
	case wordCommand:
		p.moveByWord(ctx, forward, s.Shift)
	case charCommand:
		p.keyPick(ctx, p.pick.nudge(p.document(), forward))
	case lineCommand:
		p.moveByLine(ctx, forward, s.Shift)
	case allCommand:
		p.selectAll()
	case shapeCommand:
		return p.shape(s.Key)
	case guideCommand:
		p.showGuidelines()
	case findCommand:
		p.findLabel()
	case detailsCommand:
		return p.detail(ctx, s.Key)
	case relateCommand:
		return p.relate()
	case aboutCommand:
		return p.carryOutAbout(s.Key)
	}
	return true
}

// selectAll selects the article's text and not, as the browser would, the whole
// page with its buttons and lists. It is adopted as the pick when a label's key
// is pressed; until then it may just as well be meant for copying.
func (p *Page) selectAll() {
	p.dropPick()
	p.article().SelectAll()
}

// moveByWord walks through the text word by word, or extends the pick.
func (p *Page) moveByWord(ctx app.Context, forward, extend bool) {
	from := p.cursor()
	if extend {
		p.keyPick(ctx, from.extend(p.document(), forward))
		return
	}
	p.keyPick(ctx, from.next(p.document(), forward))
}

// cursor is where the keyboard is in the text: the pick, else the chosen
// span, else the first block in view.
func (p *Page) cursor() pick {
	if !p.pick.empty() {
		return p.pick
	}
	if s, ok := p.set().Span(p.chosen); ok {
		return pick{Start: s.Start(), End: s.End()}
	}
	if p.cursorAt > 0 && p.cursorAt <= len(p.document().Text()) {
		return pick{Start: p.cursorAt, End: p.cursorAt}
	}
	at := p.article().ReadingPlace(barHeight)
	start := byteOf(p.document(), browser.Point{Block: at.Block})
	return pick{Start: start, End: start}
}

// keyPick makes a pick that came from the keyboard the page's selection.
func (p *Page) keyPick(ctx app.Context, next pick) {
	pen := p.pen
	p.pen = ""
	p.setPick(ctx, next)
	p.pen = pen
	if next.empty() {
		return
	}
	doc := p.document()
	s := next.selection(doc)
	p.article().Select(s)
	p.article().Reveal(s.Focus, s.Focus, barHeight, footHeight()+air)
	p.say(doc.Text()[next.Start:next.End])
}
