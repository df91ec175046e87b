package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// renderOwn draws what can be done with an article that a person brought.
func (room *bringingRoom) renderOwn() app.UI {
	return app.P().Class("own").Body(
		app.Button().Type("button").Class("quiet").Text("Edit details").OnClick(room.onEditDetails),
		app.Button().Type("button").Class("quiet").Text(replacingTitle).OnClick(room.onReplaceText),
		app.Button().Type("button").Class("quiet").Text("Remove article").OnClick(room.onRemoveArticle),
	)
}
