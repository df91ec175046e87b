package kit

import (
	"strings"

	"spanwise/corpus"
)

// Headline is the words of the headline that is a block.
func Headline(doc *corpus.Document, b corpus.Block) string {
	return strings.TrimSpace(doc.Text()[b.Start:b.End])
}
