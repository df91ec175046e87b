package ui

import (
	"fmt"
	"strings"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/merge"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
	"spanwise/corpus/ingest/sniff"
)

// whereabouts tells a span's offsets as the exported file gives them.
func whereabouts(doc *corpus.Document, s *annotations.Span) string {
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

// stateWords says in the list of articles that one is done.
func stateWords(set *annotations.Set) string {
	if set.State() == annotations.StateDone {
		return "✓ done"
	}
	return ""
}

// byline is where a text comes from: outlet, date and language, as far as
// they are known.
func byline(d corpus.Details) string {
	return kit.Join(d.Outlet, kit.DayWords(d.Published), kit.LanguageName(d.Language))
}

// manyLabels is from how many labels on their definitions are shown only when
// asked for.
const manyLabels = 9

// noOption is the value of the row that stands for none. The others begin with
// "=", so that an option may have any ID.
const noOption = "-"

// shake is how far in CSS pixels a hand may move the mouse during a click.
const shake = 3

// keysOfLabels are the labels of a scheme with their own keys.
func keysOfLabels(scheme *annotations.Scheme) []keyboard.Label {
	keys := make([]keyboard.Label, len(scheme.Labels))
	for i, l := range scheme.Labels {
		keys[i] = keyboard.Label{ID: l.ID, Key: l.Key}
	}
	return keys
}

// projectTitle is what a project is called.
func projectTitle(e browser.Project) string {
	switch {
	case e.Name != "":
		return e.Name
	case e.ID == browser.FirstProject:
		return "First project"
	}
	return "Project without a name"
}

// listedThings names how much there is of what, without that of which there is
// none.
func listedThings(t merge.Tally) string {
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

func orNothing(things string) string {
	if things == "" {
		return "nothing in it yet"
	}
	return things
}

// asProject gives a file as a reader of projects takes it, or says what it is where it is something else for certain.
func asProject(file browser.File) (browser.File, error) {
	if file.Err != nil {
		return file, file.Err
	}
	switch kind := sniff.Look(file.Name, file.Data).Kind; kind {
	case sniff.Spanwise, sniff.JSON, sniff.Text: // what is wrong with the last two the reader says, with the place
		file.Data = ingest.UTF8(file.Data)
		return file, nil
	default:
		return file, fmt.Errorf("%s: not a Spanwise project: it looks like %v", file.Name, kind)
	}
}

// maxFile is the greatest file that is read, in bytes: a Spanwise file holds
// many texts, so it may be larger than a single one.
const (
	maxFile     = 256 << 20
	openInput   = "open-files"
	importInput = "import-file"
)

// exportName is the file of an export: it has the name of the project, if that
// has one.
func exportName(project string, now time.Time) string {
	word := kit.FileWords(project)
	if word != "" {
		word += "-"
	}
	return "spanwise-" + word + now.Format(time.DateOnly) + ".json"
}
