package scheme

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// schemeList is the list of a scheme's parts. The arrows walk through its rows,
// one of which is a stop of Tab.
type schemeList struct {
	app.Compo

	Room *Room
	Rows []schemeRow

	at int // the row that had the keyboard last
}

// Render draws the rows in their sections.
func (l *schemeList) Render() app.UI {
	return app.Nav().ID(schemeListID).Class("scheme-list").Aria("label", "Parts of the scheme").
		OnClick(l.onClick).OnKeyDown(l.onKeyDown).On("focusin", l.onFocus).Body(
		l.renderRows(gonePart),
		l.renderRows(aboutPart),
		l.renderTitle("Labels", "Add label", labelPart),
		l.renderRows(labelPart),
		l.renderTitle("Tags of articles", "Add tag", tagPart),
		l.renderRows(tagPart),
		l.renderTitle("Relations", "Add relation", relationPart),
		l.renderRows(relationPart),
	)
}

func (l *schemeList) renderTitle(title, add string, kind partKind) app.UI {
	return app.Div().Class("heading").Body(
		app.H3().Text(title),
		app.Button().Type("button").Class("quiet").DataSet("add", string(kind)).Text(add),
	)
}

func (l *schemeList) renderRows(kind partKind) app.UI {
	return app.Ul().Body(app.Range(l.Rows).Slice(func(i int) app.UI {
		if l.Rows[i].Part.Kind != kind {
			return app.Li().Hidden(true)
		}
		return app.Li().Body(l.renderRow(i, l.Rows[i]))
	}))
}

func (l *schemeList) renderRow(i int, r schemeRow) app.UI {
	button := app.Button().ID(partID(i)).Type("button").Class("scheme-row", kit.DepthClass(r.Depth)).
		DataSet("row", i).TabIndex(kit.TabStop(i == min(l.at, len(l.Rows)-1)))
	if r.Current {
		button = button.Aria("current", "true")
	}
	return button.Body(
		app.Span().Class("swatch", draftClass(r.Part.Kind, r.Part.At)).Hidden(r.Part.Kind != labelPart && r.Part.Kind != tagPart),
		kit.AsWritten(app.Span()).Class("name").Text(r.Name),
		app.Span().Class("uses").Text(r.Uses),
		app.Kbd().Aria("hidden", true).Hidden(r.Key == "").Text(r.Key),
		app.Span().Class("wrong").Hidden(!r.Wrong).Text("To mend"),
	)
}

func (l *schemeList) onClick(ctx app.Context, e app.Event) {
	d := l.Room.scheming
	if kind := browser.Data(browser.Closest(e.Get("target"), "[data-add]"), "add"); kind != "" {
		d.narrow = true
		d.add(partKind(kind))
		l.Room.drawDraft()
		l.Room.desk.Later(func() { browser.Focus(fieldID("name")) })
		return
	}
	if i, ok := l.rowOf(e); ok {
		d.narrow = true
		l.Room.goToPart(l.Rows[i].Part)
	}
}

// rowOf is the index of the row in which something happened.
func (l *schemeList) rowOf(e app.Event) (int, bool) {
	i, err := strconv.Atoi(browser.Data(browser.Closest(e.Get("target"), "[data-row]"), "row"))
	return i, err == nil && i >= 0 && i < len(l.Rows)
}

func (l *schemeList) onFocus(ctx app.Context, e app.Event) {
	if i, ok := l.rowOf(e); ok {
		l.at = i
	}
}

// onKeyDown walks through the rows.
func (l *schemeList) onKeyDown(ctx app.Context, e app.Event) {
	i, ok := l.rowOf(e)
	if !ok {
		return
	}
	if to, ok := kit.RowAfter(kit.StrokeOf(e).Name, i, len(l.Rows)); ok {
		e.PreventDefault()
		browser.Focus(partID(to))
		browser.ScrollInto(schemeListID, "#"+partID(to))
	}
}
