package ui

// sidePanel says which of the two side panels lies over the text where the
// window is too narrow for all three columns.
type sidePanel string

const (
	noPanel       sidePanel = ""
	articlesPanel sidePanel = "articles"
	spansPanel    sidePanel = "spans"
)
