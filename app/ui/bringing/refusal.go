package bringing

import (
	"errors"

	"spanwise/annotations/format"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

// repairImport is what a notice of a file that does not fit itself offers.
const repairImport = "Import it repaired"

// broken tells of a file that does not fit itself, and offers what a repair does.
func (room *Room) broken(file session.File, why *format.BrokenError) desk.Notice {
	n := desk.Notice{Kind: desk.Failure, Offer: repairImport, Sentences: []string{
		file.Name + " was not imported, since not all in it fits together. Nothing here was changed."}}
	n.Take = func() {
		room.desk.Context.Async(func() { room.importFiles([]session.File{file}, format.Options{Repair: true}) })
	}
	for _, problem := range why.Problems {
		n.Sentences = append(n.Sentences, problem.String())
	}
	return n
}

// refusal tells why a file was not imported.
func (room *Room) refusal(file session.File, err error) desk.Notice {
	var why *format.BrokenError
	if errors.As(err, &why) {
		return room.broken(file, why)
	}
	return desk.Notice{Kind: desk.Failure, Sentences: []string{file.Name + " was not imported: " + err.Error(), "Nothing here was changed."}}
}
