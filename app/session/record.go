package session

import (
	"errors"
	"fmt"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/jsontext"
)

// recordVersion is the version of the journal's records. Version 1 had neither
// tab, seen, how nor step: what its edits did cannot be undone any more. Version 2
// had no edits of annotators, register, relations and values, version 3 no headlines,
// and version 4 no values that point to entries; what they had is written and read as
// it was.
const recordVersion = 5

// how says what an edit of the journal was made for.
type how string

const (
	did    how = "do"
	undid  how = "undo"
	redid  how = "redo"
	nobody how = "" // the program made it; nobody can undo it
)

// record is one edit in the journal:
//
//	{"v":2,"id":"…","tab":"…","seen":12,"at":"2026-01-31T12:00:00.000Z","how":"undo","step":"…","edit":{…}}
//
// The ID tells a record that was written twice, because the first time nobody
// could say whether it had been, from two edits. It is also the step's that a
// record with "do" begins; "undo" and "redo" name theirs, and so does a "do" that
// goes on with one. A program that does not know of that takes it for a step of its
// own, which loses nothing: so it is no newer version.
type record struct {
	id   string
	tab  string // the session that made it
	seen int    // the position of the last record that its maker knew of
	how  how
	step string
	edit annotations.Edit
}

// write makes the bytes of a record that was made at a time.
func (r record) write(at time.Time, pace annotations.Pace) ([]byte, error) {
	var w annotations.JSONWriter
	w.Open('{')
	w.IntField("v", recordVersion)
	w.Field("id", r.id)
	w.Field("tab", r.tab)
	w.IntField("seen", r.seen)
	w.TimeField("at", at)
	if r.how != nobody {
		w.Field("how", string(r.how))
	}
	if r.step != "" {
		w.Field("step", r.step)
	}
	w.Name("edit")
	if err := w.Edit(r.edit, pace); err != nil {
		return nil, err
	}
	w.Close('}')
	return w.Bytes(), nil
}

// readRecord reads a record; its version comes first, for a newer one may look
// different otherwise.
func readRecord(data []byte, pace annotations.Pace) (record, error) {
	r, err := annotations.NewJSONReader(data, pace)
	if err != nil {
		return record{}, fmt.Errorf("it is not a record: %w", err)
	}
	version, err := readVersion(r.Ahead())
	switch {
	case err != nil:
		return record{}, fmt.Errorf("it is not a record: %w", err)
	case version > recordVersion:
		return record{}, &NewerDataError{What: "a record", Version: version, Reads: recordVersion}
	case version < 1:
		return record{}, errors.New("it is not a record: its version is missing")
	}
	found, err := readMembers(r)
	if err == nil {
		err = r.End()
	}
	switch {
	case err != nil:
		return record{}, fmt.Errorf("it is not a record that can be read: %w", err)
	case found.id == "" || found.edit == nil:
		return record{}, errors.New("it is not a record: its ID or edit is missing")
	case (found.how == undid || found.how == redid) && found.step == "":
		return record{}, fmt.Errorf("it is not a record: which step it is to %s is missing", found.how)
	}
	return found, nil
}

// readMembers reads what a record holds, and passes over what it does not know.
func readMembers(r *annotations.JSONReader) (found record, err error) {
	err = r.Members(func(name []byte) (err error) {
		switch string(name) {
		case "id":
			found.id, err = r.String()
		case "tab":
			found.tab, err = r.String()
		case "seen":
			found.seen, err = r.Int()
		case "how":
			found.how, err = readHow(r)
		case "step":
			found.step, err = r.String()
		case "edit":
			found.edit, err = r.Edit()
		default:
			err = r.Skip()
		}
		return err
	})
	return found, err
}

func readHow(r *annotations.JSONReader) (how, error) {
	word, err := r.Word()
	switch h := how(word); h {
	case did, undid, redid:
		return h, err
	}
	if err == nil {
		err = r.Errorf("an edit cannot be made to %q", annotations.Shorten(word))
	}
	return nobody, err
}

var errSeen = errors.New("seen")

// readVersion looks for the version of a record, wherever it stands; 0 means
// that there is none.
func readVersion(r *jsontext.Reader) (version int, err error) {
	err = r.Members(func(name []byte) (err error) {
		if string(name) != "v" {
			return r.Skip()
		}
		if version, err = r.Int(); err == nil {
			err = errSeen
		}
		return err
	})
	if err == errSeen {
		err = nil
	}
	return version, err
}

// NewerDataError says that saved work comes from a newer version of the program.
// It is left as it is, since this version could only damage it.
type NewerDataError struct {
	What    string // "the saved work", "record 12 of the journal"
	Version int    // of the data
	Reads   int    // the greatest version that this program reads
}

// Error names the data and both versions.
func (e *NewerDataError) Error() string {
	return fmt.Sprintf("%s was written by a newer Spanwise (version %d; this one reads version %d)", e.What, e.Version, e.Reads)
}
