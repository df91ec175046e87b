package keys

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"spanwise/app/ui/keyboard"
)

func TestSettingsAreKeptAsTheyAre(t *testing.T) {
	want := keyboard.Settings{Single: keyboard.TextOnly}.With("find", "Ctrl+Shift+f", "+").With("drop")
	got := readSettings(settingsFields(&want).Text())
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	table := keyboard.NewTable([]keyboard.Command{{ID: "drop", Keys: []string{"d"}}}, got)
	if key := table.Key("drop"); key != "" || !table.Changed("drop") {
		t.Errorf("a command without a key has got %q back", key)
	}
}

func TestSettingsThatCannotBeReadAreNone(t *testing.T) {
	for _, text := range []string{"", "{", `{"single":1}`, `{"single":"text","keys":{"find":"f"}}`} {
		if diff := cmp.Diff(keyboard.Settings{}, readSettings(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
