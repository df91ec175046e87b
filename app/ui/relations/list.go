package relations

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// relationRow is a relation of the chosen span, as the side panel lists it.
type relationRow struct {
	ID    string
	Label string // the ID of the relation's label
	Name  string // of the label
	Out   bool   // it goes out from the chosen span
	Words string // of the other span
	Title string // of its article; "" if that is the open one
	Fits  bool   // it keeps to the rules of its label
	Note  string
	Ways  []annotations.RelationLabel // what it could be instead, itself among them
}

// relationsOf is what the list of relations is made from.
type relationsOf struct {
	project   *annotations.Project
	annotator string
	span      annotations.Place
}

// manyRelations is how many are listed; the others are counted.
const manyRelations = 100

// relationTable keeps the list of the chosen span's relations for as long as
// nothing changes.
type relationTable struct {
	of   relationsOf
	rows []relationRow
}

func (room *Room) listRelations() []relationRow {
	now := relationsOf{room.desk.Session.Project(), room.desk.Me(), room.placeOf(room.desk.Selection.Span)}
	if room.relations.of != now {
		room.relations = relationTable{now, room.relationRows()}
	}
	return room.relations.rows
}

// relationRows lists the relations of the chosen span.
func (room *Room) relationRows() []relationRow {
	var rows []relationRow
	for _, r := range room.sortedRelations(room.placeOf(room.desk.Selection.Span)) {
		rows = append(rows, room.relationRow(r))
	}
	return rows
}

// sortedRelations is the relations of a span, those to spans of its own article
// first, as these come in the text.
func (room *Room) sortedRelations(here annotations.Place) []*annotations.Relation {
	all := slices.Collect(room.desk.Session.Project().RelationsOf(room.desk.Me(), here))
	slices.SortFunc(all, func(a, b *annotations.Relation) int {
		first, second := otherEnd(a, here), otherEnd(b, here)
		if first.Document != second.Document {
			return cmp.Or(away(first, here)-away(second, here), strings.Compare(first.Document, second.Document))
		}
		return cmp.Or(room.startOf(first)-room.startOf(second), strings.Compare(a.ID, b.ID))
	})
	return all
}

// otherEnd is the end of a relation of a span that is not at that span.
func otherEnd(r *annotations.Relation, here annotations.Place) annotations.Place {
	if r.From == here {
		return r.To
	}
	return r.From
}

// away is 1 for a place in another article.
func away(at, here annotations.Place) int {
	if at.Document != here.Document {
		return 1
	}
	return 0
}

// startOf is where the reader's span at a place begins.
func (room *Room) startOf(at annotations.Place) int {
	s, _ := room.desk.Session.Project().SpanAt(room.desk.Me(), at)
	return s.Start()
}

func (room *Room) relationRow(r *annotations.Relation) relationRow {
	project := room.desk.Session.Project()
	from, _ := project.SpanAt(room.desk.Me(), r.From)
	to, _ := project.SpanAt(room.desk.Me(), r.To)
	row := relationRow{ID: r.ID, Label: r.Label, Out: r.From == room.placeOf(room.desk.Selection.Span), Fits: project.Fits(r), Note: r.Note}
	at := otherEnd(r, room.placeOf(room.desk.Selection.Span))
	row.Words = room.wordsAt(at)
	if at.Document != room.desk.ArticleID {
		doc, _ := project.Document(at.Document)
		row.Title = doc.Title
	}
	for _, label := range room.desk.Scheme().Relations {
		if label.ID == r.Label {
			row.Name = label.Name
		}
		if label.ID == r.Label || label.Fits(from.Label, to.Label) {
			row.Ways = append(row.Ways, label)
		}
	}
	return row
}

// relationList is the relations of the chosen span, and the button that makes
// another.
type relationList struct {
	app.Compo

	Room *Room
	Rows []relationRow
	Open string // the ID of the relation that is being changed, or ""
	Keys *keyboard.Table
}

// RenderList draws the relations of the chosen span.
func (room *Room) RenderList() app.UI {
	if len(room.desk.Scheme().Relations) == 0 {
		return app.Div().Hidden(true)
	}
	return &relationList{Room: room, Rows: room.listRelations(), Open: room.desk.Selection.Relation, Keys: room.desk.Keys}
}

// Render draws the list.
func (l *relationList) Render() app.UI {
	shown, key := l.Rows[:min(len(l.Rows), manyRelations)], l.Keys.Key(kit.RelateCommand)
	return app.Div().Class("relations").Body(
		app.Button().Type("button").Class("quiet relate").Aria("keyshortcuts", keyboard.Aria(key)).OnClick(l.onRelate).Body(
			app.Span().Text("Relate…"), app.Kbd().Aria("hidden", true).Hidden(key == "").Text(key),
		),
		app.Ul().Attr("role", "list").Aria("label", "Relations").Hidden(len(l.Rows) == 0).OnClick(l.onRow).Body(
			app.Range(shown).Slice(func(i int) app.UI { return l.renderRow(shown[i]) }),
		),
		app.P().Class("hint").Hidden(len(shown) == len(l.Rows)).Text("and "+strconv.Itoa(len(l.Rows)-len(shown))+" more"),
	)
}

func (l *relationList) renderRow(r relationRow) app.UI {
	open := r.ID == l.Open
	return app.Li().Class("relation").Body(
		app.Div().Class("line").Body(
			app.Button().Type("button").Class("other").DataSet("relation", r.ID).Title("Go there").Body(
				app.Span().Class("way").Text(r.way()),
				kit.AsWritten(app.Span()).Class("covered").Text(r.Words),
				app.If(r.Title != "", func() app.UI { return kit.AsWritten(app.Span()).Class("source").Text(kit.Spelt(r.Title)) }),
			),
			app.Button().Type("button").Class("quiet change").DataSet("change", r.ID).
				Aria("expanded", open).Aria("label", "Change “"+r.Name+"”").Text("…"),
		),
		app.If(!r.Fits, func() app.UI {
			return app.P().Class("to-do").Text(kit.Upright("To do: the scheme does not have “" + r.Name + "” between these labels."))
		}),
		app.If(r.Note != "" && !open, func() app.UI { return kit.AsWritten(app.P()).Class("note").Text(r.Note) }),
		app.If(open, func() app.UI { return &relationForm{Room: l.Room, Row: r} }),
	)
}

// way says which relation it is and in which direction it goes.
func (r relationRow) way() string {
	if r.Out {
		return "→ " + r.Name
	}
	return "← " + r.Name
}

func (l *relationList) onRelate(app.Context, app.Event) { l.Room.relate() }

// onRow goes to the other span, or opens what can be changed about a relation.
func (l *relationList) onRow(ctx app.Context, e app.Event) {
	target := e.Get("target")
	if id := browser.Data(browser.Closest(target, "[data-change]"), "change"); id != "" {
		l.Room.openRelation(id)
		return
	}
	l.Room.goAlong(browser.Data(browser.Closest(target, "[data-relation]"), "relation"))
}

// goAlong goes to the other span of a relation of the chosen one.
func (room *Room) goAlong(id string) {
	r, there := room.desk.Session.Project().Relation(id)
	if !there {
		return
	}
	room.desk.ShowSpan(otherEnd(r, room.placeOf(room.desk.Selection.Span)))
	room.desk.Later(func() { browser.Focus(kit.SpanID) })
}

// openRelation shows what can be changed about a relation, or folds it away.
func (room *Room) openRelation(id string) {
	room.desk.Writing.Commit()
	if id == room.desk.Selection.Relation {
		id = ""
	}
	room.followRelation(id)
	if id != "" {
		room.desk.Later(func() { browser.Focus(relationFormID) })
	}
}

// followRelation brings the form up to date with its relation: the one that is
// open, or another.
func (room *Room) followRelation(id string) {
	r, there := room.desk.Session.Project().Relation(id)
	here := room.placeOf(room.desk.Selection.Span)
	if !there || r.From != here && r.To != here {
		id = ""
	}
	room.desk.Selection.Relation = id
}

// relationFormID is the id of what of a relation can be changed first.
const relationFormID = "relation-label"

// relationForm is what can be changed about a relation.
type relationForm struct {
	app.Compo

	Room *Room
	Row  relationRow
}

// CompoID tells the engine when a form is another relation's.
func (f *relationForm) CompoID() string { return f.Row.ID }

// Render draws the form.
func (f *relationForm) Render() app.UI {
	r := f.Row
	return app.Div().Class("relation-form").Body(
		kit.Untranslated(app.Select()).ID(relationFormID).Aria("label", "Relation").OnChange(f.onLabel).Body(
			app.Range(r.Ways).Slice(func(i int) app.UI {
				return app.Option().Value(r.Ways[i].ID).Selected(r.Ways[i].ID == r.Label).Text(r.Ways[i].Name)
			}),
		),
		f.Room.desk.Note(desk.NoteField{Key: desk.KeyFor(desk.RelationWriting, r.ID), Name: "Note on this relation", Rows: 1, Note: r.Note}),
		app.Div().Class("own").Body(
			app.Button().Type("button").Class("quiet").Text("Turn round").OnClick(f.onTurn),
			app.Button().Type("button").Class("quiet danger").Text("Delete relation").OnClick(f.onDelete),
		),
	)
}

func (f *relationForm) onLabel(ctx app.Context, _ app.Event) {
	label := ctx.JSSrc().Get("value").String()
	if f.Room.changeRelation(f.Row.ID, func(r *annotations.Relation) { r.Label = label }) {
		f.Room.desk.Say("Relation changed")
	}
}

func (f *relationForm) onTurn(app.Context, app.Event) {
	if f.Room.changeRelation(f.Row.ID, func(r *annotations.Relation) { *r = r.Turned() }) {
		f.Room.desk.Say("Relation turned round")
	}
}

func (f *relationForm) onDelete(app.Context, app.Event) {
	if f.Room.desk.Do(annotations.RemoveRelation{ID: f.Row.ID}) {
		f.Room.desk.Say("Relation deleted")
		f.Room.desk.FocusText()
	}
}

// changeRelation puts a new value in the place of a relation.
func (room *Room) changeRelation(id string, with func(*annotations.Relation)) bool {
	r, there := room.desk.Session.Project().Relation(id)
	if !there {
		return false
	}
	next := *r
	with(&next)
	next.Modified = kit.Now()
	return room.desk.Do(annotations.ChangeRelation{Relation: next})
}
