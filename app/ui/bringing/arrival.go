package bringing

import (
	"fmt"
	"strings"

	"spanwise/app/session/importing"
	"spanwise/corpus/ingest/sniff"
)

// arrivalQuestion is what the dialog says of a file.
func arrivalQuestion(t *importing.Text) string {
	if t.Kind != sniff.Text {
		return "This looks like " + t.Kind.String() + ". Spanwise cannot read it yet. Open it as a plain text all the same?"
	}
	return "This text is not in UTF-8. Choose the encoding in which all its letters are right."
}

// unopened says which files were not opened, and why: one sentence for each kind.
func unopened(r importing.Unopened) []string {
	var all []string
	for _, name := range r.Folders {
		all = append(all, fmt.Sprintf("“%s” is a folder. Open or drop the files in it.", name))
	}
	for _, kind := range r.Kinds {
		all = append(all, unopenedKind(kind, r.Names[kind]))
	}
	for _, err := range r.Errors {
		all = append(all, err.Error())
	}
	return all
}

func unopenedKind(kind sniff.Kind, names []string) string {
	what := fmt.Sprintf("“%s” is %v. ", names[0], kind)
	if len(names) > 1 {
		what = fmt.Sprintf("%d files were not opened, each of which is %v: %s. ", len(names), kind, listed3(names))
	}
	return what + insteadOf(kind)
}

// insteadOf says what can be done with a file that was not opened.
func insteadOf(kind sniff.Kind) string {
	switch kind {
	case sniff.Scheme:
		return "Import it under “Edit scheme”."
	case sniff.ZIP, sniff.GZIP, sniff.Archive:
		return "Unpack it, and open the texts in it."
	case sniff.Media, sniff.Program, sniff.Database, sniff.Data:
		return "Spanwise reads plain texts."
	}
	if kind.Binary() {
		return "Spanwise reads plain texts: copy what is written in it, and paste that."
	}
	return "Spanwise cannot read it yet."
}

// listed3 names the first three of some files, and says how many more there are.
func listed3(names []string) string {
	const most = 3
	said := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	return said
}
