package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// newBytes copies data into a new Uint8Array.
func newBytes(data []byte) app.Value {
	array := app.Window().Get("Uint8Array").New(len(data))
	app.CopyBytesToJS(array, data)
	return array
}

// goBytes copies a Uint8Array.
func goBytes(array app.Value) []byte {
	data := make([]byte, array.Length())
	app.CopyBytesToGo(data, array)
	return data
}
