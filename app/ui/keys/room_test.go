package keys

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desktest"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

func nothing() bool { return false }

// open is a room with a few commands.
func open(t *testing.T) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t)
	room := New(d.Desk)
	room.Commands = []kit.Command{
		kit.HelpRow(kit.LabelKeyShown, "mark with it"),
		kit.NewCommand("relate", "relate two spans", keyboard.ToSpan, kit.IfAny(nothing), "r"),
		kit.NewCommand("note", "go to the note", keyboard.ToSpan, kit.IfAny(nothing), "m"),
		kit.FixedCommand("cancel", "Esc", "let go", keyboard.Anywhere, kit.IfAny(nothing), "Escape"),
	}
	room.recallKeys()
	room.openKeysDialog()
	return d, room
}

// ask has the dialog await a key for a command.
func ask(d *desktest.Desk, room *Room, command string) *keysDialog {
	dialog := room.Render().(*keysDialog)
	dialog.onPress(d.Context, desktest.Press(desktest.Element(map[string]string{"command": command, "do": "ask"})))
	return room.Render().(*keysDialog)
}

// strike presses a key on the button of a command.
func strike(d *desktest.Desk, dialog *keysDialog, command, key string) {
	dialog.onKeyDown(d.Context, desktest.Key(key, desktest.Object(map[string]any{"id": keyButtonID(command)})))
}

func TestACommandIsGivenAnotherKey(t *testing.T) {
	d, room := open(t)
	dialog := ask(d, room, "relate")
	if got := desktest.Text(dialog); !strings.Contains(got, "Press a key…") {
		t.Errorf("it does not ask for a key: %q", got)
	}
	strike(d, dialog, "relate", "q")
	if d.Keys.Key("relate") != "q" || room.keys.asking != "" || room.keys.told != "relate two spans: Q" {
		t.Errorf("the key is %q, awaited for %q, told %q", d.Keys.Key("relate"), room.keys.asking, room.keys.told)
	}
	if told := d.Told(); len(told) != 1 || !strings.HasPrefix(told[0], "The keys hold until the page is closed") {
		t.Errorf("where nothing is remembered it tells %q", told)
	}
	dialog = room.Render().(*keysDialog)
	row := desktest.Element(map[string]string{"command": "relate", "do": "reset"})
	dialog.onPress(d.Context, desktest.Press(row))
	if d.Keys.Key("relate") != "r" {
		t.Errorf("the key of old is %q", d.Keys.Key("relate"))
	}
}

func TestAKeyIsTakenOnlyWhereOneIsAwaited(t *testing.T) {
	d, room := open(t)
	strike(d, room.Render().(*keysDialog), "relate", "q")
	dialog := ask(d, room, "relate")
	strike(d, dialog, "note", "q")
	strike(d, dialog, "relate", "Tab")
	if d.Keys.Key("relate") != "r" || room.keys.asking != "relate" {
		t.Errorf("the key is %q, awaited for %q", d.Keys.Key("relate"), room.keys.asking)
	}
	strike(d, dialog, "relate", "Escape")
	if d.Keys.Key("relate") != "r" || room.keys.asking != "" {
		t.Errorf("after Esc the key is %q, awaited for %q", d.Keys.Key("relate"), room.keys.asking)
	}
	ask(d, room, "relate")
	if ask(d, room, "relate"); room.keys.asking != "" {
		t.Error("a second press does not let go of the question")
	}
}

func TestACommandCanBeWithoutAKeyAndAllComeBack(t *testing.T) {
	d, room := open(t)
	dialog := ask(d, room, "relate")
	dialog.onPress(d.Context, desktest.Press(desktest.Element(map[string]string{"command": "relate", "do": "none"})))
	if d.Keys.Key("relate") != "" {
		t.Errorf("the key is %q", d.Keys.Key("relate"))
	}
	dialog = room.Render().(*keysDialog)
	if got := desktest.Text(dialog); !strings.Contains(got, "relate two spans No key") {
		t.Errorf("the dialog reads %q", got)
	}
	dialog.onResetAll(d.Context, app.Event{})
	if d.Keys.Key("relate") != "r" {
		t.Errorf("the key is %q", d.Keys.Key("relate"))
	}
}

func TestTheDialogSaysWhatElseHasAKey(t *testing.T) {
	d, room := open(t)
	for _, tt := range []struct{ command, key, want string }{
		{"relate", "1", "1 is the key of the label “Actor”, which goes first."},
		{"relate", "m", "M also stands for “go to the note”, which does not get it."},
		{"note", "r", "R also stands for “relate two spans”, which goes first."},
		{"note", "Ctrl+c", "The browser uses Ctrl + C itself."},
		{"note", "q", ""},
	} {
		keys := kit.CommandTable(room.Commands, keyboard.Settings{}.With(tt.command, tt.key))
		if got := collisionWords(keys, d.Layout, d.Scheme(), tt.command); got != tt.want {
			t.Errorf("%s for %s: %q, want %q", tt.key, tt.command, got, tt.want)
		}
	}
}

func TestTheHelpShowsTheKeysThatAct(t *testing.T) {
	d, room := open(t)
	for _, tt := range []struct {
		name string
		own  keyboard.Settings
		at   keyboard.Layout
		want []helpRow
	}{
		{"as they come", keyboard.Settings{}, keyboard.Layout{}, []helpRow{
			{kit.LabelKeyShown, "mark with it"}, {"R", "relate two spans"}, {"M", "go to the note"}, {"Esc", "let go"}}},
		{"one taken away", keyboard.Settings{}.With("note"), keyboard.Layout{}, []helpRow{
			{kit.LabelKeyShown, "mark with it"}, {"R", "relate two spans"}, {"Esc", "let go"}}},
		{"single keys off", keyboard.Settings{Single: keyboard.Off}, keyboard.Layout{}, []helpRow{{"Esc", "let go"}}},
		{"on a French keyboard", keyboard.Settings{}, keyboard.Layout{Places: map[string]string{"Digit1": "&"}}, []helpRow{
			{kit.LabelKeyShown + ": & for 1", "mark with it"}, {"R", "relate two spans"}, {"M", "go to the note"}, {"Esc", "let go"}}},
	} {
		got := helpRows(kit.CommandTable(room.Commands, tt.own), tt.at, d.Scheme())
		for i := range got {
			if i < len(tt.want) && got[i] != tt.want[i] {
				t.Errorf("%s: row %d is %v, want %v", tt.name, i, got[i], tt.want[i])
			}
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %d rows, want %d", tt.name, len(got), len(tt.want))
		}
	}
}

func TestTheHelpIsMadeWhenItIsUnfolded(t *testing.T) {
	d, room := open(t)
	table := &Table{Room: room, Scheme: d.Scheme(), Keys: d.Keys, Layout: d.Layout}
	if got := desktest.Text(table); got != "Keys" {
		t.Errorf("folded it reads %q", got)
	}
	table.onToggle(d.Context, app.Event{})
	if got := desktest.Text(table); !strings.Contains(got, "relate two spans") || !strings.Contains(got, "Change keys…") {
		t.Errorf("unfolded it reads %q", got)
	}
	room.keys.shown = false
	if table.onChange(d.Context, app.Event{}); !room.keys.shown {
		t.Error("the dialog does not open")
	}
	room.Render().(*keysDialog).onClose(d.Context, app.Event{})
	if got := desktest.Text(room.Render()); got != "" {
		t.Errorf("closed it reads %q", got)
	}
}

func TestOnlyKeysThatCanBeOthersAreInTheDialog(t *testing.T) {
	_, room := open(t)
	got := desktest.Text(room.Render())
	var missing []string
	for _, want := range []string{"everywhere", "only in the text", "off", "relate two spans", "go to the note"} {
		if !strings.Contains(got, want) {
			missing = append(missing, want)
		}
	}
	if diff := cmp.Diff([]string(nil), missing); diff != "" || strings.Contains(got, "let go") {
		t.Errorf("the dialog reads %q, without (-want +got):\n%s", got, diff)
	}
}
