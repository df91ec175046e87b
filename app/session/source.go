package session

import (
	"path"
	"strings"
	"time"
)

// whoFrom is what the name of a file says about who it is from, "" if nothing.
func whoFrom(name string) string {
	if who, ok := handedInBy(name); ok {
		return who
	}
	name = withoutCopyNumber(strings.TrimSuffix(name, path.Ext(name)))
	if isExportName(name) {
		return ""
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' }), " ")
}

// handedInBy reads the full name out of the name that Moodle gives a file which it
// was handed: full name, number, plugin, and the name that the file had. Older
// versions end it at the plugin.
func handedInBy(name string) (who string, ok bool) {
	before, plugin, found := strings.Cut(name, "_assignsubmission_")
	if !found || plugin == "" || plugin[0] < 'a' || plugin[0] > 'z' {
		return "", false
	}
	at := strings.LastIndexByte(before, '_')
	if at < 1 || !isNumber(before[at+1:]) {
		return "", false
	}
	return strings.TrimSpace(before[:at]), true
}

// isExportName reports whether a name is one of this program's own exports, which
// says nothing about who made it: spanwise, maybe the project, and the day.
func isExportName(name string) bool {
	rest, ours := strings.CutPrefix(name, "spanwise-")
	if !ours {
		return false
	}
	project, day := "", rest
	if at := len(rest) - len(time.DateOnly); at > 0 {
		project, day = rest[:at], rest[at:]
	}
	_, err := time.Parse(time.DateOnly, day)
	return err == nil && (project == "" || strings.HasSuffix(project, "-"))
}

// withoutCopyNumber takes off what a browser or a file manager adds to a name that
// is taken.
func withoutCopyNumber(name string) string {
	rest, closed := strings.CutSuffix(name, ")")
	at := strings.LastIndexByte(rest, '(')
	if !closed || at < 0 || !isNumber(rest[at+1:]) {
		return name
	}
	return strings.TrimSpace(rest[:at])
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
