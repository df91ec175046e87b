package keyboard

import (
	"maps"
	"slices"
	"strings"
)

// Single says where single keys act.
type Single string

const (
	Everywhere Single = ""
	TextOnly   Single = "text"
	Off        Single = "off"
)

// Settings are what a person has set about keys: where single ones act, and the
// keys of commands, by ID, that are not those the program comes with. A command
// without keys is there with an empty list.
type Settings struct {
	Single Single
	Keys   map[string][]string
}

// Settings are what the table was made with.
func (t *Table) Settings() Settings { return t.own }

// Changed reports whether a person has given a command other keys.
func (t *Table) Changed(command string) bool {
	_, changed := t.own.Keys[command]
	return changed
}

// With are the settings with other keys for a command.
func (s Settings) With(command string, keys ...string) Settings {
	return s.edited(func(all map[string][]string) { all[command] = append([]string{}, keys...) })
}

// Without are the settings with a command's own keys again.
func (s Settings) Without(command string) Settings {
	return s.edited(func(all map[string][]string) { delete(all, command) })
}

func (s Settings) edited(edit func(map[string][]string)) Settings {
	s.Keys = maps.Clone(s.Keys)
	if s.Keys == nil {
		s.Keys = map[string][]string{}
	}
	edit(s.Keys)
	return s
}

// Settable is the key that a stroke would be for a command, or "": Enter, Esc, Tab
// and the arrows stay what they are in every program. With Ctrl it is the letter of
// the place where the keyboard has another script, so that it is the same after
// switching to Latin.
func (s Stroke) Settable() string {
	switch {
	case s.Name == None && s.Command && isForeign(s.char):
		return s.Placed()
	case s.Name == None, s.Name == Delete, s.Name == Backspace, s.Name == "Insert", isFunction(s.Name):
		return s.Typed()
	}
	return ""
}

// isFunction reports whether a key is one of F1 to F24.
func isFunction(name Name) bool {
	return len(name) > 1 && name[0] == 'F' && '1' <= name[1] && name[1] <= '9'
}

// Collision is what else has a key of a command: a label, another command, or the
// browser.
type Collision struct {
	Key     string
	Label   string // its ID
	Command string // its ID
	First   bool   // the other command stands higher, and gets the key
}

// Browser reports whether it is the browser that has the key.
func (c Collision) Browser() bool { return c.Label == "" && c.Command == "" }

// browsers are letters that browsers have with Ctrl, and without which people
// could not copy, search, print or close a tab.
const browsers = "cvxfpwtnr"

// Collisions are those of a command.
func (t *Table) Collisions(command string, labels []Label) []Collision {
	var found []Collision
	at := slices.IndexFunc(t.commands, func(c Command) bool { return c.ID == command })
	if at < 0 {
		return nil
	}
	for _, key := range t.commands[at].Keys {
		if id := holding(labels, func(own string) bool { return western(own) == key }); id != "" {
			found = append(found, Collision{Key: key, Label: id})
		}
		for i, other := range t.commands {
			if i != at && slices.Contains(other.Keys, key) {
				found = append(found, Collision{Key: key, Command: other.ID, First: i < at})
			}
		}
		if letter, ok := strings.CutPrefix(key, "Ctrl+"); ok && len(letter) == 1 && strings.Contains(browsers, letter) {
			found = append(found, Collision{Key: key})
		}
	}
	return found
}
