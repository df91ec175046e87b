package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// alsoChoosesAt does that with the innermost span under a press in the text. A
// press beside the spans, while several are being chosen, is a slip.
func (room *Room) alsoChoosesAt(e app.Event) bool {
	if e.Get("shiftKey").Bool() {
		return false
	}
	block, run, ok := room.desk.Text().RunAt(e.Get("target"))
	return ok && room.desk.AlsoChooses(e, room.desk.Shortest(room.Drawing.SpansAt(block, run))) || room.desk.Selection.Several.On()
}
