package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

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
func writeRecord(edit annotations.Edit, at time.Time) ([]byte, error) {
	body, err := annotations.MarshalEdit(edit)
	if err != nil {
		return nil, err
	}
	var w annotations.JSONWriter
	w.Open('{')
	w.IntField("v", recordVersion)
	w.Field("id", annotations.NewID())
	w.Field("at", annotations.FormatTime(at))
	w.Name("edit")
	w.Raw(body)
	w.Close('}')
	return w.Bytes(), nil
}

// readRecord reads a record; its version comes first, for a newer one may look
// different otherwise.
func readRecord(data []byte) (record, error) {
	if !utf8.Valid(data) {
		return record{}, errors.New("it is not valid UTF-8")
	}
	var r struct {
		V    int             `json:"v"`
		ID   string          `json:"id"`
		Edit json.RawMessage `json:"edit"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		return record{}, fmt.Errorf("it is not a record: %w", err)
	}
	if r.V > recordVersion {
		return record{}, &NewerDataError{What: "a record", Version: r.V, Reads: recordVersion}
	}
	if r.V != recordVersion || r.ID == "" {
		return record{}, errors.New("it is not a record: version or ID is missing")
	}
	edit, err := annotations.UnmarshalEdit(r.Edit)
	if err != nil {
		return record{}, err
	}
	return record{id: r.ID, edit: edit}, nil
}
