package timex

import (
	"strings"
	"testing"
)

// FuzzRead reads any text in any language. Whatever is understood is a value of
// TIMEX3, and is read as itself again if it is a value that can be typed.
func FuzzRead(f *testing.F) {
	for _, e := range expressions(f) {
		f.Add(e.text, e.language, e.anchor)
	}
	f.Add("9999-12-31", "en", "9999-12-31")
	f.Add("in 9999 years", "en", "9999-12-31")
	f.Add("vor 9999 Tagen", "de", "0001-01-02")
	f.Fuzz(func(t *testing.T, text, language, anchor string) {
		got, ok := Read(text, language, Anchor(anchor))
		if !ok {
			if got.Type != "" {
				t.Errorf("%q is not understood, but %+v", text, got)
			}
			return
		}
		if err := got.Check(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if again, ok := Read(got.Value, language, ""); ok && again.Value != got.Value {
			t.Errorf("%q is %q, which is read as %q", text, got.Value, again.Value)
		}
	})
}

// Each language, the foreign ones too, is read; the longest that is taken, of words
// that all have many senses.
func BenchmarkRead(b *testing.B) {
	for _, bench := range []struct{ name, text, language string }{
		{"a day", "25 April 2023", "en"},
		{"a foreign day", "۵ اردیبهشت ۱۴۰۲", "en"},
		{"a sentence", "It was on a Tuesday in the 12 years of the civil war that the two met", "en"},
		{"the longest", strings.Repeat("а в по", 18), "ru"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			Read(bench.text, bench.language, "2023-04-25")
			for b.Loop() {
				Read(bench.text, bench.language, "2023-04-25")
			}
		})
	}
}
