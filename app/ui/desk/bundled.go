package desk

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"spanwise/annotations"
	"spanwise/annotations/jsontext"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/corpus"
)

// Bundled reads the articles that the page is built with, once.
var Bundled = sync.OnceValues(corpus.Bundled)

// FirstOf is the first article of which an annotator has said something, or else
// the first that did not come with the program, or else the first.
func FirstOf(project *annotations.Project, annotator string) string {
	practice, _ := Bundled() // without them the page would not have opened
	first, brought := "", ""
	for _, d := range project.Documents() {
		if !project.Set(d.ID, annotator).Empty() {
			return d.ID
		}
		first = cmp.Or(first, d.ID)
		if !slices.ContainsFunc(practice, func(p *corpus.Document) bool { return p.ID == d.ID }) {
			brought = cmp.Or(brought, d.ID)
		}
	}
	return cmp.Or(brought, first)
}

// Pacing lets the page go on beside long work, tells what it does and how far it is,
// and ends it with its context.
func Pacing(ctx context.Context, doing string, tell session.Progress) annotations.Pace {
	return func(done float64) error {
		tell(doing, done)
		browser.Pause()
		return ctx.Err()
	}
}

// JoinFields makes one text of what stands in a field, or in the fields of a form.
func JoinFields(values map[string]string) string {
	if one, single := values[""]; single {
		return one
	}
	return jsontext.MapText(values)
}
