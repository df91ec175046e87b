package session

import (
	"path"
	"regexp"
	"strings"
)

var (
	// handedIn is how Moodle names the files that it was given: full name, number,
	// plugin, and the name that the file had. Older versions end it at the plugin.
	handedIn = regexp.MustCompile(`^(.+)_\d+_assignsubmission_[a-z]+_?`)
	// exportedAs is how this program names its exports, which says nothing about who
	// made them.
	exportedAs = regexp.MustCompile(`^spanwise-(.*-)?\d{4}-\d\d-\d\d$`)
	// copyNumber is what a browser or a file manager adds to a name that is taken.
	copyNumber = regexp.MustCompile(`\s*\(\d+\)$`)
)

// whoFrom is what the name of a file says about who it is from, "" if nothing.
func whoFrom(name string) string {
	if m := handedIn.FindStringSubmatch(name); m != nil {
		return strings.TrimSpace(m[1])
	}
	name = copyNumber.ReplaceAllString(strings.TrimSuffix(name, path.Ext(name)), "")
	if exportedAs.MatchString(name) {
		return ""
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' }), " ")
}
