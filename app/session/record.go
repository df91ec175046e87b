package session

import (
	"errors"
	"fmt"
	"time"

	"spanwise/annotations"
)

// recordVersion is the version of the journal's records.
const recordVersion = 1

// record is one edit in the journal:
//
//	{"v":1,"id":"…","at":"2026-01-31T12:00:00.000Z","edit":{…}}
//
// The ID tells a record that was written twice, because the first time nobody
// could say whether it had been, from two edits.
type record struct {
	id   string
	edit annotations.Edit
}

// writeRecord makes the record of an edit that was made at a time.
func writeRecord(edit annotations.Edit, at time.Time, pace annotations.Pace) ([]byte, error) {
	var w annotations.JSONWriter
	w.Open('{')
	w.IntField("v", recordVersion)
	w.Field("id", annotations.NewID())
	w.TimeField("at", at)
	w.Name("edit")
	if err := w.Edit(edit, pace); err != nil {
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
	case version != recordVersion:
		return record{}, errors.New("it is not a record: its version is missing")
	}
	var found record
	err = r.Members(func(name []byte) (err error) {
		switch string(name) {
		case "id":
			found.id, err = r.String()
		case "edit":
			found.edit, err = r.Edit()
		default:
			err = r.Skip()
		}
		return err
	})
	if err == nil {
		err = r.End()
	}
	switch {
	case err != nil:
		return record{}, fmt.Errorf("it is not a record that can be read: %w", err)
	case found.id == "" || found.edit == nil:
		return record{}, errors.New("it is not a record: its ID or edit is missing")
	}
	return found, nil
}

var errSeen = errors.New("seen")

// readVersion looks for the version of a record, wherever it stands; 0 means
// that there is none.
func readVersion(r *annotations.JSONReader) (version int, err error) {
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
