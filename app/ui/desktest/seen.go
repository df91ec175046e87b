package desktest

import (
	"html"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// void are the elements that have no end.
const void = " area base br col embed hr img input link meta source track wbr "

// Seen is what a person would see of what is drawn, white space made one space:
// the text of all that is not hidden, and in brackets what fields have in them.
func Seen(ui app.UI) string {
	var b strings.Builder
	hidden := 0 // how many elements deep
	for rest := app.HTMLString(ui); rest != ""; {
		var text, tag string
		text, rest, _ = strings.Cut(rest, "<")
		if hidden == 0 {
			b.WriteString(" " + html.UnescapeString(text))
		}
		tag, rest = cutTag(rest)
		name, attributes, _ := strings.Cut(tag, " ")
		switch {
		case tag == "" || strings.HasPrefix(tag, "/") && hidden == 0:
		case strings.HasPrefix(tag, "/"):
			hidden--
		case strings.Contains(void, " "+name+" "):
			if hidden == 0 && name == "input" {
				b.WriteString(typedIn(attributes))
			}
		case hidden > 0 || strings.Contains(" "+attributes+" ", " hidden "):
			hidden++
		case name == "textarea":
			b.WriteString(typedIn(attributes))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// typedIn is what stands in a field of those attributes.
func typedIn(attributes string) string {
	_, quoted, is := strings.Cut(" "+attributes, " value=")
	quoted, err := strconv.QuotedPrefix(quoted)
	if !is || err != nil {
		return ""
	}
	text, _ := strconv.Unquote(quoted) // as it was found to be
	return " [" + text + "]"
}

// cutTag cuts what is before the end of a tag from what comes after it: a sign in
// quotes is not the end.
func cutTag(s string) (tag, rest string) {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quoted:
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '>' && !quoted:
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
