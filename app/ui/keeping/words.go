package keeping

import (
	"errors"
	"strconv"

	"spanwise/app/browser"
)

// sizeWords is a number of bytes as a person reads it.
func sizeWords(bytes int) string {
	switch mb := float64(bytes) / 1e6; {
	case mb < 1:
		return strconv.Itoa(max(1, bytes/1000)) + " kB"
	case mb < 9.95:
		return strconv.FormatFloat(mb, 'f', 1, 64) + " MB"
	default:
		return strconv.FormatFloat(mb, 'f', 0, 64) + " MB"
	}
}

// promise is what the browser has said on how long it keeps what is stored.
type promise string

const (
	unasked   promise = ""          // it has not answered yet
	promised  promise = "promised"  // until a person deletes it
	unsure    promise = "unsure"    // it has promised nothing
	refused   promise = "refused"   // it was asked to promise, and did not
	cannotAsk promise = "cannotAsk" // it cannot be asked
)

// promiseOf reads an answer of the browser's; asked says that it was asked to
// promise, and not only whether it had.
func promiseOf(kept bool, err error, asked bool) promise {
	switch {
	case errors.Is(err, browser.ErrNoPromises):
		return cannotAsk
	case kept:
		return promised
	case asked:
		return refused
	}
	return unsure
}

// promiseWords says what the answer means for the work.
func promiseWords(p promise) string {
	const may = "may throw your work away when its disk is full, or (Safari) after seven days without a visit."
	switch p {
	case promised:
		return "The browser has promised to keep your work."
	case unsure:
		return "The browser " + may
	case refused:
		return "The browser did not promise it: it " + may +
			" It may change its mind when you have used this page for longer, or have installed it or bookmarked it."
	case cannotAsk:
		return "This browser cannot be asked to keep your work: it " + may
	}
	return "Asking the browser…"
}
