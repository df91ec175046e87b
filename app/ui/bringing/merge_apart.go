package bringing

import (
	"context"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desk"
)

// openApart opens what is imported as a project of its own. Where the browser keeps
// nothing it takes the place of the work here, which nobody has touched.
func (room *Room) openApart(i *incoming, apart *importing.Apart) {
	it := desk.OwnProjectOf(i.called(), apart)
	if room.desk.Store != nil {
		read := func(context.Context, annotations.Pace) (desk.OwnProject, error) { return it, nil }
		room.desk.OnPage(func() {
			room.desk.Ask.OpenAsProject(it.From, read, func(err error) { room.desk.Notices.Put(i.failed(err)) })
		})
		return
	}
	room.desk.Ask.OpenSession(session.Start{Why: room.desk.Session.Saving().Err.Error(), Project: it.Project})
	room.desk.OnPage(func() {
		room.desk.AnnotatorID = it.Me.ID
		room.desk.Ask.OpenArticle(desk.FirstOf(it.Project, it.Me.ID))
		room.desk.Ask.Refresh()
		room.desk.Ask.TellOwn(it)
	})
}
