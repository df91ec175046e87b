package annotators

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
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

	Room *Room
	From []copyFrom
}

// RenderCopyOffer draws the offer to start from a copy of another's spans, where there
// is one.
func (room *Room) RenderCopyOffer() app.UI {
	var from []copyFrom
	if room.desk.Set().Len() == 0 {
		for _, set := range room.desk.Session.Project().Sets(room.desk.ArticleID) {
			if id := set.Annotator(); id != room.desk.Me() && set.Len() > 0 {
				from = append(from, copyFrom{id, room.desk.AnnotatorName(id), set.Len()})
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
func (room *Room) copySet(from string) {
	project := room.desk.Session.Project()
	n := project.Set(room.desk.ArticleID, from).Len()
	room.desk.DoAll(annotations.CopySet(project, room.desk.ArticleID, from, room.desk.Me(), kit.Now()).Edits, func() {
		room.desk.Notices.Put(desk.Notice{
			Kind:      desk.Done,
			Sentences: []string{kit.Count(n, "span") + " copied from " + room.desk.AnnotatorName(from)},
			Undo:      room.desk.Session.Revision(),
		})
		room.desk.FocusText()
	})
}
