package spanwise

import (
	"errors"
	"fmt"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/corpus"
)

// between stands between the parts of a span's text, one part a range.
const between = " … "

// otherUnits are what other programs count in by mistake, most likely first.
var otherUnits = []format.Unit{format.UTF16, format.Bytes}

// span is a span whose text is not at its offsets.
type span struct {
	*annotations.Span
	text  string
	index int // among the spans of its set
}

// settlePlaces turns the spans' ranges into bytes and says what it had to
// repair. Spans whose text is not at their offsets are read in another unit if
// all of them fit it, and else moved one by one.
func (s *set) settlePlaces(doc *corpus.Document, pace annotations.Pace) (repairs []format.Note, err error) {
	astray, err := s.place(doc, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	if len(astray) == 0 {
		return nil, nil
	}
	if u, ok := commonUnit(astray, doc); ok {
		return convertAll(astray, doc, u), nil
	}
	for i, sp := range astray {
		if err := pace.Part(0.5, 1).At(i, len(astray)); err != nil {
			return nil, err
		}
		said, err := sp.move(doc)
		switch {
		case err == nil:
			repairs = append(repairs, said)
		case s.keep == nil:
			return nil, err
		default:
			s.keep(sp, doc, err)
		}
	}
	return repairs, nil
}

// place turns the ranges of all spans into bytes whose text is where they say
// in code points, and returns the others.
func (s *set) place(doc *corpus.Document, pace annotations.Pace) (astray []*span, err error) {
	cursor := doc.Mapper().Cursor()
	var bytes []annotations.Range
	for i := range s.spans {
		if err := pace.At(i, len(s.spans)); err != nil {
			return nil, err
		}
		sp, fits := &s.spans[i], false
		if s.keep != nil && len(sp.Ranges) == 0 {
			continue // it is left out
		}
		if err := checkRanges(sp.Ranges); err != nil {
			return nil, fmt.Errorf("span %q: %w", sp.ID, err)
		}
		if bytes, fits = inBytes(bytes[:0], cursor, sp.Ranges); fits {
			placed := annotations.Span{Ranges: bytes}
			fits = placed.Text(doc) == string(s.texts[i])
		}
		if fits {
			copy(sp.Ranges, bytes)
		} else {
			astray = append(astray, &span{sp, string(s.texts[i]), i})
		}
	}
	return astray, nil
}

// inBytes appends ranges in code points to a list in bytes, if they are in the text.
func inBytes(list []annotations.Range, cursor *corpus.Cursor, ranges []annotations.Range) ([]annotations.Range, bool) {
	for _, r := range ranges {
		start, end, err := cursor.CodePointsToBytes(r.Start, r.End)
		if err != nil {
			return list, false
		}
		list = append(list, annotations.Range{Start: start, End: end})
	}
	return list, true
}

// checkRanges refuses what no unit makes sense of.
func checkRanges(ranges []annotations.Range) error {
	if len(ranges) == 0 {
		return errors.New("it covers nothing: it has no range")
	}
	last := 0
	for _, r := range ranges {
		if r.Start < last || r.End <= r.Start {
			return fmt.Errorf("its ranges %s are not one after the other, each with its end after its start", annotations.ShowRanges(ranges))
		}
		last = r.End
	}
	return nil
}

// fit returns the span's ranges in bytes if its text is there when its offsets
// are counted in u.
func (s *span) fit(doc *corpus.Document, u format.Unit) ([]annotations.Range, bool) {
	ranges := make([]annotations.Range, len(s.Ranges))
	for i, r := range s.Ranges {
		start, err := u.ToByte(doc.Mapper(), r.Start)
		if err != nil {
			return nil, false
		}
		end, err := u.ToByte(doc.Mapper(), r.End)
		if err != nil || end > len(doc.Text()) {
			return nil, false
		}
		ranges[i] = annotations.Range{Start: start, End: end}
	}
	placed := annotations.Span{Ranges: ranges}
	return ranges, placed.Text(doc) == s.text
}

// commonUnit finds the unit, other than code points, that all spans fit.
func commonUnit(spans []*span, doc *corpus.Document) (format.Unit, bool) {
	for _, u := range otherUnits {
		all := true
		for _, s := range spans {
			if _, all = s.fit(doc, u); !all {
				break
			}
		}
		if all {
			return u, true
		}
	}
	return "", false
}

func convertAll(spans []*span, doc *corpus.Document, u format.Unit) []format.Note {
	for _, s := range spans {
		s.Ranges, _ = s.fit(doc, u)
	}
	return []format.Note{{Where: format.Place{Article: doc.Title},
		What: annotations.Say("%s in “%s” had their offsets in %s instead of %s; their texts fit, and the offsets were converted",
			annotations.Count{N: len(spans), Of: "span"}, doc.Title, string(u), string(format.CodePoints))}}
}

// move puts the span where its text is: at the nearest place, all ranges by the
// same distance. No such place, or two that are equally near, is an error.
func (s *span) move(doc *corpus.Document) (said format.Note, err error) {
	parts := []string{s.text}
	if len(s.Ranges) > 1 {
		parts = strings.Split(s.text, between)
	}
	if len(parts) != len(s.Ranges) || parts[0] == "" {
		return said, s.misplaced(doc, "and there is nowhere to look for it")
	}
	stated := clamp(doc.Mapper(), s.Ranges[0].Start, len(doc.Text()))
	before, after := s.nearest(doc, parts, stated)
	switch {
	case before == nil && after == nil:
		return said, s.misplaced(doc, "and the text is nowhere else in the article")
	case before != nil && after != nil && stated-before[0].Start == after[0].Start-stated:
		return said, s.misplaced(doc, "and there are two places with this text that are equally near")
	case after == nil || before != nil && stated-before[0].Start < after[0].Start-stated:
		after = before
	}
	old := s.Ranges
	s.Ranges = after
	return format.Note{Where: format.Place{Article: doc.Title, Span: s.ID},
		What: annotations.Say("span %q in “%s” moved from %s to %s, the nearest place that has its text %q",
			s.ID, doc.Title, annotations.ShowRanges(old), annotations.ShowRanges(annotations.InCodePoints(doc.Mapper(), after)), annotations.Shorten(s.text))}, nil
}

// nearest returns the ranges in bytes of the last place before stated and of the
// first at or after it that have all parts, nil where there is none. It looks in
// ever wider windows, so that spans that are all a little astray in a long text
// do not cost a search of the whole text each; a place that is farther away than
// one found on the other side may be left out.
func (s *span) nearest(doc *corpus.Document, parts []string, stated int) (before, after []annotations.Range) {
	size := len(doc.Text())
	for reach := 1 << 10; ; reach *= 8 {
		w := window{doc.Text(), max(0, stated-reach), min(size, stated+reach)}
		before = s.search(doc, parts, stated, w.backwards)
		after = s.search(doc, parts, stated, w.forwards)
		if before != nil || after != nil || w.lo == 0 && w.hi == size {
			return before, after
		}
	}
}

// tries bounds the search for a span of several ranges whose first text is common.
const tries = 1000

// search goes from byte place to place until all parts of the span are found,
// and returns their ranges in bytes.
func (s *span) search(doc *corpus.Document, parts []string, from int, next func(part string, from int) (at, on int)) []annotations.Range {
	for range tries {
		at, on := next(parts[0], from)
		if at < 0 {
			return nil
		}
		if ranges := s.layAt(doc, parts, at); ranges != nil {
			return ranges
		}
		from = on
	}
	return nil
}

// window is the part of a text in which places may begin.
type window struct {
	text   string
	lo, hi int
}

// forwards finds the first place at or after from, and where to look on.
func (w window) forwards(part string, from int) (at, on int) {
	if from > w.hi {
		return -1, 0
	}
	i := strings.Index(w.text[from:min(len(w.text), w.hi+len(part))], part)
	if i < 0 {
		return -1, 0
	}
	return from + i, from + i + 1
}

// backwards finds the last place before from, and where to look on.
func (w window) backwards(part string, from int) (at, on int) {
	end := min(len(w.text), from+len(part)-1)
	i := strings.LastIndex(w.text[min(w.lo, end):end], part)
	if i < 0 {
		return -1, 0
	}
	return w.lo + i, w.lo + i
}

// layAt returns the ranges of the parts when the first begins at byte at and
// the others keep their distance from it in code points, or nil when they are
// not there.
func (s *span) layAt(doc *corpus.Document, parts []string, at int) []annotations.Range {
	first, err := doc.Mapper().ByteToCodePoint(at)
	if err != nil {
		return nil
	}
	ranges := make([]annotations.Range, len(parts))
	for i, part := range parts {
		start, err := doc.Mapper().CodePointToByte(first + s.Ranges[i].Start - s.Ranges[0].Start)
		if err != nil || part == "" || !strings.HasPrefix(doc.Text()[start:], part) {
			return nil
		}
		ranges[i] = annotations.Range{Start: start, End: start + len(part)}
	}
	return ranges
}

// misplaced is the error about a span whose text is not at its offsets.
func (s *span) misplaced(doc *corpus.Document, why string) error {
	found := "nothing, since the text ends before"
	if text, ok := s.found(doc); ok {
		found = fmt.Sprintf("%q", annotations.Shorten(text))
	}
	return fmt.Errorf("span %q: at %s stands %s in place of %q, %s",
		s.ID, annotations.ShowRanges(s.Ranges), found, annotations.Shorten(s.text), why)
}

// found is the text at the span's offsets.
func (s *span) found(doc *corpus.Document) (string, bool) {
	var parts []string
	for _, r := range s.Ranges {
		start, err := doc.Mapper().CodePointToByte(r.Start)
		if err != nil {
			return "", false
		}
		end := clamp(doc.Mapper(), r.End, len(doc.Text()))
		parts = append(parts, doc.Text()[start:end])
	}
	return strings.Join(parts, between), true
}

// clamp is CodePointToByte that gives the end of the text for what lies beyond.
func clamp(m *corpus.Mapper, codePoint, size int) int {
	if b, err := m.CodePointToByte(codePoint); err == nil {
		return b
	}
	return size
}
