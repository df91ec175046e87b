package annotations

import (
	"errors"
	"testing"
)

func TestAMessageIsSaidInEnglish(t *testing.T) {
	for _, tt := range []struct {
		message Message
		want    string
	}{
		{Say("it is left out"), "it is left out"},
		{Say("%s of %q", Count{1, "span"}, "a"), `1 span of "a"`},
		{Say("%s: %s", Count{2, "span"}, Say("%d more", 3)), "2 spans: 3 more"},
		{Say("its place: %s", errors.New("none")), "its place: none"},
		{Message{}, ""},
	} {
		if got := tt.message.String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
		if tt.message.Empty() != (tt.want == "") {
			t.Errorf("%q: empty is %v", tt.want, tt.message.Empty())
		}
	}
}
