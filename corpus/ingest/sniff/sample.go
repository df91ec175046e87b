package sniff

import (
	"bytes"
	"strings"
	"sync"

	"spanwise/corpus/ingest/charset"
)

// headSize is how much of a file the rules for texts look at, in bytes.
const headSize = 64 << 10

// Sample is a file as the rules see it.
type Sample struct {
	data []byte // all of it
	text string // its head as UTF-8 without a byte order mark; bytes in other encodings are as they are
	all  bool   // the head is all of it
	wide bool   // it is UTF-16

	json  func() facts
	lines func() []string // of the head, those that are whole, without white space at their ends
	root  func() element
}

// NewSample takes all the bytes of a file.
func NewSample(data []byte) *Sample {
	head := data[:min(len(data), headSize)]
	s := &Sample{data: data, all: len(head) == len(data)}
	order := charset.UTF16(head)
	if s.wide = order != nil; s.wide {
		s.text = charset.FromUTF16(head[:len(head)&^1], order)
	} else {
		s.text = string(head)
	}
	s.text = strings.TrimPrefix(s.text, "\ufeff")
	s.json = sync.OnceValue(func() facts { return readFacts(s.text, s.all) })
	s.lines = sync.OnceValue(func() []string { return wholeLines(s.text, s.all) })
	s.root = sync.OnceValue(func() element { return readRoot(s.text) })
	return s
}

// starts reports whether the file's bytes begin with one of these.
func (s *Sample) starts(with ...string) Certainty {
	for _, magic := range with {
		if bytes.HasPrefix(s.data, []byte(magic)) {
			return Certain
		}
	}
	return No
}

// mostLines is how many lines are looked at.
const mostLines = 400

// wholeLines gives the first lines of a head; the last of one that is cut is left out.
func wholeLines(text string, all bool) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if len(lines) == mostLines {
			break
		}
		if !all && !strings.HasSuffix(line, "\n") {
			break
		}
		lines = append(lines, strings.TrimRight(line, " \r\n"))
	}
	return lines
}

// filled gives the lines that are not blank.
func filled(lines []string) []string {
	var kept []string
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return kept
}

// when is a certainty where something holds, else No.
func when(holds bool, sure Certainty) Certainty {
	if holds {
		return sure
	}
	return No
}
