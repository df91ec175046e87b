package desk

// SidePanel says which of the two side panels lies over the text where the
// window is too narrow for all three columns.
type SidePanel string

const (
	NoPanel       SidePanel = ""
	ArticlesPanel SidePanel = "articles"
	SpansPanel    SidePanel = "spans"
)
