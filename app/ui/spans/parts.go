package spans

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// manyParts is how many parts of a span are listed; nobody makes more by hand.
const manyParts = 50

// renderParts lists the parts of a span that has several, each with a button
// that removes it.
func (room *Room) renderParts(s *annotations.Span) app.UI {
	if len(s.Ranges) < 2 {
		return app.Div().Class("parts").Hidden(true)
	}
	listed := s.Ranges[:min(len(s.Ranges), manyParts)]
	return app.Div().Class("parts").Body(
		app.Ul().Aria("label", "Parts of this span").OnClick(room.onRemovePart).Body(
			app.Range(listed).Slice(func(i int) app.UI { return room.renderPart(listed[i], i) }),
		),
		app.Button().Type("button").Class("link").Text("Make each part a span").OnClick(room.onSplitApart),
	)
}

func (room *Room) renderPart(r annotations.Range, index int) app.UI {
	words := kit.Shorten(room.desk.Document().Text()[r.Start:r.End], kit.InSentence)
	return app.Li().Body(
		kit.AsWritten(app.Span()).Class("covered").Lang(room.desk.Document().Language).Text(words),
		app.Button().Type("button").Class("icon close").DataSet("part", index).
			Aria("label", "Remove the part “"+words+"”"),
	)
}

// onRemovePart takes one range out of the chosen span. The button goes with it,
// and the keyboard to the details.
func (room *Room) onRemovePart(ctx app.Context, e app.Event) {
	index, err := strconv.Atoi(browser.Data(browser.Closest(e.Get("target"), "[data-part]"), "part"))
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if err != nil || !ok || index >= len(s.Ranges) {
		return
	}
	left := slices.Delete(slices.Clone(s.Ranges), index, index+1)
	if room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Ranges = left }) {
		room.desk.Say("Part removed")
		room.desk.Later(func() { browser.Focus(kit.SpanID) })
	}
}

// onSplitApart makes each range of the chosen span a span of its own.
func (room *Room) onSplitApart(ctx app.Context, e app.Event) {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return
	}
	rest := *s
	var edits []annotations.Edit
	for i := len(s.Ranges) - 1; i > 0; i-- {
		first, second, ok := annotations.Split(room.desk.Document(), &rest, s.Ranges[i].Start)
		if !ok {
			return
		}
		rest = first
		edits = append(edits, room.desk.AddingSpan(second))
	}
	room.desk.DoAll(append(edits, room.desk.ChangingSpan(rest)), func() {
		room.desk.Say("Split into " + kit.Count(len(s.Ranges), "span"))
		room.desk.Later(func() { browser.Focus(kit.SpanID) })
	})
}
