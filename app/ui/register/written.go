package register

import (
	"spanwise/annotations"
	"spanwise/app/ui/desk"
)

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.EntryWriting: {Now: room.entryNow, Keep: room.keepEntry, Open: room.openEntry,
			Says: "You were typing this for an entry of the register:",
			Gone: "The entry that you were typing this for is not there any more:"},
		desk.SplitWriting: {Now: room.splitNow, Open: room.openSplit,
			Says: "You were typing this as the name of a new entry:",
			Gone: "The entry that you were splitting is not there any more. You had typed this name:"},
	}
}

func (room *Room) entryNow(of []string) (string, bool) {
	e, there := room.desk.Session.Project().Entry(of[0])
	if !there {
		return "", false
	}
	return entryField(e, of[1]), true
}

func (room *Room) keepEntry(of []string, text string) error {
	e, there := room.desk.Session.Project().Entry(of[0])
	if !there {
		return desk.ErrNotDone
	}
	if next := withField(*e, of[1], text); !next.Equal(e) && !room.desk.Do(annotations.ChangeEntry{Entry: next}) {
		return desk.ErrNotDone
	}
	return nil
}

func (room *Room) openEntry(of []string) { room.desk.Ask.OpenRegister(of[0]) }

// splitNow has no text: a new entry has no name yet.
func (room *Room) splitNow(of []string) (string, bool) {
	_, there := room.desk.Session.Project().Entry(of[0])
	return "", there
}

func (room *Room) openSplit(of []string) {
	room.desk.Ask.OpenRegister(of[0])
	room.register.doing = doSplit
}
