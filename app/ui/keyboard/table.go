package keyboard

import (
	"slices"
	"strings"
)

// Focus is where the keyboard is on the page.
type Focus int

const (
	OnOther   Focus = iota // on a control of something else, such as Export
	OnNothing              // on no control
	OnSpan                 // on a control of the spans or the labels
	OnText                 // on the article's text
)

// Scope is where a command applies.
type Scope int

const (
	Anywhere Scope = iota
	ToSpan         // it acts on a span: not while a control of something else has the keyboard
	InText         // in the article's text
)

// Command is something that keys ask for.
type Command struct {
	ID      string
	Does    string // as the help says it
	Keys    []string
	Shown   string // in the help in place of the keys, which nobody can change then
	Scope   Scope
	Repeats bool // it goes on while its key is held down
}

// Fixed reports whether a command's keys cannot be changed: moving, choosing and
// letting go are the same in every program.
func (c Command) Fixed() bool { return c.Shown != "" }

// Label is a label's own key.
type Label struct{ ID, Key string }

// Meaning is what a stroke asks for: a command or a label, or nothing.
type Meaning struct{ Command, Label string }

// Table is the commands with the keys that a person has given them. It never
// changes: other keys make another table.
type Table struct {
	commands []Command
	own      Settings
}

// NewTable gives commands the keys that a person has set.
func NewTable(commands []Command, own Settings) *Table {
	t := &Table{commands: slices.Clone(commands), own: own}
	for i, c := range t.commands {
		if keys, changed := own.Keys[c.ID]; changed && !c.Fixed() {
			t.commands[i].Keys = keys
		}
	}
	return t
}

// Commands are all commands, in the order of the help.
func (t *Table) Commands() []Command { return t.commands }

// Command is the command with that ID.
func (t *Table) Command(id string) Command {
	i := slices.IndexFunc(t.commands, func(c Command) bool { return c.ID == id })
	if i < 0 {
		return Command{}
	}
	return t.commands[i]
}

// Key is the first key of a command, or "" where none is active.
func (t *Table) Key(id string) string {
	for _, key := range t.ActiveKeys(id) {
		return key
	}
	return ""
}

// ActiveKeys are the keys of a command that are not off.
func (t *Table) ActiveKeys(id string) []string {
	var active []string
	for _, key := range t.Command(id).Keys {
		if t.Active(key) != "" {
			active = append(active, key)
		}
	}
	return active
}

// Active is a key, or "" where single keys are off and it is one.
func (t *Table) Active(key string) string {
	if t.own.Single == Off && isSingle(key) {
		return ""
	}
	return key
}

// SinglesAct reports whether single keys may change spans where the keyboard is.
func (t *Table) SinglesAct(at Focus) bool { return t.acts(true, ToSpan, at) }

// Read says what a stroke asks for where the keyboard is. A label's own key goes
// first, then the digit of a place that a label holds, then what is typed where
// that is a command of its own, then the place. A key that is a label's asks for
// nothing else where the label cannot be used.
func (t *Table) Read(s Stroke, labels []Label, at Focus) Meaning {
	if id, held := s.holder(labels); held {
		return t.label(id, at)
	}
	if id := t.commandOf(s.Typed(), at); id != "" {
		return Meaning{Command: id}
	}
	if id := s.looseHolder(labels); id != "" {
		return t.label(id, at)
	}
	return Meaning{Command: t.commandOf(s.Placed(), at)}
}

// Means reports whether a stroke asks for a command, wherever the keyboard is and
// whatever keys labels have.
func (t *Table) Means(s Stroke, command string) bool {
	return t.Read(s, nil, OnText).Command == command
}

// label is what the key of a label asks for.
func (t *Table) label(id string, at Focus) Meaning {
	if !t.SinglesAct(at) {
		return Meaning{}
	}
	return Meaning{Label: id}
}

// commandOf is the first command that has a key and applies there, or "".
func (t *Table) commandOf(key string, at Focus) string {
	if key == "" {
		return ""
	}
	for _, c := range t.commands {
		if slices.Contains(c.Keys, key) && t.acts(isSingle(key), c.Scope, at) {
			return c.ID
		}
	}
	return ""
}

// acts reports whether a key, a single one or not, for something of that scope is to
// act there.
func (t *Table) acts(single bool, scope Scope, at Focus) bool {
	switch {
	case single && (t.own.Single == Off || t.own.Single == TextOnly && at != OnText):
		return false
	case scope == InText:
		return at == OnText
	case scope == ToSpan:
		return at != OnOther
	}
	return true
}

// isSingle reports whether a key is pressed alone, as one slips on or a voice
// that is taken down hits it (WCAG 2.1.4): a character, or one that deletes.
// Keys that move and let go do no harm.
func isSingle(key string) bool {
	return isCharacter(key) || key == string(Delete) || key == string(Backspace)
}

// holder is the label whose own key a stroke is, or whose digit has the place of
// the stroke. With AltGr or Option such a place asks for nothing: it is held, and
// by no label.
func (s Stroke) holder(labels []Label) (id string, held bool) {
	if s.Command || s.Name != None {
		return "", false
	}
	if s.Typed() != "" {
		for _, same := range []func(key string) bool{
			func(key string) bool { return key == s.own },
			func(key string) bool { return western(key) == s.char },
		} {
			if id := holding(labels, same); id != "" {
				return id, true
			}
		}
	}
	digit, ok := strings.CutPrefix(s.code, "Digit")
	if !ok {
		return "", false
	}
	id = holding(labels, func(key string) bool { return western(key) == digit })
	held = id != ""
	if s.third {
		id = ""
	}
	return id, held
}

// looseHolder is the label that a stroke means where it is nothing else: one
// whose key was set with Caps Lock on, or whose key has the stroke's place.
func (s Stroke) looseHolder(labels []Label) string {
	if typed := s.Typed(); !s.Shift && !s.Command && s.Name == None && typed != "" {
		if id := holding(labels, func(key string) bool { return isSameLetter(key, typed) }); id != "" {
			return id
		}
	}
	return holding(labels, func(key string) bool { return key == s.Placed() })
}

// isSameLetter reports whether a key is a small letter but for its case. Caps
// Lock makes a large I of a Turkish ı, too.
func isSameLetter(key, small string) bool {
	return strings.EqualFold(cased(key, false), small) || key == "ı" && small == "i"
}

// holding is the first label whose key is the same, or "".
func holding(labels []Label, same func(key string) bool) string {
	for _, l := range labels {
		if l.Key != "" && same(l.Key) {
			return l.ID
		}
	}
	return ""
}
