package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
)

// Record is what was measured last, each part when it was last taken.
type Record struct {
	Parts []Taken `json:"parts"`
}

// Taken is a part of the bench as it was measured once.
type Taken struct {
	Part     string    `json:"part"`
	Date     string    `json:"date"`   // YYYY-MM-DD
	Commit   string    `json:"commit"` // "+" at its end: with changes on top
	Machine  Machine   `json:"machine"`
	Measures []Measure `json:"measures"`
}

// readRecord reads a record; a file that is not there is an empty one.
func readRecord(path string) (r Record, err error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err != nil {
		return r, fmt.Errorf("the record %s: %w", path, err)
	}
	return r, nil
}

// last is the part as it was measured last.
func (r Record) last(part string) (Taken, bool) {
	i := slices.IndexFunc(r.Parts, func(t Taken) bool { return t.Part == part })
	if i < 0 {
		return Taken{}, false
	}
	return r.Parts[i], true
}

// put puts a part in the place of the former one.
func (r *Record) put(t Taken) {
	if i := slices.IndexFunc(r.Parts, func(old Taken) bool { return old.Part == t.Part }); i >= 0 {
		r.Parts[i] = t
		return
	}
	r.Parts = append(r.Parts, t)
}

// aMeasure is a measure in indented JSON; it is written on one line, so that
// the history of the record reads line by line.
var aMeasure = regexp.MustCompile(`\{\s+"name":[^{}]*\}`)

// write writes the record.
func (r Record) write(path string) error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	data = aMeasure.ReplaceAllFunc(data, func(m []byte) []byte {
		return []byte(strings.Join(strings.Fields(string(m)), " "))
	})
	return os.WriteFile(path, append(data, '\n'), 0o644)
}

// commit names the commit that the tree is at; what the bench itself wrote is
// no change.
func commit(record string) string {
	name := said("git", "rev-parse", "--short", "HEAD")
	if name != "" && said("git", "status", "--porcelain", "--", ".", ":(exclude)"+record) != "" {
		name += "+"
	}
	return name
}
