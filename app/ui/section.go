package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/corpus"
)

// section is the looks of up to browser.SectionBlocks blocks. It never
// changes.
type section struct {
	looks [browser.SectionBlocks]*look
}

// plainSections is the sections of so many blocks, all drawn as plain text.
func plainSections(blocks int) []*section {
	sections := make([]*section, (blocks+browser.SectionBlocks-1)/browser.SectionBlocks)
	plain := new(section)
	for i := range sections {
		sections[i] = plain
	}
	return sections
}

func (d *drawing) look(i int) *look {
	return d.sections[i/browser.SectionBlocks].looks[i%browser.SectionBlocks]
}

// setLook gives a block another look, in a section of the drawing's own.
func (d *drawing) setLook(i int, l *look) {
	own := *d.sections[i/browser.SectionBlocks]
	own.looks[i%browser.SectionBlocks] = l
	d.sections[i/browser.SectionBlocks] = &own
}

// textSection draws one section of the open article.
type textSection struct {
	app.Compo

	Doc     *corpus.Document
	Index   int
	Section *section
}

// Render gives each block a component of its own.
func (s *textSection) Render() app.UI {
	first := s.Index * browser.SectionBlocks
	count := min(browser.SectionBlocks, len(s.Doc.Blocks())-first)
	return app.Div().DataSet("section", s.Index).Body(
		app.Range(s.Section.looks[:count]).Slice(func(i int) app.UI {
			return &block{Doc: s.Doc, Index: first + i, Look: s.Section.looks[i]}
		}),
	)
}
