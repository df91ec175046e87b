package sniff

import "strings"

// facts are what the head of a JSON text says: by path, such as "[].data.text", the form of the value there, which is a
// letter (o an object, a an array, s a string, n a number, w a word such as true) and of a short string its content. Of
// an array the first few items are looked at, as if they were one.
type facts struct {
	said map[string]string
	// How the text ended. It is whole where one value was read and nothing but white space follows, several where more
	// values follow, and cut where the data ends within a value.
	whole, several, cut bool
}

// is reports whether a value of that form stands at a path.
func (f facts) is(path, form string) bool { return strings.HasPrefix(f.said[path], form) }

// has reports whether any value stands at a path.
func (f facts) has(path string) bool { return f.said[path] != "" }

// text gives the string at a path, if it is short.
func (f facts) text(path string) string {
	text, _ := strings.CutPrefix(f.said[path], "s")
	return text
}

// sound reports whether the text is JSON as far as it was read: objects or arrays from the first byte on.
func (f facts) sound() bool {
	return (f.whole || f.several || f.cut) && (f.is("", "o") || f.is("", "a"))
}

// Limits of what is noted, so that no data makes this long work.
const (
	deepestFact = 6
	itemsOfFact = 5
	longestFact = 80
	deepest     = 2000
)

// factReader walks through JSON and is content with less than a reader of it: it checks brackets, quotes, colons and
// commas, and what stands between them only for its first character.
type factReader struct {
	text string
	pos  int
	into facts
}

// readFacts reads the head of a text; all says that it is all of it.
func readFacts(text string, all bool) facts {
	r := &factReader{text: text, into: facts{said: map[string]string{}}}
	f := &r.into
	r.space()
	if c := r.peek(); c != '{' && c != '[' {
		return *f
	}
	ok := r.value("", 0)
	r.space()
	switch ended := r.pos >= len(text); {
	case !ok:
		f.cut = ended
	case ended:
		f.whole, f.cut = all, !all
	default:
		f.several = r.peek() == '{' && r.value("", 0)
	}
	return *f
}

// value reads one value and notes it, unless its path is empty from being too deep.
func (r *factReader) value(path string, depth int) bool {
	if depth > deepest {
		return false
	}
	r.space()
	switch c := r.peek(); {
	case c == '{':
		r.note(path, depth, "o")
		return r.list('}', func(int) bool { return r.member(path, depth) })
	case c == '[':
		r.note(path, depth, "a")
		return r.list(']', func(i int) bool {
			if i < itemsOfFact {
				return r.value(path+"[]", depth+1)
			}
			return r.value(path, deepestFact+depth+1)
		})
	case c == '"':
		text, ok := r.str()
		r.note(path, depth, "s"+text[:min(len(text), longestFact)])
		return ok
	case c == '-' || '0' <= c && c <= '9':
		r.note(path, depth, "n")
		return r.word("0123456789+-.eE")
	case c == 't' || c == 'f' || c == 'n':
		r.note(path, depth, "w")
		return r.word("truefalsn")
	}
	return false
}

func (r *factReader) member(path string, depth int) bool {
	r.space()
	name, ok := r.str()
	if r.space(); !ok || r.peek() != ':' {
		return false
	}
	r.pos++
	if path != "" {
		path += "."
	}
	return r.value(path+name, depth+1)
}

// list reads what stands in brackets, the one that opens included.
func (r *factReader) list(shut byte, item func(i int) bool) bool {
	r.pos++
	if r.space(); r.peek() == shut {
		r.pos++
		return true
	}
	for i := 0; ; i++ {
		if !item(i) {
			return false
		}
		r.space()
		c := r.peek()
		r.pos++
		if c == shut {
			return true
		}
		if c != ',' {
			r.pos--
			return false
		}
	}
}

func (r *factReader) note(path string, depth int, said string) {
	if depth > deepestFact {
		return
	}
	if _, known := r.into.said[path]; !known {
		r.into.said[path] = said
	}
}

// str reads a string; escapes stay as they are.
func (r *factReader) str() (string, bool) {
	if r.peek() != '"' {
		return "", false
	}
	for i := r.pos + 1; i < len(r.text); i++ {
		switch r.text[i] {
		case '\\':
			i++
		case '"':
			text := r.text[r.pos+1 : i]
			r.pos = i + 1
			return text, true
		}
	}
	r.pos = len(r.text)
	return "", false
}

func (r *factReader) word(of string) bool {
	for r.pos < len(r.text) && strings.IndexByte(of, r.text[r.pos]) >= 0 {
		r.pos++
	}
	return true
}

func (r *factReader) space() {
	for r.pos < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.pos]) >= 0 {
		r.pos++
	}
}

// peek gives the next byte, or 0 at the end.
func (r *factReader) peek() byte {
	if r.pos < len(r.text) {
		return r.text[r.pos]
	}
	return 0
}
