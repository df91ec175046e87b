package charset

import (
	"strings"
	"unicode/utf8"
)

// Limits of a preview.
const (
	mostPassages = 3
	passageReach = 60  // bytes to each side of what is not UTF-8
	longestReach = 300 // where there is no space or line end at which to cut
)

// Preview reads the first passages of a text that are not UTF-8, or the start of one in UTF-16, in the encoding of a
// label, so that a person sees whether it is the right one.
func Preview(data []byte, label string, decode Decode) []string {
	var read []string
	for _, at := range passages(data) {
		text := strings.Join(strings.Fields(decode(label, data[at[0]:at[1]])), " ")
		if at[0] > 0 {
			text = "… " + strings.TrimPrefix(text, "\ufffd")
		}
		if at[1] < len(data) {
			text += " …"
		}
		read = append(read, text)
	}
	return read
}

// passages gives where the first passages that are not UTF-8 begin and end, cut at white space where there is some.
func passages(data []byte) (found [][2]int) {
	if UTF16(data) != nil || shifts(data) {
		return [][2]int{{0, min(len(data), 4*passageReach)}}
	}
	for i := 0; i < len(data) && len(found) < mostPassages; {
		r, width := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError || width > 1 {
			i += width
			continue
		}
		begin, end := i, i
		for begin > 0 && i-begin < longestReach && !(i-begin > passageReach && isSpace(data[begin-1])) {
			begin--
		}
		for end < len(data) && end-i < longestReach && !(end-i > passageReach && isSpace(data[end])) {
			end++
		}
		if begin > 0 && len(found) > 0 {
			begin = max(begin, found[len(found)-1][1])
		}
		found = append(found, [2]int{begin, end})
		i = max(end, i+width)
	}
	return found
}

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }
