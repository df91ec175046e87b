package annotators

import (
	"slices"
)

// colleagues is what the page knows of the project's annotators.
type colleagues struct {
	theirs *theirRows
	dialog annotatorsState
}

// compareNext compares with the annotator after the present one, and after the
// last with nobody. It reports whether there is anybody else.
func (room *Room) compareNext() bool {
	var others []string
	for _, a := range room.desk.Session.Project().Annotators() {
		if a.ID != room.desk.Me() {
			others = append(others, a.ID)
		}
	}
	others = append(others, "")
	at := slices.Index(others, room.desk.ComparedID)
	room.desk.CompareWith(others[(at+1)%len(others)])
	return len(others) > 1
}
