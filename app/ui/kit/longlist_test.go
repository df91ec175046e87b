package kit

import (
	"testing"

	"spanwise/app/browser"
)

// lines is a list of so many rows.
type lines int

func (n lines) Count() int                { return int(n) }
func (n lines) Row(index int) browser.Row { return browser.Row{Key: string(rune('a' + index%26))} }
func (n lines) IndexOf(string) int        { return -1 }

func TestALongListDrawsTheRowsAroundTheOneThatTheKeyboardMovesTo(t *testing.T) {
	for _, tt := range []struct {
		name          string
		of            lines
		to, first     int
		shorterBy, at int
	}{
		{"in a short list", 20, 19, 0, 5, 0},
		{"among those drawn", 200, 30, 0, 0, 0},
		{"beyond them", 200, 100, 80, 0, 80},
		{"at the end, which then goes", 200, 199, 160, 50, 110},
	} {
		list := NewLongList("rows", "row", tt.of)
		list.MoveTo(tt.to)
		if list.First != tt.first {
			t.Errorf("%s: the first row drawn is %d, want %d", tt.name, list.First, tt.first)
		}
		list.Listing = tt.of - lines(tt.shorterBy)
		if list.Draw(); list.First != tt.at {
			t.Errorf("%s: of fewer rows the first drawn is %d, want %d", tt.name, list.First, tt.at)
		}
	}
}
