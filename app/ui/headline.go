package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
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
			classes = append(classes, titleClass(headline(doc, b)))
		} else {
			classes = append(classes, "standfirst")
		}
	}
	return classes
}

// headline is the words of the headline that is a block.
func headline(doc *corpus.Document, b corpus.Block) string {
	return strings.TrimSpace(doc.Text()[b.Start:b.End])
}

// sameBlocks reports whether two documents fall into the same blocks of the same
// text.
func sameBlocks(a, b *corpus.Document) bool { return a.Head == b.Head && a.Text() == b.Text() }

// headOfNew is what a new text of a document begins with: what the old one did, if
// their headlines are the same, and else what can be told from the new one.
func headOfNew(doc *corpus.Document, text ingest.Result) corpus.Head {
	next, err := corpus.NewDocument(doc.ID, doc.Details, text.Text)
	if err != nil || len(next.HeadBlocks()) == 0 || len(doc.HeadBlocks()) == 0 { // no line in pieces is one
		return text.Details.Head
	}
	if headline(doc, doc.HeadBlocks()[0]) == headline(next, next.HeadBlocks()[0]) {
		return doc.Head
	}
	return text.Details.Head
}

// renderHead draws what a person chooses of headline and standfirst: of a new text
// whether its title is a part of it, and of another what its first lines are.
func (f *articleForm) renderHead(state form, isNew bool) app.UI {
	if isNew {
		return kit.Choice("checkbox", headlineField, "The title is the headline: the first line of the text", true)
	}
	return app.Div().Body(
		kit.Choice("checkbox", headlineField, "The first line is the headline", state.details.Head >= corpus.Headline),
		kit.Choice("checkbox", standField, "What comes after it is the standfirst", state.details.Head >= corpus.Standfirst),
	)
}

// chosenHead is what is ticked in the form.
func chosenHead() corpus.Head {
	switch {
	case !browser.Checked(headlineField):
		return corpus.NoHead
	case browser.Checked(standField):
		return corpus.Standfirst
	}
	return corpus.Headline
}
