package browser

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// CopyText puts a text where a person can paste it from. It waits, and a browser
// may refuse it.
func CopyText(text string) error {
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		return errors.New("this browser does not let the page copy")
	}
	_, err := call(clipboard, "writeText", text)
	return err
}
