package ui

// keepingRoom is saving, backups and what is told of them.
type keepingRoom struct {
	page *Page

	keeping  keeping
	exported int
}
