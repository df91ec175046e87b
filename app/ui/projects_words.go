package ui

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"spanwise/app/browser"
)

// longestProjectName is how many characters a project's name may have, as a
// field counts them.
const longestProjectName = 100

// projectTitle is what a project is called.
func projectTitle(e browser.Project) string {
	switch {
	case e.Name != "":
		return e.Name
	case e.ID == browser.FirstProject:
		return "First project"
	}
	return "Project without a name"
}

// cleanName is a name as it was typed, without white space around it and in one
// line.
func cleanName(typed string) string { return strings.Join(strings.Fields(typed), " ") }

// copyName is the name of a copy: one that no other project has.
func copyName(name string, taken []*browser.Project) string {
	has := map[string]bool{}
	for _, e := range taken {
		has[projectTitle(*e)] = true
	}
	next := name + " (copy)"
	for n := 2; has[next]; n++ {
		next = name + " (copy " + strconv.Itoa(n) + ")"
	}
	return next
}

// projectWords says what a project holds, and when it was opened last.
func projectWords(e browser.Project, now time.Time) string {
	if e.Created.IsZero() && e.Opened.IsZero() {
		return "Found again in this browser. Open it to see what is in it."
	}
	return joined(contentWords(e), openedWords(e.Opened, now))
}

// contentWords says how much a project holds.
func contentWords(e browser.Project) string {
	return joined(count(e.Articles, "article"), count(e.Spans, "span"))
}

func openedWords(opened, now time.Time) string {
	if opened.IsZero() {
		return "never opened"
	}
	when := timeWords(opened, now)
	return "opened " + strings.ToLower(when[:1]) + when[1:]
}

// exportedWords says when a project last left the browser as a file.
func exportedWords(exported moment, now time.Time, edits int) string {
	if exported.never() {
		return "It has never been exported."
	}
	return "Last export: " + momentWords(exported, now, edits) + "."
}

// fileWords is a project's name as a part of a file's name: its letters and
// digits, "" where it has none.
func fileWords(name string) string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return !fitsFileName(r) })
	words := []rune(strings.Join(parts, "-"))
	return strings.TrimRight(string(words[:min(len(words), longestFileWords)]), "-")
}

// longestFileWords is how many characters of a project's name a file's takes.
const longestFileWords = 40

// fitsFileName reports whether a character may stand in the name of a file on
// every system: letters with what is written on them, and digits.
func fitsFileName(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
