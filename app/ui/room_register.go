package ui

// registerRoom is the register of entries, and the field that points a span to one.
type registerRoom struct {
	page *Page

	register register
}
