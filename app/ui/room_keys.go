package ui

// keysRoom is the keys of commands, their dialog and the help.
type keysRoom struct {
	page *Page

	keys keySettings
}
