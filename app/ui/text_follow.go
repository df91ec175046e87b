package ui

// followText forgets what was known of the open article's text when that has
// become another, or falls into other blocks, here or in another tab.
func (room *textRoom) followText() {
	if doc := room.desk.Document(); room.drawing != nil && room.drawing.doc.ID == doc.ID && !sameBlocks(room.drawing.doc, doc) {
		room.drawing, room.desk.CursorAt, room.near = nil, 0, around(doc, 0)
		room.desk.Selection.DropText()
	}
}
