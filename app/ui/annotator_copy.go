package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
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

	Room *annotatorsRoom
	From []copyFrom
}

func (room *annotatorsRoom) renderCopyOffer() app.UI {
	var from []copyFrom
	if room.page.desk.set().Len() == 0 {
		for _, set := range room.page.desk.session.Project().Sets(room.page.desk.open) {
			if id := set.Annotator(); id != room.page.desk.me() && set.Len() > 0 {
				from = append(from, copyFrom{id, room.annotatorName(id), set.Len()})
			}
		}
	}
	return &copyOffer{Room: room, From: from}
}

// Render draws a button for each of the others.
func (o *copyOffer) Render() app.UI {
	return app.Div().Class("own", "copy-offer").Hidden(len(o.From) == 0).OnClick(o.onCopy).Body(
		app.Range(o.From).Slice(func(i int) app.UI {
			f := o.From[i]
			return app.Button().Type("button").Class("quiet").Dir("auto").DataSet("from", f.ID).
				Text("Start from a copy of " + kit.Alone(f.Name) + "’s " + kit.Count(f.Spans, "span"))
		}),
	)
}

func (o *copyOffer) onCopy(ctx app.Context, e app.Event) {
	if from := browser.Data(browser.Closest(e.Get("target"), "[data-from]"), "from"); from != "" {
		o.Room.copySet(from)
	}
}

// copySet makes a copy of another's spans of the open article one's own.
func (room *annotatorsRoom) copySet(from string) {
	project := room.page.desk.session.Project()
	n := project.Set(room.page.desk.open, from).Len()
	room.page.desk.doAll(annotations.CopySet(project, room.page.desk.open, from, room.page.desk.me(), kit.Now()).Edits, func() {
		room.page.desk.notices.put(notice{
			Kind:      done,
			Sentences: []string{kit.Count(n, "span") + " copied from " + room.annotatorName(from)},
			Undo:      room.page.desk.session.Revision(),
		})
		room.page.desk.focusText()
	})
}
