package corpus

import (
	"errors"
	"strings"
)

// Check says what is wrong with details that a person has typed: no title, or
// a language, a day or an address that is not of its form. What is empty is
// unknown, and that is fine.
func (d Details) Check() error {
	if strings.TrimSpace(d.Title) == "" {
		return errors.New("an article needs a title")
	}
	for _, key := range []string{"language", "published", "url"} {
		if err := checkDetail(key, *d.field(key)); err != nil {
			return err
		}
	}
	return nil
}
