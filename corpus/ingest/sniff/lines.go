package sniff

import (
	"strings"
)

func isWebAnnoTSV(s *sample) Certainty {
	return when(strings.HasPrefix(s.text, "#FORMAT=WebAnno TSV "), Certain)
}

// bratLine is a line of brat's standoff: a text-bound annotation, relation, event, attribute, normalization, equivalence
// or note.
var bratLine = pattern(`^(?:T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*(?:\t.*)?|R\d+\t\S+ \S+:\w\d+ \S+:\w\d+\s*|E\d+\t\S+:T\d+( \S+:\w\d+)*\s*|[AM]\d+\t\S+ \w\d+.*|N\d+\tReference \w\d+ \S+:.*|\*\t\S+ \w\d+ \w\d+.*|#\d*\t.*)$`)

func isBrat(s *sample) Certainty {
	lines := filled(s.lines())
	bound := 0
	for _, line := range lines {
		if !bratLine().MatchString(line) {
			return No
		}
		if line[0] == 'T' {
			bound++
		}
	}
	return max(when(bound > 0, Certain), when(len(lines) > 0, Perhaps))
}

var conlluID = pattern(`^\d+(?:[-.]\d+)?$`)

// isCoNLLU knows ten columns, of which the first numbers the words.
func isCoNLLU(s *sample) Certainty {
	tokens := 0
	for _, line := range filled(s.lines()) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 10 || !conlluID().MatchString(columns[0]) {
			return No
		}
		tokens++
	}
	return max(when(tokens > 1, Certain), when(tokens > 0, Likely))
}

var (
	iobTag   = pattern(`^(?:O|_|[BIESLU]-\S+)$`)
	iobBegun = pattern(`^[BIESLU]-\S`)
)

// isCoNLL knows a word a line with tags in columns, one of which is in IOB or a kin of it throughout.
func isCoNLL(s *sample) Certainty {
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
			tagged = tagged || iobTag().MatchString(column)
			if iobBegun().MatchString(column) {
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

var cueTime = pattern(`^(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3} +--> +(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}`)

// isVTT knows a WebVTT file by its first line (WebVTT, section 4.1) and a cue.
func isVTT(s *sample) Certainty {
	lines := filled(s.lines())
	if len(lines) == 0 || lines[0] != "WEBVTT" && !strings.HasPrefix(lines[0], "WEBVTT ") && !strings.HasPrefix(lines[0], "WEBVTT\t") {
		return No
	}
	for _, line := range lines[1:] {
		if cueTime().MatchString(line) {
			return Certain
		}
	}
	return Perhaps
}

var cueNumber = pattern(`^\d+$`)

// isSRT knows a numbered cue at the start.
func isSRT(s *sample) Certainty {
	lines := filled(s.lines())
	return when(len(lines) > 1 && cueNumber().MatchString(lines[0]) && cueTime().MatchString(lines[1]), Certain)
}
