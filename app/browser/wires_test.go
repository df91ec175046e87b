package browser

import "testing"

func TestAWireIsWrittenWithRoundCornersAsSeenFromItsLayer(t *testing.T) {
	origin := Rect{Left: 10, Top: 20}
	for _, tt := range []struct {
		name  string
		spots []Spot
		want  string
	}{
		{"none", nil, ""},
		{"straight", []Spot{{10, 20}, {30, 20}}, "M0.0 0.0L20.0 0.0"},
		{"a corner", []Spot{{10, 20}, {50, 20}, {50, 60}}, "M0.0 0.0L35.0 0.0Q40.0 0.0 40.0 5.0L40.0 40.0"},
		{"a short way keeps half of it for the next corner", []Spot{{10, 20}, {14, 20}, {14, 60}}, "M0.0 0.0L2.0 0.0Q4.0 0.0 4.0 5.0L4.0 40.0"},
		{"to the left and up", []Spot{{50, 60}, {10, 60}, {10, 20}}, "M40.0 40.0L5.0 40.0Q0.0 40.0 0.0 35.0L0.0 0.0"},
	} {
		if got := pathOf(tt.spots, origin); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAnArrowPointsDownOrUp(t *testing.T) {
	at := Spot{30, 40}
	for want, head := range map[string]Head{
		"M26.0 34.0L30.0 40.0L34.0 34.0Z": {At: at},
		"M26.0 46.0L30.0 40.0L34.0 46.0Z": {At: at, Up: true},
	} {
		if got := head.path(Rect{}); got != want {
			t.Errorf("%v: %q, want %q", head, got, want)
		}
	}
}
