// Package spanwise reads and writes Spanwise's own file: one JSON document that
// holds a whole project, the same bytes for the same project every time.
//
// Offsets in the file are Unicode code points, counted from 0, half-open, and
// every span carries the text it covers, so that any reader can check them.
// [Read] does check them, and either repairs what it can, saying so, or refuses
// the file; it never drops or changes anything in silence. What it refuses since
// it does not fit, a [format.BrokenError] tells of and [ReadRepaired] makes fit.
// schema.json beside this file is the JSON Schema of what Write writes.
//
// Version 4 has all of a project. Version 3 had no values that point to entries of
// the register. Version 2 did not say where a text has its headline and how it came
// in, and version 1 had nothing but documents and one annotator's spans; their files
// are files of version 4 that leave the rest out.
//
// The package knows no other format and touches no storage.
package spanwise

import (
	_ "embed"
	"fmt"

	"spanwise/annotations/format"
)

// Version is the version of the format that this package writes, and the
// newest that it reads.
const Version = 4

// MaxBytes is the size of the largest file that Read accepts, 256 MiB: a
// browser's memory holds a few times as much.
const MaxBytes = 256 << 20

// Schema is the JSON Schema (draft 2020-12) of the files that Write writes.
//
//go:embed schema.json
var Schema []byte

const (
	formatName = "spanwise"
	offsetUnit = string(format.CodePoints)
)

// The fields of the file's objects. Those that come first have to be there; the
// others, of which there are so many, are left out where they say nothing.
var (
	fileFields = []string{"format", "version", "offsets", "scheme", "documents", "sets", "name", "annotators", "register", "relations"}
	setFields  = []string{"document", "annotator", "state", "spans", "note", "tags"}
)

const (
	optionalOfFile = 4
	optionalOfSet  = 2
)

// NewerError says that a file was written in a version of the format that is
// newer than Version.
type NewerError struct{ Version int }

func (e *NewerError) Error() string {
	return fmt.Sprintf("written by a newer Spanwise (version %d; this one reads version %d)", e.Version, Version)
}
