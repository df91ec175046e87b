package text

// followText forgets what was known of the open article's text when that has
// become another, or falls into other blocks, here or in another tab.
func (room *Room) followText() {
	if doc := room.desk.Document(); room.Drawing != nil && room.Drawing.doc.ID == doc.ID && !sameBlocks(room.Drawing.doc, doc) {
		room.Drawing, room.desk.CursorAt, room.near = nil, 0, around(doc, 0)
		room.desk.Selection.DropText()
	}
}
