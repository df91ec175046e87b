package kit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence makes an error's or a report's line one that a person reads: with a
// capital letter, unless it begins with a file's name, and with a full stop.
func Sentence(line string) string {
	line = Upright(line)
	if word, _, _ := strings.Cut(line, " "); !strings.Contains(word, ".") {
		first, width := utf8.DecodeRuneInString(line)
		line = string(unicode.ToUpper(first)) + line[width:]
	}
	if strings.ContainsAny(line[len(line)-1:], ".!?:") {
		return line
	}
	return line + "."
}

// Sentences sets sentences one after the other, without those that are empty.
func Sentences(list ...string) string {
	said := slices.DeleteFunc(list, func(s string) bool { return s == "" })
	return strings.Join(said, " ")
}

// Count writes a number of things.
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// Join sets what is not empty side by side.
func Join(parts ...string) string {
	known := slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	for i, part := range known {
		known[i] = Alone(part)
	}
	return strings.Join(known, " · ")
}

// LinesOf gives the lines of a text that are not empty.
func LinesOf(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// OneLine is a text without line breaks.
func OneLine(text string) string { return FoldSpace(text) }

// HasAll reports whether a text has each of some words.
func HasAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// FileWords is a project's name as a part of a file's name: its letters and
// digits, "" where it has none.
func FileWords(name string) string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return !fitsFileName(r) })
	words := []rune(strings.Join(parts, "-"))
	return strings.TrimRight(string(words[:min(len(words), longestFileWords)]), "-")
}

// fitsFileName reports whether a character may stand in the name of a file on
// every system: letters with what is written on them, and digits.
func fitsFileName(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// longestFileWords is how many characters of a project's name a file's takes.
const longestFileWords = 40
