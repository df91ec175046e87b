package bringing

import (
	"spanwise/app/worker/jobs"
	"spanwise/corpus/ingest/charset"
)

// guess finds the encodings that fit a text which is in none that is certain.
func (room *Room) guess(name string, data []byte) ([]charset.Candidate, error) {
	var found jobs.Guessed
	err := room.desk.AskSecond("Opening "+name, "Looking for the encoding…", jobs.Guess{Data: data}, &found)
	return found.Fitting, err
}
