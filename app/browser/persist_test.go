//go:build js

package browser

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// storageIs puts an object in the place of navigator.storage.
func storageIs(t *testing.T, object string) {
	t.Helper()
	patched(t, `Object.defineProperty(navigator, "storage", {configurable: true, get() { return `+object+` }})`,
		`delete navigator.storage`)
}

func TestTheBrowserSaysWhetherItKeepsWhatIsStored(t *testing.T) {
	cases := []struct {
		name, storage string
		persisted     bool
		granted       bool
		err           error
		why           string
	}{
		{"granted", `{persisted: async () => false, persist: async () => true}`, false, true, nil, "asking changes it"},
		{"granted before", `{persisted: async () => true, persist: async () => true}`, true, true, nil, "an installed page"},
		{"refused", `{persisted: async () => false, persist: async () => false}`, false, false, nil, "Chromium decides by itself"},
		{"missing", `undefined`, false, false, ErrNoPromises, "an insecure page"},
		{"half of it", `{}`, false, false, ErrNoPromises, "an old browser"},
		{"forbidden", `{persisted: () => Promise.reject(new TypeError("opaque")), persist() { throw new TypeError("opaque") }}`,
			false, false, ErrNoPromises, "an opaque origin"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			storageIs(t, c.storage)
			persisted, errBefore := Persisted()
			granted, errAsked := Persist()
			if !errors.Is(errBefore, c.err) || !errors.Is(errAsked, c.err) {
				t.Errorf("errors %v and %v, want %v (%s)", errBefore, errAsked, c.err, c.why)
			}
			if diff := cmp.Diff([]bool{c.persisted, c.granted}, []bool{persisted, granted}); diff != "" {
				t.Errorf("%s: persisted and granted (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestARealBrowserAnswers(t *testing.T) {
	if _, err := Persisted(); err != nil {
		t.Error(err)
	}
	store := newStore(t)
	mustAppend(t, store, "some work")
	if used, err := StorageUsed(); err != nil || used < len("some work") {
		t.Errorf("%d bytes used, error %v", used, err)
	}
}

func TestHowMuchIsStoredIsAnErrorWhereItIsNotSaid(t *testing.T) {
	for _, storage := range []string{`undefined`, `{estimate: async () => ({})}`, `{estimate: () => Promise.reject()}`} {
		t.Run(storage, func(t *testing.T) {
			storageIs(t, storage)
			if used, err := StorageUsed(); !errors.Is(err, ErrNoPromises) {
				t.Errorf("%d bytes, error %v, want %v", used, err, ErrNoPromises)
			}
		})
	}
}

func TestOnlyOurPlacesAreHeardOfFromOtherTabs(t *testing.T) {
	t.Cleanup(func() { script(t, `localStorage.clear()`) })
	keys := make(chan string, 4)
	OnPlaceElsewhere(func(key string) { keys <- key })
	if err := SavePlace("export", "this tab's own is no news"); err != nil {
		t.Fatal(err)
	}
	script(t, `(() => {
		const tab = document.createElement("iframe");
		document.body.append(tab);
		tab.contentWindow.localStorage.setItem("neighbour", "1");
		tab.contentWindow.localStorage.setItem("spanwise.backup", "2");
		setTimeout(() => tab.remove(), 1000);
	})()`)
	if key := <-keys; key != "backup" {
		t.Errorf("heard of %q first, want backup", key)
	}
}
