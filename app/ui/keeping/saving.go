package keeping

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// savingState is what the status says at this moment.
func (room *Room) savingState() string {
	if room.desk.Stage != desk.Ready {
		return "Opening…"
	}
	s := room.desk.Session.Saving()
	switch {
	case s.State == session.Saved && room.desk.Writing.Failing() != nil:
		s.State = session.Failed
	case s.State == session.Saved && room.desk.Writing.Loose():
		s.State = session.Writing
	}
	return desk.SavingText(s)
}

// ShowSaving writes the status at once, as the text and the lists are drawn at
// once: were it left to the engine's next frame, a new span could stand beside
// a Saved that is not meant for it.
func (room *Room) ShowSaving() { browser.SetStatus(desk.SavingID, room.savingState()) }

// settled is how the work stood when the page was last brought up to date: in which
// session, after which edit, and whether its saving was no more than under way or done.
type settled struct {
	session  *session.Session
	revision int
	calm     bool
}

func (room *Room) settled() settled {
	s := room.desk.Session
	state := s.Saving().State
	return settled{s, s.Revision(), state == session.Saved || state == session.Writing}
}

// follow notes what the page shows from here on.
func (room *Room) follow() { room.followed = room.settled() }

// OnlySaved reports whether nothing has happened since the page was last brought up
// to date but that edits went on their way or arrived. The status is all that says
// so, unless the dialog is open.
func (room *Room) OnlySaved() bool {
	now := room.settled()
	return now == room.followed && now.calm && !room.keeping.shown
}

// RenderSaving draws the state of saving.
func (room *Room) RenderSaving() app.UI {
	return &savingStatus{Room: room, State: room.savingState()}
}

// savingStatus says whether the work is saved. The engine makes the element and
// leaves what is in it to showSaving.
type savingStatus struct {
	app.Compo

	Room  *Room
	State string
}

// OnMount fills an element that is new on the page.
func (s *savingStatus) OnMount(app.Context) { s.Room.ShowSaving() }

// OnUpdate says what has changed without a refresh of the page.
func (s *savingStatus) OnUpdate(app.Context) { s.Room.ShowSaving() }

// Render draws the empty status.
func (s *savingStatus) Render() app.UI {
	return app.Output().ID(desk.SavingID).Class("saving").
		Attr("role", "status").Aria("label", "Saving state")
}

// Unkept says why work is not being kept, or "" while it is.
func (room *Room) Unkept() string {
	saving := room.desk.Session.Saving()
	if room.desk.Stage != desk.Ready {
		return ""
	}
	if saving.State == session.Saved && room.desk.Writing.Failing() != nil {
		return "What you are writing could not be kept: " + room.desk.Writing.Failing().Error() + ". It is still on this page."
	}
	switch saving.State {
	case session.Failed:
		if saving.Pending == 0 {
			return "This browser does not keep your work at the moment: " + saving.Err.Error() +
				". It is still on this page: try again, or export it now."
		}
		return "Your last changes could not be saved: " + saving.Err.Error() +
			". They are still on this page: try again, or export them now."
	case session.NotKept:
		return "This browser does not keep your work (" + saving.Err.Error() +
			"). Export it before you close this page."
	}
	return ""
}

// RenderUnkept says so, and offers what helps; failed is whether a save failed.
func (room *Room) RenderUnkept(why string, failed bool) app.UI {
	actions := []app.UI{
		app.Button().Type("button").Class("quiet").Text("Export now").OnClick(room.OnExport),
	}
	if failed {
		actions = append(actions,
			app.Button().Type("button").Class("quiet").Text("Try again").OnClick(room.onRetry))
	}
	return kit.RenderBanner(why, actions...)
}

func (room *Room) onRetry(app.Context, app.Event) { room.desk.Session.Retry() }

// LockedWhy says so, and how many of the last edits came too late.
func (room *Room) LockedWhy() string {
	saving := room.desk.Session.Saving()
	if saving.State != session.Locked {
		return ""
	}
	why := "This page only reads now: " + saving.Err.Error() + ". Reload it to go on."
	if saving.Pending > 0 {
		why += " " + kit.Count(saving.Pending, "change") + " of yours could not be kept: export them first."
	}
	return why
}

// OnLeave asks before a page is closed that holds work, or words, that nobody else
// has.
func (room *Room) OnLeave(ctx app.Context, e app.Event) bool {
	if room.desk.Session == nil {
		return false
	}
	room.desk.Writing.Keep()
	if room.desk.Writing.Loose() && (room.desk.Store == nil || room.desk.Writing.Failing() != nil) {
		e.PreventDefault()
	}
	if room.exported == room.desk.Session.Revision() {
		return false
	}
	s := room.desk.Session.Saving()
	if s.State == session.Failed || s.State == session.NotKept || s.Pending > 0 && s.State == session.Locked {
		e.PreventDefault()
	}
	return false
}
