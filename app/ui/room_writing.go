package ui

// writingRoom is what a person is writing in any field, and how it is kept.
type writingRoom struct {
	page *Page

	writing writing
}
