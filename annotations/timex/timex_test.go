package timex

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"spanwise/annotations"
)

//go:embed testdata/dates.tsv
var dates string

// expression is a line of the table of dates.
type expression struct {
	line             int
	language, anchor string
	text             string
	want             annotations.Timex // zero if it is not to be understood
}

// expressions reads the table.
func expressions(t testing.TB) []expression {
	t.Helper()
	var list []expression
	for i, line := range strings.Split(dates, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := append(strings.Split(line, "\t"), "", "", "")
		if len(f) < 8 {
			t.Fatalf("line %d has not its columns: %q", i+1, line)
		}
		e := expression{line: i + 1, language: strings.Trim(f[0], "-"), anchor: strings.Trim(f[1], "-"), text: f[2]}
		if f[4] != "-" {
			e.want = annotations.Timex{Type: f[3], Value: f[4], Mod: f[5], Quant: f[6], Freq: f[7]}
		}
		list = append(list, e)
	}
	return list
}

// An article quotes other languages. What is said in one must not be taken for
// something else in the article's; days in digits are read as the article's language
// has them.
func TestNoLanguageIsTakenForAnother(t *testing.T) {
	for _, e := range expressions(t) {
		if e.want.Type == "" || !strings.ContainsFunc(e.text, unicode.IsLetter) {
			continue
		}
		for _, l := range languages {
			if got, ok := Read(e.text, l.code, Anchor(e.anchor)); ok && got != e.want {
				t.Errorf("line %d: %q, read in %s, is %+v, want %+v", e.line, e.text, l.code, got, e.want)
			}
		}
	}
}

// rate counts how many of those that are to be understood are.
type rate struct{ understood, of int }

func (r rate) String() string {
	return fmt.Sprintf("%d of %d (%.1f %%)", r.understood, r.of, r.percent())
}

func (r rate) percent() float64 { return 100 * float64(r.understood) / float64(r.of) }

// with counts one more.
func (r rate) with(understood bool) rate {
	r.of++
	if understood {
		r.understood++
	}
	return r
}

// leastRate is what was reached, in per cent of all languages.
const leastRate = 97.7

func TestDatesAreUnderstoodAndNoneWrongly(t *testing.T) {
	all, byLanguage := rate{}, map[string]rate{}
	for _, e := range expressions(t) {
		got, ok := Read(e.text, e.language, Anchor(e.anchor))
		if ok && got != e.want {
			t.Errorf("line %d: %q is understood wrongly: %+v, want %+v", e.line, e.text, got, e.want)
		}
		if e.want.Type == "" {
			continue
		}
		if !ok {
			t.Logf("line %d: %q is not understood", e.line, e.text)
		}
		language, _, _ := strings.Cut(cmp.Or(e.language, "any"), "-")
		byLanguage[language] = byLanguage[language].with(ok)
		all = all.with(ok)
	}
	for _, language := range slices.Sorted(maps.Keys(byLanguage)) {
		t.Logf("%-3s %v", language, byLanguage[language])
	}
	t.Logf("all %v", all)
	if all.percent() < leastRate {
		t.Errorf("only %v are understood; it was %v %%", all, leastRate)
	}
}

func TestTheTableHoldsTIMEX3(t *testing.T) {
	for _, e := range expressions(t) {
		if err := e.want.Check(); err != nil && e.want.Type != "" {
			t.Errorf("line %d: %v", e.line, err)
		}
	}
}
