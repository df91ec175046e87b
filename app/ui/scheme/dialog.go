package scheme

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// schemeTold is what the scheme's dialog shows, as far as it changes while it is
// open.
type schemeTold struct {
	Rows     []schemeRow
	Form     schemeFields
	Narrow   bool
	Trouble  string
	Question question
	Asked    string
	Wordy    []string // names of attributes that say entries' names as words
	Unnamed  bool     // words of values are no entry's name, and could become entries
}

// tell says how the draft stands.
func (d *schemeDraft) tell() schemeTold {
	told := schemeTold{
		Rows:     d.rows(),
		Form:     d.fields(),
		Narrow:   d.narrow,
		Trouble:  d.trouble,
		Question: d.question,
		Wordy:    d.wordy(),
	}
	switch d.question {
	case discardQuestion:
		told.Asked = "What you changed in the scheme is not applied. Throw it away?"
	case applyQuestion:
		told.Asked = affectedWords(d.plan.affected)
		told.Unnamed = !d.instead.NewEntries && len(unnamedWords(d.plan.affected.Unnamed, false)) > 0
	}
	return told
}

// schemeDialog is the dialog in which a scheme is edited: the list of its parts,
// and the form of the one that is chosen.
type schemeDialog struct {
	app.Compo

	Room *Room
	Told schemeTold
}

// Render draws the dialog.
func (s *schemeDialog) Render() app.UI {
	return app.Dialog().ID(schemeID).Class("form", "scheme", narrowClass(s.Told.Narrow)).Aria("label", "Scheme").
		DataSet("writing", desk.KeyFor(desk.SchemeWriting)).
		On("close", s.onClose).On("cancel", s.onEscape).OnKeyDown(s.onKeyDown).Body(
		s.renderHead(),
		s.renderOffer(),
		app.Div().Class("scheme-body").Body(
			&schemeList{Room: s.Room, Rows: s.Told.Rows},
			&schemeForm{Room: s.Room, Fields: s.Told.Form},
		),
		app.P().Class("trouble").Attr("role", "alert").Hidden(s.Told.Trouble == "").Text(kit.Upright(s.Told.Trouble)),
		s.renderFoot(),
	)
}

func narrowClass(narrow bool) string {
	if narrow {
		return "at-part"
	}
	return "at-list"
}

// renderOffer offers to have attributes that say entries' names point to these.
func (s *schemeDialog) renderOffer() app.UI {
	said, them := "“"+strings.Join(s.Told.Wordy, "”, “")+"” say names of register entries as words, which stay when an entry is renamed.", "Let them point to the register"
	if len(s.Told.Wordy) == 1 {
		said, them = strings.Replace(said, "” say ", "” says ", 1), "Let it point to them"
	}
	return app.Div().Class("offer").Hidden(len(s.Told.Wordy) == 0).Body(
		app.P().Text(kit.Upright(said)),
		kit.QuietButton(them, s.onPoint),
	)
}

func (s *schemeDialog) onPoint(app.Context, app.Event) { s.Room.changeScheme("point", 0) }

func (s *schemeDialog) renderHead() app.UI {
	return app.Div().Class("heading").Body(
		app.H2().Text("Scheme"),
		app.Div().Class("own").Body(
			kit.QuietButton("Ready-made…", s.onReady),
			kit.QuietButton("Import scheme", s.onImport),
			kit.QuietButton("Export scheme", s.onExport),
			app.Input().ID(schemeInput).Type("file").Class("unseen").TabIndex(-1).Accept(".json,application/json").
				Aria("label", "Scheme file to import").OnChange(s.Room.onSchemeFile),
		),
	)
}

// renderFoot draws what ends the editing, or the question that comes first.
func (s *schemeDialog) renderFoot() app.UI {
	asked := s.Told.Question != noQuestion
	yes := "Throw it away"
	if s.Told.Question == applyQuestion {
		yes = "Apply all the same"
	}
	return app.Div().Class("scheme-foot").Body(
		app.P().Attr("role", "alert").Hidden(!asked).Text(s.Told.Asked),
		app.Div().Class("own").Hidden(!asked).Body(
			app.Button().ID(answerID).Type("button").Class("primary").Text(yes).OnClick(s.onYes),
			kit.QuietButton("Make entries of these words", s.onNewEntries).Hidden(!s.Told.Unnamed),
			kit.QuietButton("Go on editing", s.onGoOn),
		),
		app.Div().Class("own").Hidden(asked).Body(
			app.Button().Type("button").Class("primary").Text("Apply").OnClick(s.onApply),
			kit.QuietButton("Cancel", s.onCancel),
		),
	)
}

// onClose hears of every way in which the dialog closes.
func (s *schemeDialog) onClose(app.Context, app.Event) { s.Room.schemeClosed() }

// onKeyDown keeps Esc from closing the dialog: a browser lets a page refuse that
// only once.
func (s *schemeDialog) onKeyDown(ctx app.Context, e app.Event) {
	if kit.StrokeOf(e).Name != keyboard.Escape {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	s.escape()
}

func (s *schemeDialog) onEscape(ctx app.Context, e app.Event) {
	e.PreventDefault()
	s.escape()
}

// escape lets go of a question, or leaves.
func (s *schemeDialog) escape() {
	if s.Room.scheming.question != noQuestion {
		s.goOn()
		return
	}
	s.Room.leaveScheme()
}

func (s *schemeDialog) goOn() {
	s.Room.scheming.question = noQuestion
	s.Room.desk.Later(func() { browser.Focus(schemePartID) })
}

func (s *schemeDialog) onGoOn(app.Context, app.Event)   { s.goOn() }
func (s *schemeDialog) onApply(app.Context, app.Event)  { s.Room.applyScheme() }
func (s *schemeDialog) onCancel(app.Context, app.Event) { s.Room.leaveScheme() }

func (s *schemeDialog) onYes(app.Context, app.Event) {
	if s.Room.scheming.question == applyQuestion {
		s.Room.applyScheme()
		return
	}
	s.Room.leaveScheme()
}

// onNewEntries has words that are no entry's name become entries, and asks again.
func (s *schemeDialog) onNewEntries(app.Context, app.Event) {
	d := s.Room.scheming
	d.instead.NewEntries, d.question = true, noQuestion
	s.Room.applyScheme()
}

func (s *schemeDialog) onReady(app.Context, app.Event) {
	s.Room.scheming.narrow = true
	s.Room.showPart(partOf(readyPart, 0))
}

func (s *schemeDialog) onImport(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	browser.Press(schemeInput)
}

func (s *schemeDialog) onExport(ctx app.Context, e app.Event) { s.Room.exportScheme(ctx) }

// schemeRow is a row in the list of a scheme's parts.
type schemeRow struct {
	Part    part
	Name    string
	Key     string
	Uses    string
	Depth   int
	Current bool
	Wrong   bool
}

// rows is the list of parts as it is now.
func (d *schemeDraft) rows() []schemeRow {
	wrong := d.troubled()
	row := func(at part, name string) schemeRow {
		if name == "" {
			name = "No name yet"
		}
		return schemeRow{Part: at, Name: name, Current: d.at.Kind == at.Kind && d.at.At == at.At, Wrong: wrong[at]}
	}
	var rows []schemeRow
	if len(d.gone()) > 0 {
		rows = append(rows, row(partOf(gonePart, 0), "Deleted, but in use"))
	}
	rows = append(rows, row(partOf(aboutPart, 0), "Name and guidelines"))
	depths := kit.DepthsOf(d.scheme.Labels)
	for i, l := range d.scheme.Labels {
		r := row(partOf(labelPart, i), l.Name)
		r.Key, r.Depth, r.Uses = l.Key, depths[i], things(d.uses.Spans[l.ID], 0, 0, 0)
		rows = append(rows, r)
	}
	for i, l := range d.scheme.Tags {
		r := row(partOf(tagPart, i), l.Name)
		r.Uses = things(0, 0, 0, d.uses.Tags[l.ID])
		rows = append(rows, r)
	}
	for i, l := range d.scheme.Relations {
		r := row(partOf(relationPart, i), l.Name)
		r.Uses = things(0, 0, d.uses.Relations[l.ID], 0)
		rows = append(rows, r)
	}
	return rows
}
