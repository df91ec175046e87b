package bringing

import (
	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// readApart is what an import is as a project of its own.
func (room *Room) readApart(i *importing) desk.OwnReader {
	return func(annotations.Pace) (desk.OwnProject, error) {
		if !i.several() {
			project, me, err := session.Own(i.read[0].Project())
			return desk.OwnProject{From: i.read[0].Name, Project: project, Me: me, Repairs: kit.InEnglish(i.read[0].Repairs())}, err
		}
		_, whole, err := room.desk.Session.Together(room.desk.Context, i.read, nil)
		if err != nil {
			return desk.OwnProject{}, err
		}
		var repairs []string
		for _, in := range i.read {
			for _, line := range kit.InEnglish(in.Repairs()) {
				repairs = append(repairs, in.Name+": "+line)
			}
		}
		return desk.OwnProject{From: i.called(), Project: whole, Me: whole.Annotators()[0], Repairs: repairs}, nil
	}
}

// openApart opens what is imported as a project of its own. Where the browser keeps
// nothing it takes the place of the work here, which nobody has touched.
func (room *Room) openApart(i *importing) {
	if room.desk.Store != nil {
		room.desk.OnPage(func() {
			room.desk.Ask.OpenAsProject(i.called(), room.readApart(i), func(err error) { room.desk.Notices.Put(i.failed(err)) })
		})
		return
	}
	it, err := room.readApart(i)(nil)
	if err != nil {
		room.desk.OnPage(func() { room.desk.Notices.Put(i.failed(err)) })
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
