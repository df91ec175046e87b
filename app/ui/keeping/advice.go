package keeping

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// Advice is what the page asks a person to do for the safety of the work, when
// they find the time: to export, and to see to the backups.
type Advice struct {
	remind string
	backup string
	paused bool
}

// Advice is what is advised now.
func (room *Room) Advice() Advice {
	a, b := Advice{remind: room.reminding()}, &room.keeping.backup
	if b.to != nil && (b.paused || b.trouble != "") {
		a.backup, a.paused = backupAdvice(b.to.Name(), b.paused, b.trouble), b.paused
	}
	return a
}

// RenderAdvice draws it.
func (room *Room) RenderAdvice(a Advice) app.UI {
	return app.Div().Class("advice").Body(
		app.If(a.remind != "", func() app.UI {
			return renderAdvised(a.remind,
				kit.QuietButton("Export now", room.onRemindedExport),
				kit.QuietButton("Later", room.onLater))
		}),
		app.If(a.backup != "", func() app.UI {
			return renderAdvised(a.backup,
				kit.QuietButton(resumeName(a.paused), room.onResumeBackups),
				kit.QuietButton("Stop backups", room.onStopBackups))
		}),
	)
}

// renderAdvised draws advice as a banner that waits to be read, where others
// interrupt.
func renderAdvised(sentence string, actions ...app.UI) app.UI {
	return app.Div().Class("notice", string(desk.Warning)).Attr("role", "note").Body(
		append([]app.UI{app.P().Class("sentences").Text(sentence)}, actions...)...,
	)
}

func resumeName(paused bool) string {
	if paused {
		return "Allow again"
	}
	return "Try again"
}
