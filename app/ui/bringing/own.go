package bringing

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// RenderOwn draws what can be done with an article that a person brought.
func (room *Room) RenderOwn() app.UI {
	return app.P().Class("own").Body(
		app.Button().Type("button").Class("quiet").Text("Edit details").OnClick(room.onEditDetails),
		app.Button().Type("button").Class("quiet").Text(replacingTitle).OnClick(room.onReplaceText),
		app.Button().Type("button").Class("quiet").Text("Remove article").OnClick(room.onRemoveArticle),
	)
}
