package corpus

import (
	"cmp"
	"errors"
	"strings"
)

// Over returns the details with what is empty of them taken from others.
func (d Details) Over(others Details) Details {
	if d.File == "" && d.Changes == "" {
		d.File, d.Changes = others.File, others.Changes
	}
	return Details{
		Title:     cmp.Or(d.Title, others.Title),
		Outlet:    cmp.Or(d.Outlet, others.Outlet),
		Language:  cmp.Or(d.Language, others.Language),
		Published: cmp.Or(d.Published, others.Published),
		URL:       cmp.Or(d.URL, others.URL),
		Note:      cmp.Or(d.Note, others.Note),
		File:      d.File,
		Changes:   d.Changes,
		Head:      cmp.Or(d.Head, others.Head),
	}
}

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
