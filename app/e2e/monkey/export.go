package monkey

import (
	"encoding/json"
	"fmt"
	"strings"
)

// exported is as much of a Spanwise file as is needed to check it without the
// program's own reader.
type exported struct {
	Documents []struct{ ID, Text string }
	Sets      []struct {
		Document string
		Spans    []exportedSpan
	}
}

type exportedSpan struct {
	ID, Text string
	Ranges   []struct{ Start, End int } // in code points
}

// misplaced names the first span of an exported file whose text is not what its
// document has at its ranges, "" if there is none.
func misplaced(data []byte) string {
	var f exported
	if err := json.Unmarshal(data, &f); err != nil {
		return err.Error()
	}
	texts := map[string][]rune{}
	for _, d := range f.Documents {
		texts[d.ID] = []rune(d.Text)
	}
	for _, set := range f.Sets {
		for _, s := range set.Spans {
			if there := s.at(texts[set.Document]); there != s.Text {
				return fmt.Sprintf("span %s of %s says %q, and its ranges have %q", s.ID, set.Document, s.Text, there)
			}
		}
	}
	return ""
}

// at is what a text has at the span's ranges.
func (s exportedSpan) at(text []rune) string {
	var parts []string
	for _, r := range s.Ranges {
		if r.Start < 0 || r.Start >= r.End || r.End > len(text) {
			return fmt.Sprintf("no range %d to %d", r.Start, r.End)
		}
		parts = append(parts, string(text[r.Start:r.End]))
	}
	return strings.Join(parts, " … ")
}
