package text

// FollowText forgets what was known of the open article's text when that has
// become another, or falls into other blocks, here or in another tab.
func (room *Room) FollowText() {
	if doc := room.desk.Document(); room.Drawing != nil && room.Drawing.Doc.ID == doc.ID && !sameBlocks(room.Drawing.Doc, doc) {
		room.Drawing, room.desk.CursorAt, room.Near = nil, 0, around(doc, 0)
		room.desk.Selection.DropText()
	}
}
