package bringing

import (
	"fmt"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// verdicts are the verdicts in the order in which a person has to do with them.
var verdicts = []intake.Verdict{intake.Doubtful, intake.Lost, intake.Moved, intake.Exact}

// verdictHeading is what stands above the spans of a verdict.
func verdictHeading(v intake.Verdict, n int) string {
	switch v {
	case intake.Exact:
		return fmt.Sprintf("At the same place: %d", n)
	case intake.Moved:
		return fmt.Sprintf("Moved: %d", n)
	case intake.Doubtful:
		return fmt.Sprintf("Doubtful: %d", n)
	}
	return fmt.Sprintf("Lost: %d", n)
}

// verdictHint says what a verdict means for the spans.
func verdictHint(v intake.Verdict) string {
	switch v {
	case intake.Exact:
		return "The same words at the same place."
	case intake.Moved:
		return "The same words, elsewhere in the text or set in another way."
	case intake.Doubtful:
		return "Not quite the words that were marked, or not among the same words. Tick those that are right."
	}
	return "Nothing in the text is like what was marked."
}

// changedWords are the words of the dialog that differ with what asks.
type changedWords struct{ old, new, keep, button string }

func (c *changedTexts) words() changedWords {
	if c.replaces {
		return changedWords{"Before", "Now", "Keep the text of before", "Replace"}
	}
	return changedWords{"In the file", "Here", "Keep the file’s text", "Import"}
}

// contextPiece is a piece of a text that is shown; Marked is what a span covers.
type contextPiece struct {
	Text   string
	Marked bool
}

const (
	contextBytes = 60  // of a text on either side of a span
	markedShown  = 160 // characters of what it covers
)

// inContext is what ranges cover of a text, among the words around it.
func inContext(doc *corpus.Document, ranges []annotations.Range) []contextPiece {
	text, first, last := doc.Text(), ranges[0].Start, ranges[len(ranges)-1].End
	from, _ := doc.SnapToWords(max(0, first-contextBytes), first)
	_, to := doc.SnapToWords(last, last+contextBytes)
	from, to = min(from, first), max(to, last)
	pieces, at := []contextPiece{}, from
	for _, r := range ranges {
		pieces = append(pieces, contextPiece{unfolded(text[at:r.Start], 2*contextBytes), false},
			contextPiece{kit.Shorten(text[r.Start:r.End], markedShown), true})
		at = r.End
	}
	pieces = append(pieces, contextPiece{unfolded(text[at:to], 2*contextBytes), false})
	if strings.TrimSpace(text[:from]) != "" {
		pieces[0].Text = "…" + pieces[0].Text
	}
	if strings.TrimSpace(text[to:]) != "" {
		pieces[len(pieces)-1].Text += "…"
	}
	return pieces
}

// unfolded is a short text with the white space at its ends as one space each.
func unfolded(text string, n int) string {
	said := kit.Shorten(text, n)
	if said == "" && text != "" {
		return " "
	}
	if strings.TrimLeft(text, " \n\t") != text {
		said = " " + said
	}
	if strings.TrimRight(text, " \n\t") != text {
		said += " "
	}
	return said
}

// spanTitle names a span of a comparison by label and text, and by its annotator
// where there are several.
func (c *changedText) spanTitle(s intake.PlacedSpan) string {
	name := kit.LabelName(c.Project.Scheme(), s.Span.Label) + " “" + kit.Shorten(s.Span.Text(c.Old), 60) + "”"
	if who, there := c.Project.Annotator(s.Annotator); there && len(c.Project.Annotators()) > 1 {
		name += ", " + who.Name
	}
	return name
}

// report lists all spans of texts that changed, as a text to keep.
func (asked *changedTexts) report() string {
	var b strings.Builder
	for _, c := range asked.list {
		fmt.Fprintf(&b, "%s\n%s\n", c.Here.Title, strings.Repeat("=", 72))
		for _, v := range verdicts {
			if n := c.Count(v); n > 0 {
				fmt.Fprintf(&b, "\n%s\n%s\n", verdictHeading(v, n), verdictHint(v))
				c.reportSpans(&b, v, asked.words())
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func (c *changedText) reportSpans(b *strings.Builder, v intake.Verdict, words changedWords) {
	for _, s := range c.Spans {
		if s.Verdict != v {
			continue
		}
		fmt.Fprintf(b, "\n- %s\n  %s: %s\n", c.spanTitle(s), words.old, plain(inContext(c.Old, s.Span.Ranges)))
		if v != intake.Lost {
			fmt.Fprintf(b, "  %s: %s\n", words.new, plain(inContext(c.New, s.Ranges)))
		}
		if s.Span.Note != "" {
			fmt.Fprintf(b, "  Note: %s\n", kit.FoldSpace(s.Span.Note))
		}
	}
}

// plain writes pieces with brackets around what is marked.
func plain(pieces []contextPiece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Marked {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}
