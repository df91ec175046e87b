package kit

import "testing"

func TestLanguagesHaveTheirNames(t *testing.T) {
	for tag, want := range map[string]string{"": "", "en": "English", "pt": "Portuguese", "fa": "Persian", "tlh": "tlh"} {
		if got := LanguageName(tag); got != want {
			t.Errorf("languageName(%q) = %q, want %q", tag, got, want)
		}
	}
}
