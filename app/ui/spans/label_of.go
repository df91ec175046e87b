package spans

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// renderLabelOf draws the label of a span, and leads to the many that it can have
// instead.
func (room *Room) renderLabelOf(s *annotations.Span) app.UI {
	i := kit.LabelIndex(room.desk.Scheme(), s.Label)
	return app.Div().Class("relabel").Attr("role", "group").Aria("label", "Label of this span").Body(
		app.Span().Class("label", kit.LabelClass(i)).Body(
			app.Span().Class("swatch"),
			kit.AsWritten(app.Span()).Class("name").Text(kit.Spelt(room.desk.LabelName(s.Label))),
		),
		app.Button().Type("button").Class("label", "finding").Text("Another label…").OnClick(kit.On(room.desk.Ask.FindLabel)),
	)
}
