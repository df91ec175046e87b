package ui

import (
	"time"
)

// openAdded shows the first article that a file brought, unless a person is at
// work on the open one.
func (room *bringingRoom) openAdded(added []string) {
	if len(added) > 0 && room.desk.Set().Len() == 0 {
		room.desk.Ask.OpenArticle(added[0])
	}
}

// savingTime is how long a page that is about to load anew waits for its last
// edit to be saved.
const savingTime = 5 * time.Second
