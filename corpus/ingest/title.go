package ingest

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"spanwise/corpus"
)

// The forms of a first line that can be a title, in code points.
const (
	longestTitle   = 100
	longParagraph  = 120 // a line over this is no wrapped continuation of the one before
	firstWordsSize = 60
)

// takeDetails takes the details, and guesses the title that they lack. A title that is known is put before the text as
// its headline, unless the text begins with it; only a standfirst needs a headline even where none is asked for.
func (r *Result) takeDetails(m corpus.Matter, name string, headed bool) {
	r.Details = m.Details
	switch {
	case m.Title == "":
		r.guessTitle(name, headed)
	case headed || m.Standfirst != "":
		r.putHead(m)
	}
}

func (r *Result) putHead(m corpus.Matter) {
	var put []string
	r.Details, r.Text, put = m.Headed(r.Text)
	if slices.Contains(put, "title") {
		r.note(headed, "The title was made the headline, the first line of the text.")
	} else {
		r.say("The text begins with the title, which is its headline.")
	}
	if slices.Contains(put, "standfirst") {
		r.note(headed, "The standfirst was put after the headline.")
	}
}

// guessTitle takes the title from the first line if that can be one, else from the file's name, else from the first
// words. The text keeps the line; where it is one that a text follows, it is the headline.
func (r *Result) guessTitle(name string, headed bool) {
	first, next, more := firstLines(r.Text)
	switch base := baseName(name); {
	case canBeTitle(first, next):
		r.Details.Title = strings.TrimSpace(strings.TrimLeft(first, "#"))
		if !headed || !more {
			r.say("The title was taken from the first line.")
			return
		}
		r.Details.Head = corpus.Headline
		r.say("The title was taken from the first line, which is the headline.")
	case base != "":
		r.Details.Title = base
		r.say("The title was taken from the file’s name.")
	default:
		r.Details.Title = firstWords(first)
		r.say("The title was taken from the first words.")
	}
}

// canBeTitle reports whether a text's first line stands for itself: it is short, does not end like a sentence or a
// part of one, and what follows is not its continuation.
func canBeTitle(first, next string) bool {
	if strings.Trim(first, "#=-*_ ") == "" || utf8.RuneCountInString(first) > longestTitle || goesOn(first) {
		return false
	}
	return next == "" || utf8.RuneCountInString(next) > longParagraph
}

// goesOn reports whether a line ends like a sentence of running text, or in the middle of one.
func goesOn(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’»)`))
	return strings.ContainsRune(".,;:。，；：،؛", last)
}

// firstLines returns the first line that is not blank, and the line after it, both without white space around, and
// whether there is any text after the first.
func firstLines(text string) (first, next string, more bool) {
	first, rest, more := strings.Cut(strings.TrimSpace(text), "\n")
	next, _, _ = strings.Cut(rest, "\n")
	return strings.TrimSpace(first), strings.TrimSpace(next), more
}

// baseName returns a file's name without folder and extension.
func baseName(name string) string {
	name = path.Base(strings.ReplaceAll("/"+name, `\`, "/"))
	return strings.Trim(strings.TrimSuffix(name, path.Ext(name)), "/")
}

// firstWords returns the start of a line, cut between two words where it has spaces.
func firstWords(line string) string {
	if utf8.RuneCountInString(line) <= firstWordsSize {
		return line
	}
	start := string([]rune(line)[:firstWordsSize])
	if i := strings.LastIndexByte(start, ' '); i > 0 {
		start = start[:i]
	}
	return start + "…"
}
