package corpus

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

// ParseArticle reads an article file: front matter as in [FrontMatter] with at least a title, then the text, which
// gets title and standfirst as in [Matter.Headed]. The file may start with a byte order mark and end its lines in
// CR LF, as some editors write them; the line breaks at the end of the file are not part of the text. Errors name the
// file, and the line where there is one. The document's ID is [ArticleID] of the file's name and the text.
func ParseArticle(name string, data []byte) (*Document, error) {
	details, text, err := readArticle(string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &Document{ID: ArticleID(name, text), Details: details, content: newContent(text)}, nil
}

func readArticle(file string) (Details, string, error) {
	file = strings.ReplaceAll(strings.TrimPrefix(file, byteOrderMark), "\r\n", "\n")
	if err := checkClean(file); err != nil {
		return Details{}, "", err
	}
	matter, body, found, err := FrontMatter(file)
	if err == nil {
		err = checkArticle(matter.Details, body, found)
	}
	if err != nil {
		return Details{}, "", err
	}
	details, text, _ := matter.Headed(strings.TrimRight(body, "\n"))
	return details, text, nil
}

func checkArticle(d Details, body string, found bool) error {
	switch {
	case !found:
		return errors.New("line 1: an article starts with its details between two lines ---")
	case d.Title == "":
		return errors.New("line 1: the details name no title")
	case isBlank(body):
		return errors.New("no text after the details")
	}
	return nil
}

// ArticleID returns the ID of a text out of a file: the file's name without folder, extension and the leading
// "1-" that orders a folder, a dash, and the first eight digits of the text's SHA-256. So the same file is the same
// document on every machine, and a changed text is another one.
func ArticleID(name, text string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	if rest := strings.TrimLeft(name, "0123456789"); rest != name && len(rest) > 1 && rest[0] == '-' {
		name = rest[1:]
	}
	return name + "-" + HexSHA256(text)[:8]
}

// SameFile reports whether two IDs of articles are of one file: they differ in nothing but the text's digest.
func SameFile(a, b string) bool {
	const digest = len("-01234567")
	return len(a) > digest && len(a) == len(b) && a[:len(a)-digest+1] == b[:len(b)-digest+1]
}
