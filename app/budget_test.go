//go:build !js

package main

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestTheBudgetIsTheOneThatTheChangelogGivesAReasonFor holds that the first screen may
// not come to cost more without a word: the newest section of the changelog that
// speaks of the budget has the Makefile's.
func TestTheBudgetIsTheOneThatTheChangelogGivesAReasonFor(t *testing.T) {
	bytes := inMakefile(t, "BUDGET")
	for section := range strings.SplitSeq(readFile(t, "../CHANGELOG.md"), "\n## ") {
		lines := budgetLines(section)
		if len(lines) == 0 {
			continue
		}
		for _, line := range lines {
			if namesMegabytes(line, bytes) {
				return
			}
		}
		break
	}
	t.Errorf("the Makefile's BUDGET is %d bytes; the newest section of CHANGELOG.md that speaks of a budget does not say %v MB, nor why", bytes, float64(bytes)/1e6)
}

// budgetLines are the entries of a changelog's section that speak of a budget.
func budgetLines(section string) (lines []string) {
	for entry := range strings.SplitSeq(section, "\n- ") {
		if strings.Contains(entry, "budget") {
			lines = append(lines, strings.Join(strings.Fields(entry), " "))
		}
	}
	return lines
}

// megabytes are sizes as people read them, such as 3.3 MB.
var megabytes = regexp.MustCompile(`(\d+(?:\.\d+)?) MB`)

// namesMegabytes reports whether a sentence has a size in it.
func namesMegabytes(sentence string, bytes int) bool {
	for _, found := range megabytes.FindAllStringSubmatch(sentence, -1) {
		if size, err := strconv.ParseFloat(found[1], 64); err == nil && int(size*1e6+0.5) == bytes {
			return true
		}
	}
	return false
}

// inMakefile is the number that the Makefile gives a variable.
func inMakefile(t *testing.T, name string) int {
	t.Helper()
	found := regexp.MustCompile(`(?m)^` + name + `\s*:= (\d+)$`).FindStringSubmatch(readFile(t, "../Makefile"))
	if found == nil {
		t.Fatalf("the Makefile has no number %s", name)
	}
	number, err := strconv.Atoi(found[1])
	if err != nil {
		t.Fatal(err)
	}
	return number
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestASizeIsSaidBesideTheBudgetAndTheLastReleases(t *testing.T) {
	for _, c := range []struct {
		budget budget
		want   string
	}{
		{budget{}, ""},
		{budget{most: 3_300_000}, " (budget 3.30)"},
		{budget{most: 3_300_000, released: 3_290_000}, " (budget 3.30, last release 3.29)"},
	} {
		if got := c.budget.String(); got != c.want {
			t.Errorf("%+v is said as %q, want %q", c.budget, got, c.want)
		}
	}
}
