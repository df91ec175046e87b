package annotations

import (
	"fmt"
	"strings"

	"spanwise/corpus"
)

// InCodePoints is ranges of bytes of a text, counted in code points.
func InCodePoints(m *corpus.Mapper, ranges []Range) []Range {
	out := make([]Range, len(ranges))
	for i, r := range ranges {
		out[i].Start, _ = m.ByteToCodePoint(r.Start)
		out[i].End, _ = m.ByteToCodePoint(r.End)
	}
	return out
}

// ShowRanges writes ranges as a person reads them, "3–9" or "3–9, 12–15"; of many, the first.
func ShowRanges(ranges []Range) string {
	var b strings.Builder
	for i, r := range ranges {
		if i == 4 {
			return b.String() + ", …"
		}
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%d–%d", r.Start, r.End)
	}
	return b.String()
}
