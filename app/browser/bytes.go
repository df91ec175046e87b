package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// portion is how many bytes cross between Go and JavaScript before the browser
// may have its turn: a few milliseconds' work.
const portion = 4 << 20

// newBytes copies data into a new Uint8Array, with pauses where it is large.
func newBytes(data []byte) app.Value {
	array := app.Window().Get("Uint8Array").New(len(data))
	for from := 0; from < len(data); from += portion {
		if from > 0 {
			Pause()
		}
		to := min(from+portion, len(data))
		app.CopyBytesToJS(array.Call("subarray", from, to), data[from:to])
	}
	return array
}

// goBytes copies a Uint8Array, with pauses where it is large.
func goBytes(array app.Value) []byte {
	data := make([]byte, array.Length())
	for from := 0; from < len(data); from += portion {
		if from > 0 {
			Pause()
		}
		to := min(from+portion, len(data))
		app.CopyBytesToGo(data[from:to], array.Call("subarray", from, to))
	}
	return data
}
