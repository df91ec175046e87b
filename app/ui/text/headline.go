package text

import (
	"unicode/utf8"

	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// longTitle is how many characters a title may have to be set large.
const longTitle = 90

func titleClass(title string) string {
	if utf8.RuneCountInString(title) > longTitle {
		return "long"
	}
	return "short"
}

// headClasses is how the first blocks of a document are set that are its headline
// and standfirst.
func headClasses(doc *corpus.Document) []string {
	var classes []string
	for i, b := range doc.HeadBlocks() {
		if i == 0 {
			classes = append(classes, titleClass(kit.Headline(doc, b)))
		} else {
			classes = append(classes, "standfirst")
		}
	}
	return classes
}

// sameBlocks reports whether two documents fall into the same blocks of the same
// text.
func sameBlocks(a, b *corpus.Document) bool { return a.Head == b.Head && a.Text() == b.Text() }
