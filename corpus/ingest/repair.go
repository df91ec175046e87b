package ingest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// dropMarks removes byte order marks from the start of a text. Inside a text U+FEFF is a character and stays.
func (r *Result) dropMarks(text string) string {
	clean := strings.TrimLeft(text, byteOrderMark)
	if n := (len(text) - len(clean)) / len(byteOrderMark); n > 0 {
		r.alter(marks, "%s removed from the start of the text.", were(n, "byte order mark"))
	}
	return clean
}

// endLines ends every line in LF.
func (r *Result) endLines(text string) string {
	if n := strings.Count(text, "\r\n"); n > 0 {
		r.alter(lineEnds, "%s changed from CR LF to LF.", were(n, "line end"))
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	if n := strings.Count(text, "\r"); n > 0 {
		r.alter(lineEnds, "%s changed from CR to LF.", were(n, "line end"))
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text
}

// tellDamage says where the text has U+FFFD, the replacement character, in the place of what was lost: here, where it
// was decoded from an encoding that a person chose, or before it came here.
func (r *Result) tellDamage(chosen bool) {
	var lost places
	line := 1
	for _, char := range r.Text {
		switch char {
		case '\n':
			line++
		case utf8.RuneError:
			lost.note(line)
		}
	}
	switch r.Damage = lost.count; {
	case lost.count == 0:
	case chosen:
		r.alter(damaged, "%s no characters in this encoding and became “\uFFFD”, on %v.", were(lost.count, "place"), lost)
	default:
		r.alter(damaged, "The text has “\uFFFD” in %s, on %v: it was damaged before it came here.", times(lost.count, "place"), lost)
	}
}

// were returns "1 thing was" or "3 things were".
func were(n int, thing string) string {
	if n == 1 {
		return "1 " + thing + " was"
	}
	return times(n, thing) + " were"
}

// times returns "1 thing" or "3 things".
func times(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// places counts what happened in a text and keeps its first lines, each once, for a message.
type places struct {
	count int
	lines []int
	more  bool
}

func (p *places) note(line int) {
	const most = 5
	p.count++
	switch n := len(p.lines); {
	case n > 0 && p.lines[n-1] == line:
	case n == most:
		p.more = true
	default:
		p.lines = append(p.lines, line)
	}
}

// String returns "line 4", "lines 4, 9" or "lines 1, 2, 3, 4, 5 and more".
func (p places) String() string {
	if len(p.lines) == 1 && !p.more {
		return fmt.Sprintf("line %d", p.lines[0])
	}
	list := strings.Trim(fmt.Sprint(p.lines), "[]")
	list = "lines " + strings.ReplaceAll(list, " ", ", ")
	if p.more {
		list += " and more"
	}
	return list
}
