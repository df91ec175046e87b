package ui

// annotatorsRoom is who works here, and comparing with another.
type annotatorsRoom struct {
	page *Page

	colleagues colleagues
}
