package kit

import (
	"fmt"
	"strings"
	"time"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/corpus"
)

// Whereabouts tells a span's offsets as the exported file gives them.
func Whereabouts(doc *corpus.Document, s *annotations.Span) string {
	var ranges []string
	for _, r := range s.Ranges {
		start, errStart := doc.Mapper().ByteToCodePoint(r.Start)
		end, errEnd := doc.Mapper().ByteToCodePoint(r.End)
		if errStart == nil && errEnd == nil {
			ranges = append(ranges, fmt.Sprintf("%d–%d", start, end))
		}
	}
	return "Characters " + strings.Join(ranges, ", ")
}

// StateWords says in the list of articles that one is done.
func StateWords(set *annotations.Set) string {
	if set.State() == annotations.StateDone {
		return "✓ done"
	}
	return ""
}

// Byline is where a text comes from: outlet, date and language, as far as
// they are known.
func Byline(d corpus.Details) string {
	return Join(d.Outlet, DayWords(d.Published), LanguageName(d.Language))
}

// ManyLabels is from how many labels on their definitions are shown only when
// asked for.
const ManyLabels = 9

// NoOption is the value of the row that stands for none. The others begin with
// "=", so that an option may have any ID.
const NoOption = "-"

// Shake is how far in CSS pixels a hand may move the mouse during a click.
const Shake = 3

// KeysOfLabels are the labels of a scheme with their own keys.
func KeysOfLabels(scheme *annotations.Scheme) []keyboard.Label {
	keys := make([]keyboard.Label, len(scheme.Labels))
	for i, l := range scheme.Labels {
		keys[i] = keyboard.Label{ID: l.ID, Key: l.Key}
	}
	return keys
}

// ProjectTitle is what a project is called.
func ProjectTitle(e browser.Project) string {
	switch {
	case e.Name != "":
		return e.Name
	case e.ID == browser.FirstProject:
		return "First project"
	}
	return "Project without a name"
}

// ListedThings names how much there is of what, without that of which there is
// none.
func ListedThings(t annotations.Tally) string {
	var parts []string
	for _, thing := range []struct {
		n             int
		one, severals string
	}{
		{t.Articles, "article", "articles"}, {t.Annotators, "annotator", "annotators"}, {t.Spans, "span", "spans"},
		{t.Entries, "register entry", "register entries"}, {t.Relations, "relation", "relations"},
	} {
		switch {
		case thing.n == 1:
			parts = append(parts, "1 "+thing.one)
		case thing.n > 1:
			parts = append(parts, fmt.Sprint(thing.n, " ", thing.severals))
		}
	}
	return strings.Join(parts, ", ")
}

// OrNothing is what is listed, or that there is nothing.
func OrNothing(things string) string {
	if things == "" {
		return "nothing in it yet"
	}
	return things
}

// MaxFile is the greatest file that is read, in bytes: a Spanwise file holds
// many texts, so it may be larger than a single one.
const (
	MaxFile     = 256 << 20
	OpenInput   = "open-files"
	ImportInput = "import-file"
)

// ExportName is the file of an export: it has the name of the project, if that
// has one.
func ExportName(project string, now time.Time) string {
	word := FileWords(project)
	if word != "" {
		word += "-"
	}
	return "spanwise-" + word + now.Format(time.DateOnly) + ".json"
}
