package bringing

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/corpus/ingest/sniff"
)

// pastedOtherwise looks at what was pasted as at a file, and reports whether it
// is not to be added as an article now. A project is imported. What is
// no plain text is added as one if the button is pressed again for it.
func (room *Room) pastedOtherwise(ctx app.Context) bool {
	text := browser.Field(textField)
	switch is := formats.All.Recognise("", []byte(text)); {
	case is.Codec != nil:
		browser.CloseModal(formID)
		file := browser.File{Name: "Pasted text", Data: []byte(text)}
		ctx.Async(func() { room.bring(room.desk.Context, []browser.File{file}, nil) })
	case is.Kind != sniff.Text && room.form.asked != text:
		room.form.asked = text
		room.form.trouble = "This looks like " + is.Kind.String() + ", which Spanwise cannot read yet. Press “Add article” again to add it as a plain text all the same."
	default:
		return false
	}
	return true
}
