package ingest

import (
	"fmt"
	"slices"
	"strings"
)

// kind is what a change was about.
type kind int

const (
	damaged kind = iota // comes first: it is what matters
	decoded
	leftMatter
	frontMatter
	lineEnds
	marks
	headed
	titled
)

// say says where a title came from.
func (r *Result) say(format string, args ...any) { r.note(titled, format, args...) }

// alter says what of the text itself was changed.
func (r *Result) alter(about kind, format string, args ...any) {
	r.Altered = true
	r.note(about, format, args...)
}

func (r *Result) note(about kind, format string, args ...any) {
	r.Changes = append(r.Changes, fmt.Sprintf(format, args...))
	r.kinds = append(r.kinds, about)
}

// altered are the sentences that go with the text for good: all but where the title was taken from.
func (r *Result) altered() []string {
	var all []string
	for i, about := range r.kinds {
		if about != titled {
			all = append(all, r.Changes[i])
		}
	}
	return all
}

// Told is what a person is told of texts that came in together.
type Told struct {
	Damage []string // a sentence for each damaged text, or for many of them one
	Rest   string   // everything else, in one line
}

// mostDamaged is how many damaged texts are named one by one.
const mostDamaged = 12

// Tell says what was done to texts on their way in: damage first, text by text, and the rest in one line, however many
// there are.
func Tell(results []Result) (told Told) {
	texts := map[kind]int{}
	for _, r := range results {
		for about := range r.each() {
			texts[about]++
		}
		if i := slices.Index(r.kinds, damaged); i >= 0 && len(told.Damage) < mostDamaged {
			told.Damage = append(told.Damage, fmt.Sprintf("“%s”: %s", r.Details.Title, r.Changes[i]))
		}
	}
	if more := texts[damaged] - len(told.Damage); more > 0 {
		told.Damage = append(told.Damage, fmt.Sprintf("“\uFFFD” is in %s besides.", times(more, "text")))
	}
	if len(results) == 1 {
		told.Rest = results[0].rest()
		return told
	}
	var rest []string
	for about := decoded; about <= titled; about++ {
		if n := texts[about]; n > 0 {
			rest = append(rest, fmt.Sprintf(ofSeveral[about], times(n, "text")))
		}
	}
	told.Rest = strings.Join(rest, " ")
	return told
}

// each gives the kinds of what was said of a text, each once.
func (r Result) each() map[kind]bool {
	said := map[kind]bool{}
	for _, about := range r.kinds {
		said[about] = true
	}
	return said
}

// rest is what is said of one text but for its damage.
func (r Result) rest() string {
	var rest []string
	for i, about := range r.kinds {
		if about != damaged {
			rest = append(rest, r.Changes[i])
		}
	}
	return strings.Join(rest, " ")
}

// ofSeveral are the sentences for several texts at once, each with a place for how many.
var ofSeveral = [...]string{
	decoded:     "Another encoding than UTF-8 was decoded in %s.",
	leftMatter:  "What looks like details at the start was left in the text of %s.",
	frontMatter: "Details at the start (front matter) were read in %s; they are not part of the text.",
	lineEnds:    "Line ends were changed to LF in %s.",
	marks:       "Byte order marks were removed from %s.",
	headed:      "The title was made the headline, the first line, of %s.",
	titled:      "Titles were taken from the first line or the file’s name in %s.",
}
