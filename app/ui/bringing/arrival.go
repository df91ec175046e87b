package bringing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus/ingest"
	"spanwise/corpus/ingest/charset"
	"spanwise/corpus/ingest/sniff"
)

// arrival is a file on its way in, and what it seems to be.
type arrival struct {
	file browser.File
	kind sniff.Kind
	// What a person decides on, if anything: the encodings that fit, and the one in which the text comes in, or "" where
	// it is left out.
	fitting []charset.Candidate
	choice  string
	preview []string
}

// name is the file's name as the page shows it.
func (a *arrival) name() string { return kit.Alone(a.file.Name) }

// sorted is what was brought, by what is to be done with it.
type sorted struct {
	texts    []*arrival // in the order in which they came
	projects []browser.File
	asked    []*arrival // those of the texts about which a person decides
	unopened unopened
}

// unopened are the files that cannot be opened whatever is decided.
type unopened struct {
	errors  []string
	kinds   []sniff.Kind // in the order in which they came
	names   map[sniff.Kind][]string
	folders []string
}

// encodings is how texts are read that are not in UTF-8: what decodes them, and what finds the encodings that fit one.
type encodings struct {
	decode charset.Decode
	guess  func(name string, data []byte) ([]charset.Candidate, error)
}

// sortOut looks at files and says what is to be done with each. A folder among them, which the browser hands over like
// a file, is named in folders.
func sortOut(files []browser.File, folders []string, known encodings, pause func()) sorted {
	s := sorted{unopened: unopened{folders: folders, names: map[sniff.Kind][]string{}}}
	for _, file := range files {
		if slices.Contains(folders, file.Name) {
			continue
		}
		if file.Err != nil {
			s.unopened.errors = append(s.unopened.errors, file.Err.Error())
			continue
		}
		s.add(&arrival{file: file, kind: sniff.Look(file.Name, file.Data).Kind}, known)
		pause()
	}
	return s
}

func (s *sorted) add(a *arrival, known encodings) {
	switch {
	case a.kind == sniff.Spanwise:
		a.file.Data = ingest.UTF8(a.file.Data)
		s.projects = append(s.projects, a.file)
	case a.kind == sniff.Scheme, a.kind.Binary(), a.kind != sniff.Text && len(a.file.Data) > ingest.MaxBytes:
		s.unopened.add(a.kind, a.file.Name)
	default:
		asks, err := a.consider(known)
		switch {
		case errors.Is(err, context.Canceled):
			return
		case err != nil:
			s.unopened.errors = append(s.unopened.errors, fmt.Sprintf("“%s” was not opened: %v.", a.file.Name, err))
			return
		case asks:
			s.asked = append(s.asked, a)
		}
		s.texts = append(s.texts, a)
	}
}

func (r *unopened) add(kind sniff.Kind, name string) {
	if r.names[kind] == nil {
		r.kinds = append(r.kinds, kind)
	}
	r.names[kind] = append(r.names[kind], name)
}

// consider works out what can be chosen of a text, and reports whether a person has to.
func (a *arrival) consider(known encodings) (asks bool, err error) {
	if !charset.Known(a.file.Data) && len(a.file.Data) <= ingest.MaxBytes {
		if a.fitting, err = known.guess(a.file.Name, a.file.Data); err != nil {
			return false, err
		}
	}
	switch {
	case a.kind != sniff.Text:
		a.show(known.decode)
	case len(a.fitting) > 0:
		a.choose(a.fitting[0].Label, known.decode)
	}
	return a.kind != sniff.Text || len(a.fitting) > 0, nil
}

// asItStands is the choice for a file whose encoding is known.
const asItStands = charset.UTF8

// openAnyway chooses to open a file that is no plain text as one.
func (a *arrival) openAnyway() {
	a.choice = asItStands
	if len(a.fitting) > 0 {
		a.choice = a.fitting[0].Label
	}
}

// choose takes an encoding, or "" for leaving the file out, which is shown in the likeliest one.
func (a *arrival) choose(label string, decode charset.Decode) {
	a.choice = label
	a.show(decode)
}

func (a *arrival) show(decode charset.Decode) {
	if len(a.fitting) == 0 {
		a.preview = beginning(a.file.Data)
		return
	}
	a.preview = charset.Preview(a.file.Data, cmp.Or(a.choice, a.fitting[0].Label), decode)
}

// beginning is the first lines of a file whose encoding is known.
func beginning(data []byte) (lines []string) {
	const mostBytes, mostLines, longest = 2000, 3, 120
	text := strings.ToValidUTF8(string(ingest.UTF8(data[:min(len(data), mostBytes)])), "")
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && len(lines) < mostLines {
			lines = append(lines, kit.Shorten(line, longest))
		}
	}
	return lines
}

// read makes a text of the file as it was chosen; wanted is false where it is left out.
func (a *arrival) read(decode charset.Decode) (result ingest.Result, wanted bool, err error) {
	switch {
	case len(a.fitting) > 0 && a.choice != "":
		result, err = ingest.Decoded(a.file.Name, decode(a.choice, a.file.Data), a.choice)
	case a.kind == sniff.Text && len(a.fitting) == 0, a.choice != "":
		result, err = ingest.Text(a.file.Name, a.file.Data)
	default:
		return ingest.Result{}, false, nil
	}
	return result, true, err
}

// question is what the dialog says of the file.
func (a *arrival) question() string {
	if a.kind != sniff.Text {
		return "This looks like " + a.kind.String() + ". Spanwise cannot read it yet. Open it as a plain text all the same?"
	}
	return "This text is not in UTF-8. Choose the encoding in which all its letters are right."
}

// sentences say which files were not opened, and why: one sentence for each kind.
func (r unopened) sentences() []string {
	var all []string
	for _, name := range r.folders {
		all = append(all, fmt.Sprintf("“%s” is a folder. Open or drop the files in it.", name))
	}
	for _, kind := range r.kinds {
		all = append(all, r.about(kind))
	}
	return append(all, r.errors...)
}

func (r unopened) about(kind sniff.Kind) string {
	names := r.names[kind]
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
