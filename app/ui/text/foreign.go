package text

import (
	"errors"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// What the page says where others have changed the drawn text, and so nobody
// knows which words of the article a person has selected.
const (
	foreignWords = "Something else, such as a translation or an extension, had changed the words of the article here. " +
		"They are as written again. Please select once more."
	insistentWords = "Something else, such as a translation or an extension, keeps changing the words of the article. " +
		"Nothing was marked, because it would not be what the article says. Turn it off for this page, and select again."
)

// refuses says why a place in the drawn text cannot be told, and reports whether
// that is so. It is said once, however often it happens.
func (room *Room) refuses(err error) bool {
	if err == nil || errors.Is(err, browser.ErrNoText) {
		return false
	}
	room.trusts()
	switch {
	case errors.Is(err, browser.ErrInsists):
		room.desk.Notices.Add(desk.Failure, insistentWords)
	case errors.Is(err, browser.ErrChanged):
		room.desk.Notices.Add(desk.Failure, foreignWords)
	default:
		room.desk.Notices.Add(desk.Failure, err.Error())
	}
	return true
}

// trusts puts away what was said of the drawn text, since it can be told what a
// person selects in it.
func (room *Room) trusts() { room.desk.Notices.Drop(foreignWords, insistentWords) }
