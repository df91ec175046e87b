// Package anchor finds out where the marked passages of a text are in another
// version of it.
//
// With both versions at hand ([Between]) they are cut into words and aligned:
// runs of words that stand once in both settle where passages went, the fewest
// insertions and deletions do the rest. A passage whose words are still there in
// a row, among the same words as before, is exact or moved. Any other is looked
// for by its words alone and then by likeness, and is doubtful or lost.
//
// Words are compared as a reader compares them: white space and line breaks,
// the shape of quotation marks, dashes and ellipses, soft hyphens and marks of
// direction say nothing. A passage that differs in those alone has the same
// words, and so is moved and not doubtful. Case, accents and digits count. So
// does Unicode's normal form, of which a text nearly always has one: é as one
// character and as two are different words here, and give doubt.
//
// Positions are bytes on character boundaries. The package changes nothing and
// reads no files.
package anchor

import (
	"slices"

	"spanwise/annotations"
)

// worse joins the places of a passage's pieces: the ranges of both, and the worse
// of all else.
func worse(p, q Place) Place {
	return Place{
		Verdict:  max(p.Verdict, q.Verdict),
		Ranges:   append(p.Ranges, q.Ranges...),
		Likeness: min(p.Likeness, q.Likeness),
		Context:  min(p.Context, q.Context),
	}
}

// whole makes the place of a passage of the joined places of its pieces. Pieces
// that are not in their order any more, or grew into one another, are doubtful.
func whole(p Place) Place {
	if p.Verdict == Lost {
		return Place{Verdict: Lost}
	}
	var ranges []annotations.Range
	if !slices.IsSortedFunc(p.Ranges, byStart) {
		p.Verdict = Doubtful
	}
	for _, r := range slices.SortedFunc(slices.Values(p.Ranges), byStart) {
		last := len(ranges) - 1
		if last >= 0 && r.Start < ranges[last].End {
			p.Verdict = Doubtful
			ranges[last].End = max(ranges[last].End, r.End)
			continue
		}
		ranges = append(ranges, r)
	}
	p.Ranges = ranges
	return p
}

// doubt is a place about which something is not certain.
func doubt(p Place) Place {
	p.Verdict = max(p.Verdict, Doubtful)
	return p
}

func byStart(a, b annotations.Range) int { return a.Start - b.Start }
