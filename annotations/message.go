package annotations

import (
	"fmt"
	"slices"
)

// Message is something for a person to read that is not put into words yet, so that a page can say it in their language.
// The zero Message says nothing.
type Message struct{ words *wording }

type wording struct {
	text string // in English, with a verb of package fmt for each argument; a catalogue's key for other languages
	args []any
}

// Say makes a message: words in English, with a verb of package fmt for each argument, under which a catalogue has it in
// other languages. The arguments are strings, ints, Counts and Messages; of an error the words are taken.
func Say(text string, args ...any) Message {
	kept := slices.Clone(args) // so that who calls need not put them on the heap, which is much code
	for i, arg := range kept {
		if err, ok := arg.(error); ok {
			kept[i] = err.Error()
		}
	}
	return Message{&wording{text, kept}}
}

// String is the message in English.
func (m Message) String() string {
	if m.words == nil {
		return ""
	}
	return fmt.Sprintf(m.words.text, m.words.args...)
}

// Parts are the words and their arguments, as Say was given them but that an error is
// its words.
func (m Message) Parts() (text string, args []any) {
	if m.words == nil {
		return "", nil
	}
	return m.words.text, slices.Clone(m.words.args)
}

// Empty reports whether it says nothing.
func (m Message) Empty() bool { return m.words == nil }

// Equal reports whether both say the same.
func (m Message) Equal(n Message) bool { return m.String() == n.String() }

// Count is a number of things, of which a language has other words for one than for several. Of is one of them in English.
type Count struct {
	N  int
	Of string
}

// String is the count in English: "1 span", "2 spans".
func (c Count) String() string {
	if c.N == 1 {
		return "1 " + c.Of
	}
	return fmt.Sprintf("%d %ss", c.N, c.Of)
}
