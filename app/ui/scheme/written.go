package scheme

import (
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.SchemeWriting: {Read: room.schemeWritten, Open: func([]string) { room.openScheme() }, Fill: room.fillScheme,
			Says: "You were changing the scheme."},
	}
}

// schemeWritten is the scheme that is being edited, "" where nothing of it was
// changed.
func (room *Room) schemeWritten(_ []string) string {
	if d := room.scheming; d != nil && d.changed() {
		return d.written()
	}
	return ""
}

// fillScheme goes on with a scheme that was being edited.
func (room *Room) fillScheme(text string) {
	if room.scheming == nil {
		return
	}
	if err := room.scheming.resume(text); err != nil {
		room.scheming.trouble = kit.Sentence(err.Error())
	}
	room.showPart(room.scheming.at)
	room.desk.Later(func() { browser.Focus(schemePartID) })
}
