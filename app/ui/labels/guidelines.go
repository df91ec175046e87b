package labels

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// guidelinesID is the id of the dialog with the guidelines.
const guidelinesID = "guidelines"

// showGuidelines opens the guidelines over the page.
func (room *Room) showGuidelines() {
	room.guiding = true
	room.desk.Later(func() { browser.ShowModal(guidelinesID) })
}

// OnGuidelines opens the guidelines.
func (room *Room) OnGuidelines(app.Context, app.Event) { room.showGuidelines() }

func (room *Room) renderGuidelines() app.UI {
	if !room.guiding {
		return app.Div().Hidden(true)
	}
	return &guidelines{Room: room, Scheme: room.desk.Scheme()}
}

// guidelines is how to mark: the scheme's written guidelines, and what each
// label means.
type guidelines struct {
	app.Compo

	Room   *Room
	Scheme *annotations.Scheme
}

// Render draws the dialog.
func (g *guidelines) Render() app.UI {
	s := g.Scheme
	return app.Dialog().ID(guidelinesID).Class("form", "guidelines").Aria("label", "Guidelines").
		On("close", g.onClose).OnKeyDown(g.onKeyDown).Body(
		app.Div().Class("heading").Body(
			app.H2().Text("Guidelines"),
			app.Button().Type("button").Class("icon", "close").AutoFocus(true).Aria("label", "Close").OnClick(g.onPressClose),
		),
		kit.AsWritten(app.P()).Class("hint").Text(s.Name),
		renderParagraphs(s.Guidelines),
		app.Range(kit.LabelTree(s.Labels)).Slice(func(i int) app.UI {
			b := kit.LabelTree(s.Labels)[i]
			return renderMeaning(&s.Labels[b.Index], b)
		}),
		kit.AsWritten(app.P()).Class("hint").Text(s.Source),
	)
}

func renderParagraphs(text string) app.UI {
	paragraphs := strings.FieldsFunc(text, func(c rune) bool { return c == '\n' || c == '\r' })
	if len(paragraphs) == 0 {
		return app.P().Text("No guidelines are written in this scheme. The labels mean:")
	}
	return app.Div().Class("written").Body(app.Range(paragraphs).Slice(func(i int) app.UI {
		return kit.AsWritten(app.P()).Text(paragraphs[i])
	}))
}

// renderMeaning draws what a label means.
func renderMeaning(l *annotations.Label, at kit.Branch) app.UI {
	return app.Section().Class("meaning", kit.DepthClass(at.Depth)).Body(
		app.H3().Body(
			app.Span().Class("swatch", kit.LabelClass(at.Index)),
			kit.AsWritten(app.Span()).Text(l.Name),
			app.Kbd().Hidden(l.Key == "").Text(l.Key),
		),
		kit.AsWritten(app.P()).Text(l.Definition),
		kit.AsWritten(app.P()).Class("examples").Hidden(len(l.Examples) == 0).Text("For example: "+strings.Join(quoted(l.Examples), ", ")),
		app.Range(l.Attributes).Slice(func(i int) app.UI { return renderAttributeMeaning(&l.Attributes[i]) }),
	)
}

func quoted(texts []string) []string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = "“" + t + "”"
	}
	return all
}

// renderAttributeMeaning draws what an attribute and its options mean, folded.
func renderAttributeMeaning(a *annotations.Attribute) app.UI {
	if a.Definition == "" && len(a.Options) == 0 {
		return app.P().Class("attribute").Text(a.Name)
	}
	return app.Details().Class("attribute").Body(
		kit.AsWritten(app.Summary()).Text(a.Name),
		kit.AsWritten(app.P()).Hidden(a.Definition == "").Text(a.Definition),
		app.Dl().Hidden(len(a.Options) == 0).Body(app.Range(a.Options).Slice(func(i int) app.UI {
			return app.Div().Body(
				kit.AsWritten(app.Dt()).Text(a.Options[i].Name),
				kit.AsWritten(app.Dd()).Text(a.Options[i].Definition),
			)
		})),
	)
}

func (g *guidelines) onClose(app.Context, app.Event) { g.Room.guiding = false }

func (g *guidelines) onPressClose(app.Context, app.Event) { browser.CloseModal(guidelinesID) }

// onKeyDown closes with the key that opened, too.
func (g *guidelines) onKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	if g.Room.desk.Keys.Means(kit.StrokeOf(e), kit.GuidelinesCommand) {
		browser.CloseModal(guidelinesID)
	}
}
