package ui

// articlesRoom is the list of articles.
type articlesRoom struct {
	page *Page

	articles *articleRows
}
