package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// copyFrom is an annotator whose spans of the open article can be copied.
type copyFrom struct {
	ID, Name string
	Spans    int
}

// copyOffer offers to start from a copy of another's spans, in the place of a list
// without spans.
type copyOffer struct {
	app.Compo

	Page *Page
	From []copyFrom
}

func (p *Page) renderCopyOffer() app.UI {
	var from []copyFrom
	if p.set().Len() == 0 {
		for _, set := range p.session.Project().Sets(p.open) {
			if id := set.Annotator(); id != p.me() && set.Len() > 0 {
				from = append(from, copyFrom{id, p.annotatorName(id), set.Len()})
			}
		}
	}
	return &copyOffer{Page: p, From: from}
}

// Render draws a button for each of the others.
func (o *copyOffer) Render() app.UI {
	return app.Div().Class("own", "copy-offer").Hidden(len(o.From) == 0).OnClick(o.onCopy).Body(
		app.Range(o.From).Slice(func(i int) app.UI {
			f := o.From[i]
			return app.Button().Type("button").Class("quiet").Dir("auto").DataSet("from", f.ID).
				Text("Start from a copy of " + alone(f.Name) + "’s " + count(f.Spans, "span"))
		}),
	)
}

func (o *copyOffer) onCopy(ctx app.Context, e app.Event) {
	if from := browser.Data(browser.Closest(e.Get("target"), "[data-from]"), "from"); from != "" {
		o.Page.copySet(from)
	}
}

// copySet makes a copy of another's spans of the open article one's own.
func (p *Page) copySet(from string) {
	project := p.session.Project()
	n := project.Set(p.open, from).Len()
	p.doAll(annotations.CopySet(project, p.open, from, p.me(), now()).Edits, func() {
		p.notices.put(notice{
			Kind:      done,
			Sentences: []string{count(n, "span") + " copied from " + p.annotatorName(from)},
			Undo:      p.session.Revision(),
		})
		p.focusText()
	})
}
