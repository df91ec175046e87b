package ui

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/ui/desk"
)

func TestEveryKindOfWritingIsOfferedInWholeSentences(t *testing.T) {
	all := []string{desk.NoteWriting, desk.ValueWriting, desk.MentionWriting, desk.AboutWriting, desk.TagWriting, desk.RelationWriting, desk.EntryWriting,
		desk.SplitWriting, desk.PasteWriting, desk.DetailsWriting, desk.TextWriting, desk.SchemeWriting, desk.AnnotatorWriting, desk.ProjectWriting, desk.OtherField}
	for _, name := range all {
		kind, of := NewPage().writing.KindOf(desk.KeyFor(name, "a b", "c"))
		if diff := cmp.Diff([]string{"a b", "c"}, of); diff != "" {
			t.Errorf("%s: what it is about (-want +got):\n%s", name, diff)
		}
		if kind.Says == "" || kind.Gone == "" && (kind.Now != nil || kind.Open == nil) {
			t.Errorf("%s: nothing is said of its draft", name)
		}
		if kind.Keep != nil && (kind.Now == nil || kind.Open == nil) {
			t.Errorf("%s: it becomes an edit, and nobody can say which or where", name)
		}
	}
}
