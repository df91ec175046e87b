package scheme

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// The values of the list in which a person decides what becomes of something;
// what takes its place has its ID behind a sign.
const (
	undecided   = ""
	deleteThem  = "delete"
	becomesSign = "="
)

// goneField names the field in which that is decided.
func goneField(g goneLabel) string { return string(g.Kind) + ":" + g.ID }

// chooseInstead takes a decision.
func (d *schemeDraft) chooseInstead(field, value string) {
	for _, g := range d.gone() {
		switch {
		case goneField(g) != field:
		case value == undecided:
			d.undecide(g)
		case value == deleteThem:
			d.decide(g, "")
		default:
			d.decide(g, value[len(becomesSign):])
		}
	}
}

// decision is the value of the list for what was decided.
func decision(g goneLabel) string {
	switch {
	case !g.Decided:
		return undecided
	case g.Into == "":
		return deleteThem
	}
	return becomesSign + g.Into
}

// renderGone asks for everything that is deleted and in use what becomes of it.
func (f *schemeForm) renderGone() app.UI {
	all := f.Fields.Gone
	return f.body(
		app.P().Text("Nothing of this happens before you apply it."),
		app.Range(all).Slice(func(i int) app.UI { return f.renderGoneLabel(i, all[i]) }),
	)
}

func (f *schemeForm) renderGoneLabel(i int, g goneLabel) app.UI {
	title := "“" + kit.Shorten(g.Name, kit.InSentence) + "” has " + goneThings(g) + ". What becomes of " + them(g.Things+g.Entries) + "?"
	return app.Div().Class("gone").Body(
		f.choose(goneField(g), kit.Upright(title), decision(g), f.decisions(g)),
		app.Button().Type("button").Class("quiet").DataSet("do", "keep").DataSet("index", i).
			Text(kit.Upright("Keep “"+kit.Shorten(g.Name, kit.InClause)+"”")),
	)
}

func them(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

func goneThings(g goneLabel) string {
	switch g.Kind {
	case tagPart:
		return things(0, 0, 0, g.Things)
	case relationPart:
		return things(0, 0, g.Things, 0)
	}
	return things(g.Things, g.Entries, 0, 0)
}

func (f *schemeForm) decisions(g goneLabel) []listChoice {
	choices := []listChoice{{undecided, "Choose…"}, {deleteThem, "Delete " + them(g.Things+g.Entries) + " too"}}
	for _, n := range names(f.Fields.Shown, g.Kind) {
		if n.ID != "" {
			choices = append(choices, listChoice{becomesSign + n.ID, "Make " + them(g.Things+g.Entries) + " “" + kit.Shorten(n.Name, kit.InSentence) + "”"})
		}
	}
	return choices
}

// renderReady offers the schemes that come with the program.
func (f *schemeForm) renderReady() app.UI {
	all := annotations.ReadyMade()
	return f.body(
		app.P().Text("One of these takes the place of the scheme in this window. Your work stays as it is until you apply it."),
		app.Range(all).Slice(func(i int) app.UI {
			s := all[i].Scheme
			return app.Div().Class("ready").Body(
				app.Button().Type("button").Class("quiet").DataSet("do", "ready").DataSet("index", i).Text(s.Name),
				app.P().Class("hint").Text(readyWords(s)),
			)
		}),
	)
}

// readyWords says what a scheme has and where it comes from.
func readyWords(s *annotations.Scheme) string {
	words := kit.Count(len(s.Labels), "label")
	if len(s.Tags) > 0 {
		words += ", " + strconv.Itoa(len(s.Tags)) + " for whole articles"
	}
	return kit.Sentences(words+".", s.Source)
}
