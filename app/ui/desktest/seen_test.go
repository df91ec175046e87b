package desktest

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestWhatIsHiddenIsNotSeen(t *testing.T) {
	ui := app.Div().Title("a > b").Body(
		app.P().Text("One & two"),
		app.Div().Hidden(true).Body(app.P().Text("never"), app.Input().Value("nor this"), app.Br()),
		app.Input().Value("typed"),
		app.Textarea().Text("two\nlines"),
		app.P().Hidden(false).Text("three"),
	)
	if got, want := Seen(ui), "One & two [typed] [two lines] three"; got != want {
		t.Errorf("seen is %q, want %q", got, want)
	}
}
