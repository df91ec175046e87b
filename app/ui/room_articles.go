package ui

import "spanwise/app/ui/desk"

// articlesRoom is the list of articles.
type articlesRoom struct {
	desk *desk.Desk

	articles *articleRows
}
