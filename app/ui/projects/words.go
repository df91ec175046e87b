package projects

import (
	"strconv"
	"strings"
	"time"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// longestProjectName is how many characters a project's name may have, as a
// field counts them.
const longestProjectName = 100

// cleanName is a name as it was typed, without white space around it and in one
// line.
func cleanName(typed string) string { return strings.Join(strings.Fields(typed), " ") }

// copyName is the name of a copy: one that no other project has.
func copyName(name string, taken []*browser.Project) string {
	has := map[string]bool{}
	for _, e := range taken {
		has[kit.ProjectTitle(*e)] = true
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
	return kit.Join(contentWords(e), openedWords(e.Opened, now))
}

// contentWords says how much a project holds.
func contentWords(e browser.Project) string {
	return kit.Join(kit.Count(e.Articles, "article"), kit.Count(e.Spans, "span"))
}

func openedWords(opened, now time.Time) string {
	if opened.IsZero() {
		return "never opened"
	}
	when := kit.TimeWords(opened, now)
	return "opened " + strings.ToLower(when[:1]) + when[1:]
}

// exportedWords says when a project last left the browser as a file.
func exportedWords(exported desk.Moment, now time.Time, edits int) string {
	if exported.Never() {
		return "It has never been exported."
	}
	return "Last export: " + desk.MomentWords(exported, now, edits) + "."
}
