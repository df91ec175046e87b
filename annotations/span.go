package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"spanwise/corpus"
)

// Range is a half-open piece of a document's text, in bytes, both ends on
// character boundaries, Start < End.
type Range struct{ Start, End int }

// Where a span came from.
const (
	FromPerson = "person"
	FromImport = "import"
)

// Span is one mark: a label over one or more ranges of one document. The
// ranges are sorted and disjoint; two that touch stay two. A span is never
// changed in place.
type Span struct {
	ID       string
	Label    string // the label's ID
	Ranges   []Range
	Note     string
	Origin   string    // FromPerson or FromImport
	Created  time.Time // UTC, to the millisecond; zero when unknown
	Modified time.Time // as Created
	Entry    string    // the ID of the register entry that it mentions, or ""
	Values   []Value   // sorted by attribute, each of its label's
}

// idLetters are the 32 letters and digits of which IDs are made.
const idLetters = "abcdefghijklmnopqrstuvwxyz234567"

// NewID returns a random ID for a span, an entry, a relation or an annotator: 26 characters, 130 bits. It is no secret;
// Go's generator (ChaCha8, seeded by the system) keeps IDs apart, and what makes secrets would be a fiftieth of the
// download.
func NewID() string {
	id := make([]byte, 26)
	for i := range id {
		id[i] = idLetters[rand.IntN(len(idLetters))]
	}
	return string(id)
}

// Start is where the first range starts.
func (s *Span) Start() int { return s.Ranges[0].Start }

// End is where the last range ends.
func (s *Span) End() int { return s.Ranges[len(s.Ranges)-1].End }

// Text is what the span covers of its document, ranges joined by " … ".
func (s *Span) Text(doc *corpus.Document) string {
	text := doc.Text()
	if len(s.Ranges) == 1 {
		return text[s.Start():s.End()]
	}
	parts := make([]string, len(s.Ranges))
	for i, r := range s.Ranges {
		parts[i] = text[r.Start:r.End]
	}
	return strings.Join(parts, " … ")
}

// Equal reports whether two spans say the same in every field.
func (s *Span) Equal(t *Span) bool {
	if s == t {
		return true
	}
	return s != nil && t != nil &&
		s.ID == t.ID && s.Label == t.Label && s.Note == t.Note && s.Origin == t.Origin &&
		s.Created.Equal(t.Created) && s.Modified.Equal(t.Modified) && slices.Equal(s.Ranges, t.Ranges) &&
		s.Entry == t.Entry && slices.EqualFunc(s.Values, t.Values, Value.Equal)
}

// meets reports whether any range of s shares a byte with [start, end).
func (s *Span) meets(start, end int) bool {
	for _, r := range s.Ranges {
		if r.Start < end && r.End > start {
			return true
		}
	}
	return false
}

// kept returns the value of s that a set keeps: times in UTC to the
// millisecond, as files and journal hold them, and ranges that the caller can
// no longer reach.
func (s *Span) kept() *Span { return new(copier).kept(s) }

// copier is for the kept values of many spans. It makes them in pieces: 100,000
// spans are as many allocations fewer, for which the garbage collector has less
// to look at ever after.
type copier struct {
	spans  []Span
	ranges []Range
	more   int // that will be asked for
}

func (c *copier) kept(s *Span) *Span {
	if len(c.spans) == 0 {
		c.spans = make([]Span, max(1, min(c.more, slab)))
	}
	if len(c.ranges) < len(s.Ranges) {
		c.ranges = make([]Range, len(s.Ranges)+min(c.more, slab))
	}
	k, ranges := &c.spans[0], c.ranges[:len(s.Ranges):len(s.Ranges)]
	c.spans, c.ranges, c.more = c.spans[1:], c.ranges[len(ranges):], max(0, c.more-1)
	copy(ranges, s.Ranges)
	*k = *s
	k.Ranges, k.Created, k.Modified = ranges, keptTime(s.Created), keptTime(s.Modified)
	k.Values = cloned(s.Values)
	return k
}

// shared is kept for a span that nobody changes: itself, where it can be.
func (s *Span) shared() *Span {
	if s.Created == keptTime(s.Created) && s.Modified == keptTime(s.Modified) {
		return s
	}
	return s.kept()
}

// keptTime returns a time in UTC to the millisecond. Most are so already.
func keptTime(t time.Time) time.Time {
	if t.Location() == time.UTC && t.Nanosecond()%int(time.Millisecond) == 0 {
		return t
	}
	return t.UTC().Truncate(time.Millisecond)
}

// fits is check with the span's name in the error.
func (s *Span) fits(text string, p *Project) error {
	if err := s.check(text, p); err != nil {
		return fmt.Errorf("span %q: %w", s.ID, err)
	}
	return nil
}

// check says what is wrong with s as a span of text under a project's scheme and
// register.
func (s *Span) check(text string, p *Project) error {
	if s.ID == "" {
		return errors.New("it has no ID")
	}
	if err := cmp.Or(checkUTF8("ID", s.ID), checkUTF8("note", s.Note)); err != nil {
		return err
	}
	label := p.label(s.Label)
	if label == nil {
		return fmt.Errorf("its label %q is not in the scheme", s.Label)
	}
	if err := cmp.Or(checkOrigin(s.Origin), checkTime("created", s.Created), checkTime("modified", s.Modified)); err != nil {
		return err
	}
	if err := checkRanges(s.Ranges, text); err != nil {
		return err
	}
	if err := checkValues(s.Values, label, p); err != nil {
		return err
	}
	return s.checkEntry(p)
}

// checkEntry says what is wrong with the entry that s points to.
func (s *Span) checkEntry(p *Project) error {
	if s.Entry == "" {
		return nil
	}
	entry, there := p.Entry(s.Entry)
	switch {
	case !there:
		return fmt.Errorf("its entry %q is not in the register", s.Entry)
	case entry.Label != s.Label:
		return fmt.Errorf("its entry “%s” is for the label %q, and not for its own, %q", entry.Name, entry.Label, s.Label)
	}
	return nil
}

func checkOrigin(origin string) error {
	if origin != FromPerson && origin != FromImport {
		return fmt.Errorf("its origin %q is neither %q nor %q", origin, FromPerson, FromImport)
	}
	return nil
}

// checkTime keeps times to what RFC 3339 can write.
func checkTime(what string, t time.Time) error {
	if y := t.UTC().Year(); y < 1 || y > 9999 {
		return fmt.Errorf("its time %s has the year %d, which is not in 1 to 9999", what, y)
	}
	return nil
}

func checkRanges(ranges []Range, text string) error {
	if len(ranges) == 0 {
		return errors.New("it covers nothing: it has no range")
	}
	last := 0
	for i, r := range ranges {
		switch {
		case r.Start < 0 || r.End > len(text):
			return fmt.Errorf("bytes %d to %d are not within the text, which has %d", r.Start, r.End, len(text))
		case r.Start >= r.End:
			return fmt.Errorf("bytes %d to %d are an empty range", r.Start, r.End)
		case i > 0 && r.Start < last:
			return fmt.Errorf("bytes %d to %d begin before the range in front of them ends (%d)", r.Start, r.End, last)
		case !onBoundary(text, r.Start) || !onBoundary(text, r.End):
			return fmt.Errorf("bytes %d to %d cut a character in two", r.Start, r.End)
		}
		last = r.End
	}
	return nil
}

// onBoundary reports whether a character of text starts at pos, or text ends there.
func onBoundary(text string, pos int) bool {
	return pos == len(text) || utf8.RuneStart(text[pos])
}

// compareSpans is the text order: by start, then the longer first, then by ID.
func compareSpans(a, b *Span) int {
	if c := cmp.Compare(a.Start(), b.Start()); c != 0 {
		return c
	}
	if c := cmp.Compare(b.End(), a.End()); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}
