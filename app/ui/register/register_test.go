package register

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestNamesAreReadLineByLine(t *testing.T) {
	if diff := cmp.Diff([]string{"MoD", "the Ministry"}, namesIn(" MoD \n\n the  Ministry\nMoD")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestAFieldOfAnEntryChangesNothingElseOfIt(t *testing.T) {
	entry := annotations.Entry{ID: "e", Name: "MoD", Aliases: []string{"the Ministry"}, Note: "Moscow"}
	renamed, alone, noted := entry, entry, entry
	renamed.Name, alone.Aliases, noted.Note = "Ministry of Defence", nil, "Of Russia"
	for _, tt := range []struct {
		id, typed string
		want      annotations.Entry
		why       string
	}{
		{entryNameID, " Ministry  of Defence ", renamed, "the name"},
		{entryNameID, "  ", entry, "an entry keeps a name"},
		{aliasesID, "\n", alone, "the other names"},
		{entryNoteID, "Of Russia\n", noted, "the note"},
		{findEntryID, "x", entry, "no field of an entry"},
	} {
		if diff := cmp.Diff(tt.want, withField(entry, tt.id, tt.typed)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}
