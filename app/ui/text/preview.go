package text

import (
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// Preview is what stands in the page itself for who has never been here: the
// article that the program will open, to be read while the program is on its way.
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

// PreviewOf is the preview of bundled articles, as the room will draw the first of
// them. There is none of a text with a line so long that it is drawn in pieces.
func PreviewOf(docs []*corpus.Document) (p Preview) {
	if len(docs) == 0 || len(continuing(docs[0])) > 0 {
		return p
	}
	doc := docs[0]
	p = Preview{
		Language: doc.Language, Class: textClass(doc), Heads: headClasses(doc),
		Byline: kit.Byline(doc.Details), Note: doc.Note, Original: isWebAddress(doc.URL),
	}
	if len(p.Heads) == 0 {
		p.Title = doc.Title
	}
	for _, b := range doc.Blocks() {
		p.Blocks = append(p.Blocks, doc.Text()[b.Start:b.End])
	}
	for _, d := range docs {
		p.Titles = append(p.Titles, kit.Spelt(d.Title))
		p.Languages = append(p.Languages, d.Language)
		p.Sources = append(p.Sources, kit.Join(kit.Byline(d.Details), kit.Count(0, "span")))
	}
	return p
}
