package sniff

import (
	"strings"
)

func isWebAnnoTSV(s *Sample) Certainty {
	return when(strings.HasPrefix(s.text, "#FORMAT=WebAnno TSV "), Certain)
}

// bratLine reports whether a line is one of brat's standoff: a text-bound annotation, relation, event, attribute,
// normalization, equivalence or note.
func bratLine(line string) bool {
	id, rest, tabbed := strings.Cut(line, "\t")
	if !tabbed || id == "" || !digits(id[1:]) && len(id) > 1 {
		return false
	}
	said, _, _ := strings.Cut(rest, "\t")
	parts := strings.Fields(said)
	numbered := len(id) > 1
	switch id[0] {
	case 'T':
		return numbered && len(parts) > 2 && digits(strings.Join(strings.Split(strings.Join(parts[1:], ""), ";"), ""))
	case 'R':
		return numbered && len(parts) == 3 && strings.Contains(parts[1], ":") && strings.Contains(parts[2], ":")
	case 'E':
		return numbered && len(parts) > 0 && strings.Contains(parts[0], ":T")
	case 'A', 'M':
		return numbered && len(parts) > 1 && len(parts[1]) > 1 && digits(parts[1][1:])
	case 'N':
		return numbered && len(parts) > 2 && parts[0] == "Reference"
	case '*':
		return !numbered && len(parts) > 2
	}
	return id[0] == '#'
}

// digits reports whether a word is a number.
func digits(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

func isBrat(s *Sample) Certainty {
	lines := filled(s.lines())
	bound := 0
	for _, line := range lines {
		if !bratLine(line) {
			return No
		}
		if line[0] == 'T' {
			bound++
		}
	}
	return max(when(bound > 0, Certain), when(len(lines) > 0, Perhaps))
}

// conlluID reports whether a word numbers a word, several (3-4) or one that is not written (5.1).
func conlluID(word string) bool {
	first, second, two := strings.Cut(strings.Replace(word, ".", "-", 1), "-")
	return digits(first) && (!two || digits(second))
}

// isCoNLLU knows ten columns, of which the first numbers the words.
func isCoNLLU(s *Sample) Certainty {
	tokens := 0
	for _, line := range filled(s.lines()) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 10 || !conlluID(columns[0]) {
			return No
		}
		tokens++
	}
	return max(when(tokens > 1, Certain), when(tokens > 0, Likely))
}

// iobBegun reports whether a tag is of something, in IOB or a kin of it.
func iobBegun(tag string) bool {
	return len(tag) > 2 && tag[1] == '-' && strings.IndexByte("BIESLU", tag[0]) >= 0
}

// isCoNLL knows a word a line with tags in columns, one of which is in IOB or a kin of it throughout.
func isCoNLL(s *Sample) Certainty {
	tokens, fit, begun := 0, 0, 0
	for _, line := range filled(s.lines()) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "-DOCSTART-") {
			continue
		}
		tokens++
		columns := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ' ' })
		if len(columns) < 2 {
			continue
		}
		tagged := false
		for _, column := range columns[1:] {
			tagged = tagged || column == "O" || column == "_" || iobBegun(column)
			if iobBegun(column) {
				begun++
				break
			}
		}
		if tagged {
			fit++
		}
	}
	switch {
	case begun == 0 || fit*5 < tokens*4:
		return No
	case fit == tokens && tokens > 3:
		return Certain
	case fit == tokens && tokens > 1:
		return Likely
	}
	return Perhaps
}

// cueTime reports whether a line says when a subtitle is shown.
func cueTime(line string) bool {
	from, rest, found := strings.Cut(line, " --> ")
	to, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	return found && clock(strings.TrimRight(from, " ")) && clock(to)
}

// clock reports whether a word is a time with parts of a second.
func clock(word string) bool {
	return strings.Contains(word, ":") && strings.ContainsAny(word, ".,") && digits(strings.NewReplacer(":", "", ".", "", ",", "").Replace(word))
}

// isVTT knows a WebVTT file by its first line (WebVTT, section 4.1) and a cue.
func isVTT(s *Sample) Certainty {
	lines := filled(s.lines())
	if len(lines) == 0 || lines[0] != "WEBVTT" && !strings.HasPrefix(lines[0], "WEBVTT ") && !strings.HasPrefix(lines[0], "WEBVTT\t") {
		return No
	}
	for _, line := range lines[1:] {
		if cueTime(line) {
			return Certain
		}
	}
	return Perhaps
}

// isSRT knows a numbered cue at the start.
func isSRT(s *Sample) Certainty {
	lines := filled(s.lines())
	return when(len(lines) > 1 && digits(lines[0]) && cueTime(lines[1]), Certain)
}
