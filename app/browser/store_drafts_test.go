//go:build js

package browser

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestADraftOutlivesItsStoreAndNothingElseIsTakenForOne(t *testing.T) {
	s := newStore(t)
	ctx := withPatience(t)
	if err := s.KeepHandle(ctx, "folder", app.ValueOf("no draft")); err != nil {
		t.Fatal(err)
	}
	for _, kept := range [][2]string{{"tab.1", "first"}, {"tab.2", "👩‍👩‍👧 مصر"}, {"tab.1", "first, and more"}, {"tab.3", "given up"}} {
		if err := s.KeepDraft(ctx, kept[0], kept[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.DropDraft(ctx, "tab.3"); err != nil {
		t.Fatal(err)
	}
	other := anotherTab(t, s)
	s.Close()
	got, err := other.Drafts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"tab.1": "first, and more", "tab.2": "👩‍👩‍👧 مصر"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the drafts (-want +got):\n%s", diff)
	}
}
