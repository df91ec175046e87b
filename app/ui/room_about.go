package ui

// aboutRoom is what is said of the whole article: tags, note and state.
type aboutRoom struct {
	page *Page

	saying saying
}
