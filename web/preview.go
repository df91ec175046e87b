package web

import (
	"fmt"
	"html/template"
	"strings"
)

// Preview is the article that the program opens for who has never been here. It
// stands in the page itself, in the elements and with the classes that the program
// draws it with, and can be read while the program is on its way; then the program
// draws its own page beneath it, and it goes. Without blocks there is none.
type Preview struct {
	Language, Class string   // of the text
	Byline, Note    string   // above it
	Original        bool     // there is an address of the original
	Title           string   // where the text has no headline
	Heads           []string // the classes of the first blocks, if these are its headline
	Blocks          []string
	Titles, Sources []string // of the articles in the list
	Languages       []string // of their titles
}

var previewTemplate = template.Must(template.New("preview.html").Parse(string(asset("preview.html"))))

// render writes the preview as it stands in the page. The texts are foreign, and
// escaped.
func (p Preview) render() (string, error) {
	if len(p.Blocks) == 0 {
		return "", nil
	}
	var html strings.Builder
	if err := previewTemplate.Execute(&html, p); err != nil {
		return "", fmt.Errorf("web: preview: %w", err)
	}
	return html.String(), nil
}
