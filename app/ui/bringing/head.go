package bringing

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

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

// headOfNew is what a new text of a document begins with: what the old one did, if
// their headlines are the same, and else what can be told from the new one.
func headOfNew(doc *corpus.Document, text ingest.Result) corpus.Head {
	next, err := corpus.NewDocument(doc.ID, doc.Details, text.Text)
	if err != nil || len(next.HeadBlocks()) == 0 || len(doc.HeadBlocks()) == 0 { // no line in pieces is one
		return text.Details.Head
	}
	if kit.Headline(doc, doc.HeadBlocks()[0]) == kit.Headline(next, next.HeadBlocks()[0]) {
		return doc.Head
	}
	return text.Details.Head
}
