package importing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations/format"
	"spanwise/app/session"
	"spanwise/corpus/ingest"
	"spanwise/corpus/ingest/charset"
	"spanwise/corpus/ingest/sniff"
)

// File is a file that was brought, or why it could not be had.
type File struct {
	Name string
	Data []byte
	Err  error // starts with the name
}

// Sorted is what was brought, by what is to be done with it.
type Sorted struct {
	Texts    []*Text // in the order in which they came
	Asked    []*Text // those of them about which a person decides
	Projects []session.File
	Unopened Unopened
}

// Unopened are the files that cannot be opened whatever is decided.
type Unopened struct {
	Errors  []error
	Kinds   []sniff.Kind // in the order in which they came
	Names   map[sniff.Kind][]string
	Folders []string
}

// Encodings is how texts are read that are not in UTF-8: what decodes them, and what finds the encodings that fit one.
type Encodings struct {
	Decode charset.Decode
	Guess  func(name string, data []byte) ([]charset.Candidate, error)
}

// Sort looks at files and says what is to be done with each. A folder among them, which a browser hands over like a file,
// is named in folders. It pauses after each file.
func Sort(files []File, folders []string, formats *format.Registry, known Encodings, pause func()) Sorted {
	s := Sorted{Unopened: Unopened{Folders: folders, Names: map[sniff.Kind][]string{}}}
	for _, file := range files {
		switch {
		case slices.Contains(folders, file.Name):
			continue
		case file.Err != nil:
			s.Unopened.Errors = append(s.Unopened.Errors, file.Err)
			continue
		}
		s.add(file, formats.Recognise(file.Name, file.Data), known)
		pause()
	}
	return s
}

func (s *Sorted) add(file File, is format.Guess, known Encodings) {
	switch {
	case is.Codec != nil:
		s.Projects = append(s.Projects, session.File{Name: file.Name, Data: file.Data, Codec: is.Codec})
	case is.Kind == sniff.Scheme, is.Kind.Binary(), is.Kind != sniff.Text && len(file.Data) > ingest.MaxBytes:
		s.Unopened.add(is.Kind, file.Name)
	default:
		s.addText(&Text{File: file, Kind: is.Kind}, known)
	}
}

func (s *Sorted) addText(t *Text, known Encodings) {
	asks, err := t.consider(known)
	switch {
	case errors.Is(err, context.Canceled):
		return
	case err != nil:
		s.Unopened.Errors = append(s.Unopened.Errors, fmt.Errorf("“%s” was not opened: %w", t.Name, err))
		return
	case asks:
		s.Asked = append(s.Asked, t)
	}
	s.Texts = append(s.Texts, t)
}

func (r *Unopened) add(kind sniff.Kind, name string) {
	if r.Names[kind] == nil {
		r.Kinds = append(r.Kinds, kind)
	}
	r.Names[kind] = append(r.Names[kind], name)
}

// Text is a file that is a text or is to be opened as one, if a person says so.
type Text struct {
	File

	Kind    sniff.Kind          // what it seems to be
	Fitting []charset.Candidate // the encodings to choose from; none where it is known
	Choice  string              // the label of the one in which it comes in, or "" where it is left out
	Preview []string            // its first lines as it is chosen
}

// consider works out what can be chosen of a text, and reports whether a person has to.
func (t *Text) consider(known Encodings) (asks bool, err error) {
	if !charset.Known(t.Data) && len(t.Data) <= ingest.MaxBytes {
		if t.Fitting, err = known.Guess(t.Name, t.Data); err != nil {
			return false, err
		}
	}
	switch {
	case t.Kind != sniff.Text:
		t.show(known.Decode)
	case len(t.Fitting) > 0:
		t.Choose(t.Fitting[0].Label, known.Decode)
	}
	return t.Kind != sniff.Text || len(t.Fitting) > 0, nil
}

// AsItStands is the choice for a file whose encoding is known.
const AsItStands = charset.UTF8

// OpenAnyway chooses to open a file that is no plain text as one.
func (t *Text) OpenAnyway() {
	t.Choice = AsItStands
	if len(t.Fitting) > 0 {
		t.Choice = t.Fitting[0].Label
	}
}

// Choose takes an encoding, or "" for leaving the file out, which is shown in the likeliest one.
func (t *Text) Choose(label string, decode charset.Decode) {
	t.Choice = label
	t.show(decode)
}

func (t *Text) show(decode charset.Decode) {
	if len(t.Fitting) == 0 {
		t.Preview = beginning(t.Data)
		return
	}
	t.Preview = charset.Preview(t.Data, cmp.Or(t.Choice, t.Fitting[0].Label), decode)
}

// beginning is the first lines of a file whose encoding is known.
func beginning(data []byte) (lines []string) {
	const mostBytes, mostLines, longest = 2000, 3, 120
	text := strings.ToValidUTF8(string(ingest.UTF8(data[:min(len(data), mostBytes)])), "")
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && len(lines) < mostLines {
			lines = append(lines, cut(line, longest))
		}
	}
	return lines
}

// cut is a text of at most n characters, the last of them "…" where it was longer.
func cut(text string, n int) string {
	if all := []rune(text); len(all) > n {
		return string(all[:n-1]) + "…"
	}
	return text
}

// Read makes a text of the file as it was chosen; wanted is false where it is left out.
func (t *Text) Read(decode charset.Decode) (result ingest.Result, wanted bool, err error) {
	switch {
	case len(t.Fitting) > 0 && t.Choice != "":
		result, err = ingest.Decoded(t.Name, decode(t.Choice, t.Data), t.Choice)
	case t.Kind == sniff.Text && len(t.Fitting) == 0, t.Choice != "":
		result, err = ingest.Text(t.Name, t.Data)
	default:
		return ingest.Result{}, false, nil
	}
	return result, true, err
}

// Project gives a file as one of a project, or says what it is where it is something else for certain. What is JSON or a text
// is left to the codec of our own files, which says what is wrong with it, with the place.
func Project(file File, formats *format.Registry, own format.Codec) (session.File, error) {
	if file.Err != nil {
		return session.File{}, file.Err
	}
	is := formats.Recognise(file.Name, file.Data)
	switch {
	case is.Codec != nil:
		own = is.Codec
	case is.Kind != sniff.JSON && is.Kind != sniff.Text:
		return session.File{}, fmt.Errorf("%s: not a Spanwise project: it looks like %v", file.Name, is.Kind)
	}
	return session.File{Name: file.Name, Data: file.Data, Codec: own}, nil
}
