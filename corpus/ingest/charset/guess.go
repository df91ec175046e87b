package charset

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// Candidate is an encoding that a file may be in.
type Candidate struct {
	Encoding
	Damage int // how many places of the part that was read are no characters in it
	score  float64
}

// sampleSize is how many bytes are read in every encoding: enough to tell them apart, and quick.
const sampleSize = 16 << 10

// sampleLead is how much of the ASCII that a line begins with is read: of a long one all of the sample could be that, in
// which no encoding differs.
const sampleLead = 1 << 10

// Guess gives the encodings that fit a text, the likeliest first, and UTF-8 whatever it does to it. Those that read it as
// the same text as one before them are left out.
func Guess(data []byte, decode Decode) []Candidate {
	part := sample(data)
	seen := map[string]bool{}
	var fitting []Candidate
	for _, e := range Encodings {
		if !possible(e.Label, data) {
			continue
		}
		text := decode(e.Label, part)
		if len(part) < len(data) {
			text = strings.TrimRight(text, "\ufffd") // of what the sample cuts in two
		}
		damage := strings.Count(text, "\ufffd")
		if seen[text] || damage > 0 && e.Label != UTF8 && marked(data) == nil {
			continue
		}
		seen[text] = true
		fitting = append(fitting, Candidate{e, damage, score(text)})
	}
	slices.SortStableFunc(fitting, func(a, b Candidate) int { return cmp.Compare(b.score, a.score) })
	return fitting
}

// possible leaves out what the bytes themselves exclude: UTF-16 of an odd number or by another order than its mark says,
// anything else where there are bytes 0, and the shifts of ISO-2022-JP where there are none.
func possible(label string, data []byte) bool {
	wide := strings.HasPrefix(label, "utf-16")
	if order := UTF16(data); order != nil {
		return label == "utf-16le" && order == binary.LittleEndian || label == "utf-16be" && order == binary.BigEndian
	}
	switch {
	case wide:
		return len(data)%2 == 0
	case label == "iso-2022-jp":
		return shifts(data)
	}
	return true
}

// sample gives the lines that are not ASCII, one after the other, or of a text that is in no way ASCII its start.
func sample(data []byte) []byte {
	if len(data) <= sampleSize || UTF16(data) != nil || shifts(data) {
		return data[:min(len(data), sampleSize)]
	}
	var part []byte
	for line := range lines(data) {
		if len(part) >= sampleSize {
			break
		}
		if at := slices.IndexFunc(line, isHigh); at >= 0 {
			part = append(part, line[max(0, at-sampleLead):]...)
		}
	}
	return part[:min(len(part), sampleSize)]
}

// lines cuts data after every LF and CR.
func lines(data []byte) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		begin := 0
		for i, c := range data {
			if c == '\n' || c == '\r' {
				if !yield(data[begin : i+1]) {
					return
				}
				begin = i + 1
			}
		}
		if begin < len(data) {
			yield(data[begin:])
		}
	}
}

// isHigh reports whether a byte is none of ASCII's.
func isHigh(c byte) bool { return c >= 0x80 }
