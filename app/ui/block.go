package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/corpus"
)

// block draws one block of the open article. The engine draws it again only
// when one of its fields differs, so a span that is added elsewhere costs it
// one comparison of pointers.
type block struct {
	app.Compo

	Doc   *corpus.Document
	Index int
	Look  *look
}

// Render draws the plain text, or the runs where spans lie. It adds nothing
// to the text: what the region holds is the document, character for character.
func (b *block) Render() app.UI {
	bounds := b.Doc.Blocks()[b.Index]
	p := app.P()
	if b.Look == nil {
		return p.Body(app.Text(b.Doc.Text()[bounds.Start:bounds.End]))
	}
	pieces := make([]app.UI, len(b.Look.runs))
	for i, r := range b.Look.runs {
		pieces[i] = drawRun(b.Doc.Text()[r.Start:r.End], i, r)
	}
	return p.Body(pieces...)
}

func drawRun(text string, index int, r run) app.UI {
	if r.Class == "" {
		return app.Text(text)
	}
	return app.Mark().
		Class(r.Class).
		Title(r.Title).
		DataSet("run", strconv.Itoa(index)).
		Body(app.Text(text))
}
