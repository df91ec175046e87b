package spanwise

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/jsontext"
	"spanwise/corpus"
)

// file is what a file says, nothing of it checked against anything else.
type file struct {
	name       string
	annotators []annotations.Annotator // none where the file names none
	scheme     *annotations.Scheme
	misfit     error // what is wrong with the scheme, with its place in the file
	register   []annotations.Entry
	documents  []document
	sets       []set
	relations  []relation
	leaveOut   func(place format.Place, what annotations.Message) // says what is left out; nil where a misfit is an error
}

type document struct {
	id, sha256, text string
	details          corpus.Details
}

// set is a set of a file. The ranges of its spans are in code points until they
// are settled.
type set struct {
	document, annotator string
	about               annotations.About
	spans               []annotations.Span
	texts               [][]byte // what each span covers, as the file says; parts of the file
	times               []oddTime
	mending             *mending                                           // nil where a misfit is an error
	keep                func(sp *span, doc *corpus.Document, reason error) // keeps a span whose text is not to be found; nil then, too
}

// relation is a relation of a file, with those of its times that are odd.
type relation struct {
	annotations.Relation
	times []oddTime
}

// oddTime is a time that is not written as this version writes it.
type oddTime struct {
	span       int // its index; of a relation's, 0
	name, text string
}

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	parsed = 0.6 // what comes after makes the project
)

// Read returns the project that a file holds, and a note of everything that had
// to be repaired to read it. A file that cannot be read whole is an
// error, and nothing of it is given: it is not JSON, not a Spanwise file, of a
// newer version (a *NewerError), larger than MaxBytes, or has a field that this
// version does not know. Errors say what and where. Where all of it is there but
// says things that do not fit each other, the error is a *format.BrokenError, and
// ReadRepaired reads the file.
//
// Offsets are in code points. Where a span's text is not at its offsets they
// are tried in UTF-16 code units and in bytes, for all such spans of a document
// at once, and then the nearest place that has the text is taken; each is
// reported. See repair.go.
func Read(data []byte, pace annotations.Pace) (p *annotations.Project, repairs []format.Note, err error) {
	p, repairs, err = ReadFitting(data, pace)
	if misfit := new(format.MisfitError); errors.As(err, &misfit) {
		return nil, nil, broken(data, misfit.Why, pace.Part(1, 1))
	}
	return p, repairs, err
}

// ReadFitting is Read, but that a file which says things that do not fit each other is a
// *format.MisfitError: the first of them is all that it says. Who has no more to do
// with such files needs no more of this package.
func ReadFitting(data []byte, pace annotations.Pace) (p *annotations.Project, repairs []format.Note, err error) {
	f, repairs, err := open(data, pace.Part(0, parsed))
	if err != nil {
		return nil, nil, fmt.Errorf("spanwise: %w", err)
	}
	p, more, err := f.project(pace.Part(parsed, 1))
	if err != nil {
		return nil, nil, &format.MisfitError{Why: fmt.Errorf("spanwise: %w", err)}
	}
	return p, append(repairs, more...), nil
}

// open reads what the file says.
func open(data []byte, pace annotations.Pace) (f *file, repairs []format.Note, err error) {
	if len(data) > MaxBytes {
		return nil, nil, fmt.Errorf("the file has %d MiB; at most %d can be read", len(data)>>20, MaxBytes>>20)
	}
	if rest, had := bytes.CutPrefix(data, []byte("\uFEFF")); had {
		data = rest
		repairs = append(repairs, format.Note{What: annotations.Say("a byte order mark at the start of the file was taken off")})
	}
	f, err = parse(data, pace)
	return f, repairs, err
}

func parse(data []byte, pace annotations.Pace) (*file, error) {
	r, err := annotations.NewJSONReader(data, pace)
	if err != nil {
		return nil, fmt.Errorf("not a Spanwise file: %w", err)
	}
	if err := checkHeader(r.Ahead()); err != nil {
		return nil, err
	}
	f, err := readFile(r)
	if err == nil {
		err = r.End()
	}
	return f, err
}

// checkHeader looks for format and version, wherever they stand, before
// anything else of the file is held to this version.
func checkHeader(r *jsontext.Reader) error {
	var format string
	version := 0
	err := r.Members(func(name []byte) (err error) {
		switch string(name) {
		case "format":
			format, err = r.String()
		case "version":
			version, err = r.Int()
		default:
			err = r.Skip()
		}
		if err == nil && format != "" && version != 0 {
			return errSeen
		}
		return err
	})
	switch {
	case err != nil && err != errSeen:
		return fmt.Errorf("not a Spanwise file: %w", err)
	case format != formatName:
		return fmt.Errorf("not a Spanwise file: its format is %q", annotations.Shorten(format))
	case version > Version:
		return &NewerError{version}
	case version < 1:
		return fmt.Errorf("the version %d is none: versions begin at 1", version)
	}
	return nil
}

// errSeen ends the search for the header.
var errSeen = errors.New("seen")

func readFile(r *annotations.JSONReader) (*file, error) {
	var f file
	err := r.ObjectWith(fileFields, len(fileFields)-optionalOfFile, func(i int) (err error) {
		switch fileFields[i] {
		case "format", "version":
			return r.Skip()
		case "offsets":
			return readConstant(r, offsetUnit)
		case "name":
			f.name, err = r.String()
		case "scheme":
			err = readScheme(r, &f)
		case "documents":
			err = r.Array(func(int) error { return readDocument(r, &f) })
		case "sets":
			err = r.Array(func(int) error { return readSet(r, &f) })
		default:
			err = readBeside(r, fileFields[i], &f)
		}
		return err
	})
	return &f, err
}

// readBeside reads a field of what stands beside documents and sets.
func readBeside(r *annotations.JSONReader, name string, f *file) error {
	began := r.Pos()
	return r.Array(func(int) (err error) {
		switch name {
		case "annotators":
			var a annotations.Annotator
			a, err = r.Annotator()
			f.annotators = append(f.annotators, a)
		case "register":
			var e annotations.Entry
			e, err = r.Entry()
			f.register = jsontext.Append(r.Reader, began, f.register, e)
		case "relations":
			var l relation
			l, err = readRelation(r)
			f.relations = jsontext.Append(r.Reader, began, f.relations, l)
		}
		return err
	})
}

func readScheme(r *annotations.JSONReader, f *file) (err error) {
	if f.scheme, err = r.UncheckedScheme(); err != nil {
		return err
	}
	if err := f.scheme.Check(); err != nil {
		f.misfit = r.Errorf("%w", err)
	}
	return nil
}

// readConstant reads a string that has only one value in this version.
func readConstant(r *annotations.JSONReader, want string) error {
	got, err := r.String()
	if err == nil && got != want {
		return r.Errorf("it is %q; version %d knows only %q", annotations.Shorten(got), Version, want)
	}
	return err
}

func readDocument(r *annotations.JSONReader, f *file) error {
	var d document
	err := r.Details(&d.details, []string{"id", "sha256", "text"}, &d.id, &d.sha256, &d.text)
	f.documents = append(f.documents, d)
	return err
}

func readSet(r *annotations.JSONReader, f *file) error {
	var s set
	err := r.ObjectWith(setFields, len(setFields)-optionalOfSet, func(i int) (err error) {
		switch setFields[i] {
		case "document":
			s.document, err = r.String()
		case "annotator":
			s.annotator, err = r.Word()
		case "spans":
			err = s.readSpans(r)
		default:
			err = r.AboutField(setFields[i], &s.about)
		}
		return err
	})
	slices.SortStableFunc(s.about.Tags, func(a, b annotations.Tag) int { return strings.Compare(a.Label, b.Label) })
	f.sets = append(f.sets, s)
	return err
}

// readSpans reads the spans of a set.
func (s *set) readSpans(r *annotations.JSONReader) error {
	began := r.Pos()
	odd := func(field, text string) { s.times = append(s.times, oddTime{len(s.spans), field, text}) }
	return r.Array(func(int) error {
		span, text, err := r.Span(annotations.CodePoints, odd)
		s.spans = jsontext.Append(r.Reader, began, s.spans, span)
		s.texts = jsontext.Append(r.Reader, began, s.texts, text)
		return err
	})
}

// readRelation reads a relation.
func readRelation(r *annotations.JSONReader) (l relation, err error) {
	l.Relation, err = r.Relation(func(field, text string) {
		l.times = append(l.times, oddTime{0, field, text})
	})
	return l, err
}
