package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/session"
)

// savingText is what the status says. It says Saved only when the session
// does, which is after the database has said complete.
func savingText(s session.Saving) string {
	switch s.State {
	case session.Saved:
		return "Saved"
	case session.Writing:
		return "Saving…"
	case session.Failed:
		return "Not saved"
	}
	return "Not kept"
}

func (p *Page) renderSaving() app.UI {
	switch {
	case p.welcoming != unwelcomed:
		return &savingStatus{Text: "Opening…"}
	case p.reading:
		return &savingStatus{Text: "Reading"}
	}
	return &savingStatus{Text: savingText(p.session.Saving())}
}

// savingStatus says whether the work is saved.
type savingStatus struct {
	app.Compo

	Text string
}

// Render draws the status.
func (s *savingStatus) Render() app.UI {
	return app.Output().Class("saving").DataSet("state", s.Text).
		Attr("role", "status").Aria("label", "Saving state").Text(s.Text)
}

// unkept says why work is not being kept, or "" while it is.
func (p *Page) unkept() string {
	saving := p.session.Saving()
	if p.reading || p.welcoming != unwelcomed {
		return ""
	}
	switch saving.State {
	case session.Failed:
		return "Your last changes could not be saved: " + saving.Err.Error() +
			". They are still on this page: try again, or export them now."
	case session.NotKept:
		return "This browser does not keep your work (" + saving.Err.Error() +
			"). Export it before you close this page."
	}
	return ""
}

// renderUnkept says so, and offers what helps; failed is whether a save failed.
func (p *Page) renderUnkept(why string, failed bool) app.UI {
	actions := []app.UI{
		app.Button().Type("button").Class("quiet").Text("Export now").OnClick(p.onExport),
	}
	if failed {
		actions = append(actions,
			app.Button().Type("button").Class("quiet").Text("Try again").OnClick(p.onRetry))
	}
	return renderBanner(why, actions...)
}

func (p *Page) onRetry(app.Context, app.Event) { p.session.Retry() }

// onLeave asks before a page is closed that holds work nobody else has.
func (p *Page) onLeave(ctx app.Context, e app.Event) bool {
	if p.session == nil || p.reading || p.exported == p.session.Revision() {
		return false
	}
	if s := p.session.Saving().State; s == session.Failed || s == session.NotKept {
		e.PreventDefault()
	}
	return false
}
