package corpus

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// fence is the line before and the line after the front matter of a file.
const fence = "---"

// Matter is what the front matter of a file says.
type Matter struct {
	Details
	Standfirst string // "" where it names none, as every one does that names no title
}

// FrontMatter splits a file's text, with lines ended by LF, into the details before it and the body. They are a line
// "---", lines "key: value" (title, standfirst, outlet, language, published, url, note, each at most once, in any
// order; the value is all that follows the colon, without quoting), and another "---". Blank lines after it belong to
// neither part. Title and standfirst are part of the article: [Matter.Headed] puts them where the body lacks them.
//
// A text without a first line "---" has no front matter: found is false and the body is the text. An error starts
// with "line N: " and says what is not as above; the caller may then take the whole text for the body.
func FrontMatter(text string) (m Matter, body string, found bool, err error) {
	head, rest, _ := strings.Cut(text, "\n")
	if !isFence(head) {
		return Matter{}, text, false, nil
	}
	m, length, err := readMatter(rest)
	if err != nil {
		return Matter{}, text, true, err
	}
	return m, skipBlankLines(rest[length:]), true, nil
}

// readMatter reads the front matter after its opening fence. It returns its length in bytes, the closing fence included.
func readMatter(text string) (m Matter, length int, err error) {
	seen := map[string]bool{}
	number := 1
	for line := range strings.Lines(text) {
		number++
		length += len(line)
		if isFence(line) {
			return m, length, m.check()
		}
		if err := m.readLine(line, seen); err != nil {
			return Matter{}, 0, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return Matter{}, 0, errors.New("line 1: front matter without a closing line ---")
}

func (m *Matter) check() error {
	if m.Standfirst != "" && m.Title == "" {
		return errors.New("line 1: the details name a standfirst, but no title")
	}
	return nil
}

func isFence(line string) bool { return strings.TrimRight(line, " \t\n") == fence }

// readLine sets the detail that one line of the front matter names.
func (m *Matter) readLine(line string, seen map[string]bool) error {
	if isBlank(line) {
		return nil
	}
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("no colon in %q: expected a line key: value", shorten(strings.TrimSpace(line)))
	}
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if seen[key] {
		return fmt.Errorf("%s is given twice", key)
	}
	seen[key] = true
	return m.set(key, value)
}

func (m *Matter) set(key, value string) error {
	field := m.field(key)
	if field == nil {
		return fmt.Errorf("unknown key %q: known are title, standfirst, outlet, language, published, url, note", shorten(key))
	}
	if err := checkDetail(key, value); err != nil {
		return err
	}
	*field = value
	return nil
}

func (m *Matter) field(key string) *string {
	if key == "standfirst" {
		return &m.Standfirst
	}
	return m.Details.field(key)
}

func (d *Details) field(key string) *string {
	switch key {
	case "title":
		return &d.Title
	case "outlet":
		return &d.Outlet
	case "language":
		return &d.Language
	case "published":
		return &d.Published
	case "url":
		return &d.URL
	case "note":
		return &d.Note
	}
	return nil
}

// checkDetail refuses a value that is not of its key's form. An empty value always is: it says nothing.
func checkDetail(key, value string) error {
	if value == "" {
		return nil
	}
	switch key {
	case "language":
		if !isLanguageTag(value) {
			return fmt.Errorf("language %q is not a BCP 47 tag such as en or pt-PT", shorten(value))
		}
	case "published":
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return fmt.Errorf("published %q is not a day YYYY-MM-DD", shorten(value))
		}
	case "url":
		if !strings.HasPrefix(value, "https://") && !strings.HasPrefix(value, "http://") {
			return fmt.Errorf("url %q does not start with https:// or http://", shorten(value))
		}
	}
	return nil
}

// isLanguageTag checks the outer form of a language tag (RFC 5646, section 2.1): subtags of one to eight ASCII
// letters and digits, the first of letters alone. It does not ask whether the tag is registered.
func isLanguageTag(tag string) bool {
	for i, subtag := range strings.Split(tag, "-") {
		if len(subtag) == 0 || len(subtag) > 8 {
			return false
		}
		for _, c := range []byte(subtag) {
			if !isLetterOrDigit(c) || i == 0 && '0' <= c && c <= '9' {
				return false
			}
		}
	}
	return true
}

// skipBlankLines drops the blank lines at the start of a text, and nothing of the first line that is not blank.
func skipBlankLines(text string) string {
	for line := range strings.Lines(text) {
		if !isBlank(line) {
			break
		}
		text = text[len(line):]
	}
	return text
}

// shorten keeps what a message quotes from foreign text to one short line.
func shorten(s string) string {
	const most = 40 // code points
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
