package ui

import "spanwise/app/ui/desk"

// articlesRoom is the list of articles.
type articlesRoom struct {
	desk *desk.Desk

	articles *articleRows
}

// newArticlesRoom returns the room as it is before anything has been done in it.
func newArticlesRoom(d *desk.Desk) *articlesRoom {
	return &articlesRoom{desk: d, articles: newArticleRows()}
}
